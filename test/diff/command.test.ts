import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { specDiff } from '../../scripts/comparison/spec-diff.ts';
import type { Tree } from '../../scripts/lib/json.ts';
import { bundleLocatorOf, locatorOf } from '../../scripts/lib/source-map.ts';
import { describeWith, vendorDocuments } from '../support/shared.ts';
import { smallDocument, smallOperation } from '../support/small.ts';

const folder = mkdtempSync(join(tmpdir(), 'diff-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, document: Tree): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.json') ? JSON.stringify(document, null, 2) : stringify(document));
  return path;
}
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/diff/main.ts', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
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
  it('a known break exits with 1, so a setup that finds nothing cannot pass', () => {
    const { status, stdout } = run(base, broken, '--format', 'json');
    expect(status).toBe(1);
    const { bump, needs, changes } = JSON.parse(stdout);
    expect([bump, needs, changes.length]).toEqual(['major', '2.0.0', 1]);
  });

  it('the break passes once the version acknowledges it, and is still called what it is', () => {
    const acknowledged = file('acknowledged.json', share('number', { info: { title: 'Small', version: '2.0.0' } }));
    const { status, stdout } = run(base, acknowledged, '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ bump: 'major', by: 'info.version 2.0.0' });
  });

  it('no change is none, in JSON and in YAML alike', () => {
    const { status, stdout } = run(base, file('same.yaml', share('string')), '--format', 'json');
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({ status: 0, bump: 'none', changes: [] });
  });

  it('reports each change with its file and line, and one verdict with the required version', () => {
    const { stdout } = run(base, broken);
    const text = readFileSync(broken, 'utf8').split('\n');
    const line = text.findIndex((one) => one.trim() === 'type: number') + 1;
    expect(stdout.split('\n')[0]).toBe('Breaking: needs 2.0.0, not acknowledged');
    expect(stdout).toContain(
      `- Request: share is now a number, was a string: requests that were valid are rejected (${broken}:${line})`,
    );
    expect(run(base, broken, '--format', 'github-actions').stdout).toContain(
      `::error file=${broken},line=${line},title=Breaks requests::`,
    );
  });

  it('a name in a document controls neither the terminal nor the log of a workflow', () => {
    const evil = (type: string) =>
      smallDocument({
        '/things': { post: smallOperation('request', { properties: { 'a\u001b[31m\n::error::b': { type } } }) },
      });
    const files = [file('evil-base.json', evil('string')), file('evil.json', evil('integer'))];
    for (const format of ['text', 'github-actions']) {
      const { stdout } = run(...files, '--format', format);
      expect(stdout).toContain('is now an integer');
      expect(stdout).not.toContain('\u001b');
      expect(stdout).not.toMatch(/^::error::/m);
    }
  });

  it.each<[string, string[], string]>([
    ['an absent document', [base, join(folder, 'absent.json')], 'absent.json'],
    ['a missing document', [base, broken, base], 'Usage'],
    ['an unknown format', [base, broken, '--format', 'html'], 'Usage'],
  ])('%s exits with 2', (_, args, message) => {
    expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });

  it.each<[string, string, string]>([
    ['no object', '[]', ':1: not an OpenAPI 3 document: it is not an object'],
    ['cut JSON', '{\n  "openapi": "3.1.0",\n', ':3: neither JSON nor YAML: '],
    ['broken YAML', 'openapi: 3.1.0\ninfo: [\npaths: {}\n', ': neither JSON nor YAML: '],
    [
      'a number for a version',
      '# A contract\nopenapi: 3.0\npaths: {}\n',
      ":2: not an OpenAPI 3 document: openapi is the number 3; quote it, as in openapi: '3.1.0'",
    ],
    ['Swagger 2.0', '{"swagger": "2.0"}', ':1: not an OpenAPI 3 document but Swagger 2.0; convert it first'],
    ['a version that is not known', 'openapi: 3.9.0\n', ':1: OpenAPI 3.9.0 is not supported; 3.0, 3.1 and 3.2 are'],
    ['no version', 'info: {}\n', 'it has no text under openapi'],
  ])('%s is refused with its line and the reason', (_, content, message) => {
    const path = join(folder, 'refused.yaml');
    writeFileSync(path, content);
    const { status, stderr } = run(base, path);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/refused\.yaml:\d+: /),
    });
    expect(stderr).toContain(message);
  });

  it('a reference that leads nowhere is refused with its line', () => {
    const path = file('dangling.yaml', share('string'));
    writeFileSync(path, readFileSync(path, 'utf8').replace('type: string', "$ref: '#/components/schemas/Absent'"));
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((one) => one.includes('Absent')) + 1;
    expect(run(base, path)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`${path}:${line}: #/components/schemas/Absent: a reference that leads nowhere`),
    });
  });
});

describe('a history', () => {
  /** The lines of the table that ends the run. */
  const table = (stdout: string) =>
    stdout
      .trimEnd()
      .split('\n\n')
      .at(-1)
      ?.trim()
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/));

  it('is reported in the order of its versions, and ends with a table of verdicts and counts', () => {
    const releases: { [version: string]: Tree } = parse(readFileSync('test/fixtures/vendor-releases.yaml', 'utf8'), {
      merge: true,
    });
    const place = join(folder, 'history');
    mkdirSync(place);
    for (const [version, document] of Object.entries(releases))
      writeFileSync(join(place, `${version}.json`), JSON.stringify(document));
    const { status, stdout } = run(place);
    expect(status).toBe(0);
    expect(table(stdout)).toEqual([
      ['from -> to', 'bump', 'breaking', 'compatible', 'docs'],
      ['v9.json -> v11.json', 'minor', '0', '2', '2'],
      ['v11.json -> v14.json', 'major', '1', '2', '0'],
      ['v14.json -> v16.json', 'major', '1', '3', '0'],
      ['v16.json -> v17.json', 'minor', '0', '1', '1'],
      ['v17.json -> v20.json', 'major', '1', '1', '0'],
      ['v20.json -> v22.json', 'patch', '0', '0', '1'],
    ]);
  });

  describeWith(vendorDocuments, 'of the vendor', () => {
    it('is rated rightly, release by release, with every place of each change', () => {
      const { status, stdout, stderr } = run(vendorDocuments);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).not.toMatch(/`?(style|explode)`? is now/);
      expect(
        table(stdout)
          ?.slice(1)
          .map((row) => row.slice(0, 3)),
      ).toEqual([
        ['v9.0.1.json -> v11.0.0.json', 'major', '3'],
        ['v11.0.0.json -> v14.0.0.json', 'major', '1'],
        ['v14.0.0.json -> v16.1.0.json', 'major', '2'],
        ['v16.1.0.json -> v17.2.0.json', 'major', '1'],
        ['v17.2.0.json -> v20.0.0.json', 'major', '2'],
        ['v20.0.0.json -> v22.0.0.json', 'patch', '0'],
        ['v22.0.0.json -> v24.0.0.json', 'major', '5'],
      ]);
      const [, places = ''] = /nameInGroup is now optional[^\n]*\n((?: {2}- [^\n]*\n)+)/.exec(stdout) ?? [];
      expect(places).toContain('createIteration, response 200: primaryMetric.metrics[].nameInGroup');
      expect(places).toContain('getExperiment, response 200: currentIteration.primaryMetric.metrics[].nameInGroup');
      expect(places).toContain('patchExperiment, response 200:');
      expect(places).toContain('createExperiment, response 201:');
    });
  });
});

describe('a change is located', () => {
  const document = JSON.parse(readFileSync('generated/openapi.json', 'utf8'));
  const changed = (change: (copy: typeof document) => void) => {
    const copy = structuredClone(document);
    change(copy);
    return specDiff(document, copy).changes.map(({ pointer }) => pointer);
  };
  const typed = (copy: typeof document) => {
    copy.components.parameters.experimentKey.schema.type = 'integer';
  };

  it.each<[string, (copy: typeof document) => void, string, RegExp]>([
    ['through references', typed, 'spec/components/parameters.yaml', /type: string/],
    [
      'through the parts of allOf',
      (copy) => copy.components.schemas.PrimaryMetricSelector.anyOf.push({ required: ['x'] }),
      'spec/components/schemas/PrimaryMetricSelector.yaml',
      /./,
    ],
    [
      'through a reference with text beside it',
      (copy) => {
        copy.components.schemas.LayerSnapshotRep.properties.name.type = 'integer';
      },
      'spec/components/schemas/LayerSnapshotRep.yaml',
      /type: string/,
    ],
    ['in the root', (copy) => copy.servers.pop(), 'spec/openapi.yaml', /servers:|url:/],
  ])('in the file that says it, %s', (_, change, path, text) => {
    const { file: found, line } = bundleLocatorOf('spec/openapi.yaml', document)(changed(change)[0] ?? '');
    expect(found).toBe(path);
    expect(readFileSync(found, 'utf8').split('\n')[line - 1]).toMatch(text);
  });

  it('in a document of one file', () => {
    const pointers = changed(typed);
    for (const name of ['generated/openapi.json', 'generated/openapi.yaml']) {
      const { line } = locatorOf(name)(pointers[0] ?? '');
      expect(readFileSync(name, 'utf8').split('\n')[line - 1]).toMatch(/"?type"?: "?string"?/);
    }
  });

  it('if it has a name that cannot be decoded, too', () => {
    const path = file('percent.json', { info: {}, paths: { '/100%/%41': { get: {} } } });
    expect(locatorOf(path)('#/paths/~1100%~1%41/get')).toEqual({ file: path, line: 5 });
  });
});
