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
 */
export async function layOut(tarball: string, project: string): Promise<void> {
  const { name, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const home = join(project, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  for (const beside of Object.keys({ ...dependencies, ...peerDependencies, '@types/node': '' })) {
    const source = resolve('node_modules', beside);
    if (!existsSync(source)) throw new Error(`node_modules/${beside} is missing: run make setup.`);
    const link = join(project, 'node_modules', beside);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(source, link);
  }
  cpSync('test/package/consumer', project, { recursive: true });
  cpSync('test/fixtures/documented-request.json', join(project, 'documented-request.json'));
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}');
  const entryPoints = ['consumer.ts', 'mocks.ts', 'resend.ts', 'server.ts'].map((file) => join(project, file));
  await build({ entryPoints, outdir: project, format: 'esm', target: 'esnext' });
}
