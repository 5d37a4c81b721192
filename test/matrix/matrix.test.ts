import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Cell, tryCells } from './cell.ts';
import { compile, expectPrinted, settings } from './checks.ts';
import { cellsOf } from './main.ts';
import { setups } from './setups.ts';
import { bun, compilers, deno, nodes, pathOf } from './tools.ts';

const { engines, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'matrix-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const green: Cell = { what: 'works', environment: 'Node', attempt: async () => {} };
const red: Cell = {
  what: 'breaks',
  environment: 'Deno',
  attempt: async () => {
    throw new Error('no such thing');
  },
};

/** The cells of the matrix, tried on nothing. */
const listed = () => cellsOf('no.tgz', folder, folder).map(({ what, environment }) => `${what}: ${environment}`);

describe('the table of the matrix', () => {
  it('is green when every cell is', async () => {
    const lines: string[] = [];
    expect(await tryCells([green, green], (line) => lines.push(line))).toBe(true);
    expect(lines).toEqual([
      'what  | environment | result',
      'works | Node        | green',
      'works | Node        | green',
      '2 cells, 2 green',
    ]);
  });

  it('is not green when a cell is red, and says why', async () => {
    const lines: string[] = [];
    expect(await tryCells([red, green], (line) => lines.push(line))).toBe(false);
    expect(lines).toEqual([
      'what   | environment | result',
      'breaks | Deno        | red',
      'works  | Node        | green',
      '\nred: breaks, Deno\n  no such thing',
      '\n2 cells, 1 green',
    ]);
  });

  it('is not green without a cell', async () => {
    expect(await tryCells([], () => {})).toBe(false);
  });
});

describe('a cell', () => {
  it('is red for a runtime that is not on this machine', () => {
    expect(() => pathOf({ name: 'Node 0.8', file: 'node-0.8-*/bin/node' })).toThrow(
      /^Node 0\.8 is not in \.cache\/matrix/,
    );
  });

  it('is red for a program that prints something else, or nothing, or fails', async () => {
    const prints = (program: string) => expectPrinted(process.execPath, ['-e', program], folder, ['not_started']);
    await expect(prints(`console.log('["not_started"]')`)).resolves.toBeUndefined();
    await expect(prints(`console.log('["running"]')`)).rejects.toThrow('but should print\n  ["not_started"]');
    await expect(prints('')).rejects.toThrow('but should print');
    await expect(prints(`console.log('["not_started"]'); process.exit(1)`)).rejects.toThrow('not_started');
  });

  it.each(['tsconfig.json', 'tsconfig.page.json'])('is red for a declaration that breaks %s', async (config) => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const setting = settings[0] ?? expect.unreachable();
    for (const name of ['tsconfig.json', 'tsconfig.page.json']) {
      const text = name === config ? 'export declare const value: Missing;' : 'export declare const value: string;';
      writeFileSync(join(folder, `${name}.d.ts`), text);
      const compilerOptions = {
        noEmit: true,
        strict: true,
        skipLibCheck: false,
        types: [],
        target: 'es2022',
        lib: ['es2022'],
      };
      writeFileSync(join(folder, name), JSON.stringify({ compilerOptions, files: [`${name}.d.ts`] }));
    }
    await expect(compile(tsc, folder, setting)).rejects.toThrow("Cannot find name 'Missing'");
  });
});

describe('the matrix', () => {
  it('starts at the oldest Node that engines allows', () => {
    const [, oldest] = /^>=(\d+\.\d+)$/.exec(engines.node) ?? [];
    expect(nodes[0]?.name).toMatch(new RegExp(`^Node ${oldest}\\.\\d+$`));
    expect(nodes.map(({ name }) => name.split('.')[0])).toEqual(['Node 20', 'Node 22', 'Node 24', 'Node 26']);
  });

  it('compiles in every way under every line of TypeScript', () => {
    const lines = compilers.map(({ name }) => name.replace(/\.\d+$/, ''));
    expect(lines).toEqual(['TypeScript 5.4', 'TypeScript 5.9', 'TypeScript 6.0', 'TypeScript 7.0']);
    expect(settings).toHaveLength(4);
    expect(listed().filter((cell) => cell.startsWith('compiles, '))).toHaveLength(16);
  });

  it('runs in Bun, Deno and Chromium as well', () => {
    for (const runtime of ['Bun', 'Deno', 'Chromium', ...nodes.map(({ name }) => name)]) {
      expect(
        listed().filter((cell) => cell.startsWith('calls the mock') && cell.includes(`: ${runtime}`)),
      ).toHaveLength(1);
    }
    expect(new Set(listed()).size).toBe(listed().length);
  });

  it('closes connections in every runtime', () => {
    const environments = listed().flatMap((cell) => (/connections die/.test(cell) ? [cell.split(': ')[1]] : []));
    expect(environments).toEqual([...nodes, bun, deno].map(({ name }) => name));
  });

  it('imports, in its consumers, every entry that has types or code', () => {
    const consumer = 'test/package/consumer';
    const sources = readdirSync(consumer).filter((name) => name.endsWith('.ts'));
    const text = sources.map((name) => readFileSync(join(consumer, name), 'utf8')).join('\n');
    const imported = [...text.matchAll(/from 'launchdarkly-iteration-contract(.*?)'/g)].map(([, path]) => `.${path}`);
    const entries = Object.entries(exports).filter(([, target]) => typeof target === 'object');
    expect(entries.length).toBeGreaterThan(5);
    for (const [entry] of entries) expect(imported).toContain(entry);
  });

  it('runs every set-up of the mock that there is', () => {
    const { scripts } = JSON.parse(readFileSync('test/setups/package.json', 'utf8'));
    expect(Object.keys(setups)).toEqual(Object.keys(scripts));
    expect(listed().filter((cell) => cell.startsWith('the mock, set up'))).toHaveLength(Object.keys(setups).length);
  });

  it.each(['test/matrix', 'test/setups'])('has in %s a manifest and a lock, exact and without an address', (home) => {
    const manifest = JSON.parse(readFileSync(`${home}/package.json`, 'utf8'));
    const text = readFileSync(`${home}/package-lock.json`, 'utf8');
    const named = { ...manifest.dependencies, ...manifest.optionalDependencies };
    const lock = JSON.parse(text);
    expect(text).not.toMatch(/"resolved"/);
    for (const [name, wanted] of Object.entries(named as Record<string, string>)) {
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({
        version: wanted.replace(/^npm:.*@/, ''),
        integrity: expect.stringMatching(/^sha512-/),
      });
    }
  });
});
