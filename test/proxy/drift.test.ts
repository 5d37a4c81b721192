import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ProxyIssue } from '../../src/proxy/server.ts';
import { requestExamples, responseExamples } from '../support/document.ts';
import { exchange, path, type StandInResponse, token, validRequest, validResponse } from './stand-in.ts';

const response = (change: object): StandInResponse => ({ body: JSON.stringify({ ...validResponse, ...change }) });
const error = (status: number, body: unknown): StandInResponse => ({ status, body: JSON.stringify(body) });
const { createdAt: _createdAt, ...withoutCreatedAt } = validResponse;
const [treatment, ...others] = validResponse['treatments'] as object[];
const [metric] = validResponse['metrics'] as object[];

/** What the issues are about, without their sentences. */
const places = (issues: readonly ProxyIssue[]) =>
  issues.map(({ where, pointer, rule, found, breaking }) => [where, pointer, rule, found, breaking]);

const html = { status: 200, headers: { 'content-type': 'text/html' }, body: JSON.stringify(validResponse) };
const drifts: [string, StandInResponse, ...[string, string, string][]][] = [
  ['lacks a required property', { body: JSON.stringify(withoutCreatedAt) }, ['/body/createdAt', 'required', 'absent']],
  ['has a value of a wrong type', response({ createdAt: '1654104600000' }), ['/body/createdAt', 'type', 'string']],
  ['has null where it may not be', response({ hypothesis: null }), ['/body/hypothesis', 'type', 'null']],
  [
    'breaks deep inside',
    response({ treatments: [{ ...treatment, baseline: 'yes' }, ...others] }),
    ['/body/treatments/0/baseline', 'type', 'string'],
  ],
  [
    'breaks under a key with a slash',
    response({ flags: { 'a/b~c': { flagConfigVersion: 1.5, _links: {} } } }),
    ['/body/flags/a~1b~0c/flagConfigVersion', 'type', 'number'],
  ],
  ['has the status 201', { status: 201 }, ['/status', 'status', 'integer']],
  ['has the status 418', { status: 418 }, ['/status', 'status', 'integer']],
  ['redirects', { status: 302, headers: { location: '/login' }, body: '' }, ['/status', 'status', 'integer']],
  ['has another media type', html, ['/headers/content-type', 'mediaType', 'string']],
  ['has no media type', { headers: { 'content-type': '' } }, ['/headers/content-type', 'mediaType', 'absent']],
  [
    'has a media type that is nearly right',
    { ...error(400, { code: 'x', message: 'y' }), headers: { 'content-type': 'application/problem+json' } },
    ['/headers/content-type', 'mediaType', 'string'],
  ],
  ['is not JSON', { body: '<html>out of order</html>' }, ['/body', 'json', 'string']],
  ['is cut off', { body: '{"status": "not_st' }, ['/body', 'json', 'string']],
  ['has no body', { body: '' }, ['/body', 'required', 'absent']],
  ['is null', { body: 'null' }, ['/body', 'type', 'null']],
  [
    'has a rate limit that is no integer',
    { headers: { 'x-ratelimit-route-remaining': 'many' } },
    ['/headers/x-ratelimit-route-remaining', 'type', 'string'],
  ],
  [
    'has a rate limit twice',
    { headers: { 'x-ratelimit-reset': ['1654104610000', '1654104620000'] } },
    ['/headers/x-ratelimit-reset', 'type', 'string'],
  ],
  [
    'has a date to retry after',
    { ...error(429, { code: 'rate_limited', message: 'Wait' }), headers: { 'retry-after': 'Tue, 01 Jun 2027' } },
    ['/headers/retry-after', 'type', 'string'],
  ],
  [
    'is an error of another shape',
    error(400, { error: { reason: 'no' } }),
    ['/body/code', 'required', 'absent'],
    ['/body/message', 'required', 'absent'],
  ],
  ['is an error with a number for a code', error(404, { code: 404, message: 'No' }), ['/body/code', 'type', 'integer']],
  ['is an error that is a list', error(401, [{ code: 'x', message: 'No' }]), ['/body', 'type', 'array']],
  ['is an error without a body', { status: 403, body: '' }, ['/body', 'required', 'absent']],
];

describe('a response that breaks the contract', () => {
  it.each(drifts)('is reported with its place and rule when it %s', async (_drift, behavior, ...expected) => {
    const { response, report } = await exchange(behavior);
    const breaking = report.issues.filter((finding) => finding.breaking);
    expect(places(breaking)).toEqual(expected.map((place) => ['response', ...place, true]));
    expect(report).toMatchObject({ method: 'POST', path, status: behavior.status ?? 200, ms: expect.any(Number) });
    // The caller gets it all the same.
    expect(response.status).toBe(behavior.status ?? 200);
    expect(response.body.toString()).toBe(behavior.body ?? JSON.stringify(validResponse));
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('is reported when it is compressed by %s', async (coding, compress) => {
    const body = compress(JSON.stringify(withoutCreatedAt));
    const { response, report } = await exchange({ body, headers: { 'content-encoding': coding } });
    expect(places(report.issues)).toEqual([['response', '/body/createdAt', 'required', 'absent', true]]);
    expect(response.body).toEqual(body);
    expect(response.headers['content-encoding']).toBe(coding);
  });

  it('is reported up to a hundred issues, what breaks it first', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`unknown${index}`, index]));
    const sent = { body: JSON.stringify({ ...validRequest, ...unknown }) };
    const { report } = await exchange(response({ ...unknown, hypothesis: 5 }), sent);
    expect(report.issues).toHaveLength(100);
    expect(report.issues[0]).toMatchObject({ pointer: '/body/hypothesis', breaking: true });
  });
});

describe('a harmless difference', () => {
  it.each<[string, StandInResponse, [string, string, string]]>([
    ['an unknown property', response({ archived: false }), ['/body/archived', 'additionalProperties', 'boolean']],
    ['an unknown enum value', response({ status: 'paused' }), ['/body/status', 'enum', 'string']],
    [
      'an unknown enum value deep inside',
      response({ metrics: [{ ...metric, kind: 'beacon' }] }),
      ['/body/metrics/0/kind', 'enum', 'string'],
    ],
    [
      'an unknown property of an error',
      error(400, { code: 'invalid_request', message: 'No', hint: 'x' }),
      ['/body/hint', 'additionalProperties', 'string'],
    ],
    ['a server error', { status: 503, body: '' }, ['/status', 'status', 'integer']],
  ])('is reported as not breaking: %s', async (_difference, behavior, place) => {
    const { report } = await exchange(behavior);
    expect(places(report.issues)).toEqual([['response', ...place, false]]);
  });

  it('in a request is reported as not breaking: an unknown property', async () => {
    const { report } = await exchange({}, { body: JSON.stringify({ ...validRequest, hypotesis: 'x' }) });
    expect(places(report.issues)).toEqual([['request', '/body/hypotesis', 'additionalProperties', 'string', false]]);
  });
});

describe('a request that breaks the contract', () => {
  const { hypothesis: _hypothesis, ...withoutHypothesis } = validRequest;
  it.each<[string, Parameters<typeof exchange>[1], [string, string, string]]>([
    [
      'lacks a required property',
      { body: JSON.stringify(withoutHypothesis) },
      ['/body/hypothesis', 'required', 'absent'],
    ],
    ['is not JSON', { body: '{"hypothesis": ' }, ['/body', 'json', 'string']],
    ['has no body', { body: '' }, ['/body', 'required', 'absent']],
    [
      'has another media type',
      { headers: { 'content-type': 'text/plain' } },
      ['/headers/content-type', 'mediaType', 'string'],
    ],
    ['has no access token', { headers: { authorization: '' } }, ['/headers/authorization', 'required', 'absent']],
  ])('is reported, and passed on all the same, when it %s', async (_case, sent, place) => {
    const { response, report, seen } = await exchange({}, sent);
    expect(places(report.issues)).toEqual([['request', ...place, true]]);
    expect([response.status, seen.length]).toEqual([200, 1]);
    expect(seen[0]?.body.toString()).toBe(sent?.body ?? JSON.stringify(validRequest));
  });

  it('is reported together with what is wrong with its response', async () => {
    const { report } = await exchange({ status: 201 }, { body: '{}' });
    expect(new Set(report.issues.map(({ where }) => where))).toEqual(new Set(['request', 'response']));
  });
});

describe('a faithful upstream', () => {
  it.each(requestExamples)('gives no issue for the request %s', async (_name, body) => {
    const { report } = await exchange({}, { body: JSON.stringify(body) });
    expect(report.issues).toEqual([]);
  });

  it.each(
    ['200', '400', '401', '403', '404', '429'].flatMap((status) =>
      responseExamples(status).map(([name, body]): [string, string, unknown] => [status, name, body]),
    ),
  )('gives no issue for the response %s %s', async (status, _name, body) => {
    const limits = { 'x-ratelimit-reset': '1654104610000', 'x-ratelimit-global-remaining': '0', 'retry-after': '10' };
    const headers = { ...limits, 'content-type': 'application/json; charset=utf-8', etag: '"x"', 'x-request-id': 'y' };
    const { report } = await exchange({ status: Number(status), headers, body: JSON.stringify(body) });
    expect(report.issues).toEqual([]);
  });
});

describe('a report', () => {
  it.each([
    ['bare', token, token],
    ['after a scheme', 'hidden/canary~key', 'Bearer hidden/canary~key'],
  ])('holds no token that came %s, though the upstream repeats it wherever it can', async (_way, secret, header) => {
    const body = {
      ...validResponse,
      [secret]: { [secret]: secret },
      hypothesis: [secret],
      status: secret,
      flags: { [secret]: { flagConfigVersion: secret, _links: {} } },
    };
    const behavior = { headers: { 'x-ratelimit-reset': secret, 'x-token': secret }, body: JSON.stringify(body) };
    const headers = { authorization: header };
    const elsewhere = `${path}/${encodeURIComponent(secret)}?token=${secret}`;
    for (const { report } of [
      await exchange(behavior, { headers }),
      await exchange(behavior, { headers, path: elsewhere }),
      await exchange({ body: `not JSON ${secret}` }, { headers, body: `neither ${secret}` }),
    ]) {
      expect(JSON.stringify(report)).not.toMatch(/canary|hidden/);
      expect(report.issues.length).toBeGreaterThan(0);
    }
  });

  it.each<[string, (character: string) => string]>([
    ['percent-encoded in lower case', (one) => `%${one.charCodeAt(0).toString(16)}`],
    ['percent-encoded in upper case', (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`],
    ['percent-encoded in part', (one) => (one === 'a' ? '%61' : one)],
    ['percent-encoded twice', (one) => `%25${one.charCodeAt(0).toString(16)}`],
    ['percent-encoded three times', (one) => `%2525${one.charCodeAt(0).toString(16)}`],
  ])('holds no token that is %s', async (_way, encode) => {
    const hidden = [...token].map(encode).join('');
    const body = JSON.stringify({ ...validResponse, [hidden]: 1 });
    for (const target of [path.replace('/key/', `/${hidden}/`), `/other/${hidden}`]) {
      const { report } = await exchange({ body }, { path: target });
      expect(JSON.stringify(report)).not.toContain(hidden.slice(4));
      expect(report.path).toContain('[token]');
    }
  });

  it('holds no value of a body', async () => {
    const change = { hypothesis: ['canary'], status: 'canary', createdAt: 'canary', flags: 'canary' };
    const { report } = await exchange(response(change), {
      body: JSON.stringify({ ...validRequest, metrics: 'canary' }),
    });
    expect(report.issues).toHaveLength(5);
    expect(JSON.stringify(report)).not.toContain('canary');
  });
});
