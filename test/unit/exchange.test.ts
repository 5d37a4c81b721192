import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.js';
import { checkRequest, checkResponse } from '../../src/contract/exchange.ts';
import { type Operation, routeOf } from '../../src/contract/operations.ts';
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

describe('an issue of a message', () => {
  const said = (message: string, place: [string, string?], rule: string, found: string, breaking = true) => ({
    message,
    path: place,
    pointer: `/${place.join('/')}`,
    rule,
    found,
    breaking,
  });

  it('says of a request what is wrong, where, by which rule, and what was found', () => {
    expect(checkRequest(createIteration, messageOf('')).issues).toEqual([
      said(
        'The access token must be present in the Authorization header.',
        ['headers', 'authorization'],
        'required',
        'absent',
      ),
      said('The body must be present.', ['body'], 'required', 'absent'),
    ]);
    expect(checkRequest(createIteration, messageOf('[', { authorization: 'a' })).issues).toEqual([
      said('The body must be application/json.', ['headers', 'content-type'], 'mediaType', 'absent'),
      said('The body is not JSON.', ['body'], 'json', 'string'),
    ]);
    expect(checkRequest(createIteration, messageOf('4', { authorization: 'a', 'content-type': 'text/plain' }))).toEqual(
      {
        body: 4,
        issues: [
          said('The body must be application/json.', ['headers', 'content-type'], 'mediaType', 'string'),
          said('The body must be an object, but is an integer.', ['body'], 'type', 'integer'),
        ],
      },
    );
  });

  it('says of a response what is wrong, where, by which rule, and what was found', () => {
    expect(checkResponse(createIteration, { status: 302, ...messageOf('') }).issues).toEqual([
      said(
        'The status 302 is not in the contract, which has 200, 400, 401, 403, 404, 429.',
        ['status'],
        'status',
        'integer',
      ),
    ]);
    expect(checkResponse(createIteration, { status: 500, ...messageOf('') }).issues).toMatchObject([
      { breaking: false },
    ]);
    expect(checkResponse(createIteration, { status: 429, ...messageOf('', { 'retry-after': '5 s' }) }).issues).toEqual([
      said('The header retry-after must be an integer.', ['headers', 'retry-after'], 'type', 'string'),
      said('The body must be application/json.', ['headers', 'content-type'], 'mediaType', 'absent'),
      said('The body must be present.', ['body'], 'required', 'absent'),
    ]);
  });

  const made: Operation = {
    ...operations.patchExperiment,
    responses: {
      200: {
        content: { 'application/json': 'IterationRep', 'application/problem+json': 'NotFoundErrorRep' },
        headers: { etag: { type: 'string', required: true }, age: { type: 'integer' } },
      },
      204: { content: {}, headers: {} },
    },
  };
  const made200 = (body: unknown, headers: Record<string, string>) =>
    placesOf(checkResponse(made, { status: 200, ...messageOf(body, { etag: 'e', ...headers }) }));

  it('says of a header that must be there that it is not', () => {
    const { issues } = checkResponse(made, { status: 200, ...messageOf(undefined, { 'content-type': json }) });
    expect(issues).toEqual([said('The header etag must be present.', ['headers', 'etag'], 'required', 'absent')]);
    expect(made200(undefined, { 'content-type': json, age: '-12' })).toEqual([]);
  });

  it('is looked for by the schema of the media type, its parameters and its case aside, or by the first schema', () => {
    const problem = { code: 'not_found', message: 'none' };
    expect(made200(problem, { 'content-type': 'application/problem+json' })).toEqual([]);
    expect(made200(problem, { 'content-type': 'Application/Problem+JSON ; charset=utf-8' })).toEqual([]);
    expect(made200(problem, { 'content-type': json })).toContain('breaks required /body/hypothesis');
    expect(made200(problem, { 'content-type': 'text/plain' }).slice(0, 2)).toEqual([
      'breaks mediaType /headers/content-type',
      'breaks required /body/hypothesis',
    ]);
  });

  it('is none where no body is documented, whatever comes', () => {
    expect(checkResponse(made, { status: 204, ...messageOf('<html>', { 'content-type': 'text/html' }) })).toEqual({
      issues: [],
    });
    expect(checkRequest(operations.getExperiment, messageOf('{', { authorization: 'a' }))).toEqual({ issues: [] });
  });

  it('names every media type that a body may have, and takes each kind of JSON for JSON', () => {
    const sent = (type: string, required = true) => {
      const request = { required, content: { [json]: 'IterationInput', 'application/json; x=1': 'IterationInput' } };
      const headers = { authorization: 'a', 'content-type': type };
      return checkRequest({ ...made, request }, messageOf(iteration, headers)).issues.map(({ message }) => message);
    };
    const refusal = ['The body must be application/json or application/json; x=1.'];
    for (const type of [json, 'application/vnd.a-b+json', 'APPLICATION/JSON', 'application/json;domain-model=x'])
      expect(sent(type)).toEqual([]);
    for (const type of [
      'text/json',
      'xapplication/json',
      'application/jsonp',
      'application/+json',
      'application/x json',
    ])
      expect(sent(type)).toEqual(refusal);
    const optional = { ...made, request: { required: false, content: { [json]: 'IterationInput' } } };
    expect(checkRequest(optional, messageOf('', { authorization: 'a' }))).toEqual({ issues: [] });
    expect(placesOf(checkRequest(optional, messageOf('{}', { authorization: 'a' })))[0]).toMatch(/mediaType/);
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
