/** A source of values that look made up and are the same for the same text. */
export interface Seed {
  /** So many hexadecimal digits. */
  hex(length: number): string;
  /** In the form of a UUID. */
  uuid(): string;
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
}

/** Returns the seed of a text. It is for looks alone, and no secret: FNV-1a starts a small generator. */
export function seedOf(text: string): Seed {
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
    while (digits.length < length) digits += next().toString(16).padStart(8, '0');
    return digits.slice(0, length);
  };
  return {
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    below: (limit) => next() % limit,
  };
}
