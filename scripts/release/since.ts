/** Finds what changed since a release: in the contract, in the TypeScript of each entry, and in the published files. */
import { readFileSync } from 'node:fs';
import { specDiff } from '../comparison/spec-diff.ts';
import { git, textOf } from '../lib/command.ts';
import { type Change, isVersion } from '../lib/versions.ts';

/** What of the project a release publishes, or compiles into what it publishes. */
const published = ['spec', 'src', 'generated', 'package.json', 'tsconfig.json'];
/** A declaration in a report, with its name. */
const declaration = /\b(?:interface|type|class|const) (\w+)/g;
const reports = 'generated/api/';

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
  const isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
  const problem = 'this clone has no history, so the last release is unknown. Run git fetch --unshallow --tags.';
  if (isShallow) throw new Error(`git: ${problem}`);
  return tagsOf('--merged', 'HEAD', '--sort=v:refname').findLast((tag) => !except.includes(tag));
}

function tagsOf(...flags: string[]): string[] {
  const tags = git('tag', '--list', 'v*', ...flags).split('\n');
  return tags.filter((tag) => isVersion(tag.slice(1)));
}

/** Compares the working directory with a release. Returns the changes by where they were found. */
export function changesSince(tag: string): { [where: string]: Change[] } {
  const files = [
    ...git('diff', '--name-only', '--no-renames', tag, '--', ...published).split('\n'),
    ...git('ls-files', '--others', '--exclude-standard', '--', ...published).split('\n'),
  ].filter(Boolean);
  const released = (file: string) => (git('ls-tree', tag, file) === '' ? undefined : git('show', `${tag}:${file}`));
  const contract = 'generated/openapi.json';
  const [before, after] = [git('show', `${tag}:${contract}`), readFileSync(contract, 'utf8')];
  const changed = files.filter((file) => file.startsWith(reports));
  const entryOf = (file: string) => file.slice(reports.length).replace('.api.md', '');
  return {
    contract: specDiff(JSON.parse(before), JSON.parse(after)).changes,
    TypeScript: changed.flatMap((file) => reportChanges(entryOf(file), released(file), textOf(file))),
    'published files': files.map((file) => ({ bump: 'patch', words: `${file} differs` })),
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
  const declared = new Set([...before.matchAll(declaration)].map(([, name]) => name));
  const isOpen = (line: string) => line.includes('(string & {})');
  const isDemanded = (line: string) => {
    const [around = '', member = ''] = line.split(/: (.*)/);
    return declared.has(around.split('.').at(-1)) && /^(readonly )?[\w'"-]+: /.test(member);
  };
  const change = (line: string, isBreaking: boolean, what: string): Change => ({
    bump: isBreaking && !isOpen(line) ? 'major' : 'minor',
    words: `${entry}: ${line} ${what}`,
  });
  return [
    ...[...was].filter((line) => !is.has(line)).map((line) => change(line, true, 'was removed or changed')),
    ...[...is].filter((line) => !was.has(line)).map((line) => change(line, isDemanded(line), 'is new')),
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
      if (line.endsWith('{')) open.push([...line.matchAll(declaration)][0]?.[1] ?? line.split(/[?:(=]/)[0] ?? '');
      return [at === '' ? line : `${at}: ${line}`];
    }),
  );
}
