import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sectionsOf } from '../../scripts/lib/versions.ts';
import { scratchCopy } from '../support/scratch.ts';

const folder = scratchCopy();
afterAll(() => rmSync(folder, { recursive: true }));

const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GITHUB_')));

function run(command: string, ...args: string[]) {
  // As `npm run --silent` sets it.
  const options = { cwd: folder, env: { ...env, npm_config_loglevel: 'silent' } };
  const { status, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const git = (...args: string[]) => run('git', '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args);
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

// The bill of materials has tests of its own.
function setSbom(command: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  manifest.scripts.sbom = command;
  write('package.json', JSON.stringify(manifest, null, 2));
}

setSbom("echo '{}' > dist/sbom.json");
write('.git-exclude', 'node_modules\n.git-exclude\n');
git('init', '--quiet');
git('config', 'core.excludesFile', '.git-exclude');
git('add', '--all');
git('commit', '--quiet', '--no-gpg-sign', '--message', 'The release');

describe('release-dry-run', () => {
  it('leaves what would be published in dist/release and the tree as it was, and publishes nothing', () => {
    const { status, stdout } = run(process.execPath, 'scripts/release/dry-run.ts');
    expect(stdout).toMatch(/\nThe release is ready to be tagged\.\n$/);
    expect(stdout).toMatch(/\npack: ok .*\n {2}dist\/release\/.*\.tgz: \d+ files, [\d.]+ kB, unpacked [\d.]+ kB\n/);
    expect(stdout).toMatch(/\n {2}CHANGELOG\.md: 1 file, [\d.]+ kB\n/);
    expect(stdout).toMatch(/\npublish: ok +\+ [\w-]+@[\d.]+ \(not published: a dry run\)\n/);
    expect(status).toBe(0);
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(readdirSync(join(folder, 'dist/release')).sort()).toEqual([
      'iteration.schema.json',
      `${name}-${version}.tgz`,
      'notes.md',
      'openapi.yaml',
      'postman.json',
      'sbom.json',
      'workflows.arazzo.yaml',
    ]);
    const attached = readFileSync(join(folder, 'dist/release/openapi.yaml'), 'utf8');
    expect(attached).toBe(readFileSync('generated/openapi.yaml', 'utf8'));
    const [section] = sectionsOf(readFileSync('CHANGELOG.md', 'utf8'));
    expect(readFileSync(join(folder, 'dist/release/notes.md'), 'utf8')).toBe(`${section?.notes}\n`);
    expect(git('status', '--porcelain')).toMatchObject({ status: 0, stdout: '' });
  });

  it('refuses where any step does, and still takes the others', () => {
    write('CHANGELOG.md', '# Changelog\n');
    write('src/index.ts', 'export const broken: string = 1;\n');
    setSbom("touch stray; echo 'no license' >&2; exit 1");
    const { status, stdout } = run(process.execPath, 'scripts/release/dry-run.ts');
    expect(status).toBe(1);
    const verdicts = [...stdout.matchAll(/^([\w -]+): (ok|rejected)/gm)].map(
      ([, name, verdict]) => `${name} ${verdict}`,
    );
    expect(verdicts.filter((verdict) => !verdict.startsWith('npm '))).toEqual([
      'release-check rejected',
      'pack rejected',
      'publish rejected',
      'sbom rejected',
      'notes rejected',
      'git tree rejected',
    ]);
    expect(stdout).toContain('\n  CHANGELOG.md: it has no section');
    expect(stdout).toContain('src/index.ts(1,14): error TS2322');
    expect(stdout).toContain('no license');
    expect(stdout).toContain('\n  ?? stray\n');
    expect(stdout).toMatch(/\nThe release is rejected\.\n$/);
    expect(existsSync(join(folder, 'dist/release'))).toBe(false);
  });
});
