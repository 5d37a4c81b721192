/** Reads the iterations in a file or on standard input, within bounds, so that what is checked is what is sent. */
import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { maxRequestBytes } from '../transport/body.ts';
import { type Read, readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { type Terminal, UsageError } from './terminal.ts';
import { ReadError, tooLarge, ValueBuilder } from './value-builder.ts';

/** The largest file that is read, in bytes: what may be sent, and room for comments and indentation. */
export const maxInputBytes = 1.25 * maxRequestBytes;

/** A place in a file; both numbers begin at 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** An iteration as it was read. */
export interface Input {
  /** The name of the file, or `stdin`. */
  readonly file: string;
  /** Plain data, which JSON carries unchanged. */
  readonly value: unknown;
  readonly start: Location;
  /** Where the value at a path begins; its nearest part, where the path leads nowhere. */
  locate(path: readonly (string | number)[]): Location;
}

/** What cannot be read, and where, if there is a place. */
export class InputError extends UsageError {
  readonly file: string;
  readonly location: Location | undefined;
  /** The message without the place. */
  readonly reason: string;

  constructor(file: string, location: Location | undefined, reason: string) {
    super(`${placeOf(file, location)} ${reason}.`);
    this.file = file;
    this.location = location;
    this.reason = reason;
  }
}

/** A place as editors and terminals know it, `file:line:column`. */
export function placeOf(file: string, location: Location | undefined): string {
  return location ? `${file}:${location.line}:${location.column}` : file;
}

/**
 * Reads the documents of a file: of a name that ends in `.json` one of JSON, of any other the documents of YAML, which
 * includes JSON. A `$schema` at the top is for editors, and no part of the value.
 *
 * @param file A path, or `-` for standard input.
 * @param signal Ends the reading.
 * @throws InputError when it cannot be read, after what could be.
 */
export async function* readInputs(file: string, terminal: Terminal, signal?: AbortSignal): AsyncGenerator<Input> {
  const name = file === '-' ? 'stdin' : file;
  const bytes = await readBytes(name, file === '-' ? terminal.stdin : streamOf(file), signal);
  const text = decode(name, bytes);
  const locationOf = locator(text);
  try {
    let builder = new ValueBuilder();
    const builderFor = () => {
      builder = new ValueBuilder();
      return builder;
    };
    const reads = /\.json$/i.test(file) ? readOne(text, builder) : readYaml(text, builderFor);
    let count = 0;
    for (const { value, offset } of reads) {
      count += 1;
      const own = builder;
      dropSchema(value);
      if (Buffer.byteLength(JSON.stringify(value)) > maxRequestBytes) throw new ReadError(tooLarge, offset);
      const start = locationOf(offset);
      yield { file: name, value, start, locate: (path) => locationOf(own.offsetOf(value, offset, path)) };
    }
    if (count === 0) throw new InputError(name, undefined, 'is empty: write an iteration, in YAML or JSON');
  } catch (error) {
    if (error instanceof ReadError) throw new InputError(name, locationOf(error.offset), error.message);
    throw error;
  }
}

function dropSchema(value: unknown): void {
  const root = Object(value) as { $schema?: unknown };
  if (Object.hasOwn(root, '$schema') && typeof root.$schema === 'string') delete root.$schema;
}

function* readOne(text: string, builder: ValueBuilder): Generator<Read> {
  if (/\S/.test(text)) yield readJson(text, builder);
}

function streamOf(file: string): Readable {
  if (!statSync(file, { throwIfNoEntry: false })?.isFIFO()) return createReadStream(file);
  // Opened as a file, a named pipe blocks a thread until somebody writes, and with it the end of the process.
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

/** Decodes UTF-8, with or without a byte order mark, and nothing else: a wrong guess would change the text. */
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
