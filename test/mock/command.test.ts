import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../cli/files.ts';
import { requestExamples } from '../support/document.ts';

const path = '/api/v2/projects/p/environments/e/experiments/x/iterations';
const headers = { authorization: 'api-canary', 'content-type': 'application/json' };
const body = JSON.stringify(requestExamples[0]?.[1]);
const children: ChildProcess[] = [];
const { file, remove } = scratchFolder();
afterAll(remove);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Runs `ld-iteration mock`, and gives its URL once it prints it, and what it wrote once it ended. */
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
  const dead = ended.then(({ code }) => Promise.reject(new Error(`It ended with ${code}: ${err}`)));
  const first = Promise.race([url, dead]);
  // Who waits for the end alone expects it.
  first.catch(() => {});
  return { child, url: first, ended };
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

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends on %s with its responses sent, and says how many there were',
    async (signal) => {
      const { child, url, ended } = await mock('--port', '0', '--scenario', 'slow');
      const at = await url;
      const slow = post(at, body);
      await fetch(at);
      child.kill(signal);
      expect((await slow).status).toBe(200);
      const { code, err } = await ended;
      expect([code, err]).toEqual([0, expect.stringMatching(/\n2 requests\n$/)]);
    },
  );

  it('continues when its log is no longer read', async () => {
    const { child, url } = await mock('--port', '0');
    const at = await url;
    child.stderr.destroy();
    child.stdout.destroy();
    for (let count = 0; count < 5; count += 1) expect((await post(at, body)).status).toBe(200);
  });

  it.each(['line', 'json'])('writes no control character of a request into its log of the style %s', async (log) => {
    const { child, url, ended } = await mock('--port', '0', '--log', log);
    const key = 'a\r\nPOST forged 200\u001b[31m\u009b\u202e';
    await post(await url, JSON.stringify({ ...JSON.parse(body), flags: { [key]: 5 } }));
    child.kill('SIGTERM');
    const { err } = await ended;
    expect(err).toContain('flags.a\\');
    expect(err).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
    expect(err.split('\n').filter((line) => line.startsWith('POST forged'))).toEqual([]);
  });

  it.each([
    [['--scenario', 'nothing'], 'There is no scenario "nothing". The scenarios are: echo'],
    [['--port', 'many'], '--port must be a whole number below 65536, or auto.'],
    [['--log', 'loud'], '--log must be line, json or silent.'],
    [['--seed', 'x.yaml'], '--existing-draft and --seed need a stateful mock: pass --stateful too.'],
    [['--stateful', '--static'], 'A mock can be static or stateful, but not both.'],
    [['--stateful', '--existing-draft', 'keep'], 'Allowed choices are replace, refuse.'],
  ])('refuses %j in one sentence, with exit code 2', async (flags, sentence) => {
    const { ended } = await mock(...flags);
    const { code, err } = await ended;
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
  });

  it('remembers, starting from a seed file, and notes what LaunchDarkly does not document', async () => {
    const seed = file(
      'seed.yaml',
      'experiments:\n  - projectKey: p\n    experiment: { key: x, environmentKey: e, name: Mine }\n',
    );
    const { child, url, ended } = await mock('--port', '0', '--stateful', '--seed', seed, '--existing-draft', 'refuse');
    const at = await url;
    expect([(await post(at, body)).status, (await post(at, body)).status]).toEqual([200, 400]);
    const experiment = await fetch(`${at}${path.replace(/\/iterations$/, '?expand=draftIteration')}`, { headers });
    expect(await experiment.json()).toMatchObject({ name: 'Mine', draftIteration: { status: 'not_started' } });
    child.kill('SIGTERM');
    expect((await ended).err).toMatch(
      /^POST {2}\S+ {2}400 .* {2}note: What LaunchDarkly does if a draft already exists is not/m,
    );
  });

  it('refuses a seed that it cannot use, with its place in the file', async () => {
    const seed = file('wrong.yaml', 'experiments:\n  - projectKey: p\n    experiment: { key: 5 }\n');
    const { code, err } = await (await mock('--stateful', '--seed', seed)).ended;
    expect(code).toBe(2);
    expect(err).toMatch(/^error: \S+wrong\.yaml:3:\d+ experiments\[0\]\.experiment\.\w+ must be/);
  });

  it('warns when other machines can call it', async () => {
    const { child, url, ended } = await mock('--port', '0', '--host', '0.0.0.0');
    expect((await fetch(await url)).status).toBe(200);
    child.kill('SIGINT');
    expect((await ended).err).toContain('Listening on 0.0.0.0: anyone who can reach this machine can call it.');
  });
});
