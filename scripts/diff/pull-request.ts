/**
 * Rates what changed in the contract between a git ref and the working tree, with what it means for TypeScript.
 *
 * Exits with 1 when it is breaking and neither `info.version` nor the CHANGELOG admits it, with 2 when the ref has no
 * contract to compare with.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { bundle } from '../generate/bundle.ts';
import { admission } from './admission.ts';
import { tree } from './json.ts';
import { locator } from './locate.ts';
import { annotations, markdown, type Report, text } from './report.ts';
import { specDiff } from './spec-diff.ts';
import { typescriptEffect } from './typescript.ts';

const formats = {
  text,
  markdown,
  json: (report: Report) => JSON.stringify(report, null, 2),
  'github-actions': annotations,
};
const usage = `Usage: npm run -s diff -- GIT_REF [--format ${Object.keys(formats).join('|')}] [--write FOLDER]`;

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
  return stdout;
}

/** Compares the contract at the point where the working tree left `ref` with the contract as `spec/` has it now. */
async function report(ref: string): Promise<Report> {
  const commit = git('merge-base', ref, 'HEAD').trim();
  const at = (path: string) => git('show', `${commit}:${path}`);
  const files = git('ls-tree', '-r', '--name-only', commit).split('\n');
  const consumers = files.filter((path) => /^test\/types\/(?!.*\.test\.ts$).*\.ts$/.test(path));
  const base = JSON.parse(at('generated/openapi.json'));
  const revision = parse(bundle());
  const found = specDiff(base, revision);
  return {
    ...found,
    base: ref,
    revision: 'the working tree',
    admission: admission(
      found.bump,
      { version: base.info.version, changelog: files.includes('CHANGELOG.md') ? at('CHANGELOG.md') : '' },
      { version: String(tree(revision.info)['version']), changelog: readFileSync('CHANGELOG.md', 'utf8') },
    ),
    locations: found.changes.map(locator('spec/openapi.yaml')),
    typescript: await typescriptEffect(base, revision, Object.fromEntries(consumers.map((path) => [path, at(path)]))),
  };
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, write: { type: 'string' } },
  });
  const [ref, ...others] = positionals;
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (ref === undefined || others.length > 0 || !format) throw new Error(usage);
  const found = await report(ref);
  console.log(format(found));
  if (values.write !== undefined) {
    mkdirSync(values.write, { recursive: true });
    writeFileSync(join(values.write, 'report.md'), `${markdown(found)}\n`);
    writeFileSync(join(values.write, 'report.json'), `${formats.json(found)}\n`);
  }
  if (!found.admission.admitted) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
