/** Prints what each entry point of the package adds to a bundle: bundled by esbuild, minified, gzipped. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { default?: string }>;
};

/** The source of each entry that has code, by its name. */
export const entries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(exports).flatMap(([name, target]) => {
    const [, path] = (typeof target === 'object' && /^\.\/dist\/(.*)\.js$/.exec(target.default ?? '')) || [];
    return path === undefined ? [] : [[name, `src/${path}.ts`]];
  }),
);

/** How an entry is bundled for a browser. */
export const forBrowsers = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  external: ['msw', 'node:*'],
  write: false,
} satisfies BuildOptions;

/** The size of an entry point in bytes, with all that it imports except Mock Service Worker and Node's modules. */
export async function sizeOf(file: string): Promise<number> {
  const { outputFiles } = await build({ ...forBrowsers, entryPoints: [file] });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength;
}

/** The table of CONTRIBUTING, every entry in it. */
export async function sizeTable(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(entries).map(
      async ([name, file]) => `| \`${name}\` | ${((await sizeOf(file)) / 1000).toFixed(1)} kB |`,
    ),
  );
  return ['| entry | minified and gzipped |', '| --- | --- |', ...rows].join('\n');
}

if (import.meta.main) console.log(await sizeTable());
