/** How places in a value are written. */
import { describe, expect, it } from 'vitest';
import { cut, nameOf, pointerOf } from '../../src/contract/pointer.ts';

describe('a place', () => {
  it('is a JSON Pointer with every tilde and every slash of a key escaped, a tilde first', () => {
    expect(pointerOf([])).toBe('');
    expect(pointerOf(['a', 0, ''])).toBe('/a/0/');
    expect(pointerOf(['~/~1/~', '/'])).toBe('/~0~1~01~1~0/~1');
  });

  it('has a name as people write it', () => {
    expect(nameOf([])).toBe('The body');
    expect(nameOf(['treatments', 0, 'baseline'])).toBe('treatments[0].baseline');
    expect(nameOf([3, 'a.b', '.c'])).toBe('[3].a.b..c');
    expect(nameOf(['.c'])).toBe('.c');
  });

  it('has a name of at most 120 characters, of which the end is kept, with keys of at most 40', () => {
    expect(nameOf(['k'.repeat(40), 'k'.repeat(41)])).toBe(`${'k'.repeat(40)}.${'k'.repeat(39)}…`);
    const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
    expect(nameOf([a, b, 'c'.repeat(37)])).toBe(`${a}.${b}.${'c'.repeat(37)}`);
    expect(nameOf([a, b, 'c'.repeat(38)])).toBe(`…${a.slice(1)}.${b}.${'c'.repeat(38)}`);
  });

  it('is cut before a character, not inside one', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abcd', 3)).toBe('ab…');
    expect(cut('a\u{1f3c1}cd', 3)).toBe('a…');
    expect(cut('\u{1f3c1}cd', 3)).toBe('\u{1f3c1}…');
  });
});
