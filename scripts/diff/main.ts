/**
 * Compares OpenAPI documents and rates what changed: the contract at a git ref with the working tree, one file with
 * another, or a folder of documents in the order of their versions, which ends with a table.
 *
 * Exits with 1 when a comparison is breaking and nobody acknowledges it, with 2 when documents cannot be compared, or
 * Redocly calls something breaking and nobody knows why it should not be.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../generate/bundle.ts';
import { git } from '../lib/git.ts';
import { own, type Tree } from '../lib/json.ts';
import { DocumentError, readDocument } from '../lib/openapi.ts';
import { bundleLocator, type Locate, locatorOf } from '../lib/source-map.ts';
import { table } from '../lib/text.ts';
import { acknowledgment } from './acknowledgment.ts';
import { annotations, counts, markdown, type Report, text } from './report.ts';
import { disagreements, redoclyDiff } from './second-opinion.ts';
import { specDiff } from './spec-diff.ts';
import { newCompileErrors } from './typescript.ts';

const json = (report: unknown) => JSON.stringify(report, null, 2);
const formats = { text, markdown, json, 'github-actions': annotations };
const usage = `Usage: npm run -s diff -- GIT_REF | BASE REVISION | FOLDER  [--format ${Object.keys(formats).join('|')}] [--write FOLDER]`;

/** A document that is compared. */
interface Document {
  file: string;
  root: Tree;
  locate(pointers: string[]): Locate;
  changelog?: string;
}

function documentOf(file: string): Document {
  const root = readDocument(readFileSync(file, 'utf8'), file);
  return { file, root, locate: (pointers) => locatorOf(file, pointers) };
}

/** @param consumers code that uses the types of the base, by its paths */
async function compare(base: Document, revision: Document, consumers?: { [path: string]: string }): Promise<Report> {
  const opinions = redoclyDiff(base.file, revision.file);
  // Whatever fails first is told; the other one is no failure of its own.
  opinions.catch(() => {});
  const { bump, changes } = specDiff(base.root, revision.root);
  const locate = revision.locate(changes.map(({ pointer }) => pointer));
  const typescript = consumers && bump !== 'none' ? await newCompileErrors(base.root, revision.root, consumers) : [];
  // Where code no longer compiles, the change breaks it, whatever the table says.
  const worst = typescript.length > 0 ? 'major' : bump;
  const version = ({ root }: Document) => String(own(root['info'], 'version'));
  const side = (one: Document) => ({ version: version(one), changelog: one.changelog ?? '' });
  return {
    ...{ base: base.file, revision: revision.file, version: version(base), bump: worst },
    ...acknowledgment(worst, side(base), side(revision)),
    changes: changes.map((change) => ({ ...change, ...locate(change.pointer) })),
    ...{ typescript, secondOpinion: disagreements(await opinions, changes, base.root, revision.root) },
  };
}

/** Compares the contract where the working tree left a ref with the contract as `spec/` has it now. */
async function compareWithRef(ref: string): Promise<Report> {
  const commit = git('merge-base', ref, 'HEAD').trim();
  const at = (path: string) => git('show', `${commit}:${path}`);
  const files = git('ls-tree', '-r', '--name-only', commit).split('\n');
  const consumers = files.filter((path) => /^test\/types\/(?!.*\.test\.ts$).*\.ts$/.test(path));
  const folder = mkdtempSync(join(tmpdir(), 'diff-'));
  try {
    const written = (name: string, content: string): Document => {
      writeFileSync(join(folder, name), content);
      return documentOf(join(folder, name));
    };
    const base = {
      ...written('base.json', at('generated/openapi.json')),
      changelog: files.includes('CHANGELOG.md') ? at('CHANGELOG.md') : '',
    };
    const bundled = written('revision.yaml', bundle());
    const locate = () => bundleLocator('spec/openapi.yaml', bundled.root);
    const revision = { ...bundled, locate, changelog: readFileSync('CHANGELOG.md', 'utf8') };
    const report = await compare(base, revision, Object.fromEntries(consumers.map((path) => [path, at(path)])));
    return { ...report, base: ref, revision: 'the working tree' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compares each document of a folder with the next one. */
async function compareHistory(folder: string): Promise<Report[]> {
  const names = readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));
  const files = names.sort(new Intl.Collator('en', { numeric: true }).compare).map((name) => join(folder, name));
  const documents = files.map(documentOf);
  const reports: Report[] = [];
  for (const [index, base] of documents.slice(0, -1).entries())
    for (const revision of documents.slice(index + 1, index + 2)) reports.push(await compare(base, revision));
  return reports;
}

/** Prints a history, which is told and not judged. */
function printHistory(reports: Report[], format: (report: Report) => string): void {
  if (format === json) return console.log(json(reports));
  const name = ({ base, revision }: Report) => `${basename(base)} -> ${basename(revision)}`;
  const rows = reports.map((report) => [name(report), report.bump, ...counts(report).map(String)]);
  const verdicts = table([['from -> to', 'bump', 'breaking', 'compatible', 'docs'], ...rows]);
  console.log([...reports.map(format), verdicts].join('\n\n\n'));
}

async function run(): Promise<void> {
  const options = { format: { type: 'string', default: 'text' }, write: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [base, revision, ...others] = positionals;
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (base === undefined || others.length > 0 || !format) throw new Error(usage);
  const isHistory = revision === undefined && statSync(base, { throwIfNoEntry: false })?.isDirectory();
  const reports = isHistory
    ? await compareHistory(base)
    : [revision === undefined ? await compareWithRef(base) : await compare(documentOf(base), documentOf(revision))];
  if (isHistory) printHistory(reports, format);
  for (const report of isHistory ? [] : reports) {
    console.log(format(report));
    if (values.write !== undefined) mkdirSync(values.write, { recursive: true });
    for (const [name, write] of values.write === undefined
      ? []
      : Object.entries({ 'report.md': markdown, 'report.json': json }))
      writeFileSync(join(values.write ?? '', name), `${write(report)}\n`);
    if (!report.isAcknowledged) process.exitCode = 1;
  }
  for (const { pointer, message, reason } of reports.flatMap(({ secondOpinion }) => secondOpinion)) {
    if (reason !== undefined) continue;
    console.error(`${pointer}: Redocly calls this breaking, the table does not, and no reason is known: ${message}`);
    process.exitCode = 2;
  }
}

try {
  await run();
} catch (error) {
  const place = error instanceof DocumentError ? `${error.at}: ` : '';
  console.error(error instanceof Error ? `${place}${error.message}` : error);
  process.exitCode = 2;
}
