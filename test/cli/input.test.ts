import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Input, readInputs } from '../../src/cli/input.ts';
import { InputError, maxInputBytes } from '../../src/cli/source.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { scratchFolder, valid } from './files.ts';

const { file, remove } = scratchFolder();
afterAll(remove);

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** Reads a text as a file of a name: the values, or what was wrong and where. */
async function read(name: string, content: string | Uint8Array): Promise<unknown> {
  const values: unknown[] = [];
  try {
    for await (const { value } of readInputs(file(name, content), {} as Terminal)) values.push(value);
    return values;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { location, reason } = error;
    return `${location ? `${location.line}:${location.column}` : 'file'} ${reason}`;
  }
}

const quote = JSON.stringify;

describe('a YAML file', () => {
  it.each<[string, string, string]>([
    ['an ordered map', 'flags: !!omap [f: 1]', '1:8 has a tag that JSON cannot carry'],
    ['a set', 'flags: !!set {a, b}', '1:8 has a tag that JSON cannot carry'],
    ['binary', 'a: !!binary aGk=', '1:4 has a tag that JSON cannot carry'],
    ['a tagged time', 'a: !!timestamp 2001-12-14', '1:4 has a tag that JSON cannot carry'],
    ['a tag of its own', 'a: 1\nb: !secret x', '2:4 has a tag that JSON cannot carry'],
    ['a tag of its own on a list', 'b: !list [x]', '1:4 has a tag that JSON cannot carry'],
    ['a tag that its value does not fit', 'b: !!int x', '1:4 has a tag that JSON cannot carry'],
    ['a tag on a key', '? !t a\n: 1', '1:3 is a key that JSON cannot carry'],
    ['a merge key', 'a: &a {x: 1}\nb:\n  <<: *a', '3:3 is a merge key'],
    ['a list for a key', '? [a, b]\n: 1', '1:3 is a key that JSON cannot carry'],
    ['an alias for a key', 'a: &a x\n*a : 1', '2:1 is a key that JSON cannot carry'],
    ['the same key twice', 'a: 1\nb: 2\na: 3', '3:1 repeats the key "a"'],
    ['the same key in other words', 'a: 1\n"a": 3', '2:1 repeats the key "a"'],
    ['an undefined alias', 'a: *nope', '1:4 is an alias of &nope, which is not defined before it'],
    ['an alias that comes too early', 'a: *b\nc: &b 1', '1:4 is an alias of &b, which is not defined before it'],
    ['an alias of what it is in', 'a: &a [1, *a]', '1:11 is an alias of &a, which it is a part of'],
    ['an integer beyond 2^53', 'a: 9007199254740993', '1:4 is an integer beyond 2^53'],
    ['another', 'a: -9007199254740992', '1:4 is an integer beyond 2^53'],
    ['one in hexadecimal', 'a: 0x20000000000001', '1:4 is an integer beyond 2^53'],
    ['one with an exponent', 'a: 1e300', '1:4 is an integer beyond 2^53'],
    ['more digits than are kept', 'a: 0.1000000000000000055', '1:4 is a number with more digits than are kept'],
    ['no number', 'a: .nan', '1:4 is a number that JSON does not have'],
    ['infinity', 'a: [-.inf]', '1:5 is a number that JSON does not have'],
    ['a number that overflows', 'a: 1e999', '1:4 is a number that JSON does not have'],
    ['a date', 'a: 2024-01-31', '1:4 is a date to other YAML parsers'],
    ['a time', 'a: 2001-12-14t21:59:43.10-05:00', '1:4 is a date to other YAML parsers'],
    ['a date for a key', '2024-01-31: a', '1:1 is a date to other YAML parsers'],
    ['half a surrogate pair', 'a: "\\ud800"', '1:4 contains half a surrogate pair'],
    ['half a surrogate pair in a key', '"\\udc00": 1', '1:1 contains half a surrogate pair'],
    ['another version', '%YAML 1.1\n---\na: yes', '1:1 is a directive that is not supported'],
    ['a tag directive', '%TAG ! tag:x:\n---\na: 1', '1:1 is a directive that is not supported'],
    ['a control character', 'a: b\u0007', '1:5 is a control character'],
    ['broken syntax', 'a: [1', '1:6 is not YAML: '],
    ['a stray bracket', 'a: 1\n]', '2:1 is not YAML: '],
    ['nothing', '', 'file is empty: it must contain YAML or JSON'],
    ['comments alone', '# a\n', 'file is empty: it must contain YAML or JSON'],
    ['an empty document', 'a: 1\n---\n', '2:4 is an empty document'],
    ['too many documents', '--- 1\n'.repeat(1001), '1001:5 is more than 1000 documents in one file'],
    ['depth', '['.repeat(101) + ']'.repeat(101), '1:101 is nested more than 100 levels deep'],
    ['great depth', '['.repeat(20_000), '1:'],
  ])('with %s is refused with the place and the reason', async (_case, text, message) => {
    const result = await read('a.yaml', text);
    expect(String(result).slice(0, message.length)).toBe(message);
  });

  it('with an alias bomb is refused before it is unpacked, and in one sentence', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => alias).join(', ')}]`);
    }
    expect(await read('bomb.yaml', lines.join('\n'))).toMatch(/^1:\d+ becomes a request of more than 1 MiB/);
  });

  it.each<[string, string, unknown]>([
    ['aliases', 'a: &a {x: 1}\nb: *a\nc: *a', { a: { x: 1 }, b: { x: 1 }, c: { x: 1 } }],
    ['an anchor that is defined anew', 'o: &o [&a 1]\nn: &a 2\np: *o\nq: *a', { o: [1], n: 2, p: [1], q: 2 }],
    ['an alias in what an alias stands for', 'a: &a 1\no: &o [*a]\nb: &a 2\np: *o', { a: 1, o: [1], b: 2, p: [1] }],
    [
      'keys that look like something else',
      '010: a\nnull: b\n1e3: c\n~: d',
      { '010': 'a', null: 'b', '1e3': 'c', '~': 'd' },
    ],
    ['the words of YAML 1.1', 'a: yes\nb: no\nc: on', { a: 'yes', b: 'no', c: 'on' }],
    ['the tags of the core', 'a: !!str 5\nb: !!int "5"\nc: !!map {}\nd: !!seq []', { a: '5', b: 5, c: {}, d: [] }],
    [
      'what only looks like a date',
      'a: 2024-01-31 was a day\nb: "2024-01-31"',
      { a: '2024-01-31 was a day', b: '2024-01-31' },
    ],
    [
      'values that nobody wrote',
      '? a\nb:\nc: {d, e: }\nf: [? g]',
      { a: null, b: null, c: { d: null, e: null }, f: [{ g: null }] },
    ],
    ['a quoted merge key', '"<<": 1', { '<<': 1 }],
    ['a pair of surrogates', 'a: "\\ud83d\\ude00"', { a: '😀' }],
    ['numbers', 'a: [1.50, 0o17, 0xff, 1e2, -0.0, 1.0, +12]', { a: [1.5, 15, 255, 100, -0, 1, 12] }],
    ['the version 1.2', '%YAML 1.2\n---\na: 1', { a: 1 }],
    ['a reference to its schema', '$schema: x.json\na: 1', { a: 1 }],
  ])('with %s is read', async (_case, text, value) => {
    expect(await read('a.yaml', text)).toEqual([value]);
  });

  it('keeps the key __proto__ as a key', async () => {
    const [value] = (await read('a.yaml', '__proto__: {a: 1}')) as [object];
    expect(quote(value)).toBe('{"__proto__":{"a":1}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('a JSON file', () => {
  it.each<[string, string, string]>([
    ['a trailing comma', '{"a": 1,\n}', '2:1 is not JSON: expected a key in double quotes, found "}"'],
    ['a trailing comma in a list', '[1,]', '1:4 is not JSON: expected a value, found "]"'],
    ['a comment of YAML', '{"a": 1} # done', '1:10 is a comment, which JSON does not have'],
    ['a comment of JavaScript', '{\n// a\n}', '2:1 is a comment, which JSON does not have'],
    ['a plain key', '{a: 1}', '1:2 is not JSON: expected a key in double quotes, found "a"'],
    ['single quotes', "{'a': 1}", '1:2 is not JSON: expected a key in double quotes'],
    ['a number with a zero before it', '{"a": 010}', '1:7 is not JSON: expected a value, found "0"'],
    ['a plus sign', '{"a": +1}', '1:7 is not JSON: expected a value, found "+"'],
    ['NaN', '{"a": NaN}', '1:7 is not JSON: expected a value, found "N"'],
    ['the name of a method', '{"a": toString}', '1:7 is not JSON: expected a value, found "t"'],
    ['a missing colon', '{"a" 1}', '1:6 is not JSON: expected ":", found "1"'],
    ['a second value', '{} {}', '1:4 is not JSON: expected the end, found "{"'],
    ['an end too early', '{"a": [1', '1:9 is not JSON: expected "," or "]", found the end'],
    ['an open text', '{"a": "b', '1:7 is a string without its closing quote'],
    ['an open text after a backslash', '{"a": "b\\', '1:7 is a string without its closing quote'],
    ['a line break in a text', '{"a": "b\nc"}', '1:9 is a control character, which a JSON string must escape'],
    ['an unknown escape', '{"a": "\\x41"}', '1:7 is a string with an escape that JSON does not have'],
    ['the same key twice', '{"a": 1, "\\u0061": 2}', '1:10 repeats the key "a"'],
    ['an integer beyond 2^53', '{"a": 12345678901234567890}', '1:7 is an integer beyond 2^53'],
    ['a number that overflows', '[1e400]', '1:2 is a number that JSON does not have'],
    ['a number that vanishes', '[1e-400]', '1:2 is a number with more digits than are kept'],
    ['half a surrogate pair', '["\\ud800"]', '1:2 contains half a surrogate pair'],
    ['nothing', ' \n', 'file is empty: it must contain YAML or JSON'],
    ['depth', '['.repeat(101), '1:101 is nested more than 100 levels deep'],
  ])('with %s is refused with the place and the reason', async (_case, text, message) => {
    for (const name of ['a.json', 'A.JSON']) {
      expect(String(await read(name, text)).slice(0, message.length)).toBe(message);
    }
  });

  it('is accepted or rejected exactly as by JSON.parse, however it is corrupted', async () => {
    const seeds = [valid, '[1.5e3, -0, true, false, null, "\\u00e9\\n\\"", {"": {}}, []]', '{\t"a":\r\n"b"}'];
    const cut = fc.tuple(
      fc.constantFrom(...seeds),
      fc.nat(),
      fc.nat(3),
      fc.constantFrom(...',:{}[]"\\0123e.-+ tfn\n\t#/'),
    );
    await fc.assert(
      fc.asyncProperty(cut, async ([seed, at, gone, put]) => {
        const start = at % seed.length;
        const text = seed.slice(0, start) + put + seed.slice(start + gone);
        const result = await read('a.json', text);
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          expect(result).toMatch(/^(\d+:\d+|file) is /);
          return;
        }
        if (typeof result === 'string') expect(result).toMatch(/repeats the key|integer beyond|surrogate|number/);
        else expect(result).toEqual([value]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['Latin-1', bytes('a: 1\nb: caf', [0xe9], '\n'), '2:7 is not UTF-8 (Latin-1, perhaps): save it as UTF-8'],
    ['Latin-1 after a byte order mark', bytes([0xef, 0xbb, 0xbf], 'b: ', [0xe9]), '1:4 is not UTF-8'],
    ['text cut off in a character', bytes('é: 😀a', [0xf0, 0x9f]), '1:7 is not UTF-8'],
    ['UTF-16', Buffer.from('\ufeffa: 1', 'utf16le'), '1:1 is UTF-16 or UTF-32: save it as UTF-8'],
    ['UTF-16 without a mark', Buffer.from('a: 1', 'utf16le'), '1:1 is UTF-16 or UTF-32'],
    ['UTF-16 the other way round', Buffer.from('\ufeffa: 1', 'utf16le').swap16(), '1:1 is UTF-16 or UTF-32'],
  ])('that is %s is refused', async (_case, content, message) => {
    for (const name of ['a.yaml', 'a.json']) {
      expect(String(await read(name, content)).slice(0, message.length)).toBe(message);
    }
  });

  it('may begin with a byte order mark, which does not count as part of the first line', async () => {
    expect(await read('a.yaml', '\ufeffa: 1')).toEqual([{ a: 1 }]);
    expect(await read('a.json', '\ufeff{"a": 1}')).toEqual([{ a: 1 }]);
    expect(await read('a.json', '\ufeff{"a": x}')).toMatch(/^1:7 /);
  });
});

describe('the size of a file', () => {
  it('is bounded before it is read, and so is what it becomes', async () => {
    expect(await read('a.yaml', `# ${'x'.repeat(maxInputBytes)}`)).toBe(
      'file is larger than 1280 KiB, the most that is read',
    );
    expect(await read('a.json', quote({ a: 'x'.repeat(1024 * 1024) }))).toMatch(
      /^1:\d+ becomes a request of more than 1 MiB/,
    );
    expect(await read('a.yaml', `a: ${'é'.repeat(530_000)}`)).toMatch(/^1:1 becomes a request of more than 1 MiB/);
    expect(await read('a.yaml', `# ${'x'.repeat(1_100_000)}\na: 1`)).toEqual([{ a: 1 }]);
  });

  it('takes linear time if each line is a key or a document', async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `key${index}: 1`).join('\n');
    expect(await read('a.yaml', many)).toEqual([parse(many, { uniqueKeys: false })]);
  }, 60_000);
});

describe('standard input', () => {
  const inputOf = async (stdin: Readable) => {
    const inputs: Input[] = [];
    for await (const input of readInputs('-', { stdin } as unknown as Terminal)) inputs.push(input);
    return inputs.map(({ file: name, value }) => [name, value]);
  };

  it('is YAML, JSON included, and called stdin', async () => {
    expect(await inputOf(Readable.from(['{"a":', ' 1}']))).toEqual([['stdin', { a: 1 }]]);
    expect(await inputOf(Readable.from([stringify({ a: ['é'] })]))).toEqual([['stdin', { a: ['é'] }]]);
  });

  it('that ends in the middle has its own error', async () => {
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('x'), { code: 'EIO' }));
      },
    });
    await expect(inputOf(broken)).rejects.toThrow('stdin cannot be read (EIO).');
  });
});
