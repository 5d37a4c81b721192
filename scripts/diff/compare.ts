/** Compares documents in files: two of them, the contract at a git ref with the working tree, or those of a folder in turn. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SpecDiff, specDiff } from '../comparison/spec-diff.ts';
import { bundle } from '../generate/bundle.ts';
import { git } from '../lib/git.ts';
import { own, type Tree } from '../lib/json.ts';
import { DocumentError, readDocument } from '../lib/openapi.ts';
import { type Locate, locatorOf } from '../lib/source-map.ts';
import { acknowledgment } from './acknowledgment.ts';
import type { Report } from './report.ts';
import { disagreements, redoclyDiff } from './second-opinion.ts';

/** A document that is compared. */
interface Document {
  file: string;
  root: Tree;
  locate(): Locate;
  changelog?: string;
}

function documentOf(file: string): Document {
  return { file, root: readDocument(readFileSync(file, 'utf8'), file), locate: () => locatorOf(file) };
}

/** @param consumers code that uses the types of the base, by its paths */
async function compare(base: Document, revision: Document, consumers?: { [path: string]: string }): Promise<Report> {
  const opinions = redoclyDiff(base.file, revision.file);
  // The first failure is reported; the other one is only a consequence.
  opinions.catch(() => {});
  const { bump, changes } = changesBetween(base, revision);
  const locate = revision.locate();
  // The compiler takes long to load, and two documents have no code.
  const compiler = consumers && bump !== 'none' ? await import('./typescript.ts') : undefined;
  const typescript = (await compiler?.newCompileErrors(base.root, revision.root, consumers ?? {})) ?? [];
  // If code no longer compiles, the change is breaking, whatever the table says.
  const worst = typescript.length > 0 ? 'major' : bump;
  const side = ({ root, changelog = '' }: Document) => ({ version: String(own(root['info'], 'version')), changelog });
  return {
    ...{ base: base.file, revision: revision.file, version: side(base).version, bump: worst },
    ...acknowledgment(worst, side(base), side(revision)),
    changes: changes.map((change) => ({ ...change, ...locate(change.pointer) })),
    ...{ typescript, secondOpinion: disagreements(await opinions, changes, base.root, revision.root) },
  };
}

/** Compares two documents, and says the file and the line of what cannot be compared. */
function changesBetween(base: Document, revision: Document): SpecDiff {
  try {
    return specDiff(base.root, revision.root);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const document = error.root === base.root ? base : revision;
    const { file, line } = document.locate()(error.at);
    throw new Error(`${file}:${line}: ${error.message}`);
  }
}

/** Compares the contract at the merge base with a ref with the contract as `spec/` has it now. */
export async function compareWithRef(ref: string): Promise<Report> {
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
    const bundled = written('revision.yaml', await bundle());
    const locate = () => locatorOf('spec/openapi.yaml', bundled.root);
    const revision = { ...bundled, locate, changelog: readFileSync('CHANGELOG.md', 'utf8') };
    const report = await compare(base, revision, Object.fromEntries(consumers.map((path) => [path, at(path)])));
    return { ...report, base: ref, revision: 'the working tree' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compares each document of a folder with the next one. */
export async function compareHistory(folder: string): Promise<Report[]> {
  const names = readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));
  const files = names.sort(new Intl.Collator('en', { numeric: true }).compare).map((name) => join(folder, name));
  const documents = files.map(documentOf);
  const reports: Report[] = [];
  for (const [index, base] of documents.slice(0, -1).entries())
    for (const revision of documents.slice(index + 1, index + 2)) reports.push(await compare(base, revision));
  return reports;
}

/** Compares two files. */
export async function compareFiles(base: string, revision: string): Promise<Report> {
  return compare(documentOf(base), documentOf(revision));
}
