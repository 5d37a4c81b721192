import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { run } from '../../src/cli/run.ts';
import { type MockServer, startMockServer } from '../../src/mock/server.ts';
import { requestExamples } from '../support/document.ts';

const token = 'api-canary';
const examples = Object.fromEntries(requestExamples);
const keys = ['--project', 'p', '--environment', 'e', '--experiment', 'x'];
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const valid = file('iteration.json', JSON.stringify(examples['two-treatments'], null, 2));

let mock: MockServer;
beforeAll(async () => {
  mock = await startMockServer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.close();
});

interface Streams {
  env?: Record<string, string>;
  input?: string;
  signal?: AbortSignal;
  isTTY?: boolean;
}

/** Runs the command and gives what it wrote; nothing that it wrote may hold the token. */
async function command(args: string[], { env, input = '', signal, isTTY = false }: Streams = {}) {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const code = await run(args, {
    stdin: Readable.from([input]),
    stdout,
    stderr,
    env: env ?? { LAUNCHDARKLY_ACCESS_TOKEN: token },
    interruption: () => signal ?? new AbortController().signal,
  });
  const [out, err] = await Promise.all([text(stdout.end()), text(stderr.end())]);
  expect(out + err).not.toContain('canary');
  return { code, out, err };
}

const create = (args: string[], streams?: Streams) => command(['create', ...args, ...keys], streams);

describe('ld-iteration validate', () => {
  it('finds two errors and three pieces of advice in the documented request, each with its place', async () => {
    const path = 'test/fixtures/documented-request.json';
    const { code, out } = await command(['validate', path]);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toEqual([
      `${path}:1:1 error primarySingleMetricKey or primaryFunnelKey must be present; both may be.`,
      expect.stringMatching(`^${path}:21:12 error flags must be an object.* \\(/flags\\)$`),
      expect.stringMatching(`^${path}:8:17 advice .* \\(/treatments\\)$`),
      expect.stringMatching(`^${path}:8:17 advice .* sum to 10.* \\(/treatments\\)$`),
      expect.stringMatching(`^${path}:15:22 advice .* \\(/treatments/0/parameters/0/flagKey\\)$`),
      '2 errors, 3 pieces of advice',
    ]);
  });

  it('takes a valid iteration in JSON and in YAML, from a file and from standard input', async () => {
    const yaml = stringify(examples['stratified']);
    for (const args of [[valid], [file('iteration.yaml', yaml)]]) {
      expect(await command(['validate', ...args])).toMatchObject({ code: 0, err: '' });
    }
    for (const args of [['-'], []]) {
      expect(await command(['validate', ...args], { input: yaml })).toMatchObject({ code: 0 });
    }
  });

  it('prints the findings as JSON', async () => {
    const { code, out } = await command(['validate', '--json'], { input: '{"hypothesis": 5}' });
    const { issues, advice } = JSON.parse(out);
    expect(code).toBe(1);
    expect(advice).toEqual([]);
    expect(issues).toContainEqual(expect.objectContaining({ pointer: '/hypothesis', place: 'stdin:1:16' }));
  });

  it.each([
    ['that is not there', ['validate', 'nowhere.json'], '', 'nowhere.json cannot be read: ENOENT'],
    ['that is not JSON', ['validate'], '{"hypothesis": ', 'stdin:1:'],
    ['that repeats a key', ['validate'], '{"flags": {}, "flags": {}}', 'Map keys must be unique'],
  ])('refuses a file %s with exit code 2', async (_case, args, input, message) => {
    const { code, out, err } = await command(args, { input });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('ld-iteration create', () => {
  it('creates the iteration and prints it', async () => {
    const { code, out, err } = await create([valid, '--server', mock.url]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Created iteration [0-9a-f]{24}: not_started\n/);
    expect(err).toBe(`Creating the iteration at ${mock.url} …\n`);
  });

  it('prints the iteration as JSON, and nothing else on standard output', async () => {
    const { code, out } = await create(['--server', mock.url, '--json'], {
      input: JSON.stringify(examples['minimal']),
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'not_started' });
  });

  it('sends nothing when the iteration breaks the contract', async () => {
    const { code, out, err } = await create(['test/fixtures/documented-request.json', '--server', mock.url]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Nothing was sent: mend the errors first.');
  });

  it('shows the request and sends nothing in a dry run, for which it needs no token', async () => {
    const { code, out } = await create([valid, '--dry-run', '--server', 'eu'], { env: {} });
    expect(code).toBe(0);
    const url = 'https://app.eu.launchdarkly.com/api/v2/projects/p/environments/e/experiments/x/iterations';
    expect(out).toContain(`POST ${url}\n`);
  });

  it('asks for the token, and takes it from nowhere but the environment', async () => {
    const { code, err } = await create([valid, '--server', mock.url], { env: {} });
    expect(code).toBe(2);
    expect(err).toContain('Set LAUNCHDARKLY_ACCESS_TOKEN');
    expect(await create([valid, '--token', 'api-1'])).toMatchObject({ code: 2 });
  });

  it('refuses a path that would lead elsewhere', async () => {
    const args = ['create', valid, '--project', '..', '--environment', 'e', '--experiment', 'x'];
    expect(await command([...args, '--server', mock.url])).toMatchObject({ code: 1 });
    expect(await command([...args, '--dry-run'])).toMatchObject({ code: 1, out: '' });
  });

  it.each([
    [403, { code: 'forbidden', message: 'No', id: 'id-7' }, 1, 'it is safe to try again. Quote id-7'],
    [503, {}, 3, 'An iteration may have been created: read the draftIteration'],
    [200, 'not JSON', 4, 'The iteration was created; do not try again.'],
  ])('says after %i what became of the iteration', async (status, body, code, advice) => {
    const server = await answering(status, JSON.stringify(body));
    const result = await create([valid, '--server', server.url, '--json']);
    expect(result).toMatchObject({ code, err: expect.stringContaining(advice) });
    expect(JSON.parse(result.out).error).toMatchObject({ status });
    await server.close();
  });

  it('says what became of the iteration when it is interrupted', async () => {
    const server = await answering(undefined, '');
    const result = await create([valid, '--server', server.url], { signal: AbortSignal.timeout(100) });
    expect(result).toMatchObject({ code: 130, err: expect.stringContaining('An iteration may have been created') });
    await server.close();
  });
});

describe('ld-iteration', () => {
  it('helps, with the exit codes', async () => {
    expect(await command(['help'])).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes:') });
    expect(await command(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
  });

  it('refuses what it does not know with exit code 2', async () => {
    expect(await command(['destroy'])).toMatchObject({ code: 2 });
    expect(await command(['create', valid])).toMatchObject({ code: 2 });
  });

  it('colours for a terminal alone, and never with NO_COLOR', async () => {
    const coloured = (streams: Streams) => command(['validate'], { input: '{}', ...streams });
    const start = '\u001b[';
    expect((await coloured({ isTTY: true })).out).toContain(start);
    expect((await coloured({ isTTY: false })).out).not.toContain(start);
    expect((await coloured({ isTTY: true, env: { NO_COLOR: '1' } })).out).not.toContain(start);
  });
});

/** A server that answers everything alike, or never. */
async function answering(status: number | undefined, body: string) {
  const server = createServer((request, response) => {
    request.resume();
    if (status !== undefined) response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
