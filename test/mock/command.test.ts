import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { logTo } from '../../src/mock/log.ts';
import { startMockServer } from '../../src/mock/server.ts';
import { requestExamples } from '../support/document.ts';

const path = '/api/v2/projects/p/environments/e/experiments/x/iterations';
const headers = { authorization: 'api-canary', 'content-type': 'application/json' };
const body = JSON.stringify(requestExamples[0]?.[1]);
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Runs `ld-iteration mock`, and gives its URL once it says so, and what it wrote once it ended. */
async function mock(...flags: string[]) {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'mock', ...flags]);
  children.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const url = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const [found] = /http:\S+/.exec(out) ?? [];
      if (found) resolve(found);
    });
  });
  const ended = once(child, 'exit').then(([code]) => ({ code, out, err }));
  return { child, url, ended };
}

const post = (url: string, sent: string, extra = {}) =>
  fetch(url + path, { method: 'POST', headers: { ...headers, ...extra }, body: sent });

describe('ld-iteration mock', () => {
  it('serves until it is interrupted, with one line a request and no token in it', async () => {
    const { child, url, ended } = await mock('--port', '0', '--scenario', 'rate-limited-once');
    const at = await url;
    expect([(await post(at, body)).status, (await post(at, body)).status, (await post(at, '{}')).status]).toEqual([
      429, 200, 400,
    ]);
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(0);
    const lines = err
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('POST'));
    expect(lines).toEqual([
      expect.stringMatching(/^POST {2}\S+\/iterations {2}429 {2}[\d.]+ ms {2}rate-limited-once$/),
      expect.stringMatching(/^POST {2}\S+\/iterations {2}200 {2}[\d.]+ ms {2}rate-limited-once$/),
      expect.stringMatching(/^POST {2}\S+\/iterations {2}400 {2}[\d.]+ ms {2}primarySingleMetricKey or/),
    ]);
    expect(err).not.toContain('canary');
  });

  it('serves from several processes on one port, with equal answers', async () => {
    const { child, url, ended } = await mock('--port', '0', '--workers', '2', '--log', 'silent');
    const at = await url;
    const answers = await Promise.all(Array.from({ length: 20 }, async () => (await post(at, body)).text()));
    expect(new Set(answers).size).toBe(1);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  it.each([
    [['--scenario', 'nothing'], 'There is no scenario "nothing". There are: echo'],
    [['--port', 'many'], '--port is a whole number or auto.'],
    [['--log', 'loud'], '--log is line, json or silent.'],
    [['--workers', '0'], '--workers is a whole number from 1 to 99.'],
  ])('refuses %j in one sentence, with exit code 2', async (flags, sentence) => {
    const { ended } = await mock(...flags);
    const { code, err } = await ended;
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
  });

  it('says whoever may call when it listens to more than this machine', async () => {
    const { child, url, ended } = await mock('--port', '0', '--host', '0.0.0.0');
    await url;
    child.kill('SIGINT');
    expect((await ended).err).toContain('Listening on 0.0.0.0: whoever reaches this machine can call.');
  });
});

describe('the port of the mock server', () => {
  it('is the next free one where the wanted one is taken, if that was asked for', async () => {
    const first = await startMockServer();
    await expect(startMockServer({ port: first.port })).rejects.toThrow(`Port ${first.port} of 127.0.0.1 is taken`);
    const second = await startMockServer({ port: first.port, auto: true });
    expect(second.port).toBeGreaterThan(first.port);
    await Promise.all([first.close(), second.close()]);
  });

  it('is free again once the server is closed, open connections or not', async () => {
    const server = await startMockServer({ scenario: 'slow' });
    const slow = post(server.url, body).catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.close();
    expect(await slow).toBe('ended');
    const again = await startMockServer({ port: server.port });
    await again.close();
  });
});

describe('the log', () => {
  const entry = {
    method: 'POST',
    target: `${path}?__code=400`,
    ms: 1.26,
    answer: { status: 400, headers: {}, body: '', delayMs: 0, violation: 'flags must be present.' },
  };
  const logged = async (style: 'line' | 'json' | 'silent') => {
    const stream = new PassThrough();
    logTo(stream, style)(entry);
    return text(stream.end());
  };

  it('has a line, an object or nothing a request', async () => {
    expect(await logged('line')).toBe(`POST  ${path}  400  1.3 ms  flags must be present.\n`);
    const object = { method: 'POST', path, status: 400, ms: 1.3, violation: 'flags must be present.' };
    expect(JSON.parse(await logged('json'))).toEqual(object);
    expect(await logged('silent')).toBe('');
  });
});
