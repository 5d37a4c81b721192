import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { scratchCopy } from '../support/scratch.ts';

const folder = scratchCopy();
afterAll(() => rmSync(folder, { recursive: true }));

// The workflow that runs this test has a tag or a branch of its own.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GITHUB_')));

function run(command: string, args: string[], more: Record<string, string> = {}, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...env, ...more } });
  return { status, stdout, stderr };
}

function git(...args: string[]): void {
  const settings = ['user.name=Test', 'user.email=test@example.com', 'commit.gpgsign=false', 'tag.gpgsign=false'];
  const { status, stderr } = run('git', [...settings.flatMap((setting) => ['-c', setting]), ...args]);
  if (status !== 0) throw new Error(stderr);
}

const check = (args: string[] = [], more: Record<string, string> = {}) =>
  run(process.execPath, ['scripts/release/check.ts', ...args], more);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

function edit(path: string, before: RegExp, after: string): void {
  const text = read(path);
  if (text.search(before) < 0) throw new Error(`${path}: nothing to replace`);
  writeFileSync(join(folder, path), text.replace(before, after));
}

/** Writes a version wherever it belongs. */
function raise(version: string, date = 'Unreleased'): void {
  for (const path of ['package.json', 'package-lock.json', 'generated/openapi.json']) {
    edit(path, /("version": ")[^"]*/, `$1${version}`);
  }
  edit('spec/openapi.yaml', /(\n {2}version: ).*/, `$1${version}`);
  edit('CHANGELOG.md', /\n## /, `\n## [${version}] - ${date}\n\n- What changed.\n\n## `);
}

writeFileSync(join(folder, '.git-exclude'), 'node_modules\n.git-exclude\n');
git('init', '--quiet');
git('config', 'core.excludesFile', '.git-exclude');
raise('0.1.0', '2026-01-31');
git('add', '--all');
git('commit', '--quiet', '--message', 'Release 0.1.0');

beforeEach(() => {
  git('reset', '--hard', '--quiet', 'HEAD');
});

describe('release-check', () => {
  it('lets any version pass before the first release, as long as the files agree on it', () => {
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('No release is tagged yet: any version will do.\nfound version      0.1.0: accepted\n');
    edit('spec/openapi.yaml', /(\n {2}version: ).*/, '$10.3.0');
    expect(check()).toMatchObject({
      status: 1,
      stderr:
        'spec/openapi.yaml: the version is "0.3.0", in package.json 0.1.0. Run npm version 0.1.0 --allow-same-version.\n',
    });
  });

  it('passes once npm version has written a version, wherever it stands', () => {
    edit('CHANGELOG.md', /- 2026-01-31/, '- Unreleased');
    expect(run('npm', ['version', '0.3.0'])).toMatchObject({ status: 0 });
    expect(check()).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('0.3.0: accepted') });
    expect(run('git', ['grep', '-lF', '0.1.0', '--', 'spec', 'deploy', 'generated', 'package.json']).stdout).toBe('');
    expect(read('deploy/Dockerfile')).toContain('@0.3.0\n');
  });

  it('refuses a clone without history, where it would overlook the last release', () => {
    const clone = mkdtempSync(join(realpathSync(tmpdir()), 'clone-'));
    try {
      git('commit', '--quiet', '--allow-empty', '--message', 'Anything');
      git('clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
      const { status, stderr } = run(process.execPath, [join(folder, 'scripts/release/check.ts')], {}, clone);
      expect({ status, stderr }).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^git: this clone has no history/),
      });
    } finally {
      rmSync(clone, { recursive: true });
    }
  });

  it('takes the tag of the very commit for the release itself, and refuses one of another version', () => {
    git('tag', 'v0.1.0');
    expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('No release is tagged yet') });
    const links = { homepage: 'https://owner.github.io/name/', bugs: 'https://github.com/owner/name/issues' };
    edit('package.json', /\{\n/, `{\n  ${JSON.stringify(links).slice(1, -1)},\n`);
    expect(check(['--tag', 'v0.1.0'])).toMatchObject({ status: 0, stderr: '' });
    const workflow = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v0.2.0' };
    expect(check([], workflow)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('0.1.0: rejected'),
      stderr: expect.stringMatching(/^git: the tag is v0\.2\.0, the version in package\.json 0\.1\.0\./),
    });
  });

  it('demands a minor for an export that is gone and for a field that must be sent, names both, and says what to edit', () => {
    edit('generated/api/index.api.md', /\nexport (\w+ IterationPath )/, '\n$1');
    const contract = JSON.parse(read('generated/openapi.json'));
    contract.components.schemas.IterationInput.allOf[0].required.push('randomizationUnit');
    writeFileSync(join(folder, 'generated/openapi.json'), JSON.stringify(contract, null, 2));
    raise('0.1.1');
    const { status, stdout, stderr } = check();
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['compared with', 'v0.1.0'],
      ['contract', 'major'],
      ['TypeScript', 'major'],
      ['published files', 'patch'],
      ['smallest version', '0.2.0'],
      ['found version', '0.1.1: rejected'],
      [''],
    ]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'package.json: the version is 0.1.1, and since v0.1.0 it must be at least 0.2.0 (below 1.0.0 a breaking change requires a minor):',
      expect.stringMatching(/^ {2}- .*randomizationUnit/),
      expect.stringMatching(/^ {2}- index: export \w+ IterationPath .* was removed or changed$/),
      '  Run npm version 0.2.0.',
    ]);
    expect(status).toBe(1);

    raise('0.2.0');
    expect(check(['v0.1.0'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0.2.0: accepted'),
      stderr: '',
    });
  });

  it('is content with a patch for an addition', () => {
    edit('generated/api/index.api.md', /```\n$/, 'export const added = 1;\n\n```\n');
    raise('0.1.1');
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/TypeScript +minor\n/);
  });

  it('refuses another API report of which the CHANGELOG says nothing', () => {
    const api = () => run(process.execPath, ['scripts/release/api.ts', '--since', 'HEAD']);
    expect(api()).toMatchObject({ status: 0, stderr: '' });
    edit('generated/api/index.api.md', /```\n$/, 'export const added = 1;\n\n```\n');
    expect(api()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^generated\/api: .*newest section of CHANGELOG/),
    });
    edit('CHANGELOG.md', /\n- /, '\n- `added` is new.\n- ');
    expect(api()).toMatchObject({ status: 0, stderr: '' });
  });

  it('publishes neither without a date nor from another repository', () => {
    const workflow = { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v0.1.0', GITHUB_REPOSITORY: 'owner/name' };
    edit('CHANGELOG.md', /- 2026-01-31/, '- Unreleased');
    const { status, stderr } = check([], workflow);
    expect(stderr).toMatch(
      /^package\.json: repository\.url is .*\npackage\.json: homepage is absent\..*\npackage\.json: bugs is absent\..*\nCHANGELOG\.md: 0\.1\.0 is released, yet its date is "Unreleased"/,
    );
    expect(status).toBe(1);
  });

  it('compares with nothing but a release that exists', () => {
    expect(check(['main'])).toMatchObject({
      status: 1,
      stderr: 'main: not the tag of a release. Name one like v0.1.0.\n',
    });
    expect(check(['v9.9.9'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('git rev-parse --verify v9.9.9'),
    });
  });
});
