/**
 * Rejects a version that is lower than the changes since the last release require, and a release whose files
 * disagree on it. An argument names another release to compare with; `--tag` is the tag that is to be published, by
 * default the one that a workflow runs for.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { git, runCommand } from '../lib/command.ts';
import { isVersion, largest, sectionsOf, smallestVersion } from '../lib/versions.ts';
import { judge } from './judge.ts';
import { changesSince, lastTag, tagsHere } from './since.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { tag: { type: 'string' } } });
const { GITHUB_REF_TYPE, GITHUB_REF_NAME, GITHUB_REPOSITORY } = process.env;

const text = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(text('package.json'));
const version: string = manifest.version;

await runCommand(1, () => {
  const pushed = values.tag ?? (GITHUB_REF_TYPE === 'tag' ? GITHUB_REF_NAME : undefined);
  const tags = pushed === undefined ? tagsHere() : [pushed];
  const base = positionals[0] ?? lastTag(tags);
  if (base !== undefined) demandRelease(base);
  const found = base === undefined ? {} : changesSince(base);
  const changes = Object.values(found).flat();
  const problems = judge({
    versions: {
      'package.json': version,
      'package-lock.json': JSON.parse(text('package-lock.json')).version,
      'spec/openapi.yaml': parse(text('spec/openapi.yaml')).info?.version,
      'generated/openapi.json': JSON.parse(text('generated/openapi.json')).info?.version,
    },
    newest: sectionsOf(text('CHANGELOG.md'))[0],
    tags,
    repository: pushed === undefined ? undefined : { url: manifest.repository?.url, publisher: GITHUB_REPOSITORY },
    links: { homepage: manifest.homepage, bugs: manifest.bugs?.url ?? manifest.bugs },
    final: pushed !== undefined,
    since: base === undefined ? undefined : { tag: base, changes },
  });
  const bumpOf = (all: typeof changes) => largest(all.map(({ bump }) => bump));
  const row = (name: string, value: string) => console.log(`${name.padEnd(18)} ${value}`);
  if (base === undefined) console.log('No release is tagged yet: any version will do.');
  else {
    row('compared with', base);
    for (const [where, all] of Object.entries(found)) row(where, bumpOf(all));
    row('smallest version', smallestVersion(base.slice(1), bumpOf(changes)));
  }
  row('found version', `${version}: ${problems.length > 0 ? 'rejected' : 'accepted'}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
});

function demandRelease(tag: string): void {
  if (!tag.startsWith('v') || !isVersion(tag.slice(1)))
    throw new Error(`${tag}: not the tag of a release. Name one like v0.1.0.`);
  git('rev-parse', '--verify', `${tag}^{commit}`);
}
