/** Reads JSON strictly (RFC 8259), with the place of each part, and refuses repeated keys. */
import { ReadError, type ValueBuilder } from './value-builder.ts';

/** What was read, and where it begins. */
export interface Read {
  readonly value: unknown;
  readonly offset: number;
}

const blanks = /[ \t\n\r]*/y;
const word = /-?\d[\d.eE+-]*|[A-Za-z_]\w*/y;
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * Reads a whole text as one JSON value.
 *
 * @throws ReadError at the first character that is not JSON, or that says what cannot be sent.
 */
export function readJson(text: string, builder: ValueBuilder): Read {
  let at = 0;

  const skip = () => {
    blanks.lastIndex = at;
    blanks.exec(text);
    at = blanks.lastIndex;
    return text[at];
  };

  const refuse = (wanted: string): never => {
    const found = text[at];
    if (found === '#' || (found === '/' && /[/*]/.test(text[at + 1] ?? ''))) {
      throw new ReadError('is a comment, which JSON does not have', at);
    }
    throw new ReadError(`is not JSON: ${wanted} must be here, not ${found ? JSON.stringify(found) : 'the end'}`, at);
  };

  const read = (): Read => {
    const first = skip();
    const offset = at;
    if (first === '{') return { offset, value: builder.container({}, offset, readObject) };
    if (first === '[') return { offset, value: builder.container([], offset, readArray) };
    if (first === '"') return { offset, value: builder.text(readText(), offset) };
    word.lastIndex = at;
    const [found] = word.exec(text) ?? refuse('a value');
    if (number.test(found)) {
      at += found.length;
      return { offset, value: builder.number(Number(found), found, offset) };
    }
    const constant = Object.hasOwn(constants, found) ? constants[found] : undefined;
    if (constant === undefined) return refuse('a value');
    at += found.length;
    return { offset, value: builder.constant(constant, offset) };
  };

  /** Reads what is between the brackets, and the commas there. */
  const readMembers = (end: string, readMember: () => void) => {
    at += 1;
    if (skip() === end) {
      at += 1;
      return;
    }
    for (;;) {
      readMember();
      const next = skip();
      if (next !== ',' && next !== end) refuse(`"," or "${end}"`);
      at += 1;
      if (next === end) return;
    }
  };

  const readArray = (target: unknown[]) =>
    readMembers(']', () => {
      const { value, offset } = read();
      builder.item(target, value, offset);
    });

  const readObject = (target: object) =>
    readMembers('}', () => {
      if (skip() !== '"') refuse('a key in double quotes');
      const keyOffset = at;
      const key = builder.text(readText(), keyOffset);
      if (skip() !== ':') refuse('":"');
      at += 1;
      const { value, offset } = read();
      builder.property(target, key, keyOffset, value, offset);
    });

  const readText = (): string => {
    const start = at;
    for (at += 1; text[at] !== '"'; at += 1) {
      if (at >= text.length) throw new ReadError('is a text without its closing quote', start);
      if (text.charCodeAt(at) < 0x20) throw new ReadError('is a control character, which JSON text must escape', at);
      if (text[at] === '\\') at += 1;
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      throw new ReadError('is a text with an escape that JSON does not have', start);
    }
  };

  const result = read();
  if (skip() !== undefined) refuse('the end');
  return result;
}
