/**
 * Writes API Extractor's report of each entry of the package, its TypeScript as users see it, to `generated/api/`. With
 * `--check` it writes nothing and fails where a report is stale; with `--since <ref>` it fails where a report changed
 * since that git ref and the CHANGELOG says nothing of it.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { git } from '../lib/git.ts';
import { sectionsOf } from '../lib/versions.ts';

const folder = 'generated/api';
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, { types?: string }> };

/** Emits the declarations, and returns the reports that are not those of the sources. Writes them unless `isCheck`. */
function staleReports(isCheck: boolean): string[] {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'api-'));
  try {
    for (const name of ['node_modules', 'package.json', 'generated']) symlinkSync(resolve(name), join(scratch, name));
    // Type errors are left to `make typecheck`.
    const flags = ['--emitDeclarationOnly', '--noCheck', '--preserveSymlinks', '--outDir', join(scratch, 'dist')];
    const { status, stdout } = spawnSync('tsc', ['-p', 'src', ...flags], { encoding: 'utf8' });
    if (!existsSync(join(scratch, 'dist'))) throw new Error(`tsc -p src emits no declarations (${status}):\n${stdout}`);
    const entries = Object.entries(exports).filter(([, { types }]) => types !== undefined);
    if (!isCheck) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const configs = entries.map(([entry, { types = '' }]) => configOf(scratch, entry, types));
    const [first] = configs;
    if (!first) throw new Error('package.json: no entry of exports has types');
    const additionalEntryPoints = configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath);
    const compilerState = CompilerState.create(first, { additionalEntryPoints });
    const written = new Set(configs.map(({ reportFilePath }) => reportFilePath));
    const strays = readdirSync(folder).map((name) => resolve(folder, name));
    const stale = configs.flatMap((config) => {
      const { apiReportChanged } = Extractor.invoke(config, {
        ...{ compilerState, localBuild: !isCheck },
        // Only compiler errors are reported, not advice on release tags and doc comments.
        messageCallback: (message) => {
          if (message.category !== 'Compiler') message.handled = true;
        },
      });
      return apiReportChanged ? [config.reportFilePath] : [];
    });
    return [...stale, ...strays.filter((path) => !written.has(path))].map((path) => relative('.', path));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function configOf(scratch: string, entry: string, types: string): ExtractorConfig {
  const name = entry === '.' ? 'index' : entry.slice(2).replaceAll('/', '-');
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: scratch,
      newlineKind: 'lf',
      mainEntryPointFilePath: join(scratch, types),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...{ target: 'ES2023', lib: ['ES2024', 'DOM', 'DOM.Iterable'], module: 'NodeNext', types: ['node'] },
            ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true, preserveSymlinks: true },
          },
        },
      },
      // What is not exported but reachable from an export belongs to the API as well.
      apiReport: {
        ...{ enabled: true, reportFileName: `${name}.api.md`, includeForgottenExports: true },
        ...{ reportFolder: resolve(folder), reportTempFolder: join(scratch, 'reports') },
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
}

/** Whether reports changed since a ref, and yet the newest section of the CHANGELOG has no new line. */
function isUnsaid(ref: string): boolean {
  const base = git('merge-base', ref, 'HEAD').trim();
  const hadReports = git('ls-tree', '-r', '--name-only', base, folder) !== '';
  if (!hadReports || git('diff', '--name-only', base, '--', folder) === '') return false;
  const old = new Set(git('show', `${base}:CHANGELOG.md`).split('\n'));
  const notes = sectionsOf(readFileSync('CHANGELOG.md', 'utf8'))[0]?.notes ?? '';
  return notes.split('\n').every((line) => line.trim() === '' || old.has(line));
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, since: { type: 'string' } } });
try {
  const stale = values.since === undefined ? staleReports(values.check) : [];
  if (values.check && stale.length > 0)
    throw new Error(`${stale.join('\n')}\nis not what the sources export: run make api to fix this.`);
  if (values.since !== undefined && isUnsaid(values.since))
    throw new Error(
      `${folder}: what users import changed since ${values.since}. Say so in the newest section of CHANGELOG.md.`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
