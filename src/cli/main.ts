#!/usr/bin/env node
/** Runs the command line in this process, with its streams, signals and uncaught errors. */
import { fstatSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { Writable } from 'node:stream';
import { failedInternally, run } from './run.ts';
import { createTerminal, printError, sentenceOf } from './terminal.ts';

/** Node's own stream to a file reports data as written that a full disk cut short. */
function streamTo(standard: NodeJS.WriteStream & { fd: number }): Writable {
  try {
    if (!fstatSync(standard.fd).isFile()) return standard;
  } catch {
    return standard;
  }
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      try {
        for (let at = 0; at < chunk.length; ) at += writeSync(standard.fd, chunk, at);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

const { stdin, env } = process;
const controller = new AbortController();
let listens = false;

const terminal = createTerminal({
  stdin,
  stdout: streamTo(process.stdout),
  stderr: streamTo(process.stderr),
  env,
  interruption() {
    if (!listens) for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupt(name));
    listens = true;
    return controller.signal;
  },
});

/** The first signal ends the call, which then says what became of it; a second one, or one after it, ends the process. */
function interrupt(name: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  if (!controller.signal.aborted && !terminal.isFlushing) {
    controller.abort(name);
    return;
  }
  if (terminal.sent) printError(terminal, `interrupted by ${name}. ${sentenceOf(terminal)}`);
  process.exit(128 + constants.signals[name]);
}

let hasEnded = false;

function end(code: number): void {
  hasEnded = true;
  process.exit(code);
}

process.on('uncaughtException', (error) => end(failedInternally(terminal, error)));
// Nothing is left to wait for, though the command has not ended.
process.on('beforeExit', () => {
  if (!hasEnded) end(failedInternally(terminal, new Error('nothing is left to wait for')));
});

run(process.argv.slice(2), terminal).then(end);
