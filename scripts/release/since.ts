/** Finds what changed since a release: in the contract, in the TypeScript of each entry, and in the published files. */
import { readdirSync, readFileSync } from 'node:fs';
import { specDiff } from '../comparison/spec-diff.ts';
import { git } from '../lib/git.ts';
import { type Change, compareVersions, isVersion } from '../lib/versions.ts';

/** What changed since a release, by where it was found. */
export interface Changes {
  contract: Change[];
  typescript: Change[];
  files: Change[];
}

/** What of the project a release publishes, or compiles into what it publishes. */
const published = ['spec', 'src', 'generated', 'package.json', 'tsconfig.json'];
const reports = 'generated/api';

/** The tags `vX.Y.Z` of this commit; none if a tracked file differs from it. */
export function tagsHere(): string[] {
  const same = git('status', '--porcelain', '--untracked-files=no') === '';
  return same ? tagsOf('--points-at', 'HEAD') : [];
}

/**
 * The highest release that this commit descends from, apart from the tags of the release itself.
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
  const old = git('ls-tree', '-r', '--name-only', tag, `${reports}/`).split('\n').filter(Boolean);
  const now = readdirSync(reports).map((name) => `${reports}/${name}`);
  const typescript = [...new Set([...old, ...now])].flatMap((file) =>
    reportChanges(
      file.slice(reports.length + 1).replace('.api.md', ''),
      old.includes(file) ? git('show', `${tag}:${file}`) : undefined,
      now.includes(file) ? readFileSync(file, 'utf8') : undefined,
    ),
  );
  return {
    contract: contract.changes,
    typescript,
    files: files.map((file) => ({ bump: 'patch', words: `${file} differs` })),
  };
}

/**
 * Compares two reports of one entry point line by line. A line does not say who passes a value and who receives it, so
 * whatever is removed, changed or newly required counts as breaking, except for another value of an open type.
 */
export function reportChanges(entry: string, before: string | undefined, after: string | undefined): Change[] {
  if (before === undefined) return [{ bump: 'minor', words: `the entry ${entry} is new` }];
  if (after === undefined) return [{ bump: 'major', words: `the entry ${entry} is gone` }];
  const [was, is] = [linesOf(before), linesOf(after)];
  const declared = new Set([...before.matchAll(/\b(?:interface|type|class|const) (\w+)/g)].map(([, name]) => name));
  const change = (bump: Change['bump'], line: string, what: string): Change => ({
    bump,
    words: `${entry}: ${line} ${what}`,
  });
  const isOpen = (line: string) => line.includes('(string & {})');
  const gone = [...was].filter((line) => !is.has(line));
  return [
    ...gone.map((line) => change(isOpen(line) ? 'minor' : 'major', line, 'was removed or changed')),
    ...[...is]
      .filter((line) => !was.has(line))
      .map((line) => {
        const [declaration = '', member = ''] = line.split(/: (.*)/);
        const isDemanded =
          declared.has(declaration.split('.').at(-1)) && /^(readonly )?[\w'"-]+: /.test(member) && !isOpen(line);
        return change(isDemanded ? 'major' : 'minor', line, 'is new');
      }),
  ];
}

/** The lines of a report, each behind the names of the declarations that it stands in. */
function linesOf(report: string): Set<string> {
  const open: string[] = [];
  const lines = (/```ts\n(.*)```/s.exec(report)?.[1] ?? '').split('\n').map((line) => line.trim());
  return new Set(
    lines.flatMap((line) => {
      if (line === '' || line.startsWith('//')) return [];
      if (line.startsWith('}')) open.pop();
      const at = open.join('.');
      if (line.endsWith('{'))
        open.push(/\b(?:interface|type|class|const) (\w+)/.exec(line)?.[1] ?? line.split(/[?:(=]/)[0] ?? '');
      return [at === '' ? line : `${at}: ${line}`];
    }),
  );
}
