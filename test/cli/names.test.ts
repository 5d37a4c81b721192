import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command } from './terminal.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const documented = 'test/fixtures/documented-request.json';

describe('the name of the command', () => {
  it('is that of the package as well, which is what npx runs', () => {
    expect(manifest.bin[manifest.name]).toBe(manifest.bin['ld-iteration']);
  });

  it('is passed to npx only as a package of the project: any other could be a stranger’s', () => {
    const known = [manifest.name, ...Object.keys({ ...manifest.devDependencies, ...manifest.peerDependencies })];
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
    const calls = tracked
      .filter(
        (path) =>
          /\.(md|ya?ml|hbs|mdx?|astro|json)$|^src\/|Makefile|Dockerfile/.test(path) && !/lock|^generated\//.test(path),
      )
      .flatMap((path) => {
        const text = readFileSync(path, 'utf8');
        return [...text.matchAll(/\bnpx ((?:-\S+ )*)([@\w][^\s`@'",)]*)/g)].map(([, , name = '']) => ({ path, name }));
      });
    expect(calls.length).toBeGreaterThan(5);
    const prose = ['is', 'runs', 'takes'];
    expect(calls.filter(({ name }) => !known.includes(name) && !prose.includes(name))).toEqual([]);
  });
});

describe('the hook for pre-commit', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
  const [bin, ...args] = hook.entry.split(' ');

  it('runs a command that the package has, on files', async () => {
    expect(Object.keys(manifest.bin)).toContain(bin);
    expect(await command([...args, documented, documented])).toMatchObject({ code: 1 });
  });

  it.each<[string, boolean]>([
    ['iteration.yaml', true],
    ['a/b/iteration.json', true],
    ['checkout.iteration.yml', true],
    ['iterations/checkout.yaml', true],
    ['package.json', false],
    ['reiteration.yaml', false],
  ])('is for files such as %s: %s', (path, isFor) => {
    expect(new RegExp(hook.files).test(path)).toBe(isFor);
  });
});
