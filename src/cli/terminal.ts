/** What a command reads and writes, and what it knows of the request that it sent. */
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { IterationOutcome } from '../client/index.ts';
import { type Output, outputTo } from './output.ts';

/** What is known of a request that changes something, from the moment in which it may be on its way. */
export interface Sent {
  outcome: IterationOutcome;
  /** What each outcome means, in a sentence or two. */
  readonly meaning: Readonly<Record<IterationOutcome, string>>;
  /** The ID of what was made. */
  id?: string | undefined;
}

/** What a command reads and writes. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * From the first call on, SIGINT, SIGTERM and SIGHUP abort the signal that it returns, with their name as the reason,
   * and end nothing else.
   */
  interruption(): AbortSignal;
  /** Set by a command that sends; whoever ends the command, for whatever reason, says what it knows. */
  sent?: Sent;
  /** Whether the command has sent a request that changes nothing. */
  hasRead?: boolean;
  /** Whether the command has ended, and waits for nothing but the reader of its output. */
  isFlushing?: boolean;
}

/** The streams and the environment of a process, or what stands for them. */
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

/** Prints a problem; every one begins alike. */
export function printError({ stderr }: Terminal, message: string): void {
  stderr.line({ format: 'red', text: 'error:' }, ` ${message}`);
}

/** Says what became of the request, where one may have been sent. */
export function sentenceOf({ sent, hasRead = false }: Terminal): string {
  if (sent === undefined) return hasRead ? 'Nothing was changed.' : 'Nothing was sent.';
  return sent.meaning[sent.outcome] + (sent.id === undefined ? '' : ` Its ID is ${sent.id}.`);
}

/** The exit code of a command that a signal interrupted: 128 and the number of the signal. */
export function exitCodeOf(interruption: AbortSignal): number {
  const number = constants.signals[interruption.reason as NodeJS.Signals] as number | undefined;
  return 128 + (number ?? constants.signals.SIGINT);
}
