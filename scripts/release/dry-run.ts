/**
 * Does everything that a release does except publish, and leaves in `dist/release/` what would be published: the
 * tarball, the documents, the bill of materials and the release notes. The release workflow runs this as its check, and
 * publishes that folder.
 */
import { copyFileSync, cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, run, temporaryFolder } from '../lib/command.ts';
import { plural } from '../lib/text.ts';
import { compareVersions, sectionsOf } from '../lib/versions.ts';

const folder = 'dist/release';
/** What registries of APIs and other tools fetch from a release. */
const documents = ['openapi.yaml', 'workflows.arazzo.yaml', 'postman.json', 'iteration.schema.json'];

/** The first npm version that supports trusted publishing, without a token. */
const npmNeeded = '11.5.1';

/** `npm run --silent` silences the npm within it as well, and its errors. */
const loud = '--loglevel=error';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const indented = (text: string) => `\n${text}`.replaceAll('\n', '\n  ');

const status = () => git('status', '--porcelain').trim();
const before = status();
/** What would be published; packing removes dist/, so it is only copied there at the end. */
using scratch = temporaryFolder();

/** Each step says what it did, or throws why the release is rejected. */
const steps: Record<string, () => string> = {
  'release-check': () => run(process.execPath, 'scripts/release/check.ts', ...process.argv.slice(2)),
  npm: () => {
    const version = run('npm', '--version').trim();
    if (compareVersions(version, npmNeeded) >= 0) return `npm ${version} publishes without a token`;
    // Only where it publishes: elsewhere an older one packs as well.
    const words = `npm ${version} cannot publish without a token, npm ${npmNeeded} can. Install a newer Node.`;
    if (process.env['GITHUB_REF_TYPE'] === 'tag') throw new Error(words);
    return words;
  },
  pack: () => {
    const output = run('npm', 'pack', '--json', loud, '--pack-destination', scratch.path);
    const [{ filename, size, unpackedSize, ...packed }] = JSON.parse(output.slice(output.indexOf('[')));
    const files: { path: string; size: number }[] = packed.files;
    for (const name of documents) copyFileSync(join('generated', name), join(scratch.path, name));
    const folders = [...Map.groupBy(files, ({ path }) => path.replace(/\/.*/, '/'))].map(([name, inside]) => {
      const bytes = inside.reduce((total, file) => total + file.size, 0);
      return `${name}: ${plural(inside.length, 'file')}, ${kilobytes(bytes)}`;
    });
    const whole = `${plural(files.length, 'file')}, ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}`;
    return [`${join(folder, filename)}: ${whole}`, ...folders].join('\n');
  },
  publish: () => {
    const [tarball] = globSync('*.tgz', { cwd: scratch.path });
    if (tarball === undefined) throw new Error('nothing is packed');
    const flags = ['--provenance', '--access', 'public'];
    const path = join(scratch.path, tarball);
    const published = run('npm', 'publish', path, '--dry-run', '--offline', loud, ...flags).trim();
    return `${published} (not published: a dry run)`;
  },
  sbom: () => {
    const words = run('npm', 'run', '--silent', 'sbom');
    copyFileSync('dist/sbom.json', join(scratch.path, 'sbom.json'));
    return words;
  },
  notes: () => {
    const [section] = sectionsOf(readFileSync('CHANGELOG.md', 'utf8'));
    if (!section?.notes)
      throw new Error('CHANGELOG.md: the newest section is empty or absent; it becomes the release notes');
    writeFileSync(join(scratch.path, 'notes.md'), `${section.notes}\n`);
    return `## ${section.version}\n\n${section.notes}`;
  },
  'git tree': () => {
    const after = status();
    if (after !== before) throw new Error(`the release changes the tree; before:\n${before}\nafter:\n${after}`);
    return 'as it was before';
  },
};

for (const [name, step] of Object.entries(steps)) {
  try {
    const result = step().trim();
    // A result of several lines stands below its own line.
    console.log(`${`${name}: ok`.padEnd(20)} ${result.includes('\n') ? indented(result) : result}`.trimEnd());
  } catch (error) {
    process.exitCode = 1;
    console.log(`${name}: rejected${indented(error instanceof Error ? error.message : String(error))}`);
  }
}
if (process.exitCode === 1) console.log('The release is rejected.');
else {
  cpSync(scratch.path, folder, { recursive: true });
  console.log('The release is ready to be tagged.');
}
