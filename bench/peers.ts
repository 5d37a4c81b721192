/** The peers of this package: installed from bench/package.json, separately from the project, and generated. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { redocly } from '../scripts/lib/redocly.ts';
import { install } from '../test/matrix/tools.ts';

/** Where the peers are installed. The project's own packages are found from there too, in the folder above. */
export const home = '.cache/bench';
const generated = join(home, 'generated');
const contract = 'generated/openapi.yaml';

/** The entry of each client that a generator writes, before it is bundled. */
export const generatedClients = {
  redocly: join(generated, 'redocly/client.ts'),
  'hey-api': join(generated, 'hey-api/index.ts'),
  orval: join(generated, 'orval/client.ts'),
} as const;

/** Installs the peers, once, and generates their code from the contract if that or a generator changed. */
export async function prepare(): Promise<void> {
  install('bench', home);
  // A name is looked up from the module that imports it.
  writeFileSync(join(home, 'load.mjs'), 'export const load = (name) => import(name);\n');
  const hash = createHash('sha256');
  for (const path of [contract, 'package-lock.json', 'bench/package-lock.json', 'bench/peers.ts'])
    hash.update(readFileSync(path));
  const key = hash.digest('hex');
  const stamp = join(generated, 'made-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated, { recursive: true });
  await generate();
  for (const entry of [
    ...Object.values(generatedClients),
    ...validators.map((name) => join(generated, name, `${name}.gen.ts`)),
  ]) {
    const [outfile, target] = [entry.replace(/\.ts$/, '.mjs'), 'node20'];
    await build({
      entryPoints: [entry],
      outfile,
      target,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
    });
  }
  writeFileSync(stamp, key);
}

const validators = ['zod', 'valibot'] as const;

interface HeyApi {
  createClient(options: object): Promise<unknown>;
}
interface Orval {
  generate(options: object): Promise<unknown>;
}

async function generate(): Promise<void> {
  const { status, stderr } = await redocly(['generate-client', contract, '--output', generatedClients.redocly]);
  if (status !== 0) throw new Error(`redocly generate-client failed: ${stderr}`);
  const { createClient } = await load<HeyApi>('@hey-api/openapi-ts');
  const from = { input: resolve(contract), logs: { level: 'silent' } };
  const plugins = ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'];
  await createClient({ ...from, output: join(generated, 'hey-api'), plugins });
  for (const name of validators) await createClient({ ...from, output: join(generated, name), plugins: [name] });
  const { generate: orval } = await load<Orval>('orval');
  const output = {
    target: resolve(generatedClients.orval),
    client: 'fetch',
    baseUrl: { runtime: "Reflect.get(globalThis, 'orvalBase')" },
  };
  await orval({ input: { target: resolve(contract) }, output });
}

/** A package of the peers, or of the project, as an ES module. */
export async function load<Module>(name: string): Promise<Module> {
  const { load: from } = await import(pathToFileURL(resolve(home, 'load.mjs')).href);
  return from(name);
}

/** The code that a generator wrote, bundled without its dependencies. */
export function loadGenerated<Module>(path: string): Promise<Module> {
  return import(pathToFileURL(resolve(path.replace(/\.ts$/, '.mjs'))).href);
}

/** The schemas that a generator wrote for a library of validation. */
export const loadSchemas = <Module>(name: (typeof validators)[number]): Promise<Module> =>
  loadGenerated(schemaFile(name));

/** The file of those schemas. */
export const schemaFile = (name: string): string => join(generated, name, `${name}.gen.ts`);

/** The version of a package of the peers, or of the project, from the lockfiles. */
export function versionOf(name: string): string {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const locks = ['bench/package-lock.json', 'package-lock.json'].map(read);
  const version = locks.map(({ packages }) => packages[`node_modules/${name}`]?.version).find(Boolean);
  return version ?? read('package.json').version;
}
