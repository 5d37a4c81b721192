/** Builds the docs site, or serves the build, with Astro. Prints the number of pages, their size and the time. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The options of a build. */
export interface DocsOptions {
  /** Where the site goes; emptied first. By default dist/docs. */
  folder?: string;
  /** The path that the site is served below. By default `/`. */
  base?: string;
  /** The origin of the site, for the links that need one. */
  site?: string;
  /** The bundled contract, as JSON. By default generated/openapi.json. */
  contract?: string;
  /** Whether to leave out the pages from the docstrings, which take half of the time. */
  withoutApi?: boolean;
}

/**
 * Builds the site.
 *
 * @throws Error with the output of Astro, when it fails.
 */
export async function buildDocs(options: DocsOptions = {}): Promise<void> {
  const { folder = 'dist/docs', base = process.env['DOCS_BASE'] ?? '/', site = process.env['DOCS_SITE'] } = options;
  rmSync(folder, { recursive: true, force: true });
  const settings = {
    DOCS_BASE: base.replace(/\/?$/, '/'),
    ...(site && { DOCS_SITE: site }),
    ...(options.contract && { DOCS_CONTRACT: resolve(options.contract) }),
    ...(options.withoutApi && { DOCS_API: 'none' }),
  };
  const { code, output } = await astro(
    ['build', '--force', '--outDir', resolve(folder), '--base', base],
    settings,
    'pipe',
  );
  if (code !== 0) throw new Error(`astro build failed:\n${output}`);
}

/** Runs Astro, with telemetry disabled. */
async function astro(args: string[], settings: NodeJS.ProcessEnv, stdio: 'pipe' | 'inherit') {
  const command = resolve('node_modules/astro/bin/astro.mjs');
  // A test runner sets variables that Vite would take for its own settings.
  const own = new Set(['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SSR', 'TEST', 'VITEST']);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)));
  const env = { ...inherited, ...settings, ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, [command, ...args, '--root', 'docs'], { env, stdio });
  // Ending this process also ends the server.
  process.once('SIGTERM', () => child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  return { code, output };
}

/** The files of a folder, below it. */
export function filesOf(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => statSync(join(folder, path)).isFile());
}

if (import.meta.main) {
  if (process.argv.includes('--serve')) {
    await astro(['preview', '--host', '127.0.0.1', '--port', process.env['PORT'] ?? '4321'], {}, 'inherit');
  } else {
    const start = performance.now();
    await buildDocs();
    const files = filesOf('dist/docs');
    const size = files.reduce((sum, path) => sum + statSync(join('dist/docs', path)).size, 0);
    const pages = files.filter((path) => path.endsWith('.html')).length;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `dist/docs/: ${pages} pages, ${(size / 1e6).toFixed(1)} MB, ${seconds} s. See it with make docs-serve.`,
    );
  }
}
