/** Compares documents: in files, each with the one before, or the contract at a git ref with the working tree. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SpecDiff, specDiff } from '../comparison/spec-diff.ts';
import { git, temporaryFolder } from '../lib/command.ts';
import { own, type Tree } from '../lib/json.ts';
import { DocumentError, readDocument } from '../lib/openapi.ts';
import type { Locate } from '../lib/source-map.ts';
import { acknowledgment, type Side } from './acknowledgment.ts';
import type { Report } from './report.ts';
import { disagreements, redoclyDiff } from './second-opinion.ts';

/** A document that is compared. */
interface Document extends Side {
  file: string;
  root: Tree;
  locator(): Promise<Locate>;
}

/** Redocly's library and the compiler take long to load: they are loaded while Redocly runs, and only if they are needed. */
const sourceMap = () => import('../lib/source-map.ts');

function documentOf(file: string): Document {
  const root = readDocument(readFileSync(file, 'utf8'), file);
  const locator = async () => (await sourceMap()).locatorOf(file);
  return { file, root, version: String(own(root['info'], 'version')), locator };
}

/** @param consumers code that uses the types of the base, by its paths */
async function compare(base: Document, revision: Document, consumers?: { [path: string]: string }): Promise<Report> {
  const opinions = redoclyDiff(base.file, revision.file);
  // The first failure is reported; the other one is only a consequence.
  opinions.catch(() => {});
  const { bump, changes } = await changesBetween(base, revision);
  const locate = await revision.locator();
  const compiler = consumers && bump !== 'none' ? await import('./typescript.ts') : undefined;
  const typescript = (await compiler?.newCompileErrors(base.root, revision.root, consumers ?? {})) ?? [];
  // If code no longer compiles, the change is breaking, whatever the table says.
  const worst = typescript.length > 0 ? 'major' : bump;
  return {
    ...{ base: base.file, revision: revision.file, version: base.version, bump: worst },
    ...acknowledgment(worst, base, revision),
    changes: changes.map((change) => ({ ...change, ...locate(change.pointer) })),
    ...{ typescript, secondOpinion: disagreements(await opinions, changes, base.root, revision.root) },
  };
}

/** Compares two documents, and says the file and the line of what cannot be compared. */
async function changesBetween(base: Document, revision: Document): Promise<SpecDiff> {
  try {
    return specDiff(base.root, revision.root);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const document = error.root === base.root ? base : revision;
    const locate = await document.locator();
    const { file, line } = locate(error.at);
    throw new Error(`${file}:${line}: ${error.message}`);
  }
}

/** Compares the contract at the merge base with a ref with the contract as `spec/` has it now. */
export async function compareWithRef(ref: string): Promise<Report> {
  const commit = git('merge-base', ref, 'HEAD').trim();
  const at = (path: string) => git('show', `${commit}:${path}`);
  const files = git('ls-tree', '-r', '--name-only', commit).split('\n');
  const consumers = files.filter((path) => /^test\/types\/(?!.*\.test\.ts$).*\.ts$/.test(path));
  using folder = temporaryFolder();
  const written = (name: string, content: string) => {
    writeFileSync(join(folder.path, name), content);
    return documentOf(join(folder.path, name));
  };
  const base = written('base.json', at('generated/openapi.json'));
  if (files.includes('CHANGELOG.md')) base.changelog = at('CHANGELOG.md');
  const { bundle } = await import('../generate/bundle.ts');
  const revision = written('revision.yaml', await bundle());
  revision.changelog = readFileSync('CHANGELOG.md', 'utf8');
  revision.locator = async () => (await sourceMap()).bundleLocatorOf('spec/openapi.yaml', revision.root);
  const report = await compare(base, revision, Object.fromEntries(consumers.map((path) => [path, at(path)])));
  return { ...report, base: ref, revision: 'the working tree' };
}

/** Compares each of some files with the next one. */
export async function compareFiles(files: string[]): Promise<Report[]> {
  const documents = files.map(documentOf);
  const reports: Report[] = [];
  for (const [index, revision] of documents.entries()) {
    const base = documents[index - 1];
    if (base) reports.push(await compare(base, revision));
  }
  return reports;
}
