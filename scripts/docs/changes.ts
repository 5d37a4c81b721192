import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redocly } from '../redocly.ts';

/** The contract as a release had it, as JSON. */
export interface Release {
  name: string;
  document: string;
}

/** Returns the releases that this checkout knows by their tags, the oldest first, and the contract as it is now. */
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

/** What differs between two documents, as Redocly rates it. */
function diff(base: string, revision: string): string {
  if (base === revision) return 'The contract is the same.';
  const folder = mkdtempSync(join(tmpdir(), 'changes-'));
  try {
    const paths = [join(folder, 'base.json'), join(folder, 'revision.json')] as const;
    writeFileSync(paths[0], base);
    writeFileSync(paths[1], revision);
    const flags = ['--config', 'scripts/redocly.diff.yaml', '--format', 'markdown'];
    const { stdout, stderr } = redocly(['diff', ...paths, ...flags], process.cwd());
    if (!stdout.includes('bump')) throw new Error(`redocly diff failed:\n${stderr}`);
    // Its heading names the two files, its table where in them a change is; here neither says anything.
    const table = stdout.replace(/^#.*$/gm, '').replaceAll('\\`', '`').trim();
    return table.replace(/^(\|(?:[^|]*\|){3})[^|]*\|/gm, '$1');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
