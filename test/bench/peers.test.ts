import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figures } from '../../bench/main.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read('bench/package.json');
const text = readFileSync('bench/package-lock.json', 'utf8');
const lock: { packages: Record<string, { version?: string; dependencies?: object; integrity?: string }> } =
  JSON.parse(text);

describe('the peers of the benchmark', () => {
  it('are named by exact versions', () => {
    for (const version of Object.values(manifest.dependencies)) {
      expect(version).toMatch(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/);
    }
    expect(Object.keys(manifest.dependencies).length).toBeGreaterThan(5);
  });

  it('are locked by hash, without URLs', () => {
    const { '': root, ...installed } = lock.packages;
    expect(root?.dependencies).toEqual(manifest.dependencies);
    for (const [path, { version, integrity }] of Object.entries(installed)) {
      expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
      expect(integrity, path).toMatch(/^sha512-/);
    }
    expect(text).not.toContain('"resolved"');
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('are in no other manifest, but what the project itself needs', () => {
    const root = read('package.json');
    const shared = Object.keys(manifest.dependencies).filter((name) => name in root.devDependencies);
    expect(shared).toEqual(['typescript']);
    expect(manifest.dependencies.typescript).toBe(root.devDependencies.typescript);
  });
});

it('the figures are the modules of bench/figures/', () => {
  expect(readdirSync('bench/figures').map((name) => name.replace('.ts', ''))).toEqual(figures.toSorted());
});
