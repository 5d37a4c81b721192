import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig, type ExtractorMessage } from '@microsoft/api-extractor';

/** What the project's tsconfig says of modules and libraries; the declarations need no more. */
const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2024', 'DOM', 'DOM.Iterable'],
  module: 'NodeNext',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
};

/**
 * Emits the declarations of a copy of the project and returns API Extractor's report of each entry of its `exports`:
 * its TypeScript, or empty where the entry has no types. Writes into the copy.
 */
export function apiReports(folder: string): Record<string, string> {
  // Whether the types are sound is for `make typecheck` to say, and for the release's own time.
  const args = ['node_modules/typescript/bin/tsc', '-p', 'src', '--emitDeclarationOnly', '--noCheck'];
  const tsc = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (!existsSync(join(folder, 'dist')))
    throw new Error(`tsc -p src emits no declarations:\n${tsc.stdout}${tsc.stderr}`);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
  const typed = Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'object' && target.types ? [{ entry, file: join(folder, target.types) }] : [],
  );
  const configs = typed.map(({ file }, index) => configOf(folder, file, `${index}.api.md`));
  const [first] = configs;
  if (first === undefined) throw new Error('package.json: no entry of exports has types');
  const compilerState = CompilerState.create(first, { additionalEntryPoints: typed.map(({ file }) => file) });
  const reports = Object.fromEntries(Object.keys(exports).map((entry) => [entry, '']));
  for (const [index, config] of configs.entries()) {
    const { succeeded } = Extractor.invoke(config, { compilerState, localBuild: true, messageCallback });
    const entry = typed[index]?.entry ?? '';
    const code = succeeded && /```ts\n(.*)```/s.exec(readFileSync(config.reportFilePath, 'utf8'))?.[1];
    if (!code) throw new Error(`API Extractor reports nothing for the entry ${JSON.stringify(entry)}`);
    reports[entry] = code;
  }
  return reports;
}

function configOf(folder: string, file: string, reportFileName: string): ExtractorConfig {
  const reportFolder = join(folder, '.cache');
  mkdirSync(reportFolder, { recursive: true });
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      newlineKind: 'lf',
      mainEntryPointFilePath: file,
      compiler: { overrideTsconfig: { compilerOptions } },
      // What is not exported but reached by what is belongs to the API as well.
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder,
        reportTempFolder: join(reportFolder, 'temporary'),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  });
}

/** Advice on release tags and doc comments is not asked for; errors of the compiler are. */
function messageCallback(message: ExtractorMessage): void {
  if (message.category !== 'Compiler') message.handled = true;
}

interface PackageJson {
  exports: Record<string, string | { types?: string }>;
}
