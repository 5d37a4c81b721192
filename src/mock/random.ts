/** Values that look made up and are the same for the same text. */

/** A source of values that look made up and are the same for the same text. */
export interface Random {
  /** That many hexadecimal digits. */
  hex(length: number): string;
  /** In the form of a UUID. */
  uuid(): string;
  /** A whole number from 0 to below the limit. */
  integer(limit: number): number;
}

const pairs = Array.from({ length: 256 }, (_none, byte) => byte.toString(16).padStart(2, '0'));

/** Returns a source that depends only on a text. Not for secrets: FNV-1a seeds a small generator. */
export function randomOf(text: string): Random {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  /** Mulberry32: 32 bits that follow from the state. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = (length: number) => {
    let digits = '';
    while (digits.length < length) {
      const bits = next();
      digits += (pairs[bits >>> 24] ?? '') + pairs[(bits >>> 16) & 255] + pairs[(bits >>> 8) & 255] + pairs[bits & 255];
    }
    return digits.slice(0, length);
  };
  return {
    hex,
    uuid() {
      const digits = hex(30);
      const part = (from: number, to: number) => digits.slice(from, to);
      return `${part(0, 8)}-${part(8, 12)}-4${part(12, 15)}-a${part(15, 18)}-${part(18, 30)}`;
    },
    integer: (limit) => next() % limit,
  };
}
