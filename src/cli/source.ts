/** Reads a file or standard input as text of limited size, and finds locations in it. */
import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { maxRequestBytes } from '../transport/body.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** The largest file that is read, in bytes: what may be sent, plus room for comments and indentation. */
export const maxInputBytes = 1.25 * maxRequestBytes;

/** A location in a file; both numbers start at 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** An input that cannot be read, and where the problem is, if known. */
export class InputError extends UsageError {
  readonly file: string;
  readonly location: Location | undefined;
  /** The message without the location. */
  readonly reason: string;

  constructor(file: string, location: Location | undefined, reason: string) {
    super(`${placeOf(file, location)} ${reason}.`);
    this.file = file;
    this.location = location;
    this.reason = reason;
  }
}

/** A location in the form that editors and terminals recognize, `file:line:column`. */
export function placeOf(file: string, location: Location | undefined): string {
  return location ? `${file}:${location.line}:${location.column}` : file;
}

/** A text, and where it comes from. */
export interface Source {
  /** The name of the file, or `stdin`. */
  readonly file: string;
  readonly text: string;
  /** Where an offset in the text is, in UTF-16 code units. */
  locate(offset: number): Location;
}

/**
 * Reads a text.
 *
 * @param file A path, or `-` for standard input.
 * @param signal Ends the reading.
 * @throws InputError when it cannot be read, is too large, or is not UTF-8.
 */
export async function readSource(file: string, terminal: Terminal, signal?: AbortSignal): Promise<Source> {
  const name = file === '-' ? 'stdin' : file;
  const bytes = await readBytes(name, file === '-' ? terminal.stdin : streamOf(file), signal);
  const text = decode(name, bytes);
  return { file: name, text, locate: locator(text) };
}

function streamOf(file: string): Readable {
  if (!statSync(file, { throwIfNoEntry: false })?.isFIFO()) return createReadStream(file);
  // Opened as a file, a named pipe blocks a thread, and so the exit of the process, until something is written to it.
  const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  return new Socket({ fd, readable: true, writable: false });
}

async function readBytes(name: string, stream: Readable, signal: AbortSignal | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of signal ? addAbortSignal(signal, stream) : stream) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > maxInputBytes) {
        throw new InputError(name, undefined, `is larger than ${maxInputBytes / 1024} KiB, the most that is read`);
      }
    }
  } catch (error) {
    if (signal?.aborted || error instanceof InputError) throw error;
    throw new InputError(name, undefined, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  return Buffer.concat(chunks);
}

/** Decodes only UTF-8, with or without a byte order mark: a wrong guess would change the text. */
function decode(name: string, bytes: Buffer): string {
  const start = bytes.subarray(0, 4).toString('hex');
  if (/^(fffe|feff|..00|00)/.test(start)) {
    throw new InputError(name, { line: 1, column: 1 }, 'is UTF-16 or UTF-32: save it as UTF-8');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = bytes.toString('utf8').replace(/^\ufeff/, '');
    const good = bytes.subarray(start.startsWith('efbbbf') ? 3 : 0);
    const offset = differenceOf(good, Buffer.from(text));
    const location = locator(text)(good.subarray(0, offset).toString('utf8').length);
    throw new InputError(name, location, 'is not UTF-8 (Latin-1, perhaps): save it as UTF-8');
  }
}

function differenceOf(a: Buffer, b: Buffer): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

/** Returns a function from an offset in a text to its line and column. */
function locator(text: string): (offset: number) => Location {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}
