import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type ProxyFlags, proxy } from '../../src/cli/proxy.ts';
import { createTerminal, UsageError } from '../../src/cli/terminal.ts';
import { type Behavior, path, send, standIn, token, validRequest, validResponse } from './stand-in.ts';

/** A stream that keeps what is written to it, and tells of the first writing. */
function keeping() {
  const kept = { text: '' };
  const started = Promise.withResolvers<void>();
  const stream = new Writable({
    write(chunk, _encoding, done) {
      kept.text += chunk;
      started.resolve();
      done();
    },
  });
  return { kept, stream, started: started.promise };
}

/** Runs the command while something uses the proxy, and gives what it wrote; nothing of it may hold the token. */
async function command(behavior: Behavior, use: (url: string) => Promise<unknown>, flags: Partial<ProxyFlags> = {}) {
  const upstream = await standIn(behavior);
  const [out, err] = [keeping(), keeping()];
  const interrupted = new AbortController();
  const streams = { stdin: Readable.from(['']), stdout: out.stream, stderr: err.stream };
  const terminal = createTerminal({ ...streams, env: {}, interruption: () => interrupted.signal });
  try {
    const code = proxy(terminal, { upstream: upstream.url, port: '0', host: '127.0.0.1', ...flags });
    await Promise.race([err.started, code]);
    await use(/http:\/\/[\d.:]+/.exec(err.kept.text)?.[0] ?? '');
    interrupted.abort();
    const result = { code: await code, out: out.kept.text, err: err.kept.text };
    expect(result.out + result.err).not.toContain('canary');
    return result;
  } finally {
    await upstream.close();
  }
}

const drifting = { body: JSON.stringify({ ...validResponse, createdAt: 'x', more: 1 }) };

describe('ld-iteration proxy', () => {
  it('prints a line per request and an indented line per issue, then the totals, and fails', async () => {
    const { code, out, err } = await command(drifting, async (url) => {
      await send(url);
      await send(url, { body: JSON.stringify({ ...validRequest, metrics: undefined }) });
    });
    const response = [
      '  error response/body/createdAt type: createdAt must be an integer, but is a string.',
      '  note response/body/more additionalProperties: more is not in the contract.',
    ];
    const [error, note] = response;
    expect(
      out
        .replace(/\d+\.\d ms/g, 'T ms')
        .trim()
        .split('\n'),
    ).toEqual([
      `POST ${path} 200 T ms`,
      ...response,
      `POST ${path} 200 T ms`,
      '  error request/body/metrics required: metrics must be present.',
      error,
      note,
      '2 requests, 2 responses checked, 0 could not be checked: 2 responses and 1 request broke the contract, 2 notes',
    ]);
    expect(err).toMatch(
      /^Forwarding requests from http:\/\/127.0.0.1:\d+ to http:\/\/127.0.0.1:\d+\. Press Ctrl-C to stop\.\n$/,
    );
    expect(code).toBe(1);
  });

  it('prints one object per line with --json, and the totals on standard error', async () => {
    const { code, out, err } = await command(drifting, (url) => send(url, { path: `${path}?x=1` }), { json: true });
    expect(code).toBe(1);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { method: 'POST', path, status: 200, ms: expect.any(Number), response: 'checked', issues: expect.any(Array) },
    ]);
    expect(err).toContain(
      '1 request, 1 response checked, 0 could not be checked: 1 response and 0 requests broke the contract, 1 note\n',
    );
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('prints the totals on %s, after what is in progress', async (signal) => {
    const release = Promise.withResolvers<void>();
    const upstream = await standIn(async (_request, response) => {
      await release.promise;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(validResponse));
    });
    const flags = ['--upstream', upstream.url, '--port', '0'];
    const child = spawn(process.execPath, ['src/cli/main.ts', 'proxy', ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = text(child.stdout);
    const [announced] = await once(child.stderr, 'data');
    const sent = send(/http:\/\/[\d.:]+/.exec(String(announced))?.[0] ?? '');
    while (upstream.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    release.resolve();
    expect((await sent).status).toBe(200);
    const [code] = await once(child, 'exit');
    expect([code, await out]).toEqual([0, expect.stringMatching(/\n1 request, 1 response checked, 0 could not .*\n$/)]);
    await upstream.close();
  });

  it('fails when a response could not be checked', async () => {
    const { code, out } = await command({ headers: { 'content-encoding': 'dcb' } }, (url) => send(url));
    expect(code).toBe(1);
    expect(out).toMatch(/ 200 T? ?[\d.]+ ms unchecked\n {2}note response\/body unread: The body is compressed/);
    expect(out).toContain('0 responses checked, 1 could not be checked: 0 responses and 0 requests broke');
  });

  it('succeeds when what was not checked is of no operation of the contract', async () => {
    const { code } = await command({ status: 201 }, (url) => send(url, { path: '/other' }));
    expect(code).toBe(0);
  });

  it('succeeds when no response broke the contract, though requests did', async () => {
    const { code, out } = await command({}, (url) => send(url, { body: '{}' }));
    expect(code).toBe(0);
    expect(out).toContain(
      '1 response checked, 0 could not be checked: 0 responses and 1 request broke the contract, 0 notes',
    );
    expect(await command({}, async () => {})).toMatchObject({ code: 0 });
  });

  it('replaces what breaks the contract with --errors', async () => {
    const statuses: unknown[] = [];
    const use = async (url: string) => statuses.push((await send(url)).status);
    await command(drifting, use, { errors: true });
    await command(drifting, use);
    expect(statuses).toEqual([502, 200]);
  });

  it('writes no control character of the upstream to the terminal', async () => {
    const name = 'a\u001b[31m\n\u009b\u202e\u2028z';
    const behavior = { body: JSON.stringify({ ...validResponse, [name]: 1 }) };
    for (const json of [false, true]) {
      const { out } = await command(behavior, (url) => send(url), { json });
      expect(out).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}\u2028]/u);
      expect(out).toContain('/body/a\\u001b[31m\\');
    }
  });

  it('fails when the upstream cannot be reached, because then nothing was checked', async () => {
    const { code, out } = await command({}, (url) => send(url), { upstream: 'http://127.0.0.1:9' });
    expect(code).toBe(1);
    expect(out).toContain('1 request, 0 responses checked, 1 could not be checked: ');
    expect(out).toContain(
      '  note response upstream: The upstream cannot be reached (ECONNREFUSED); nothing was sent.\n',
    );
  });

  it.each([
    ['a port that is none', { port: 'x' }, '--port must be a whole number below 65536, or auto.'],
    ['a port that is too large', { port: '65536' }, '--port must be a whole number below 65536, or auto.'],
    ['an upstream over plain HTTP', { upstream: 'http://example.com' }, 'The upstream must be an HTTPS URL'],
    [
      'an upstream with credentials',
      { upstream: `https://x:${token}@example.com` },
      'The upstream must be an HTTPS URL',
    ],
  ])(
    'refuses %s',
    async (_case, flags, message) => {
      const error = await command({}, async () => {}, flags).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toContain(message);
      expect(error.message).not.toContain('canary');
    },
    2_000,
  );
});
