import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { pathTemplate, requestExamples, responseExamples } from '../support/document.ts';

const folder = mkdtempSync(join(tmpdir(), 'traffic-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const token = 'api-canary-7f3e91c4';
const path = pathTemplate.replace(/\{\w+\}/g, 'key');
const url = `https://app.launchdarkly.com${path}`;
const validRequest = JSON.stringify(requestExamples[0]?.[1]);
const validResponse = responseExamples('200')[0]?.[1] as Record<string, unknown>;
const sent = { authorization: token, 'content-type': 'application/json' };

interface Pair {
  name: string;
  value: string;
}

interface Entry {
  request: Record<string, unknown> & { headers: Pair[] };
  response: Record<string, unknown> & { headers: Pair[]; content: Record<string, unknown> };
  [more: string]: unknown;
}

/** Records a call of the mock, as a browser's network panel does. */
async function record(headers: Record<string, string> = sent, body = validRequest): Promise<Entry> {
  const response = await createMockFetch()(url, { method: 'POST', headers, body });
  const text = await response.text();
  const pairs = (all: Iterable<[string, string]>) => [...all].map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    request: {
      method: 'POST',
      url,
      headers: pairs(Object.entries(headers)),
      queryString: [],
      cookies: [],
      bodySize: body.length,
      postData: { mimeType: 'application/json', text: body },
    },
    response: {
      status: response.status,
      headers: pairs(response.headers),
      cookies: [],
      content: { size: text.length, mimeType: 'application/json', text },
    },
  };
}

const good = await record();

/** The good call with a change. */
function changed(change: (entry: Entry) => void): Entry {
  const entry = structuredClone(good);
  change(entry);
  return entry;
}

const withResponse = (body: unknown) => changed(({ response }) => (response.content['text'] = JSON.stringify(body)));

let count = 0;

/** Runs the command on a recording. Whatever it leaves behind in its folder for temporary files comes back too. */
function traffic(content: unknown) {
  const temp = join(folder, `temp-${count}`);
  mkdirSync(temp);
  const file = join(folder, `${count++}.har`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify({ log: { entries: content } }));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/traffic/main.ts', file], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temp },
  });
  return { status, stdout, stderr, left: readdirSync(temp), file };
}

describe('recorded traffic', () => {
  it('passes if it follows the contract, rejections included, and other calls are ignored', async () => {
    const other = changed(({ request }) => (request['url'] = 'https://app.launchdarkly.com/api/v2/flags'));
    const read = changed(({ request }) => (request['method'] = 'GET'));
    const imperfect = [
      null,
      {},
      { request: { method: 'GET', url: 'about:blank', headers: 1 } },
      { request: { url: token } },
    ];
    const { 'content-type': type } = sent;
    const { status, stdout, stderr, left } = traffic([
      good,
      await record({ ...sent, prefer: 'code=429' }),
      await record(sent, '{}'),
      await record({ 'content-type': type }),
      other,
      read,
      ...imperfect,
    ]);
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter((line) => !line.startsWith('  '))).toEqual([
      `POST ${path} 200: ok`,
      `POST ${path} 429: ok`,
      `POST ${path} 400: ok`,
      `POST ${path} 401: ok`,
      "4 calls of the contract's operations: none breaks the contract.",
      '6 other calls ignored.',
      '',
    ]);
    expect(stdout).toContain(
      '  note request/body/hypothesis required: hypothesis must be present. The request was rejected.\n',
    );
    expect(stdout).toContain('  note request/headers/authorization required: ');
    expect({ status, left }).toEqual({ status: 0, left: [] });
  });

  it.each<[string, Entry, string]>([
    [
      'a wrong type in the response',
      withResponse({ ...validResponse, createdAt: 'today' }),
      'error response/body/createdAt type: ',
    ],
    [
      'a missing property of the response',
      withResponse({ ...validResponse, status: undefined }),
      'error response/body/status required: ',
    ],
    [
      'a status that is not declared',
      changed(({ response }) => (response['status'] = 418)),
      'error response/status status: ',
    ],
    [
      'a request without a token that is accepted',
      changed(({ request }) => request.headers.shift()),
      'error request/headers/authorization required: ',
    ],
    [
      'an invalid request that is accepted',
      changed(({ request }) => (request['postData'] = { mimeType: 'application/json', text: '{"metrics":1}' })),
      'error request/body/metrics type: ',
    ],
    [
      'a request without a body that is accepted',
      changed(({ request }) => Object.assign(request, { postData: undefined, bodySize: 0 })),
      'error request/body required: The body must be present.',
    ],
    [
      'a wrong content type',
      changed(({ response }) => (response.headers = [{ name: 'Content-Type', value: 'text/html' }])),
      'error response/headers/content-type mediaType: ',
    ],
    [
      'a rate limit that is no number',
      changed(({ response }) => response.headers.push({ name: 'X-Ratelimit-Reset', value: 'soon' })),
      'error response/headers/x-ratelimit-reset type: ',
    ],
  ])('breaks the contract with %s', (_departure, entry, line) => {
    const { status, stdout, left } = traffic([good, entry]);
    expect(stdout).toContain(`  ${line}`);
    expect(stdout).toContain(`POST ${path} 200: ok\n`);
    expect(stdout).toContain("2 calls of the contract's operations: 1 breaks the contract.\n");
    expect({ status, left }).toEqual({ status: 1, left: [] });
  });

  it('gets notes for what is harmless: a 429 that does not say when to call again, an unknown parameter, a response that never came', async () => {
    const limited = await record({ ...sent, prefer: 'code=429' });
    limited.response.headers = [{ name: 'Content-Type', value: 'application/json' }];
    const unknown = changed(({ request }) => {
      Object.assign(request, { url: `${url}?expand=all`, queryString: [{ name: 'expand', value: 'all' }] });
    });
    const blocked = changed(({ response }) =>
      Object.assign(response, { status: 0, headers: [], content: { size: 0 } }),
    );
    const { status, stdout } = traffic([limited, unknown, blocked]);
    expect(stdout).toContain(
      'note response/headers recording: Neither x-ratelimit-reset nor x-ratelimit-auth-token-reset nor retry-after says when',
    );
    expect(stdout).toContain('note request/query recording: The parameter expand is not documented.');
    expect(stdout).toContain('note response/status recording: No response was recorded');
    expect(status).toBe(0);
  });

  it('is read as redocly proxy and browsers write it: base64, compressed, or without its bodies', () => {
    const asBase64 = (body: Buffer | string) => ({ text: Buffer.from(body).toString('base64'), encoding: 'base64' });
    const text = JSON.stringify({ ...validResponse, version: 'one' });
    const encoded = changed(({ request, response }) => {
      request['postData'] = { mimeType: 'application/json', ...asBase64(validRequest) };
      response.content = { mimeType: 'application/json', ...asBase64(text) };
    });
    const compressed = changed(({ response }) => {
      response.headers.push({ name: 'Content-Encoding', value: 'gzip' });
      response.content = { mimeType: 'application/json', ...asBase64(gzipSync(text)) };
    });
    for (const entry of [encoded, compressed]) {
      const { status, stdout } = traffic([entry]);
      expect(stdout).toContain('  error response/body/version type: version must be an integer, but is a string.\n');
      expect(status).toBe(1);
    }
    // A browser decodes the text, and leaves the header.
    const plain = changed(({ response }) => response.headers.push({ name: 'Content-Encoding', value: 'br' }));
    const bodiless = changed(({ request, response }) => {
      request['postData'] = null;
      response.content = { size: 10, mimeType: 'application/json' };
    });
    const { status, stdout } = traffic(`\uFEFF${JSON.stringify({ log: { entries: [plain, bodiless] } })}`);
    expect(stdout).toContain('  note request/body recording: The recording lacks the body; it was not checked.\n');
    expect(stdout).toContain('  note response/body recording: The recording lacks the body; it was not checked.\n');
    expect(status).toBe(0);
  });

  it('shows cookie attributes and what a cookie shares with the contract', () => {
    const place = '/api/v2/projects/my-product';
    const entry = changed(({ request, response }) => {
      request['url'] = url.replace('/api/v2/projects/key', place);
      request.headers.push({ name: 'Cookie', value: 'accept=application/json; last=hypothesis' });
      response.headers.push({ name: 'Set-Cookie', value: `a=1; Path=${place}` });
    });
    const { status, stdout } = traffic([entry]);
    expect(stdout).toContain(`POST ${place}/environments/key/experiments/key/iterations 200: ok\n`);
    expect(status).toBe(0);
  });

  it('escapes control characters in names', () => {
    const { stdout } = traffic([withResponse({ ...validResponse, 'a\u001b[31m\nerror forged': 1 })]);
    expect(stdout).toContain('/body/a\\u001b[31m\\u000aerror forged');
  });

  it.each([
    ['no file', undefined, 'Name the recording: make traffic HAR=<file>'],
    ['a file that is not there', 'absent.har', 'absent.har cannot be read (ENOENT). Pass a HAR file'],
  ])('is asked for, with %s', (_case, name, message) => {
    const args = ['scripts/traffic/main.ts', ...(name ? [join(folder, name)] : [])];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', `{"token": ${token}`, 'is not JSON. Pass a HAR file'],
    ['no object', 'null', 'is not a HAR file: /log/entries must be an array.'],
    ['no HAR', `{"log":{"entries":"${token}"}}`, 'is not a HAR file: /log/entries must be an array.'],
    [
      'a status that is no number',
      [good, { ...good, response: { status: token } }],
      '/log/entries/1/response/status must be',
    ],
    [
      'headers that are none',
      [{ ...good, request: { ...good.request, headers: [token] } }],
      '/log/entries/0/request/headers must',
    ],
    ['no call of the operation', [], "has no call of the contract's operations, only 0 other calls."],
  ])('is rejected with %s, in a sentence that quotes nothing from it', (_case, content, message) => {
    const { status, stdout, stderr, left } = traffic(content);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('canary');
    expect({ status, stdout, left }).toEqual({ status: 2, stdout: '', left: [] });
  });
});

describe('the secrets of a recording', () => {
  // The part that a search finds in whatever shape the whole is.
  const inHeader = 'canary-header-5d1c';
  const inCookie = 'canary/cookie"5d1c';
  const inQuery = 'canary query 5d1c';
  const inLogin = 'canary-login-5d1c';
  const inBasic = 'canary-basic-5d1c';
  const all = [token, inHeader, inCookie, inQuery, inLogin, inBasic, 'mob-canary-5d1c'];
  const leaky = () => {
    // As names of properties, so that every report would like to repeat them.
    const unknown = Object.fromEntries(all.map((secret) => [`x ${secret}`, 1]));
    const body = {
      ...validResponse,
      ...unknown,
      version: token,
      hypothesis: [...all, btoa(inHeader), encodeURIComponent(inCookie)],
    };
    const login = changed(({ request, response }) => {
      request['url'] = `https://${inHeader}:x@example.com/login`;
      response.content = { text: JSON.stringify({ access_token: inLogin }) };
    });
    const call = changed(({ request, response }) => {
      request['url'] =
        `${url.replace('/key/', `/${inHeader}/`)}?apiKey=${encodeURIComponent(inQuery)}&key=canary1&accessKey=canary2#${token}`;
      request['cookies'] = [{ name: 'any', value: inCookie }];
      request['postData'] = {
        mimeType: 'application/json',
        // Escaped, it is in nobody's way until a report names the property.
        text: JSON.stringify({
          ...JSON.parse(validRequest),
          ...unknown,
          comment: all,
          'y canary-header-5d1c': 1,
        }).replace('y canary', 'y \\u0063anary'),
      };
      request.headers.push(
        { name: 'X-API-Key', value: inHeader },
        { name: 'Proxy-Authorization', value: `Basic ${btoa(`user:${inBasic}`)}` },
        { name: 'cookie', value: `any=${inCookie}; short=canary1` },
        { name: ':path', value: `${path}?key=canary1` },
      );
      response.headers.push({ name: 'SET-COOKIE', value: `session=${inHeader}; Path=/; HttpOnly` });
      response.content = {
        text: Buffer.from(JSON.stringify(body)).toString('base64'),
        encoding: 'base64',
        mimeType: 'application/json',
      };
      request['comment'] = token;
    });
    return [login, call];
  };

  it('are in nothing that is printed or written', () => {
    const { status, stdout, stderr, left } = traffic(leaky());
    expect(stdout).toContain('  error response/body/version type: ');
    expect(stdout).toContain('note response/body/x (masked) additionalProperties: ');
    expect(stdout).toContain('note request/body/y (masked) additionalProperties: ');
    expect(stdout + stderr).not.toContain('canary');
    expect({ status, left }).toEqual({ status: 1, left: [] });
  });

  it.each<[string, (entry: Entry, secret: string) => void]>([
    ['a JSON Web Token', ({ response }, secret) => response.headers.push({ name: 'x-user', value: secret })],
    [
      'a token behind its scheme',
      ({ request }, secret) => request.headers.push({ name: 'x-user', value: `Token ${secret}` }),
    ],
    [
      'a code in a link',
      ({ response }, secret) => (response['redirectURL'] = `https://a.example/?state=1&code=${secret}`),
    ],
    [
      'a signature in a link',
      ({ response }, secret) => response.headers.push({ name: 'Location', value: `https://a.example/x?sig=${secret}` }),
    ],
    [
      'a field of a multipart body',
      ({ request }, secret) =>
        (request['postData'] = {
          mimeType: 'multipart/form-data',
          text: `--x\r\nContent-Disposition: form-data; name="password"\r\n\r\n${secret}\r\n--x--`,
        }),
    ],
    [
      'JSON in a string of JSON',
      ({ request }, secret) =>
        (request['postData'] = {
          mimeType: 'application/json',
          text: JSON.stringify({ log: JSON.stringify({ access_token: secret }) }),
        }),
    ],
    [
      'a field of a form',
      ({ request }, secret) => (request['postData'] = { params: [{ name: 'client_secret', value: secret }] }),
    ],
  ])('are recognized by their shape, too: %s', (kind, plant) => {
    const secret = kind === 'a JSON Web Token' ? 'eyJhbGciOi.eyJjYW5hcnkiOjF9.c2lnbmF0dXJl' : 'canary.shape.5d1c';
    const other = changed((entry) => {
      entry.request['url'] = 'https://app.launchdarkly.com/login';
      plant(entry, secret);
    });
    const { stdout } = traffic([other, withResponse({ ...validResponse, [`x ${secret}`]: 1 })]);
    expect(stdout).toContain('note response/body/x (masked) additionalProperties: ');
    expect(stdout).not.toContain(secret);
  });
});
