import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEdit, type Edit } from '../../scripts/edit.ts';
import { scratchCopy } from '../../scripts/scratch.ts';
import { describeWithChromium } from '../support/chromium.ts';

/** A repository with the project in its first commit; each pull request starts there. */
const folder = scratchCopy();
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function commit(message: string): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  for (const args of [
    ['add', '--all'],
    [...identity, 'commit', '--quiet', '--message', message],
  ]) {
    expect(run('git', ...args)).toMatchObject({ status: 0 });
  }
}

const diff = (...args: string[]) => run('npm', 'run', '--silent', 'diff', '--', 'main', ...args);

beforeAll(() => {
  run('git', 'init', '--quiet', '--initial-branch', 'main');
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  commit('The contract as it is');
});

/** Starts a pull request that changes the contract. */
function pullRequest(...edits: Edit[]): void {
  run('git', 'checkout', '--quiet', '--force', '-B', 'change', 'main');
  for (const edit of edits) applyEdit(join(folder, 'spec'), edit);
}

const percentIsNumber: Edit = {
  file: 'components/schemas/TreatmentInput.yaml',
  at: ['properties', 'allocationPercent', 'type'],
  set: 'number',
};
const newProperty: Edit = {
  file: 'components/schemas/IterationRep.yaml',
  at: ['properties', 'archived'],
  set: { type: 'boolean', description: 'Whether the iteration is archived.' },
};

describe('a pull request that breaks callers', () => {
  beforeAll(() => pullRequest(percentIsNumber, newProperty));

  it('is red, and its comment says first what breaks whom, where, and what TypeScript makes of it', () => {
    const { status, output } = diff('--format', 'markdown', '--write', 'dist/spec-diff');
    expect(status, output).toBe(1);
    const [title, , counts] = output.split('\n');
    expect(title).toBe('## Breaking: demands a major bump (a minor one below 1.0.0); not admitted');
    expect(counts).toBe('`main` → `the working tree`: **1** breaking, **1** compatible, **0** in words and examples.');
    expect(output).toContain(
      '- Request: `treatments[].allocationPercent` now a number, was a string: every existing caller must change ' +
        '(`spec/components/schemas/TreatmentInput.yaml:12`)',
    );
    expect(output).toContain('- Answer 200: `archived` is new (`spec/components/schemas/IterationRep.yaml:');
    expect(output).toContain("Yesterday's consumer code **does not compile** against these types");
    expect(output).toMatch(/test\/types\/contract\.ts:\d+ Type 'string' is not assignable to type 'number'/);
    expect(output).toContain('-            allocationPercent: string;\n+            allocationPercent: number;');
    expect(readFileSync(join(folder, 'dist/spec-diff/report.md'), 'utf8').trim()).toBe(output.trim());
  });

  describeWithChromium('as a page', (launch) => {
    it('shows the verdict and what breaks in one view, and folds the rest', async () => {
      const report = readFileSync(join(folder, 'dist/spec-diff/report.md'), 'utf8');
      const browser = await launch();
      const page = await browser.newPage({ viewport: { width: 860, height: 900 } });
      await page.setContent(`<body style="font: 14px sans-serif">${await marked.parse(report)}`);
      // Kept for whoever wants to see it.
      mkdirSync('dist/spec-diff-sample', { recursive: true });
      writeFileSync('dist/spec-diff-sample/report.md', report);
      await page.screenshot({ path: 'dist/spec-diff-sample/report.png' });
      expect(await page.locator('h2').innerText()).toContain('Breaking');
      const breaks = page.getByText('every existing caller must change');
      expect((await breaks.boundingBox())?.y).toBeLessThan(450);
      expect(await page.locator('details[open]').count()).toBe(0);
      expect(await page.locator('details').count()).toBeGreaterThan(0);
      await browser.close();
    });
  });

  it('is annotated on the line that breaks', () => {
    const { status, output } = diff('--format', 'github-actions');
    expect(status).toBe(1);
    expect(output).toContain(
      '::error file=spec/components/schemas/TreatmentInput.yaml,line=12,title=Breaks callers::Request: ' +
        'treatments[].allocationPercent now a number, was a string: every existing caller must change',
    );
  });

  it('is told to machines', () => {
    const { status, output } = diff('--format', 'json');
    expect(status).toBe(1);
    const { bump, changes } = JSON.parse(output);
    expect(bump).toBe('major');
    expect(changes.map(({ hits }: { hits: string }) => hits)).toEqual(['callers', 'readers']);
  });

  it('is red in `make diff` too', () => {
    // The copy shares its packages with the project: they are not to be installed again.
    expect(run('make', '--silent', '--old-file=node_modules/.package-lock.json', 'diff', 'BASE=main')).toMatchObject({
      status: 2, // Make's own, for a command that failed.
      output: expect.stringContaining('Breaking: demands a major bump'),
    });
  });

  it('is green once info.version admits it', () => {
    applyEdit(join(folder, 'spec'), { file: 'openapi.yaml', at: ['info', 'version'], set: '0.2.0' });
    const { status, output } = diff();
    expect(status, output).toBe(0);
    expect(output).toContain('admitted by info.version 0.2.0');
    applyEdit(join(folder, 'spec'), { file: 'openapi.yaml', at: ['info', 'version'], set: '0.1.0' });
  });

  it('is green once a new line of the CHANGELOG admits it', () => {
    const path = join(folder, 'CHANGELOG.md');
    const before = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      before.replace('### Added\n', '### Changed\n\n- **Breaking:** a percentage is a number.\n\n### Added\n'),
    );
    const { status, output } = diff();
    expect(status, output).toBe(0);
    expect(output).toContain('admitted by the CHANGELOG');
    writeFileSync(path, before);
  });
});

describe('a pull request that breaks nobody', () => {
  it('is green when it adds to the answer', () => {
    pullRequest(newProperty);
    const { status, output } = diff();
    expect(status, output).toBe(0);
    expect(output.split('\n')[0]).toBe('Compatible: demands a minor bump');
    expect(output).toContain("yesterday's consumer code compiles");
  });

  it('has no effect when it only moves things', () => {
    pullRequest({ file: 'components/parameters.yaml', at: ['projectKey', 'style'], set: 'simple' });
    const { status, output } = diff();
    expect(status, output).toBe(0);
    expect(output.split('\n')[0]).toBe('No effect on callers: no bump');
  });
});

it('a ref without a contract is told apart from a break', () => {
  expect(run('npm', 'run', '--silent', 'diff', '--', 'no-such-ref')).toMatchObject({
    status: 2,
    output: expect.stringContaining('no-such-ref'),
  });
});
