import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { servers } from '../../generated/constants.js';
import { buildDocs } from '../../scripts/docs/build.ts';
import { changesMarkdown } from '../../scripts/docs/changes.ts';
import { clientCode, curlCode, openapiFetchCode, operationPage } from '../../scripts/docs/examples.ts';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { startMockServer } from '../../src/mock/server.ts';
import { document, requestExamples } from '../support/document.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-'));
  buildDocs(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const pages = ['index.html', 'reference.html', 'examples.html', 'errors.html', 'changes.html'];
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the site', () => {
  it('has its pages, the bundle, and what machines read', () => {
    const files = [...pages, 'openapi.json', 'openapi.yaml', 'reference.md', 'llms.txt'];
    expect(readdirSync(folder).sort()).toEqual(files.sort());
    const size = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    console.log(`docs site: ${files.length} files, ${(size / 1e6).toFixed(1)} MB`);
    expect(size).toBeLessThan(4_000_000);
  });

  it.each(pages)('%s forbids itself to call anybody', (name) => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(read(name)) ?? [];
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/https?:|\*/);
    expect(read(name)).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="https?:/);
    expect(read(name)).not.toContain('cdn.redoc.ly');
  });

  it('does not report its readers', () => {
    expect(read('reference.html')).toContain('"disableTelemetry":true');
  });

  it('names every property of the request and the answer in the Markdown reference', () => {
    for (const name of ['IterationInput', 'IterationRep']) {
      const [, section = ''] = new RegExp(`### ${name}\n(.*?)(\n### |$)`, 's').exec(read('reference.md')) ?? [];
      const properties = Object.keys(document.components.schemas[name]?.properties ?? {});
      expect(properties.filter((property) => !section.includes(`| \`${property}\` |`))).toEqual([]);
    }
  });

  it('has only links that lead somewhere', () => {
    for (const name of [...pages, 'reference.md', 'llms.txt']) {
      // Of Redoc's page, the links that this project wrote: the others are made by its script.
      const text =
        name === 'reference.html' ? (/<nav class="site".*?<\/nav>/s.exec(read(name))?.[0] ?? '') : read(name);
      const links = [...text.matchAll(/(?:href="|\]\()([^")\s]+)/g)].map(([, link = '']) => link);
      expect(links.length).toBeGreaterThan(2);
      for (const link of links.filter((each) => !each.startsWith('data:'))) {
        if (/^https:/.test(link)) expect(URL.canParse(link)).toBe(true);
        else expect([name, link, leadsSomewhere(name, link)]).toEqual([name, link, true]);
      }
    }
  });
});

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', fragment] = link.split('#', 2);
  const target = file === '' ? from : file;
  if (!readdirSync(folder).includes(target)) return false;
  // The browser opens the operation's page in a test of its own.
  if (fragment === undefined || link === operationPage) return true;
  const text = read(target);
  return target.endsWith('.md')
    ? [...text.matchAll(/^#+ (.*)$/gm)].some(([, title = '']) => title.toLowerCase().replaceAll(' ', '-') === fragment)
    : text.includes(`id="${fragment}"`);
}

describe('the code of the examples page', () => {
  const examples = requestExamples.map(([name, value]) => ({ name, summary: '', value }));

  it.each(
    examples.flatMap((example) => [
      { title: `${example.name}, with the client`, code: clientCode(example), said: 'not_started' },
      { title: `${example.name}, with openapi-fetch`, code: openapiFetchCode(example), said: 'not_started' },
    ]),
  )('$title, runs against the mock', async ({ code, said }) => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: process.cwd(), loader: 'ts' },
      alias: { 'launchdarkly-iteration-contract': './src/index.ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
    });
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    vi.stubGlobal('fetch', createMockFetch());
    vi.stubEnv('LAUNCHDARKLY_ACCESS_TOKEN', 'api-any');
    try {
      await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`);
      expect(log).toHaveBeenCalledWith(said);
    } finally {
      vi.unstubAllGlobals();
      vi.unstubAllEnvs();
      log.mockRestore();
    }
  });

  it.each(examples)('$name, with curl, sends the example', (example) => {
    const [, body = ''] = /--data '(.*)'$/s.exec(curlCode(example)) ?? [];
    expect(JSON.parse(body.replaceAll("'\\''", "'"))).toEqual(example.value);
  });

  it.runIf(hasCurl).each(examples)('$name, with curl, runs against the mock', async (example) => {
    const mock = await startMockServer();
    const code = curlCode(example).replace(servers.commercial, mock.url).replace('curl', 'curl --silent');
    const env = { ...process.env, LAUNCHDARKLY_ACCESS_TOKEN: 'api-any' };
    const { stdout } = await promisify(execFile)('sh', ['-c', code], { env }).finally(() => mock.close());
    expect(JSON.parse(stdout)).toMatchObject({ status: 'not_started' });
  });
});

describe('the page of changes', () => {
  const changelog = '# Changelog';
  const before = JSON.stringify(document);

  it('compares the contracts of the releases, the newest first', () => {
    const broken = structuredClone(document);
    broken.components.schemas['IterationInput']?.allOf?.[0]?.required?.push('covariateId');
    const markdown = changesMarkdown(changelog, [
      { name: 'v0.1.0', document: before },
      { name: 'v0.2.0', document: before },
      { name: 'now', document: JSON.stringify(broken) },
    ]);
    expect(markdown).toMatch(
      /### From v0\.2\.0 to now\n.*covariateId.*### From v0\.1\.0 to v0\.2\.0\n\nThe contract is the same/s,
    );
    expect(markdown).toContain(
      '- **Breaking:** createIteration, request: `covariateId` is now required: requests that leave it out are refused',
    );
  });

  it('says so when there is nothing to compare', () => {
    expect(changesMarkdown(changelog, [{ name: 'now', document: before }])).toContain('There is no earlier release');
  });
});
