import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCache } from '../../scripts/generate/cache.ts';
import { applyEdit } from '../support/edit.ts';
import { scratchCopy } from '../support/scratch.ts';

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
const names = ['openapi.yaml', 'openapi.json', 'schema.d.ts'];
const generated = () => names.map((name) => read(`generated/${name}`));

const stack = /^\s+at .*:\d+:\d+/m;

/** Runs something while the root of spec/ is another one. */
function withRoot(change: (spec: string) => string, run: () => void): void {
  const path = join(folder, 'spec/openapi.yaml');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, change(before));
  try {
    run();
  } finally {
    writeFileSync(path, before);
  }
}

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

  it('takes the work that depends on a file that a step imports', () => {
    const now = new Date();
    utimesSync(join(folder, 'scripts/generate/literal.ts'), now, now);
    const steps = redone(generate()).map((line) => line.split(':')[0]);
    expect(steps).toEqual(expect.arrayContaining(['operations', 'examples', 'validators']));
    expect(steps).not.toContain('constants');
  });

  it('takes a damaged cache for none', () => {
    const project = process.cwd();
    mkdirSync(join(folder, '.cache'), { recursive: true });
    process.chdir(folder);
    try {
      for (const cache of ['{', 'null']) {
        writeFileSync('.cache/generate.json', cache);
        expect(readCache()).toEqual({});
      }
    } finally {
      process.chdir(project);
    }
    writeFileSync(join(folder, '.cache/generate.json'), '{"bundle": 5}');
    const run = generate();
    expect(run.status).toBe(0);
    expect(redone(run).every((line) => line.endsWith(': redone, nothing changed'))).toBe(true);
    expect(linesOf(run)).toEqual(redone(run));
  });

  it('makes anew what was edited while it was made', () => {
    const retitled = (text: string) => (spec: string) => spec.replace(/^( {2}title: ).*$/m, `$1${text}`);
    withRoot(retitled('First'), () => {
      const script = `import { readFileSync, writeFileSync } from 'node:fs';
        import { steps } from './scripts/generate/steps.ts';
        const [bundle] = steps;
        const { run } = bundle;
        bundle.run = async (input) => {
          const texts = await run(input);
          const spec = readFileSync('spec/openapi.yaml', 'utf8');
          writeFileSync('spec/openapi.yaml', spec.replace('title: First', 'title: Second'));
          return texts;
        };
        await import('./scripts/generate.ts');`;
      writeFileSync(join(folder, 'edit-while-generating.ts'), script);
      expect(spawnSync(process.execPath, ['edit-while-generating.ts'], { cwd: folder }).status).toBe(0);
      rmSync(join(folder, 'edit-while-generating.ts'));
      expect(read('generated/openapi.yaml')).toContain('title: First');
      generate();
      expect(read('generated/openapi.yaml')).toContain('title: Second');
    });
  });

  it('is made anew by a watch as soon as a file of spec/ is saved, a new one included, also after a mistake', async () => {
    const watching = spawn(process.execPath, ['scripts/generate.ts', '--watch'], { cwd: folder });
    let output = '';
    for (const stream of [watching.stdout, watching.stderr]) stream.on('data', (chunk) => (output += chunk));
    const soon = (assert: () => void) => vi.waitFor(assert, { timeout: 60_000, interval: 20 });
    const printed = (text: string) => soon(() => expect(output).toContain(text));
    const made = (text: RegExp) => soon(() => expect(read('generated/openapi.yaml')).toMatch(text));
    const path = join(folder, 'spec/openapi.yaml');
    const before = readFileSync(path, 'utf8');
    const added = join(folder, 'spec/components/schemas/Added.yaml');
    try {
      await printed('Waiting for a change');
      writeFileSync(path, before.replace(/^ {2}title: .*$/m, '  title: ['));
      await printed('spec/ has mistakes');
      writeFileSync(added, 'type: string\n');
      const schemas = '  schemas:\n    Added:\n      $ref: components/schemas/Added.yaml\n';
      writeFileSync(
        path,
        before.replace(/^ {2}title: .*$/m, '  title: Watched').replace(/^components:\n/m, `components:\n${schemas}`),
      );
      await made(/Watched/);
      await made(/Added:\n {6}type: string/);
      writeFileSync(added, 'type: integer\n');
      await made(/Added:\n {6}type: integer/);
    } finally {
      watching.kill();
      rmSync(added, { force: true });
      writeFileSync(path, before);
      generate();
    }
  });

  it.each([
    ['YAML that cannot be read', /^ {2}title: .*$/m, '  title: [', 'openapi.yaml'],
    ['a reference to nothing', /^paths:$/m, 'paths:\n  /nowhere: {$ref: paths/nowhere.yaml}', 'nowhere.yaml'],
    ['a name that nobody knows', /^servers:$/m, 'serverz:', 'serverz'],
  ])('prints the report about %s, without a stack', (_title, line, replacement, place) => {
    withRoot(
      (spec) => spec.replace(line, replacement),
      () => {
        const { status, output } = generate();
        expect(status).toBe(1);
        expect(output).toContain(place);
        expect(output).not.toMatch(stack);
      },
    );
  });

  it('says of a schema that no validator knows where it is, without a stack', () => {
    const path = join(folder, 'spec/components/schemas/Link.yaml');
    const before = readFileSync(path, 'utf8');
    applyEdit(join(folder, 'spec'), {
      file: 'components/schemas/Link.yaml',
      at: ['properties', 'href', 'minLength'],
      set: 1,
    });
    const { status, output } = generate();
    writeFileSync(path, before);
    expect(status).toBe(1);
    expect(output).toContain('spec/ has a mistake: Link.href has minLength, which the validators do not know.');
    expect(output).not.toMatch(stack);
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

  it('is stale when a byte of any file is edited', () => {
    generate();
    const before = generated();
    for (const name of names) appendFileSync(join(folder, 'generated', name), ' ');
    const { status, output } = generate('--check');
    expect(status).toBe(1);
    for (const name of names) expect(output).toContain(`stale: generated/${name} is not what spec/ gives`);
    expect(output).toContain('Run `make generate` to fix this.');
    expect(generated()).toEqual(before.map((text) => `${text} `));
    generate();
    expect(generated()).toEqual(before);
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
    expect(existsSync(join(folder, 'generated/schema.d.ts'))).toBe(true);
  });
});
