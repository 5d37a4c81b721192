import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { specDiff } from '../diff/spec-diff.ts';
import { git } from '../lib/git.ts';
import { type Change, compareVersions, isVersion } from '../lib/versions.ts';
import { apiDiff } from './api-diff.ts';
import { apiReports } from './api-report.ts';

/** What changed since a release, by where it was found. */
export interface Changes {
  contract: Change[];
  typescript: Change[];
  files: Change[];
}

/** What the declarations are emitted from. */
const sources = ['src', 'generated', 'package.json', 'tsconfig.json'];

/** What of the project a release publishes, or compiles into what it publishes. */
const published = ['spec', ...sources];

/** The tags `vX.Y.Z` of this very commit; none where a tracked file differs from it. */
export function tagsHere(): string[] {
  const same = git('status', '--porcelain', '--untracked-files=no') === '';
  return same ? tagsOf('--points-at', 'HEAD') : [];
}

/**
 * The highest release that this commit descends from, but for the tags of the release itself.
 *
 * @throws Error in a clone without the history: there the last release would be overlooked.
 */
export function lastTag(except: string[]): string | undefined {
  if (git('rev-parse', '--is-shallow-repository').trim() === 'true') {
    throw new Error(
      'git: this clone has no history, so the last release is unknown. Run git fetch --unshallow --tags.',
    );
  }
  const tags = tagsOf('--merged', 'HEAD').filter((tag) => !except.includes(tag));
  return tags.sort((a, b) => compareVersions(a.slice(1), b.slice(1))).at(-1);
}

function tagsOf(...flags: string[]): string[] {
  const tags = git('tag', '--list', 'v*', ...flags).split('\n');
  return tags.filter((tag) => isVersion(tag.slice(1)));
}

/** Compares the working directory with a release: the contract, the TypeScript of each entry, and the files. */
export function changesSince(tag: string): Changes {
  const files = [
    ...git('diff', '--name-only', tag, '--', ...published).split('\n'),
    ...git('ls-files', '--others', '--exclude-standard', '--', ...published).split('\n'),
  ].filter(Boolean);
  if (files.length === 0) return { contract: [], typescript: [], files: [] };
  const contract = specDiff(
    JSON.parse(git('show', `${tag}:generated/openapi.json`)),
    JSON.parse(readFileSync('generated/openapi.json', 'utf8')),
  );
  const before = inScratch((folder) => {
    git('archive', '--format=tar', `--output=${join(folder, 'sources.tar')}`, tag, ...sources);
    const { status, stderr } = spawnSync('tar', ['-xf', 'sources.tar'], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`tar: the sources of ${tag} cannot be unpacked: ${stderr}`);
  });
  const after = inScratch((folder) => {
    for (const path of sources) cpSync(path, join(folder, path), { recursive: true });
  });
  return {
    contract: contract.changes,
    typescript: apiDiff(before, after),
    files: files.map((file) => ({ bump: 'patch', words: `${file} differs` })),
  };
}

/** The API reports of what `fill` puts into a folder, with the packages that are installed here. */
function inScratch(fill: (folder: string) => void): Record<string, string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'release-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    fill(folder);
    return apiReports(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
