import { describe, expect, it } from 'vitest';
import { accepts, mediaTypeOf, membersOf } from '../../src/http/fields.ts';

describe('a list in a header', () => {
  it.each<[string | undefined, unknown[]]>([
    [undefined, []],
    ['', []],
    [' , ,', []],
    ['code=429', [['code', '429', {}]]],
    [
      'CODE = "429" , example="a, b; c"',
      [
        ['code', '429', {}],
        ['example', 'a, b; c', {}],
      ],
    ],
    ['a="with \\"quotes\\" and \\\\"', [['a', 'with "quotes" and \\', {}]]],
    [
      'gzip;q=0.5, br;Q="1"',
      [
        ['gzip', undefined, { q: '0.5' }],
        ['br', undefined, { q: '1' }],
      ],
    ],
    ['text/html;level=1;level=2;', [['text/html', undefined, { level: '1' }]]],
    ['a="unclosed, b', [['a', '"unclosed, b', {}]]],
    ['=x', [['', 'x', {}]]],
    ['__proto__=1;__proto__=2', [['__proto__', '1', { ['__proto__']: '2' }]]],
  ])('is read by its grammar: %j', (field, members) => {
    const read = membersOf(field).map(({ name, value, parameters }) => [name, value, Object.fromEntries(parameters)]);
    expect(read).toEqual(members);
  });

  it('is read in one pass, whatever it holds', () => {
    for (const field of ['"'.repeat(100_001), '\\'.repeat(100_000), '",;='.repeat(25_000), '"\\"'.repeat(33_333)]) {
      expect(membersOf(field).length).toBeLessThan(100_001);
    }
  });
});

describe('a media type', () => {
  it.each([
    ['application/json', 'application/json'],
    ['Application/JSON; charset=utf-8', 'application/json'],
    ['text/plain;application/json', 'text/plain'],
    ['multipart/x; boundary="application/json"', 'multipart/x'],
    ['', ''],
    [undefined, ''],
  ])('is taken from %j without its parameters', (field, type) => {
    expect(mediaTypeOf(field)).toBe(type);
  });
});

describe('what a caller accepts', () => {
  it.each<[string | undefined, boolean]>([
    [undefined, true],
    ['', true],
    ['*/*', true],
    ['application/*;q=0.1', true],
    ['application/json;q=0', false],
    ['application/json;q=0.000', false],
    ['*/*;q=0', false],
    ['application/json;q=0, */*', false],
    ['*/*;q=0, application/json', true],
    ['application/*;q=0, */*', false],
    ['text/html', false],
    ['text/html;x="application/json"', false],
    ['application/jsonx, xapplication/json', false],
  ])('decides by the most specific range: %j', (accept, isAllowed) => {
    expect(accepts(accept, 'application/json')).toBe(isAllowed);
  });
});
