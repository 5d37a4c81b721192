/**
 * Does everything that a release does except publish, and leaves in `dist/release/` what would be published: the
 * tarball, the documents, the bill of materials and the release notes. The release workflow runs this as its check, and
 * publishes that folder.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareVersions, sectionsOf } from '../lib/versions.ts';

const folder = 'dist/release';
/** What registries of APIs and other tools fetch from a release. */
const documents = ['openapi.yaml', 'workflows.arazzo.yaml', 'postman.json', 'iteration.schema.json'];

/** The first npm version that supports trusted publishing, without a token. */
const npmNeeded = '11.5.1';

/** `npm run --silent` silences the npm within it as well, and its errors. */
const loud = '--loglevel=error';

/** Runs a command and returns its output. If it fails, throws all of its output. */
function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${error?.message ?? `${stdout}${stderr}`.trim()}`);
  return stdout.trim();
}

const status = () => run('git', 'status', '--porcelain');
const before = status();
const [section] = sectionsOf(readFileSync('CHANGELOG.md', 'utf8'));
let tarball: string | undefined;

/** Each step says what it did, or throws why the release is rejected. */
const steps: Record<string, () => string> = {
  'release-check': () => run(process.execPath, 'scripts/release/check.ts', ...process.argv.slice(2)),
  npm: () => {
    const version = run('npm', '--version');
    const [number = '0.0.0'] = version.split('-');
    const old = compareVersions(number, npmNeeded) < 0;
    if (!old) return `npm ${version} publishes without a token`;
    // Only where it publishes: elsewhere an older one packs as well.
    const words = `npm ${version} cannot publish without a token, npm ${npmNeeded} can. Install a newer Node.`;
    if (process.env['GITHUB_REF_TYPE'] === 'tag') throw new Error(words);
    return words;
  },
  pack: () => {
    const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'pack-'));
    try {
      // Packing removes and rebuilds dist/, so the folder is created after it.
      const output = run('npm', 'pack', '--json', loud, '--pack-destination', scratch);
      const [packed] = JSON.parse(output.slice(output.indexOf('['))) as [Packed];
      mkdirSync(folder, { recursive: true });
      tarball = join(folder, packed.filename);
      copyFileSync(join(scratch, packed.filename), tarball);
      for (const name of documents) copyFileSync(join('generated', name), join(folder, name));
      const folders = Object.entries(Object.groupBy(packed.files, ({ path }) => path.replace(/\/.*/, '/')));
      return [
        `${tarball}: ${count(packed.files)}, ${kilobytes(packed.size)}, unpacked ${kilobytes(packed.unpackedSize)}`,
        ...folders.map(([name, files = []]) => `${name}: ${count(files)}, ${kilobytes(sum(files))}`),
      ].join('\n');
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
  publish: () => {
    if (tarball === undefined) throw new Error('nothing is packed');
    const flags = ['--provenance', '--access', 'public'];
    return `${run('npm', 'publish', `./${tarball}`, '--dry-run', '--offline', loud, ...flags)} (not published: a dry run)`;
  },
  sbom: () => {
    const words = run('npm', 'run', '--silent', 'sbom');
    mkdirSync(folder, { recursive: true });
    copyFileSync('dist/sbom.json', join(folder, 'sbom.json'));
    return words;
  },
  notes: () => {
    if (!section?.notes)
      throw new Error('CHANGELOG.md: the newest section is empty or absent; it becomes the release notes');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'notes.md'), `${section.notes}\n`);
    return `## ${section.version}\n\n${section.notes}`;
  },
  'git tree': () => {
    const after = status();
    if (after !== before) throw new Error(`the release changes the tree; before:\n${before}\nafter:\n${after}`);
    return 'as it was before';
  },
};

interface Packed {
  filename: string;
  files: { path: string; size: number }[];
  size: number;
  unpackedSize: number;
}

function count({ length }: unknown[]): string {
  return length === 1 ? '1 file' : `${length} files`;
}

function sum(files: { size: number }[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

for (const [name, step] of Object.entries(steps)) {
  try {
    const [first = '', ...rest] = step().split('\n');
    // A result of several lines stands below its own line.
    const lines = rest.length > 0 ? ['', first, ...rest] : [first];
    console.log(`${`${name}: ok`.padEnd(20)} ${lines.join('\n  ')}`.trimEnd());
  } catch (error) {
    process.exitCode = 1;
    console.log(
      `${name}: rejected\n  ${String(error instanceof Error ? error.message : error).replaceAll('\n', '\n  ')}`,
    );
  }
}
console.log(process.exitCode === 1 ? 'The release is rejected.' : 'The release is ready to be tagged.');
