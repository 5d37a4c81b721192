/** What a command reads and writes, and what it knows about the request that it sent. */
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { IterationOutcome } from '../client/index.ts';
import { type Output, outputTo } from './output.ts';

/** What is known about a request that changes something, from the moment that it may have been sent. */
export interface Sent {
  outcome: IterationOutcome;
  /** What each outcome means, in a sentence or two. */
  readonly meaning: Readonly<Record<IterationOutcome, string>>;
  /** The ID of what was created. */
  id?: string | undefined;
}

/** What a command reads and writes. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * From the first call on, SIGINT, SIGTERM and SIGHUP abort the returned AbortSignal, with their name as the reason,
   * and do not end the process.
   */
  interruption(): AbortSignal;
  /** Set by a command that sends; however the command ends, the last message says what is known. */
  sent?: Sent;
  /** Whether the command has sent a request that changes nothing. */
  hasRead?: boolean;
  /** Whether the command has ended, and only waits for its output to be read. */
  isFlushing?: boolean;
}

/** The streams and the environment of a process, or substitutes for them. */
export interface Streams extends Pick<Terminal, 'stdin' | 'env' | 'interruption'> {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Returns the terminal of a process. */
export function createTerminal({ stdin, stdout, stderr, env, interruption }: Streams): Terminal {
  return { stdin, stdout: outputTo(stdout, env), stderr: outputTo(stderr, env), env, interruption };
}

/** A problem with how the command was called, or with what it reads, found before anything is sent. */
export class UsageError extends Error {}

/** Prints a problem, with the prefix that all of them have. */
export function printError({ stderr }: Terminal, message: string): void {
  stderr.line({ format: 'red', text: 'error:' }, ` ${message}`);
}

/** Says whether the request took effect, if one may have been sent. */
export function sentenceOf({ sent, hasRead = false }: Terminal): string {
  if (sent === undefined) return hasRead ? 'Nothing was changed.' : 'Nothing was sent.';
  return sent.meaning[sent.outcome] + (sent.id === undefined ? '' : ` Its ID is ${sent.id}.`);
}

/** The exit code of a command that a signal interrupted: 128 and the number of the signal. */
export function exitCodeOf(interruption: AbortSignal): number {
  const number = constants.signals[interruption.reason as NodeJS.Signals] as number | undefined;
  return 128 + (number ?? constants.signals.SIGINT);
}
