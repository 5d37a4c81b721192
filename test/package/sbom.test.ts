import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

// Both ask for no more than that their notice stays with the code, and npm installs each package with its own.
const allowed = ['MIT', 'ISC'];

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'sbom-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is read of a CycloneDX document. */
interface Bom {
  metadata: { component: { name: string } };
  components: { name: string; licenses?: { license?: { id?: string; name?: string }; expression?: string }[] }[];
}

/** The bill of materials of this package, by a lock that `change` may change. */
function bomWith(change: (packages: Record<string, { license?: string }>) => void = () => {}): Bom & { text: string } {
  copyFileSync('package.json', join(folder, 'package.json'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  change(lock.packages);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const text = readFileSync(join(folder, 'dist/sbom.json'), 'utf8');
  return { ...JSON.parse(text), text };
}

/** That of the package as it is, made once. */
let own: ReturnType<typeof bomWith> | undefined;
const bomOfPackage = () => (own ??= bomWith());

/** The components whose license is not allowed. */
function refused({ components }: Bom): string[] {
  return components.flatMap(({ name, licenses = [] }) => {
    const license = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression).join();
    return allowed.includes(license) ? [] : [`${name}: ${license || 'no license'}`];
  });
}

describe('the bill of materials', () => {
  it('lists what users install, neither optional peers nor what developers need, each under a license that is allowed', () => {
    const bom = bomOfPackage();
    const names = bom.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(names).toEqual(['commander', 'openapi-fetch', 'openapi-typescript-helpers', 'yaml']);
    expect(refused(bom)).toEqual([]);
  });

  it('is named after the package, and names no folder of the machine that wrote it', () => {
    const bom = bomOfPackage();
    expect(bom.metadata.component.name).toBe(manifest.name);
    expect(bom.text).not.toMatch(/\/tmp|\/home|\/work|file:/);
  });

  it('shows a license that is not allowed, and a component without one', () => {
    const bom = bomWith((packages) => {
      Object.assign(packages['node_modules/yaml'] ?? {}, { license: 'GPL-3.0-only' });
      delete packages['node_modules/commander']?.license;
    });
    expect(refused(bom)).toEqual(['commander: no license', 'yaml: GPL-3.0-only']);
  });
});
