/** Writes the pages that come from the contract and the CHANGELOG, and the document that the reference is built from. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesMarkdown, releases } from './changes.ts';
import { forReference, type SiteDocument } from './document.ts';
import { examplePages, frontmatter } from './examples.ts';
import { safeMarkdown } from './text.ts';

/**
 * Writes the pages below a folder of content.
 *
 * @param root The project.
 * @param file The bundled contract, as JSON.
 * @returns The URL of the document for the reference.
 */
export function writePages(root: string, file: string): string {
  const bundle = readFileSync(file, 'utf8');
  const document: SiteDocument = JSON.parse(bundle);
  const content = join(root, 'docs/src/content/docs');
  const write = (path: string, text: string) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, page] of Object.entries(examplePages(document))) write(join(content, 'examples', name), page);
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').replace(/^# .*\n/, '');
  const changes = changesMarkdown(changelog, releases(bundle));
  write(
    join(content, 'changes.md'),
    `${frontmatter('Changes', 'What each release changed, in the package and in the contract.', 3)}\n${safeMarkdown(changes)}\n`,
  );
  const reference = join(root, '.cache/docs/openapi.json');
  write(reference, JSON.stringify(forReference(document)));
  // A URL that is not encoded: starlight-openapi encodes a path, and the parser that it calls encodes what it gets again.
  return `file://${reference}`;
}

/**
 * Titles each page of the TypeScript API with the import path of its entry point.
 *
 * @param entries The source of each entry, without its ending, by the name of the entry.
 */
export function nameApiPages(root: string, entries: Readonly<Record<string, string>>): void {
  for (const [name, path] of Object.entries(entries)) {
    const file = join(root, 'docs/src/content/docs/api', `${path.replace(/(.)\/index$/, '$1')}.md`);
    if (!existsSync(file)) continue;
    const title = `title: launchdarkly-iteration-contract${name.slice(1)}`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, title));
  }
}
