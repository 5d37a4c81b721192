import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { clientCode, curlCode, openapiFetchCode } from '../../docs/lib/code.ts';
import { requestsOf } from '../../docs/lib/document.ts';
import { servers } from '../../generated/constants.js';
import { createIterationRequestTwoTreatments as input } from '../../generated/examples.js';
import { getExperiment, operations } from '../../generated/operations.js';
import type { Operation } from '../../src/contract/operations.ts';
import { createIterationClient } from '../../src/index.ts';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { startMockServer } from '../../src/mock/server.ts';
import { layOut } from '../matrix/consumer.ts';
import { describeWithChromium } from '../support/chromium.ts';
import { freePort } from '../support/free-port.ts';
import { packedOnce } from '../support/packed.ts';
import { runSnippet, snippetFiles } from './snippet.ts';

const run = promisify(execFile);
const name = 'launchdarkly-iteration-contract';
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const snippet = (file: string) => readFileSync(join('docs/snippets', file), 'utf8');
const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, lang = '', code = '']) => ({ lang, code }));
const contract = JSON.parse(readFileSync('generated/openapi.json', 'utf8'));
const samples = Object.values(operations as Record<string, Operation>).flatMap((operation) =>
  requestsOf(contract, operation.id).map((request) => ({
    operation,
    ...request,
    title: `${operation.id}: ${request.name}`,
  })),
);

let project: string;
beforeAll(async () => {
  // Not within the project, whose packages would be found from there.
  project = mkdtempSync(join(realpathSync(tmpdir()), 'snippets-'));
  const { tarball } = await packedOnce();
  await layOut(tarball, project);
  rmSync(join(project, 'consumer.ts'));
  for (const file of snippetFiles) cpSync(join('docs/snippets', file), join(project, file));
  for (const beside of ['vitest', 'playwright-core', '@opentelemetry/api']) {
    mkdirSync(dirname(join(project, 'node_modules', beside)), { recursive: true });
    symlinkSync(resolve('node_modules', beside), join(project, 'node_modules', beside));
  }
});
afterAll(() => rmSync(project, { recursive: true }));

describe('the README', () => {
  it('has at most 120 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });

  it('takes its code from the snippets', () => {
    const texts = snippetFiles.map((file) => snippet(file).trim());
    const shell = ['make demo', 'make test'];
    const unknown = blocks.filter(
      ({ code }) => !texts.includes(code.trim()) && !shell.some((one) => code.includes(one)),
    );
    expect(unknown).toEqual([]);
    expect(blocks.length).toBeGreaterThan(2);
  });

  it('links only to files that there are, and to the web', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
    for (const link of links.filter((each) => !each.startsWith('https:')))
      expect(() => readFileSync(join('.', link))).not.toThrow(/ENOENT/);
  });
});

describe('the site', () => {
  it('shows each snippet, and no TypeScript of its own', () => {
    const pages = [
      'index',
      'start',
      'life',
      'playground',
      ...['errors', 'retries', 'testing', 'terminal', 'migrating'].map((page) => `guides/${page}`),
    ];
    const text = pages.map((page) => readFileSync(`docs/src/content/docs/${page}.mdx`, 'utf8')).join('\n');
    expect(snippetFiles.filter((file) => !text.includes(`<Snippet file="${file}"`))).toEqual([]);
    expect(text).not.toMatch(/^```(ts|js)/m);
  });
});

describe('the snippets', () => {
  it('compile in a project of tsc --init, as does the code of every named request', async () => {
    rmSync(join(project, 'tsconfig.json'), { force: true });
    await run(process.execPath, [tsc, '--init'], { cwd: project });
    const config = join(project, 'tsconfig.json');
    // What tsc --init itself says to write for Node.
    writeFileSync(config, readFileSync(config, 'utf8').replace('"types": [],', '"types": ["node"], "noEmit": true,'));
    for (const { operation, value, title } of samples) {
      writeFileSync(join(project, `sample-${title.replace(': ', '-')}.ts`), clientCode(operation, value));
      if (operation.id === 'createIteration')
        writeFileSync(join(project, `fetch-${title.slice(17)}.ts`), openapiFetchCode(value));
    }
    const files = ['mocks.ts', 'resend.ts', 'server.ts'];
    for (const file of files) rmSync(join(project, file));
    // Beside them one that does not, so that a compiler that finds nothing cannot pass.
    const [first] = samples;
    const { flags: _flags, ...rest } = (first?.value ?? {}) as Record<string, unknown>;
    writeFileSync(join(project, 'broken.ts'), clientCode({ id: 'createIteration' }, rest));
    const { stdout } = await run(process.execPath, [tsc, '-p', '.'], { cwd: project }).catch((error) => error);
    rmSync(join(project, 'broken.ts'));
    // An error begins at the margin, and what explains it is indented.
    const errors = stdout.split(/\n(?=\S)/);
    expect(errors.filter((error: string) => !error.startsWith('broken.ts('))).toEqual([]);
    expect(stdout).toContain('flags');
  });

  it.each(['create.ts', 'mock-server.ts', 'mock-fetch.ts'])('%s creates a draft on the mock', async (file) => {
    expect(await printedBy(file)).toContain('not_started');
  });

  it.each(samples)('$title runs against the mock, with the client', async ({ operation, value }) => {
    const printed = await printedBy('sample', clientCode(operation, value));
    expect(printed).toMatch(operation.id === 'createIteration' ? 'not_started' : /./);
  });

  it.each(samples.filter(({ operation }) => operation.id === 'createIteration'))(
    '$title runs against the mock, with openapi-fetch',
    async ({ value }) => expect(await printedBy('fetch', openapiFetchCode(value))).toBe('not_started'),
  );

  it.runIf(spawnSync('curl', ['--version']).status === 0)('run against the mock, with curl', async () => {
    const mock = await startMockServer();
    try {
      for (const { operation, value } of [...samples, { operation: getExperiment as Operation, value: undefined }]) {
        const code = curlCode(operation, value)
          .replace(servers.commercial, mock.url)
          .replace('curl', 'curl -sS --fail-with-body');
        await run('sh', ['-c', code], { env: { ...process.env, LAUNCHDARKLY_ACCESS_TOKEN: 'api-any' } });
      }
    } finally {
      await mock.close();
    }
  });

  it('outcomes.ts says what became of each call', async () => {
    const { createAndExplain } = await runSnippet<{
      createAndExplain: (client: unknown, value: unknown) => Promise<string>;
    }>('outcomes.ts');
    const explain = (scenario: 'echo' | 'rate-limited' | 'forbidden' | 'flaky') =>
      createAndExplain(clientOf(scenario), input);
    expect(await explain('echo')).toMatch(/^Created /);
    expect(await explain('rate-limited')).toContain('try again later');
    expect(await explain('forbidden')).toContain('Fix this first');
    expect(await explain('flaky')).toContain('Look at the experiment first');
  });

  it('observe.ts records attempts', async () => {
    process.env['LAUNCHDARKLY_ACCESS_TOKEN'] = 'api-any';
    const { client } = await runSnippet<{ client: ReturnType<typeof clientOf> }>('observe.ts');
    expect(typeof client.createIteration).toBe('function');
  });

  it('migrate.ts and life.ts use Update experiment', async () => {
    type Act = (client: unknown, value: unknown) => Promise<void>;
    const { migrate } = await runSnippet<{ migrate: Act }>('migrate.ts');
    const { createAndStart } = await runSnippet<{ createAndStart: Act }>('life.ts');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await migrate(clientOf('echo'), input);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
    const mockFetch = createMockFetch();
    const withoutDraft: typeof fetch = async (url, init) =>
      init?.method === 'GET' ? Response.json(experimentWithoutDraft) : mockFetch(String(url), init);
    await createAndStart(createIterationClient({ accessToken: 'api-any', mock: true, fetch: withoutDraft }), input);
    const stateful = createMockFetch({ stateful: true });
    const losing: typeof fetch = async (url, init) => {
      const response = await stateful(String(url), init);
      if (init?.method === 'PATCH') throw new TypeError('terminated');
      return response;
    };
    const client = createIterationClient({ accessToken: 'api-any', mock: true, fetch: losing });
    await createAndStart(client, input);
    const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };
    await expect(client.getExperiment(path)).resolves.toMatchObject({ currentIteration: { status: 'running' } });
  });

  it('vitest.test.ts passes under Vitest', async () => {
    const vitest = resolve('node_modules/vitest/vitest.mjs');
    const { stdout } = await run(process.execPath, [vitest, 'run', '--root', project, 'vitest.test.ts'], {
      cwd: project,
    });
    expect(stdout).toMatch(/2 passed/);
  });

  it('msw.ts intercepts, and storybook.ts has its fixtures', async () => {
    const { server } = await runSnippet<{ server: import('msw/node').SetupServer }>('msw.ts');
    server.listen();
    const client = createIterationClient({ accessToken: 'api-any', throttle: false });
    const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
    expect((await client.createIteration(path, input)).status).toBe('not_started');
    server.close();
    const { Running } = await runSnippet<{ Running: { args: { iteration: { status: string } } } }>('storybook.ts');
    expect(Running.args.iteration.status).toBe('running');
  });

  it('iteration.yaml is valid, and the workflow and the hook name what there is', async () => {
    const { stdout } = await run(process.execPath, [
      'src/cli/main.ts',
      'validate',
      '--strict',
      'docs/snippets/iteration.yaml',
    ]);
    expect(stdout).toContain('0 errors, 0 pieces of advice');
    expect(parse(snippet('workflow.yml')).jobs.validate.steps.at(-1).run).toContain('--format github-actions');
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    expect(parse(snippet('pre-commit.yaml')).repos[0].hooks[0].id).toBe(hook.id);
  });
});

const experimentWithoutDraft = {
  ...{
    key: 'checkout-button',
    name: 'Checkout',
    _maintainerId: 'm',
    _creationDate: 1,
    environmentKey: 'e',
    _links: {},
  },
};

const clientOf = (scenario: 'echo' | 'rate-limited' | 'forbidden' | 'flaky') =>
  createIterationClient({ accessToken: 'api-any', mock: true, fetch: createMockFetch({ scenario }), maxRetries: 0 });

/** What a snippet prints when every request meets the mock. */
async function printedBy(file: string, code?: string): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.stubGlobal('fetch', createMockFetch());
  vi.stubEnv('LAUNCHDARKLY_ACCESS_TOKEN', 'api-any');
  try {
    await runSnippet(file, code);
    return log.mock.calls.map((line) => line.join(' ')).join('\n');
  } finally {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    log.mockRestore();
  }
}

describe('in a terminal', () => {
  let bin: string;
  beforeAll(() => {
    // As npx does: the command of the package, by its name.
    bin = join(project, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'npx'),
      `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(project, 'node_modules', name, 'dist/cli/main.js')}" "$@"\n`,
      { mode: 0o755 },
    );
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\ntest "$*" = "install ${name}"\n`, { mode: 0o755 });
  });

  it('four commands lead from an empty folder to a created iteration on the mock', async () => {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'first-'));
    const commands = snippet('first-iteration.sh')
      .replace(
        'mock &',
        `mock --port ${port} & mock=$!\nuntil curl -s localhost:${port} >/dev/null; do sleep 0.1; done`,
      )
      .replace('localhost:4010', `localhost:${port}`);
    const { stdout } = await run('sh', ['-e', '-c', `trap 'kill $mock' EXIT\n${commands}`], {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
    });
    rmSync(folder, { recursive: true });
    expect(stdout).toContain('not_started');
    expect(readme).toContain(snippet('first-iteration.sh').trim());
  });

  it('validate.sh and create.sh do what they say', async () => {
    const mock = await startMockServer();
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
    try {
      const valid = await run('sh', ['-e', '-c', snippet('validate.sh')], { cwd: project, env });
      expect(valid.stdout).toContain('valid: 0 errors');
      const create = snippet('create.sh').replace('api-…', 'api-any').trim();
      const { stdout } = await run('sh', ['-e', '-c', `${create} --server ${mock.url}`], { cwd: project, env });
      expect(stdout).toContain('not_started');
    } finally {
      await mock.close();
    }
  });
});

describeWithChromium('playwright.ts', (launch) => {
  it("sends a page's calls to the mock", async () => {
    const { mockTheApi } = await runSnippet<{ mockTheApi: (page: unknown) => Promise<void> }>('playwright.ts');
    const browser = await launch();
    const page = await browser.newPage();
    await mockTheApi(page);
    const status = await page.evaluate(async (body) => {
      const url = 'https://app.launchdarkly.com/api/v2/projects/p/environments/e/experiments/x/iterations';
      const headers = { authorization: 'api-any', 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
    }, input);
    await browser.close();
    expect(status).toBe(200);
  });
});
