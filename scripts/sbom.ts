/** Writes the bill of materials of what users install with the package, and checks the licence of each component. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Both ask for no more than that their notice stays with the code, and npm installs each package with its own.
const allowed = ['MIT', 'ISC'];

/** What is read of a CycloneDX document. */
export interface Bom {
  components: { name: string; version: string; licenses?: Licence[] }[];
}
type Licence = { license?: { id?: string; name?: string }; expression?: string };

/** What is read of package.json, and of package-lock.json. */
type Manifest = { name: string; dependencies: Record<string, string>; [key: string]: unknown };
type Lock = { packages: Record<string, { dev?: boolean; devOptional?: boolean; peer?: boolean; optional?: boolean }> };

/** The licences of a component, in words. */
function licenceOf({ licenses = [] }: Bom['components'][number]): string {
  return licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? '').join(', ');
}

/**
 * What is wrong with a bill of materials: a dependency that it lacks, a component without a licence, or with one that is
 * not allowed.
 */
export function problemsOf({ components }: Bom, dependencies: readonly string[]): string[] {
  const lacking = dependencies
    .filter((name) => !components.some((component) => component.name === name))
    .map((name) => `${name} is a dependency in package.json but not in the bill of materials: run npm install.`);
  const refused = components
    .filter((component) => !allowed.includes(licenceOf(component)))
    .map((component) => {
      const licence = licenceOf(component) === '' ? 'no licence' : `the licence ${licenceOf(component)}`;
      const advice = 'Replace it, or add the licence to scripts/sbom.ts with the reason why it may be used.';
      return `${component.name}@${component.version} has ${licence}; allowed are ${allowed.join(' and ')}. ${advice}`;
    });
  return [...lacking, ...refused];
}

/**
 * Has npm write the bill of materials, from the lock reduced to what users install: neither what only developers need nor
 * the optional peers, which are the users' own. `npm sbom --omit dev` is not enough: it leaves out a dependency that a
 * developer's package could use as well.
 */
export function writeBom(manifest: Manifest, lock: Lock): string {
  const isForUsers = ([, { dev, devOptional, peer, optional }]: [string, Lock['packages'][string]]) =>
    !(dev || devOptional || peer || optional);
  const own = ({ devDependencies, peerDependencies, peerDependenciesMeta, ...rest }: Record<string, unknown>) => rest;
  const packages = Object.fromEntries(Object.entries(lock.packages).filter(isForUsers));
  packages[''] = own({ ...packages[''] });
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'sbom-'));
  try {
    // npm names the document after its folder.
    const folder = join(parent, manifest.name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(own(manifest)));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }));
    const flags = ['--package-lock-only', '--sbom-format', 'cyclonedx', '--loglevel', 'error'];
    return execFileSync('npm', ['sbom', ...flags], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(parent, { recursive: true });
  }
}

if (import.meta.main) {
  const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const text = writeBom(manifest, JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const bom: Bom = JSON.parse(text);
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/sbom.json', text);
  console.log(`dist/sbom.json: ${bom.components.length} components that users install`);
  for (const component of bom.components) {
    console.log(`  ${component.name}@${component.version}  ${licenceOf(component) || 'no licence'}`);
  }
  const problems = problemsOf(bom, Object.keys(manifest.dependencies));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
