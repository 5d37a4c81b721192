import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { examples, scratchFolder, valid } from './files.ts';
import { command } from './terminal.ts';

const { file, folder, remove } = scratchFolder();
afterAll(remove);

const documented = 'test/fixtures/documented-request.json';
const uneven = stringify({
  ...(examples['two-treatments'] as object),
  treatments: [
    { name: 'A', baseline: true, allocationPercent: '60', parameters: [] },
    { name: 'B', baseline: false, allocationPercent: '60', parameters: [] },
  ],
});
const lines = (text: string) => text.trim().split('\n');

describe('the report of validate', () => {
  it('has errors and advice of the documented request in the order of their places, each with its own', async () => {
    const { code, out, err } = await command(['validate', documented]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(lines(out)).toEqual([
      `error: ${documented}:1:1 primarySingleMetricKey or primaryFunnelKey must be present; both may be.`,
      expect.stringMatching(`^advice: ${documented}:8:17 .* \\(/treatments\\)$`),
      expect.stringMatching(`^advice: ${documented}:8:17 .* sum to 10.* \\(/treatments\\)$`),
      expect.stringMatching(`^advice: ${documented}:15:22 .* \\(/treatments/0/parameters/0/flagKey\\)$`),
      expect.stringMatching(`^error: ${documented}:21:12 flags must be an object.* \\(/flags\\)$`),
      'invalid: 2 errors, 3 pieces of advice in 1 iteration',
    ]);
  });

  it('has every document of every file, by the names of the files', async () => {
    const many = file('b.yaml', `hypothesis: 1\n---\n${valid}\n---\nhypothesis: 2\n`);
    const first = file('a.json', '{"hypothesis": 1}');
    const { code, out } = await command(['validate', many, first]);
    expect(code).toBe(1);
    const places = lines(out).flatMap((line) => /hypothesis must be/.exec(line) && line.split(' ')[1]);
    expect(places.filter(Boolean)).toEqual([
      `${first}:1:16`,
      `${many}:1:13`,
      expect.stringMatching(/b\.yaml:\d\d+:13$/),
    ]);
    expect(lines(out).at(-1)).toContain('in 4 iterations');
  });

  it('continues after a file that cannot be read, and fails with the code for wrong usage', async () => {
    const { code, out } = await command(['validate', `${folder}/a-nowhere.json`, file('z.json', '{}')]);
    expect(code).toBe(2);
    expect(lines(out)[0]).toBe(`error: ${folder}/a-nowhere.json cannot be read (ENOENT).`);
    expect(out).toContain(`error: ${folder}/z.json:1:1 flags must be present.`);
    expect(lines(out).at(-1)).toMatch(/^unreadable: 1 file cannot be read; \d errors/);
  });

  it('fails on advice too, with --strict', async () => {
    const path = file('uneven.yaml', uneven);
    expect(await command(['validate', path])).toMatchObject({ code: 0, out: expect.stringContaining('sum to 120') });
    expect(await command(['validate', '--strict', path])).toMatchObject({ code: 1 });
    expect(await command(['validate', '--strict', file('even.json', valid)])).toMatchObject({ code: 0 });
  });

  it('is one object of JSON', async () => {
    const { code, out } = await command(['validate', '--format', 'json', '-', `${folder}/none`], {
      input: '{"hypothesis": 5}',
    });
    expect(code).toBe(2);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ verdict: 'unreadable', iterations: 1, unreadable: 1 });
    expect(report.documents).toMatchObject([
      { file: 'stdin', line: 1, column: 1, advice: [] },
      { file: `${folder}/none`, unreadable: 'cannot be read (ENOENT).' },
    ]);
    expect(report.documents[0].issues).toContainEqual(
      expect.objectContaining({ pointer: '/hypothesis', line: 1, column: 16 }),
    );
  });

  it('annotates the lines of a pull request', async () => {
    const path = file('100%,a:b.yaml', uneven.replace(/^hypothesis: .*/m, 'hypothesis: 5'));
    const { code, out } = await command(['validate', '--format', 'github-actions', path]);
    expect(code).toBe(1);
    const name = `${folder}/100%25%2Ca%3Ab.yaml`;
    expect(lines(out)).toContainEqual(
      `::error file=${name},line=1,col=13::hypothesis must be a string, but is an integer: write "5". (/hypothesis)`,
    );
    expect(out).toMatch(/^::warning file=.*,line=\d+,col=\d+::The allocationPercent/m);
  });

  it('is bounded, and says how much more there is', async () => {
    const many = { ...(JSON.parse(valid) as object), metrics: Array.from({ length: 500 }, () => ({ key: 5 })) };
    const { out } = await command(['validate', file('many.json', JSON.stringify(many))]);
    expect(lines(out).length).toBeLessThan(110);
    expect(out).toMatch(/^and 40\d more in .*many\.json$/m);
    expect(lines(out).at(-1)).toMatch(/^invalid: 500 errors/);
  });
});

describe('validate', () => {
  it('takes a valid iteration in JSON and in YAML, from a file and from standard input', async () => {
    const yaml = stringify(examples['stratified']);
    for (const args of [[file('iteration.json', valid)], [file('iteration.yaml', yaml)]]) {
      expect(await command(['validate', ...args])).toMatchObject({ code: 0, err: '' });
    }
    for (const args of [['-'], []]) {
      expect(await command(['validate', ...args], { input: yaml })).toMatchObject({ code: 0 });
    }
  });

  it('prints its help instead of waiting for input on a terminal', async () => {
    const { code, err } = await command(['validate'], { isTTY: true });
    expect(code).toBe(2);
    expect(err).toContain('Usage: ');
  });

  it('wraps and colors lines only on a terminal, and never colors with NO_COLOR', async () => {
    const style = '\u001b[';
    const input = '{}';
    const narrow = await command(['validate', '-'], { input, isTTY: true, columns: 40 });
    expect(narrow.out).toContain(style);
    const shown = stripVTControlCharacters(narrow.out).split('\n');
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect((await command(['validate', '-'], { input })).out).not.toContain(style);
    const plain = await command(['validate', '-'], { input, isTTY: true, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain(style);
  });
});
