/** Starts Prism as anyone gets it, on the bundled contract: the judge of what the mock does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';

const bin = createRequire(import.meta.url).resolve('@stoplight/prism-cli');

export interface StockPrism {
  url: string;
  /** Resolves when the process has ended. */
  ended: Promise<unknown>;
  stop(): Promise<unknown>;
}

/**
 * Starts Prism on a free port of this machine. Resolves once it responds.
 *
 * @throws Error with what Prism printed, when it ends before, or does not respond within a minute.
 */
export async function startStockPrism(): Promise<StockPrism> {
  const port = await freePort();
  // Silent, because Prism's log crashes on some of the bodies that it prints, and the process with it.
  const quiet = ['--verboseLevel', 'silent'];
  const args = ['mock', 'generated/openapi.yaml', '--host', '127.0.0.1', '--port', String(port), ...quiet];
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      // The end of a long log says why a process died.
      log = (log + chunk).slice(-10_000);
    });
  }
  const ended = once(child, 'exit');
  const stop = () => {
    child.kill();
    return ended;
  };
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 60_000; ; await delay(50)) {
    if (child.exitCode !== null) throw new Error(`Prism ended with ${child.exitCode}:\n${log}`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`Prism does not respond:\n${log}`);
    }
    const response = await fetch(`${url}/`).catch(() => undefined);
    if (response) return { url, ended, stop };
  }
}
