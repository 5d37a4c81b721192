import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Tree } from '../../scripts/diff/json.ts';
import { locator } from '../../scripts/diff/locate.ts';
import { specDiff } from '../../scripts/diff/spec-diff.ts';
import { describeWithHistory, history } from '../support/shared.ts';
import { smallDocument, smallOperation } from '../support/small.ts';

const folder = mkdtempSync(join(tmpdir(), 'spec-diff-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, document: Tree): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.json') ? JSON.stringify(document, null, 2) : stringify(document));
  return path;
}
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/diff/main.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const share = (type: string, fields: Tree = {}) =>
  smallDocument(
    { '/things': { post: smallOperation('request', { type: 'object', properties: { share: { type } } }) } },
    fields,
  );
const base = file('base.json', share('string'));
const broken = file('broken.yaml', share('number'));

describe('two documents are compared', () => {
  it('a known break exits with 1: a set-up that finds nothing cannot pass', () => {
    const { status, stdout } = run(base, broken, '--format', 'json');
    expect(status).toBe(1);
    const { bump, changes } = JSON.parse(stdout);
    expect(bump).toBe('major');
    expect(changes).toHaveLength(1);
  });

  it('the break passes once the version admits it, and is still called what it is', () => {
    const admitted = file('admitted.json', share('number', { info: { title: 'Small', version: '2.0.0' } }));
    const { status, stdout } = run(base, admitted, '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).bump).toBe('major');
  });

  it('no change is none, in JSON and in YAML alike', () => {
    const { status, stdout } = run(base, file('same.yaml', share('string')), '--format', 'json');
    expect({ status, ...JSON.parse(stdout) }).toEqual({ status: 0, bump: 'none', changes: [] });
  });

  it('tells each change with its file and line', () => {
    const { stdout } = run(base, broken);
    const line =
      readFileSync(broken, 'utf8')
        .split('\n')
        .findIndex((text) => text.trim() === 'type: number') + 1;
    expect(stdout).toContain(
      `- Request: share now a number, was a string: every caller that sends it must change (${broken}:${line})`,
    );
    expect(run(base, broken, '--format', 'github-actions').stdout).toContain(
      `::error file=${broken},line=${line},title=Breaks callers::`,
    );
  });

  it('says what is wrong with a document, and exits with 2', () => {
    writeFileSync(join(folder, 'text.json'), '[]');
    for (const [args, message] of [
      [[base, join(folder, 'absent.json')], 'absent.json'],
      [[base, join(folder, 'text.json')], 'not an OpenAPI 3 document'],
      [[base], 'Usage'],
      [[base, broken, '--format', 'html'], 'Usage'],
    ] as const) {
      expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
    }
  });
});

describe('a history', () => {
  /** A small document, and the lines of a table that end the run. */
  const table = (path: string) =>
    run(path)
      .stdout.trimEnd()
      .split('\n\n')
      .at(-1)
      ?.split('\n')
      .map((line) => line.trim().split(/ {2,}/));

  it('is told in the order of its versions, and ends with a table of verdicts and counts', () => {
    const releases: { [version: string]: Tree } = parse(readFileSync('test/fixtures/vendor-releases.yaml', 'utf8'), {
      merge: true,
    });
    const place = join(folder, 'history');
    mkdirSync(place);
    for (const [version, document] of Object.entries(releases))
      writeFileSync(join(place, `${version}.json`), JSON.stringify(document));
    expect(run(place).status).toBe(0);
    expect(table(place)).toEqual([
      ['from -> to', 'bump', 'breaking', 'compatible', 'words'],
      ['v9.json -> v11.json', 'minor', '0', '3', '2'],
      ['v11.json -> v14.json', 'major', '1', '2', '0'],
      ['v14.json -> v16.json', 'major', '1', '3', '0'],
      ['v16.json -> v17.json', 'minor', '0', '1', '1'],
      ['v17.json -> v20.json', 'major', '1', '1', '0'],
      ['v20.json -> v22.json', 'patch', '0', '0', '1'],
    ]);
  });

  describeWithHistory('of the vendor', () => {
    it('is rated rightly, release by release, without noise', () => {
      const { stdout } = run(history);
      expect(stdout).not.toMatch(/style|explode/);
      expect(table(history)?.slice(1)).toEqual([
        ['v9.0.1.json -> v11.0.0.json', 'minor', '0', '7', '83'],
        ['v11.0.0.json -> v14.0.0.json', 'major', '1', '11', '20'],
        ['v14.0.0.json -> v16.1.0.json', 'major', '2', '17', '11'],
        ['v16.1.0.json -> v17.2.0.json', 'major', '1', '5', '8'],
        ['v17.2.0.json -> v20.0.0.json', 'major', '2', '6', '11'],
        ['v20.0.0.json -> v22.0.0.json', 'patch', '0', '0', '1'],
      ]);
      for (const what of [
        'primaryMetric.kind may also be funnel',
        'primaryMetric.metrics[] no longer requires nameInGroup',
      ]) {
        expect(stdout).toContain(what);
      }
    });
  });
});

it('a change is located in the file that says it, through references and the parts of allOf', () => {
  const locate = locator('spec/openapi.yaml');
  const document = JSON.parse(readFileSync('generated/openapi.json', 'utf8'));
  const lines = (change: (copy: typeof document) => void) => {
    const copy = structuredClone(document);
    change(copy);
    return specDiff(document, copy).changes.map((found) => {
      const { file: path, line } = locate(found);
      return [path, readFileSync(path, 'utf8').split('\n')[line - 1]?.trim()];
    });
  };
  const { schemas, parameters } = document.components;
  expect(Object.keys(schemas)).toContain('PrimaryMetricSelector');
  expect(Object.keys(parameters)).toContain('experimentKey');
  expect(lines((copy) => Object.assign(copy.components.parameters.experimentKey.schema, { type: 'integer' }))).toEqual([
    ['spec/components/parameters.yaml', expect.stringMatching(/^(type: string|schema: \{type: string\}|schema:)/)],
  ]);
  expect(lines((copy) => copy.components.schemas.PrimaryMetricSelector.anyOf.push({ required: ['x'] }))[0]?.[0]).toBe(
    'spec/components/schemas/PrimaryMetricSelector.yaml',
  );
  expect(lines((copy) => copy.servers.pop())).toEqual([['spec/openapi.yaml', '- url: https://app.launchdarkly.us']]);
  expect(lines((copy) => Object.assign(copy, { security: [] }))[0]).toEqual(['spec/openapi.yaml', 'security:']);
});
