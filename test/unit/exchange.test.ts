import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { checkRequest, checkResponse } from '../../src/contract/exchange.ts';
import { routeOf } from '../../src/contract/operations.ts';
import { document, operation, requestExamples, resolve, responseExamples, validatorOf } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';

const { createIteration } = operations;
const json = 'application/json';
const [, iteration] = requestExamples[0] as [string, object];

const messageOf = (body: unknown, headers: Record<string, string> = {}) => ({
  header: (name: string) => headers[name],
  text: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
});
const placesOf = ({ issues }: { issues: readonly { rule: string; pointer: string; breaking: boolean }[] }) =>
  issues.map(({ rule, pointer, breaking }) => `${breaking ? 'breaks' : 'adds'} ${rule} ${pointer}`);
const request = (body: unknown, headers?: Record<string, string>) =>
  placesOf(
    checkRequest(createIteration, messageOf(body, { authorization: 'token', 'content-type': json, ...headers })),
  );
const response = (status: number, body: unknown, headers?: Record<string, string>) =>
  placesOf(checkResponse(createIteration, { status, ...messageOf(body, { 'content-type': json, ...headers }) }));

describe('a request', () => {
  it.each(requestExamples)('like the example %s breaks nothing, and its body is given back', (_name, body) => {
    const message = messageOf(body, { authorization: 'token', 'content-type': 'application/json; charset=utf-8' });
    expect(checkRequest(createIteration, message)).toEqual({ issues: [], body });
  });

  it('without a token, of a wrong media type and with a wrong body breaks the contract in this order', () => {
    expect(
      request({ ...iteration, flags: 5, metrics: [{}] }, { authorization: '', 'content-type': 'text/plain' }),
    ).toEqual([
      'breaks required /headers/authorization',
      'breaks mediaType /headers/content-type',
      'breaks type /body/flags',
      'breaks required /body/metrics/0/key',
    ]);
  });

  it.each([
    ['', ['breaks required /body']],
    ['{', ['breaks json /body']],
    ['\uFEFFnull', ['breaks type /body']],
    [undefined, []],
  ])('with the body %j breaks %j', (text, places) => {
    expect(request(text)).toEqual(places);
  });

  it('may have properties that the contract does not know, and says so', () => {
    expect(request({ ...iteration, other: 1 })).toEqual(['adds additionalProperties /body/other']);
  });

  it('is not asked for what only whoever sends it can know: an integer beyond 2^53 has come as it is', () => {
    expect(request({ ...iteration, reallocationFrequencyMillis: 2 ** 60 })).toEqual([]);
  });
});

describe('a response', () => {
  const statuses = Object.entries(operation.responses).map(([status, one]) => [Number(status), resolve(one)] as const);

  it.each(statuses.map(([status]) => status))('of the status %d breaks nothing when it is an example', (status) => {
    const examples = responseExamples(String(status));
    expect(examples.length).toBeGreaterThan(0);
    for (const [, body] of examples)
      expect(response(status, body, { 'x-ratelimit-reset': '1654104610000' })).toEqual([]);
  });

  it.each(statuses)('of the status %d is compared with the schema of that status', (status, { content }) => {
    const name = content[json]?.schema.$ref?.split('/').at(-1) ?? '';
    const isValid = validatorOf(name);
    const bodies = fc.oneof(
      valuesOf(document.components.schemas[name] ?? {}),
      fc.jsonValue(),
      fc.constant({ code: 'x' }),
    );
    const agrees = fc.property(bodies, (body) => {
      const breaks = response(status, body).some((place) => place.startsWith('breaks'));
      expect(breaks).toBe(!isValid(JSON.parse(JSON.stringify(body))));
    });
    fc.assert(agrees, { numRuns: 50 });
  });

  it('of a status that is not documented breaks the contract, unless the server is unwell', () => {
    expect(response(418, {})).toEqual(['breaks status /status']);
    expect(response(503, 'no')).toEqual(['adds status /status']);
  });

  it('is compared with its documented headers and media types', () => {
    const [, body] = responseExamples('429')[0] as [string, object];
    expect(response(429, body, { 'retry-after': 'soon', 'x-ratelimit-reset': '1e3', other: 'x' }).sort()).toEqual([
      'breaks type /headers/retry-after',
      'breaks type /headers/x-ratelimit-reset',
    ]);
    expect(response(429, body, { 'content-type': 'text/html' })).toEqual(['breaks mediaType /headers/content-type']);
  });
});

describe('a method and a path', () => {
  const path = '/api/v2/projects/p/environments/e%2F1/experiments/x/iterations';

  it('are the operation that the contract has there, with the keys of the path decoded', () => {
    const keys = { projectKey: 'p', environmentKey: 'e/1', experimentKey: 'x' };
    expect(routeOf('POST', path)).toEqual({ operation: createIteration, path: keys });
  });

  it('are every operation of the contract', () => {
    for (const one of Object.values(operations)) {
      expect(routeOf(one.method, one.path.replace(/\{\w+\}/g, 'key'))).toMatchObject({ operation: { id: one.id } });
    }
  });

  it.each([
    ['another method', 'PUT', path, { allowed: ['POST'] }],
    ['a method in lower case', 'post', path, { allowed: ['POST'] }],
    ['a slash at the end', 'POST', `${path}/`, undefined],
    ['an empty key', 'POST', path.replace('/p/', '//'), undefined],
    ['another character for a dot or a slash', 'POST', path.replace('/api/', '/apix'), undefined],
    ['a base path', 'POST', `/proxy${path}`, undefined],
    ['a broken escape', 'POST', path.replace('%2F', '%zz'), { isMalformed: true }],
  ])('with %s are none', (_title, method, target, route) => {
    expect(routeOf(method, target)).toEqual(route);
  });
});
