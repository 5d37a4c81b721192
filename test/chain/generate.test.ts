import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEdit } from '../../scripts/edit.ts';
import { scratchCopy } from '../../scripts/scratch.ts';

let folder: string;
beforeAll(() => {
  folder = scratchCopy();
});
afterAll(() => rmSync(folder, { recursive: true }));

function generate(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/generate.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const linesOf = ({ output }: { output: string }) => output.trim().split('\n');
const redone = (run: { output: string }) => linesOf(run).filter((line) => !line.endsWith(': up to date'));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const generated = () => ['openapi.yaml', 'openapi.json', 'schema.d.ts'].map((name) => read(`generated/${name}`));

describe('generated/', () => {
  it('is committed fresh', () => {
    expect(generate('--check')).toMatchObject({ status: 0, output: 'generated/ is fresh\n' });
  });

  it('is the same however often it is made', () => {
    const committed = generated();
    generate();
    expect(generated()).toEqual(committed);
    rmSync(join(folder, '.cache'), { recursive: true });
    rmSync(join(folder, 'generated'), { recursive: true });
    generate();
    expect(generated()).toEqual(committed);
  });

  it('takes no work when nothing changed', () => {
    generate();
    expect(linesOf(generate()).every((line) => line.endsWith(': up to date'))).toBe(true);
  });

  it('takes only the work that depends on a touched file', () => {
    const now = new Date();
    utimesSync(join(folder, 'spec/components/schemas/Link.yaml'), now, now);
    expect(redone(generate())).toEqual(['bundle: redone, nothing changed']);
    utimesSync(join(folder, 'scripts/generate/types.ts'), now, now);
    expect(redone(generate())).toEqual(['types: redone, nothing changed']);
  });

  it('follows a change of the contract', () => {
    const edit = {
      file: 'components/schemas/Link.yaml',
      at: ['properties', 'href', 'description'],
      set: 'Where it is.',
    };
    applyEdit(join(folder, 'spec'), edit);
    expect(generate('--check')).toMatchObject({ status: 1 });
    expect(generate().output).toContain('types: wrote generated/schema.d.ts');
    expect(read('generated/schema.d.ts')).toContain('Where it is.');
    expect(generate('--check')).toMatchObject({ status: 0 });
  });

  it.each(['openapi.yaml', 'openapi.json', 'schema.d.ts'])('is stale when a byte of %s is edited', (name) => {
    const path = join(folder, 'generated', name);
    const before = readFileSync(path, 'utf8');
    appendFileSync(path, ' ');
    const { status, output } = generate('--check');
    expect(status).toBe(1);
    expect(output).toContain(`stale: generated/${name} is not what spec/ gives`);
    expect(output).toContain('Mend it with: make generate');
    expect(readFileSync(path, 'utf8')).toBe(`${before} `);
    generate();
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('is stale when a file is missing or nobody writes it', () => {
    rmSync(join(folder, 'generated/schema.d.ts'));
    writeFileSync(join(folder, 'generated/old.ts'), '');
    const { status, output } = generate('--check');
    expect(status).toBe(1);
    expect(output).toContain('stale: generated/schema.d.ts is missing');
    expect(output).toContain('stale: generated/old.ts is written by no step; remove it');
    expect(existsSync(join(folder, 'generated/schema.d.ts'))).toBe(false);
    rmSync(join(folder, 'generated/old.ts'));
    generate();
    expect(generate('--check').status).toBe(0);
  });
});
