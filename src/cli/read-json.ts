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
 * @throws ReadError at the first character that is not JSON, or that cannot be sent.
 */
export function readJson(text: string, builder: ValueBuilder): Read {
  return new JsonReader(text, builder).readWhole();
}

class JsonReader {
  readonly #text: string;
  readonly #builder: ValueBuilder;
  #at = 0;

  constructor(text: string, builder: ValueBuilder) {
    this.#text = text;
    this.#builder = builder;
  }

  readWhole(): Read {
    const whole = this.#read();
    if (this.#skipBlanks() !== undefined) this.#refuse('the end');
    return whole;
  }

  #read(): Read {
    const first = this.#skipBlanks();
    const offset = this.#at;
    if (first === '{') return { offset, value: this.#builder.container({}, offset, this.#readObject) };
    if (first === '[') return { offset, value: this.#builder.container([], offset, this.#readArray) };
    if (first === '"') return { offset, value: this.#builder.text(this.#readText(), offset) };
    word.lastIndex = offset;
    const [found = ''] = word.exec(this.#text) ?? [];
    this.#at += found.length;
    if (number.test(found)) return { offset, value: this.#builder.number(Number(found), found, offset) };
    const constant = Object.hasOwn(constants, found) ? constants[found] : undefined;
    if (constant !== undefined) return { offset, value: this.#builder.constant(constant, offset) };
    this.#at = offset;
    return this.#refuse('a value');
  }

  readonly #readArray = (target: unknown[]): void =>
    this.#readMembers(']', () => {
      const { value, offset } = this.#read();
      this.#builder.item(target, value, offset);
    });

  readonly #readObject = (target: object): void =>
    this.#readMembers('}', () => {
      if (this.#skipBlanks() !== '"') this.#refuse('a key in double quotes');
      const keyOffset = this.#at;
      const key = this.#builder.text(this.#readText(), keyOffset);
      if (this.#skipBlanks() !== ':') this.#refuse('":"');
      this.#at += 1;
      const { value, offset } = this.#read();
      this.#builder.property(target, key, keyOffset, value, offset);
    });

  /** Reads what is between the brackets, and the commas there. */
  #readMembers(end: string, readMember: () => void): void {
    this.#at += 1;
    for (let isFirst = true; ; isFirst = false) {
      if (!isFirst || this.#skipBlanks() !== end) readMember();
      const next = this.#skipBlanks();
      if (next !== ',' && next !== end) this.#refuse(`"," or "${end}"`);
      this.#at += 1;
      if (next === end) return;
    }
  }

  #readText(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    for (; text[at] !== '"'; at += 1) {
      if (at >= text.length) throw new ReadError('is a string without its closing quote', start);
      if (text.charCodeAt(at) < 0x20)
        throw new ReadError('is a control character, which a JSON string must escape', at);
      if (text[at] === '\\') at += 1;
    }
    this.#at = at + 1;
    try {
      return JSON.parse(text.slice(start, this.#at)) as string;
    } catch {
      throw new ReadError('is a string with an escape that JSON does not have', start);
    }
  }

  /** Returns the next character that is not white space; `undefined` at the end. */
  #skipBlanks(): string | undefined {
    blanks.lastIndex = this.#at;
    blanks.exec(this.#text);
    this.#at = blanks.lastIndex;
    return this.#text[this.#at];
  }

  #refuse(wanted: string): never {
    const at = this.#at;
    const found = this.#text[at];
    if (/^(#|\/[/*])/.test(this.#text.slice(at, at + 2))) {
      throw new ReadError('is a comment, which JSON does not have', at);
    }
    throw new ReadError(`is not JSON: expected ${wanted}, found ${found ? JSON.stringify(found) : 'the end'}`, at);
  }
}
