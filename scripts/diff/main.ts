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
import { parse } from 'yaml';
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

const formats = {
  ...{ text, markdown, 'github-actions': annotations },
  json: (report: Report) => JSON.stringify(report, null, 2),
};
const usage = `Usage: npm run -s diff -- GIT_REF | BASE REVISION | FOLDER  [--format ${Object.keys(formats).join('|')}] [--write FOLDER]`;

/** A document that is compared: its file, for Redocly, and where its lines are. */
interface Document {
  name: string;
  file: string;
  root: Tree;
  locate(pointers: string[]): Locate;
  changelog?: string;
}

function fileDocument(file: string): Document {
  const root = readDocument(readFileSync(file, 'utf8'), file);
  return { name: file, file, root, locate: (pointers) => locatorOf(file, pointers) };
}

async function compare(base: Document, revision: Document, consumers?: { [path: string]: string }): Promise<Report> {
  const opinions = redoclyDiff(base.file, revision.file);
  // Whatever fails first is told; the other one is no failure of its own.
  opinions.catch(() => {});
  const { bump, changes } = specDiff(base.root, revision.root);
  const locate = changes.length > 0 ? revision.locate(changes.map(({ pointer }) => pointer)) : undefined;
  const typescript =
    consumers && bump !== 'none' ? await newCompileErrors(base.root, revision.root, consumers) : undefined;
  // Where code no longer compiles, the change breaks it, whatever the table says.
  const worst = typescript && typescript.length > 0 ? 'major' : bump;
  const side = ({ root, changelog }: Document) => ({
    version: String(own(root['info'], 'version')),
    ...(changelog === undefined ? {} : { changelog }),
  });
  return {
    ...{ base: base.name, revision: revision.name, version: side(base).version, bump: worst },
    ...acknowledgment(worst, side(base), side(revision)),
    changes: changes.map((change) => ({
      ...change,
      ...(locate?.(change.pointer) ?? { file: revision.file, line: 1 }),
    })),
    ...(typescript ? { typescript } : {}),
    secondOpinion: disagreements(await opinions, changes, base.root, revision.root),
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
    const read = (name: string, text: string, changelog: string, locate: Document['locate']): Document => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return { name, file, root: parse(text), locate, changelog };
    };
    const changelog = files.includes('CHANGELOG.md') ? at('CHANGELOG.md') : '';
    const base = read('base.json', at('generated/openapi.json'), changelog, () => () => ({ file: '', line: 1 }));
    const revision = read('revision.yaml', bundle(), readFileSync('CHANGELOG.md', 'utf8'), () =>
      bundleLocator('spec/openapi.yaml', revision.root),
    );
    const code = Object.fromEntries(consumers.map((path) => [path, at(path)]));
    return { ...(await compare(base, revision, code)), base: ref, revision: 'the working tree' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compares each document of a folder with the next one. */
async function compareHistory(folder: string): Promise<Report[]> {
  const names = readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));
  const documents = names
    .sort(new Intl.Collator('en', { numeric: true }).compare)
    .map((name) => fileDocument(join(folder, name)));
  const reports: Report[] = [];
  for (const [index, document] of documents.slice(1).entries())
    reports.push(await compare(documents[index] as Document, document));
  return reports;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

try {
  const options = { format: { type: 'string', default: 'text' }, write: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [base, revision, ...others] = positionals;
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (base === undefined || others.length > 0 || !format) throw new Error(usage);
  const isHistory = revision === undefined && isFolder(base);
  const reports = isHistory
    ? await compareHistory(base)
    : [revision === undefined ? await compareWithRef(base) : await compare(fileDocument(base), fileDocument(revision))];
  const isJson = values.format === 'json' && isHistory;
  console.log(isJson ? JSON.stringify(reports, null, 2) : reports.map(format).join('\n\n\n'));
  if (isHistory && !isJson) {
    const rows = reports.map((report) => [
      `${basename(report.base)} -> ${basename(report.revision)}`,
      report.bump,
      ...counts(report).map(String),
    ]);
    console.log(`\n${table([['from -> to', 'bump', 'breaking', 'compatible', 'docs'], ...rows])}`);
  }
  const [report] = reports;
  if (values.write !== undefined && report) {
    mkdirSync(values.write, { recursive: true });
    writeFileSync(join(values.write, 'report.md'), `${markdown(report)}\n`);
    writeFileSync(join(values.write, 'report.json'), `${formats.json(report)}\n`);
  }
  // A history is told; two documents are judged.
  if (!isHistory && report && !report.isAcknowledged) process.exitCode = 1;
  const open = reports.flatMap(({ secondOpinion }) => secondOpinion.filter(({ reason }) => reason === undefined));
  for (const { pointer, message } of open)
    console.error(
      `${pointer}: Redocly calls this breaking, and the table does not: ${message} Rate it in scripts/diff/ratings.md, or give the reason in scripts/diff/second-opinion.ts.`,
    );
  if (open.length > 0) process.exitCode = 2;
} catch (error) {
  const place = error instanceof DocumentError ? `${error.at}: ` : '';
  console.error(error instanceof Error ? `${place}${error.message}` : error);
  process.exitCode = 2;
}
