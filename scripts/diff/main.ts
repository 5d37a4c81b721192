/**
 * Compares OpenAPI documents: two of them, or a history of more (a folder stands for its documents, in the order of
 * their versions), which ends with a table.
 *
 * Exits with 1 when a comparison of two is breaking and the revision's `info.version` does not admit it, with 2 when a
 * document cannot be read.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { admission } from './admission.ts';
import { readDocument } from './document.ts';
import { type Tree, tree } from './json.ts';
import { locator } from './locate.ts';
import { annotations, counts, markdown, type Report, text } from './report.ts';
import { type SpecDiff, specDiff } from './spec-diff.ts';

const formats = { text, markdown, 'github-actions': annotations };
const usage = `Usage: npm run -s spec-diff -- BASE REVISION [MORE ...] [--format json|${Object.keys(formats).join('|')}]`;

function documents(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const natural = new Intl.Collator('en', { numeric: true });
  const names = readdirSync(path).filter((name) => /\.(json|ya?ml)$/.test(name));
  return names.sort(natural.compare).map((name) => join(path, name));
}

function compare(base: string, revision: string): Report {
  const [before, after] = [base, revision].map((path) => readDocument(readFileSync(path, 'utf8'), path)) as [
    Tree,
    Tree,
  ];
  const found = specDiff(before, after);
  const version = (document: Tree) => ({ version: String(tree(document['info'])['version']) });
  const locate = found.changes.length > 0 ? locator(revision) : undefined;
  return {
    ...found,
    base: basename(base),
    revision: basename(revision),
    admission: admission(found.bump, version(before), version(after)),
    locations: locate ? found.changes.map(locate) : [],
  };
}

function table(reports: Report[]): string {
  const rows = reports.map((report) => {
    const { breaking, additions, words } = counts(report);
    return [`${report.base} -> ${report.revision}`, report.bump, breaking, additions, words].map(String);
  });
  const all = [['from -> to', 'bump', 'breaking', 'compatible', 'words'], ...rows];
  const width = (column: number) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(width(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const paths = positionals.flatMap(documents);
  const format = Object.entries(formats).find(([name]) => name === values.format)?.[1];
  if (paths.length < 2 || (!format && values.format !== 'json')) throw new Error(usage);
  const reports = paths.slice(1).map((path, index) => compare(paths[index] ?? '', path));
  const [only] = reports;
  if (values.format === 'json') {
    const json = ({ bump, changes }: SpecDiff) => ({ bump, changes });
    console.log(JSON.stringify(reports.length === 1 && only ? json(only) : reports.map(json), null, 2));
  } else {
    for (const report of reports) console.log(`${format?.(report)}\n`);
    if (reports.length > 1) console.log(table(reports));
  }
  // A history is told; two documents are judged.
  if (reports.length === 1 && only && !only.admission.admitted) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
