/**
 * Compares OpenAPI documents and rates what changed: the contract at a git ref with the working tree, one file with
 * another, or a folder of documents in the order of their versions, which ends with a table.
 *
 * Exits with 1 when a comparison is breaking and not acknowledged, with 2 when documents cannot be compared, or when
 * Redocly calls something breaking and no known reason contradicts it.
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../lib/command.ts';
import { table } from '../lib/text.ts';
import { compareFiles, compareWithRef } from './compare.ts';
import { annotations, counts, markdown, type Report, text } from './report.ts';

const json = (report: unknown) => JSON.stringify(report, null, 2);
const formats = { text, markdown, json, 'github-actions': annotations };
const usage = `Usage: npm run -s diff -- GIT_REF | BASE REVISION | FOLDER  [--format ${Object.keys(formats).join('|')}] [--write FOLDER]`;

/** The documents of a folder, in the order of their versions. */
function documentsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));
  return names.sort(new Intl.Collator('en', { numeric: true }).compare).map((name) => join(folder, name));
}

/** The reports of a history, which never fails, and a table of their verdicts. */
function history(reports: Report[], format: (report: Report) => string): string {
  const name = ({ base, revision }: Report) => `${basename(base)} -> ${basename(revision)}`;
  const rows = reports.map((report) => [name(report), report.bump, ...counts(report).map(String)]);
  const verdicts = table([['from -> to', 'bump', 'breaking', 'compatible', 'docs'], ...rows]);
  return [...reports.map(format), verdicts].join('\n\n\n');
}

/** Prints a report, and writes it into a folder too. */
function print(report: Report, format: (report: Report) => string, folder: string | undefined): void {
  console.log(format(report));
  if (!report.isAcknowledged) process.exitCode = 1;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.md'), `${markdown(report)}\n`);
  writeFileSync(join(folder, 'report.json'), `${json(report)}\n`);
}

async function run(): Promise<void> {
  const options = { format: { type: 'string', default: 'text' }, write: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [base, revision, ...others] = positionals;
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (base === undefined || others.length > 0 || !format) throw new Error(usage);
  const isHistory = revision === undefined && statSync(base, { throwIfNoEntry: false })?.isDirectory();
  const files = isHistory ? documentsIn(base) : positionals;
  const reports = revision === undefined && !isHistory ? [await compareWithRef(base)] : await compareFiles(files);
  if (isHistory) console.log(format === json ? json(reports) : history(reports, format));
  else for (const report of reports) print(report, format, values.write);
  for (const { pointer, message, reason } of reports.flatMap(({ secondOpinion }) => secondOpinion)) {
    if (reason !== undefined) continue;
    console.error(`${pointer}: Redocly calls this breaking, the table does not, and no reason is known: ${message}`);
    process.exitCode = 2;
  }
}

await runCommand(2, run);
