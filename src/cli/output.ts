import type { Writable } from 'node:stream';
import { styleText } from 'node:util';

/** What a command reads and writes. */
export interface Terminal {
  stdin: NodeJS.ReadableStream;
  stdout: Writable;
  stderr: Writable;
  env: Record<string, string | undefined>;
  /** From the first call on, the user's interruption aborts the signal that it returns, and ends nothing else. */
  interruption: () => AbortSignal;
}

/** The exit codes of the commands. */
export const exitCodes = {
  ok: 0,
  /** The iteration breaks the contract, or was refused: none was created. */
  notCreated: 1,
  /** The command was called wrongly, or its input cannot be read. */
  usage: 2,
  /** An iteration may have been created. */
  unknown: 3,
  /** An iteration was created, but its answer cannot be read. */
  created: 4,
  /** The user interrupted the command; what became of the iteration is printed. */
  interrupted: 130,
} as const;

/** Writes a line. */
export function print(stream: Writable, line: string): void {
  stream.write(`${line}\n`);
}

/** Styles a text for a stream that shows it: a terminal, unless the user wants no colour (https://no-color.org). */
export function styled(
  { env }: Terminal,
  stream: Writable,
  format: 'red' | 'yellow' | 'green' | 'bold' | 'dim',
  text: string,
): string {
  const isShown = 'isTTY' in stream && stream.isTTY && !env['NO_COLOR'];
  // Whether to style is decided here, for this stream; styleText would ask about another.
  return isShown ? styleText(format, text, { validateStream: false }) : text;
}

/** Writes control characters as JSON does: names from elsewhere may hold them, and a terminal would obey them. */
export function legible(text: string): string {
  const asEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, asEscape);
}
