import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { quietEnvironment, redocly } from '../../scripts/lib/redocly.ts';
import { document } from '../support/document.ts';

const folder = mkdtempSync(join(tmpdir(), 'tools-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const configuration = (path: string) => parse(readFileSync(path, 'utf8'));

describe('the tools', () => {
  it('make no network calls: telemetry and notices are off in every configuration', () => {
    expect(configuration('redocly.yaml').telemetry).toBe('off');
    expect(configuration('redocly.diff.yaml').telemetry).toBe('off');
    expect(quietEnvironment).toMatchObject({ REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' });
    expect(manifest.scarfSettings).toEqual({ enabled: false });
    const npm = readFileSync('.npmrc', 'utf8').split('\n');
    expect(npm).toEqual(expect.arrayContaining(['fund=false', 'audit=false', 'update-notifier=false']));
  });

  it('may run install scripts only if explicitly allowed', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const withScripts = Object.entries(lock.packages as Record<string, { hasInstallScript?: boolean }>)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1));
    expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(withScripts)].sort());
    expect(manifest.allowScripts['@scarf/scarf']).toBe(false);
  });

  it('report a misspelled lint rule as an error', async () => {
    const path = join(folder, 'redocly.yaml');
    const misspelt = { ...configuration('redocly.yaml'), plugins: [], rules: { 'operation-descriptoin': 'error' } };
    writeFileSync(path, stringify(misspelt));
    const { status, stderr } = await redocly(['lint', 'spec/openapi.yaml', '--config', path, '--lint-config=error']);
    expect(status).not.toBe(0);
    expect(stderr).toContain('operation-descriptoin');
  });

  it('find a breaking change with the configuration of the diff', async () => {
    const base = join(folder, 'base.json');
    const revision = join(folder, 'revision.json');
    writeFileSync(base, JSON.stringify(document));
    const broken = structuredClone(document);
    const [input] = broken.components.schemas['IterationInput']?.allOf ?? [];
    (input?.required ?? expect.unreachable()).push('covariateId');
    writeFileSync(revision, JSON.stringify(broken));
    const diff = (config: string) => redocly(['diff', base, revision, '--config', config]);
    expect((await diff('redocly.diff.yaml')).status).toBe(1);
    // The linter's configuration would let the same change pass, so the two stay apart.
    expect((await diff('redocly.yaml')).status).toBe(0);
  });
});
