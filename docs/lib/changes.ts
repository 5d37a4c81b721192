/** Writes the page of changes: the contracts of the releases, each compared with the one before. */
import { spawnSync } from 'node:child_process';
import { specDiff } from '../../scripts/comparison/spec-diff.ts';

/** The contract as a release had it, as JSON. */
export interface Release {
  name: string;
  document: string;
}

/** Returns the releases that have a tag in this checkout, oldest first, and the current contract. */
export function releases(current: string): Release[] {
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { status, stdout = '' } = git('tag', '--list', 'v*', '--sort=version:refname');
  const tags = status === 0 ? stdout.split('\n').filter(Boolean) : [];
  const tagged = tags.map((name) => ({ name, document: git('show', `${name}:generated/openapi.json`).stdout }));
  return [...tagged, { name: 'now', document: current }];
}

/** Returns the CHANGELOG, and after it what each release changed in the contract, the newest first. */
export function changesMarkdown(changelog: string, [first, ...rest]: Release[]): string {
  let before = first;
  const sections = rest.map((release) => {
    const title = `### From ${before?.name} to ${release.name}`;
    const text = `${title}\n\n${diff(before?.document ?? '', release.document)}`;
    before = release;
    return text;
  });
  const none = 'There is no earlier release to compare this contract with.';
  return `${changelog.trim()}\n\n## The contract, release by release\n\n${sections.reverse().join('\n\n') || none}\n`;
}

/** What differs between two documents, for readers of the docs: what affects code, and the number of other changes. */
function diff(base: string, revision: string): string {
  if (base === revision) return 'The contract is the same.';
  const { bump, changes } = specDiff(JSON.parse(base), JSON.parse(revision));
  if (bump === 'none') return 'The contract is equivalent.';
  const lines = (wanted: string, mark = '') =>
    changes
      .filter((change) => change.bump === wanted)
      .map(({ words, consequence }) => `- ${mark}${consequence ? `${words}: ${consequence}` : words}`);
  const shown = [...lines('major', '**Breaking:** '), ...lines('minor')];
  const others = lines('patch').length;
  const rest = others === 0 ? '' : `${others} ${others === 1 ? 'change' : 'changes'} of words and examples.`;
  return [shown.join('\n'), rest].filter(Boolean).join('\n\n');
}
