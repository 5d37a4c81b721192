import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWithRef } from '../../scripts/diff/compare.ts';
import { markdown } from '../../scripts/diff/report.ts';
import { describeWithChromium } from '../support/chromium.ts';
import { applyEdit, type Edit } from '../support/edit.ts';
import { scratchCopy } from '../support/scratch.ts';

/** A repository with the project in its first commit; each pull request starts there. */
const folder = scratchCopy();
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const diff = (...args: string[]) => run(process.execPath, 'scripts/diff/main.ts', 'main', ...args);

beforeAll(() => {
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  const commit = [...identity, 'commit', '--quiet', '--message', 'The contract as it is'];
  for (const args of [['init', '--quiet', '--initial-branch', 'main'], ['add', '--all'], commit])
    expect(run('git', ...args)).toMatchObject({ status: 0 });
});

const schemas = 'components/schemas';
const input = `${schemas}/IterationInput.yaml`;
const output = `${schemas}/IterationRep.yaml`;
const edits = {
  required: [
    {
      file: input,
      at: ['allOf', 0, 'required'],
      set: ['hypothesis', 'metrics', 'treatments', 'flags', 'randomizationUnit'],
    },
  ],
  widened: [{ file: output, at: ['properties', 'status', 'enum', 3], set: 'archived' }],
  // Without the mark the type takes the listed values alone, and code that handles others no longer compiles.
  closed: [{ file: output, at: ['properties', 'status', 'x-open-enum'] }],
  renamed: [{ file: `${schemas}/TreatmentInput.yaml`, at: ['properties', 'allocationPercent'], rename: 'percent' }],
  shared: [{ file: `${schemas}/ErrorMessage.yaml`, at: ['type'], set: ['string', 'null'] }],
  words: [{ file: input, at: ['allOf', 0, 'properties', 'hypothesis', 'description'], set: 'What you expect.' }],
  added: [{ file: output, at: ['properties', 'archived'], set: { type: 'boolean', description: 'Whether.' } }],
  moved: [{ file: 'components/parameters.yaml', at: ['projectKey', 'style'], set: 'simple' }],
} satisfies { [name: string]: Edit[] };

/** Puts the copy into the state of a pull request that changes the contract. */
function propose(name: keyof typeof edits): void {
  run('git', 'checkout', '--quiet', '--force', '-B', 'change', 'main');
  for (const edit of edits[name]) applyEdit(join(folder, 'spec'), edit);
}

const comments = new Map<string, { isGreen: boolean; report: string }>();

/** The comment on a pull request. Each is compared once, in this process: the compiler takes long to load. */
async function comment(name: keyof typeof edits): Promise<{ isGreen: boolean; report: string }> {
  const known = comments.get(name);
  if (known) return known;
  propose(name);
  const made = await compared();
  comments.set(name, made);
  return made;
}

/** The comment on the copy as it is. */
async function compared(): Promise<{ isGreen: boolean; report: string }> {
  const project = process.cwd();
  process.chdir(folder);
  try {
    const report = await compareWithRef('main');
    return { isGreen: report.isAcknowledged, report: markdown(report) };
  } finally {
    process.chdir(project);
  }
}

describe('a comment says first what breaks whom, on which line, and which version that needs', () => {
  it.each<[keyof typeof edits, 'green' | 'red', string, string[]]>([
    [
      'required',
      'red',
      'Breaking: needs 0.2.0, not acknowledged',
      [
        '- createIteration, request: `randomizationUnit` is now required: requests that leave it out are rejected (`spec/components/schemas/IterationInput.yaml:',
        "- `test/types/contract.ts:32` Property 'randomizationUnit' is missing in type",
      ],
    ],
    [
      'widened',
      'green',
      'Compatible: needs 0.1.1',
      [
        '- createIteration, response 200: `status` now also allows `archived`, and at 6 other places (`spec/components/schemas/IterationRep.yaml:',
        '  - getExperiment, response 200: `currentIteration.status`, `draftIteration.status`, `previousIterations[].status`',
      ],
    ],
    [
      'renamed',
      'red',
      'Breaking: needs 0.2.0, not acknowledged',
      [
        '- createIteration, request: `treatments[].allocationPercent` is gone, and `percent`, which looks the same, is new: what clients send there is no longer understood (`spec/components/schemas/TreatmentInput.yaml:',
      ],
    ],
    [
      'shared',
      'red',
      'Breaking: needs 0.2.0, not acknowledged',
      [
        '- createIteration, response 400: `message` is now null or a string, was a string, and at 16 other places: code gets values that it was not written for (`spec/components/schemas/ErrorMessage.yaml:1`)',
      ],
    ],
    [
      'words',
      'green',
      'Docs only: needs 0.1.1',
      ['<summary>Docs: 1</summary>\n\n- createIteration, request: `hypothesis` changes its `description` ('],
    ],
    ['added', 'green', 'Compatible: needs 0.1.1', ['- createIteration, response 200: `archived` is new, and at ']],
    ['moved', 'green', 'No change', []],
  ])('%s: %s, %s', async (name, color, verdict, lines) => {
    const { isGreen, report } = await comment(name);
    expect(isGreen ? 'green' : 'red', report).toBe(color);
    expect(report.split('\n')[0]).toBe(`## ${verdict}`);
    for (const line of lines) expect(report).toContain(line);
  });

  it('a type that code no longer compiles with is breaking, whatever the table says', async () => {
    const { isGreen, report } = await comment('closed');
    expect(report.split('\n')[0]).toBe('## Breaking: needs 0.2.0, not acknowledged');
    expect(report).toContain('### Code that compiled before does not compile');
    expect(isGreen).toBe(false);
  });

  describeWithChromium('as a picture of the width of GitHub', (launch) => {
    it('is no longer than 40 lines while its folds are closed', async () => {
      // Kept for whoever wants to see it.
      mkdirSync('dist/spec-diff-sample', { recursive: true });
      const browser = await launch();
      const page = await browser.newPage({ viewport: { width: 830, height: 600 } });
      for (const name of ['required', 'widened', 'renamed', 'shared', 'words'] as const) {
        const { report } = await comment(name);
        await page.setContent(
          `<style>${style}</style><body>${await marked.parse(report.replaceAll('[!CAUTION]', '<b>Caution</b><br>'))}`,
        );
        expect(await page.locator('h2').innerText(), report).toMatch(/: needs 0\./);
        const lines = await page.evaluate(() => document.body.getBoundingClientRect().height / 21);
        await page.screenshot({ path: `dist/spec-diff-sample/${name}.png`, fullPage: true });
        expect(lines, name).toBeLessThanOrEqual(40);
        expect(await page.locator('details[open]').count()).toBe(0);
      }
      await browser.close();
    });
  });
});

/** As GitHub sets a comment. */
const style = `body { font: 14px/1.5 sans-serif; width: 780px; margin: 16px } h2 { font-size: 21px; border-bottom: 1px solid #ddd }
  h3 { font-size: 17px } ul { padding-left: 28px } code { font-size: 85%; background: #eee; padding: 2px 4px; border-radius: 4px }
  blockquote { margin: 0; padding: 0 1em; border-left: 4px solid #d1242f } details { margin: 8px 0 }`;

describe('a pull request that breaks', () => {
  beforeAll(() => {
    propose('required');
  });

  it('leaves its report to the jobs that follow, and is annotated on the line that breaks', () => {
    const { status, output } = diff('--format', 'github-actions', '--write', 'dist/spec-diff');
    expect(status).toBe(1);
    expect(output).toMatch(
      /^::error file=spec\/components\/schemas\/IterationInput\.yaml,line=\d+,title=Breaks requests::createIteration, request: randomizationUnit is now required/m,
    );
    expect(readFileSync(join(folder, 'dist/spec-diff/report.md'), 'utf8')).toContain('## Breaking: needs 0.2.0');
    expect(JSON.parse(readFileSync(join(folder, 'dist/spec-diff/report.json'), 'utf8'))).toMatchObject({
      bump: 'major',
      needs: '0.2.0',
      changes: [{ affects: 'requests', file: 'spec/components/schemas/IterationInput.yaml' }],
    });
  });

  it('is red in `make diff` too', () => {
    // The copy shares its packages with the project: they are not to be installed again, which would empty them.
    expect(existsSync('node_modules/.package-lock.json')).toBe(true);
    expect(run('make', '--silent', '--old-file=node_modules/.package-lock.json', 'diff', 'BASE=main')).toMatchObject({
      status: 2, // Make's own, for a command that failed.
      output: expect.stringContaining('Breaking: needs 0.2.0, not acknowledged'),
    });
  });

  it('is green once info.version acknowledges it', async () => {
    applyEdit(join(folder, 'spec'), { file: 'openapi.yaml', at: ['info', 'version'], set: '0.2.0' });
    const { isGreen, report } = await compared();
    expect(isGreen, report).toBe(true);
    expect(report).toContain('acknowledged by info.version 0.2.0');
    applyEdit(join(folder, 'spec'), { file: 'openapi.yaml', at: ['info', 'version'], set: '0.1.0' });
  });

  it('is green once a new line of the CHANGELOG acknowledges it', async () => {
    const path = join(folder, 'CHANGELOG.md');
    const before = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      before.replace(/(## .*Unreleased\n)/, '$1\n### Changed\n\n- **Breaking:** the unit is required.\n'),
    );
    const { isGreen, report } = await compared();
    expect(isGreen, report).toBe(true);
    expect(report).toContain('acknowledged by the CHANGELOG');
    writeFileSync(path, before);
  });
});

it('a ref without a contract is not reported as a break', () => {
  expect(run(process.execPath, 'scripts/diff/main.ts', 'no-such-ref')).toMatchObject({
    status: 2,
    output: expect.stringContaining('no-such-ref'),
  });
});
