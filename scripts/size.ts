/** Prints what each entry of the package costs a bundle: bundled for a browser by esbuild, minified, gzipped. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const entries = {
  './client': 'src/client/index.ts',
  '.': 'src/index.ts',
  './validate': 'src/contract/validate.ts',
  './preflight': 'src/preflight/index.ts',
};

/** The size of an entry in bytes, with all that it imports. */
export async function sizeOf(file: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength;
}

/** The table of the README. */
export async function sizeTable(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(entries).map(
      async ([name, file]) => `| \`${name}\` | ${((await sizeOf(file)) / 1000).toFixed(1)} kB |`,
    ),
  );
  return ['| entry | minified and gzipped |', '| --- | --- |', ...rows].join('\n');
}

if (import.meta.main) console.log(await sizeTable());
