import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { scratchCopy } from '../support/scratch.ts';

const run = promisify(execFile);

/** The package as it is published. */
export interface Packed {
  tarball: string;
  /** What the tarball holds, sorted. */
  files: string[];
  /** In bytes, as a download and on disk. */
  size: number;
  unpackedSize: number;
}

/** Builds and packs the package in a copy of the project, so that `dist/` here stays as it is. */
export async function pack(destination: string): Promise<Packed> {
  const copy = scratchCopy();
  try {
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', destination], { cwd: copy });
    const [{ filename, files, size, unpackedSize }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
    const paths = (files as { path: string }[]).map(({ path }) => path).sort();
    return { tarball: join(destination, filename), files: paths, size, unpackedSize };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * Makes a project that uses the tarball: the package unpacked, beside it what its manifest asks for and no more, and the
 * sources of test/package/consumer with the JavaScript of each.
 *
 * @param msw The package in node_modules/ that the project has as `msw`.
 */
export async function layOut(tarball: string, project: string, msw = 'msw'): Promise<void> {
  const { peerDependencies } = manifest();
  await unpack(tarball, project);
  for (const beside of Object.keys({ ...peerDependencies, '@types/node': '' })) {
    link(project, beside, beside === 'msw' ? msw : beside);
  }
  cpSync('test/package/consumer', project, { recursive: true });
  cpSync('test/fixtures/documented-request.json', join(project, 'documented-request.json'));
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}');
  const entryPoints = ['consumer.ts', 'mocks.ts', 'resend.ts', 'server.ts'].map((file) => join(project, file));
  await build({ entryPoints, outdir: project, format: 'esm', target: 'esnext' });
}

/** Unpacks the tarball in the node_modules of a project, in place of one that is there, with what it depends on beside. */
export async function unpack(tarball: string, project: string): Promise<void> {
  const { name, dependencies } = manifest();
  const home = join(project, 'node_modules', name);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  for (const dependency of Object.keys(dependencies)) link(project, dependency, dependency);
}

const manifest = () => JSON.parse(readFileSync('package.json', 'utf8'));

/** Gives a project a package that is installed here. */
function link(project: string, name: string, installed: string): void {
  const source = resolve('node_modules', installed);
  if (!existsSync(source)) throw new Error(`node_modules/${installed} is missing: run make setup.`);
  const target = join(project, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { recursive: true, force: true });
  symlinkSync(source, target);
}
