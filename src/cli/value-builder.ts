/** Builds the value of a document as it is read, records where each part is, and rejects what JSON cannot represent. */
import { maxRequestBytes } from '../transport/body.ts';

/** A problem with the text of a document, and where it is. */
export class ReadError extends Error {
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

type Key = string | number;

/** Containers nested deeper than this are rejected: no request needs them. */
const maxDepth = 100;
/** A longer number is rejected without parsing it. */
const maxNumberLength = 400;

export const tooLarge = `becomes a request of more than ${maxRequestBytes / 1024 / 1024} MiB, which is the most that is sent`;

/**
 * The result contains only plain objects, arrays, well-formed strings, finite numbers, booleans and null, so JSON
 * represents it unchanged; its work and size, aliases included, are bounded by the largest request.
 */
export class ValueBuilder {
  readonly #offsets = new Map<object, Map<Key, number>>();
  #bytes = 0;
  #depth = 0;

  text(text: string, offset: number): string {
    this.#take(text.length + 2, offset);
    if (/\p{Surrogate}/u.test(text))
      throw new ReadError('contains half a surrogate pair, which is not a character', offset);
    return text;
  }

  /** @param source The digits as they are written. */
  number(value: number, source: string, offset: number): number {
    this.#take(source.length, offset);
    if (!Number.isFinite(value)) throw new ReadError('is a number that JSON does not have', offset);
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new ReadError(
        'is an integer beyond 2^53, which would be changed: put it in quotes if it is meant as text',
        offset,
      );
    }
    if (source.length > maxNumberLength || !isExact(source, value)) {
      throw new ReadError(
        'is a number with more digits than are kept: shorten it, or put it in quotes if it is meant as text',
        offset,
      );
    }
    return value;
  }

  constant<T extends boolean | null>(value: T, offset: number): T {
    this.#take(4, offset);
    return value;
  }

  /** Runs a function that reads the contents of a container. */
  container<T extends object>(value: T, offset: number, read: (container: T) => void): T {
    this.#take(2, offset);
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new ReadError(`is nested more than ${maxDepth} levels deep`, offset);
    this.#offsets.set(value, new Map());
    read(value);
    this.#depth -= 1;
    return value;
  }

  /** Adds a property; rejects a repeated key, because parsers differ in which of the two they use. */
  property(target: object, key: string, keyOffset: number, value: unknown, valueOffset: number): void {
    if (Object.hasOwn(target, key)) throw new ReadError(`repeats the key ${JSON.stringify(shorten(key))}`, keyOffset);
    // An assignment to __proto__ would set the prototype.
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
    this.#offsets.get(target)?.set(key, valueOffset);
  }

  item(target: unknown[], value: unknown, offset: number): void {
    this.#offsets.get(target)?.set(target.length, offset);
    target.push(value);
  }

  /** The offset of a path, or of its nearest existing part. */
  offsetOf(root: unknown, rootOffset: number, path: readonly Key[]): number {
    let value = root;
    let offset = rootOffset;
    for (const key of path) {
      const next = this.#offsets.get(value as object)?.get(key);
      if (next === undefined) break;
      offset = next;
      value = (value as Record<Key, unknown>)[key];
    }
    return offset;
  }

  #take(bytes: number, offset: number): void {
    this.#bytes += bytes + 1;
    if (this.#bytes > maxRequestBytes * 1.01) throw new ReadError(tooLarge, offset);
  }
}

/** Cuts a long text short. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Whether a number equals what its digits say: a double keeps about 17 of them. */
function isExact(source: string, value: number): boolean {
  return /^[-+]?0[xo]/i.test(source) || canonical(source) === canonical(String(value));
}

function canonical(source: string): string {
  const [, whole = '', fraction = '', exponent = '0'] = /^[-+]?(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(source) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
