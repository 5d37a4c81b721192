import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIterationClient, IterationError, type IterationInput } from '../../src/index.ts';
import { type MockServer, startMockServer } from '../../src/mock/server.ts';
import {
  document,
  operation,
  pathTemplate,
  requestExamples,
  resolve,
  responseExamples,
  validatorOf,
} from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';

const keys = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button-color' };
const accessToken = 'api-00000000-0000-4000-8000-000000000000';
const [, smallest] = requestExamples.find(([name]) => name === 'minimal') ?? [];
const [, fullest] = requestExamples.find(([name]) => name === 'stratified') ?? [];
const inputSchema = document.components.schemas['IterationInput'] ?? {};

let mock: MockServer;
beforeAll(async () => {
  mock = await startMockServer();
});
afterAll(() => mock.close());

/** A client whose requests ask the mock for one of its responses. */
function clientThatPrefers(prefer?: string) {
  return createIterationClient({
    accessToken,
    baseUrl: mock.url,
    maxRetries: 0,
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      if (prefer) headers.set('prefer', prefer);
      return fetch(url, { ...init, headers });
    },
  });
}

function send(body: unknown, prefer?: string) {
  return clientThatPrefers(prefer).createIteration(keys, body as IterationInput);
}

/** Posts anything at all to the mock, as no client of ours would. */
async function post(body: string | undefined, headers: Record<string, string> = {}, path?: string) {
  const url = pathTemplate.replace(/\{(\w+)\}/g, (_match, name: keyof typeof keys) => keys[name]);
  const response = await fetch(mock.url + (path ?? url), {
    method: 'POST',
    headers: { authorization: accessToken, 'content-type': 'application/json', ...headers },
    signal: AbortSignal.timeout(5_000),
    ...(body !== undefined && { body }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('a request through the client', () => {
  it.each(requestExamples)('with the example %s is accepted, and the response is a draft', async (_name, example) => {
    const iteration = await send(example);
    expect(iteration).toMatchObject({ status: 'not_started', hypothesis: (example as IterationInput).hypothesis });
    expect(validatorOf('IterationRep')(iteration)).toBe(true);
  });

  it('gets the first example, the draft, where the mock is static', async () => {
    const plain = await startMockServer({ static: true });
    const client = createIterationClient({ accessToken, baseUrl: plain.url });
    expect(await client.createIteration(keys, smallest as IterationInput)).toEqual(responseExamples('200')[0]?.[1]);
    await plain.close();
  });

  it.each(responseExamples('200'))('can ask for the response %s', async (name, example) => {
    const iteration = await send(smallest, `example=${name}`);
    expect(iteration).toEqual(example);
    expect(validatorOf('IterationRep')(iteration)).toBe(true);
  });

  it.each(Object.keys(operation.responses).filter((status) => status !== '200'))(
    'with the response %s rejects with that error',
    async (status) => {
      const [, example] = responseExamples(status)[0] ?? [];
      const { code, message } = example as Record<string, string>;
      const error: IterationError = await send(smallest, `code=${status}`).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(IterationError);
      expect(error).toMatchObject({ kind: 'http', status: Number(status), code, requestId: expect.any(String) });
      expect(error.message).toContain(message);
    },
  );

  it('without an access token that the API takes gets 401', async () => {
    const error = await send(smallest, 'code=401').catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'http', status: 401, code: 'unauthorized' });
  });
});

describe('the mock', () => {
  it('refuses an empty object, which it would take if a schema did not compile', async () => {
    expect(await post('{}')).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('refuses every body with a single fault', async () => {
    const mixed = { ...(fullest as object), primaryFunnelKey: 'funnel', reallocationFrequencyMillis: 60_000 };
    const faults = singleFaults(inputSchema, everyProperty(mixed));
    faults.push({ title: '/flags as JSON text', body: { ...mixed, flags: JSON.stringify({ flag: {} }) } });
    const { primaryFunnelKey: _funnel, primarySingleMetricKey: _single, ...neither } = mixed as Record<string, unknown>;
    faults.push({ title: 'neither primary key', body: neither });

    const accepted: string[] = [];
    for (const { title, body } of faults) {
      const { status } = await post(JSON.stringify(body));
      if (status !== 400) accepted.push(`${title}: ${status}`);
    }
    console.log(`single faults: ${faults.length} sent, ${faults.length - accepted.length} refused with 400`);
    expect(accepted).toEqual([]);
    expect(faults.length).toBeGreaterThanOrEqual(120);
  });

  it('refuses no valid body', async () => {
    let sent = 0;
    const accepts = fc.asyncProperty(valuesOf(inputSchema), async (body) => {
      sent += 1;
      const { status } = await post(JSON.stringify(body));
      expect(status).toBe(200);
    });
    await fc.assert(accepts, { numRuns: 500 });
    console.log(`valid bodies: ${sent} drawn and sent, none refused`);
  });

  it('names every problem of a body, each with its place', async () => {
    const { body } = await post(JSON.stringify({ ...(smallest as object), hypothesis: 5, flags: '{"a": {}}' }));
    expect(body.message).toBe(
      'hypothesis must be a string, but is an integer: write "5". ' +
        'flags must be an object, but is its JSON text: send the object itself, not a string.',
    );
  });

  it('reports the issues in a header, as Prism does', async () => {
    const { headers } = await post(JSON.stringify({ ...(smallest as object), größe: 1, hypothesis: null }));
    const [violation] = JSON.parse(headers.get('sl-violations') ?? '[]');
    expect(violation).toMatchObject({ location: ['request', 'body', 'hypothesis'], code: 'type' });
  });

  it.each([
    ['malformed JSON', () => post('{"hypothesis": '), 400, 'invalid_request'],
    ['a trailing comma', () => post('{"a": 1,}'), 400, 'invalid_request'],
    ['no body', () => post(undefined), 400, 'invalid_request'],
    ['a body of null', () => post('null'), 400, 'invalid_request'],
    ['JSON under another media type', () => post('{}', { 'content-type': 'text/xml' }), 415, 'unsupported_media_type'],
    ['an unknown route', () => post('{}', {}, '/api/v2/nothing'), 404, 'not_found'],
    [
      'a path that cannot be decoded',
      () => post('{}', {}, pathTemplate.replace('{projectKey}', '%zz')),
      400,
      'invalid_request',
    ],
    ['an unknown example', () => post(JSON.stringify(smallest), { prefer: 'example=none' }), 400, 'invalid_request'],
    ['an unacceptable response', () => post(JSON.stringify(smallest), { accept: 'text/xml' }), 406, 'not_acceptable'],
    ['a body over the limit', () => post(`"${'a'.repeat(11 * 1024 * 1024)}"`), 413, 'request_too_large'],
  ])("responds to %s in the API's own shape", async (_case, request, status, code) => {
    const response = await request();
    expect(response).toMatchObject({ status, body: { code, message: expect.any(String) } });
  });

  it('still responds after all of that', async () => {
    expect(await post(JSON.stringify(smallest))).toMatchObject({ status: 200 });
  });

  it("responds to a missing token and a wrong method in the API's own shape", async () => {
    const url = `${mock.url}/api/v2/projects/p/environments/e/experiments/x/iterations`;
    const anonymous = await fetch(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect([anonymous.status, await anonymous.json()]).toMatchObject([401, { code: 'unauthorized' }]);
    const get = await fetch(url, { headers: { authorization: accessToken } });
    expect([get.status, await get.json()]).toMatchObject([405, { code: 'method_not_allowed' }]);
  });

  it('sends the rate-limit headers that the contract documents', async () => {
    const { headers } = await post(JSON.stringify(smallest), { prefer: 'code=429' });
    for (const name of Object.keys(resolve(operation.responses['429'] as { $ref: string; headers: object }).headers)) {
      expect(headers.get(name)).toMatch(/^\d+$/);
    }
  });

  it('rejects a port that is taken', async () => {
    await expect(startMockServer({ port: Number(new URL(mock.url).port) })).rejects.toThrow(
      /^Port \d+ of 127.0.0.1 is taken/,
    );
  });
});

/** The body with each property that its schema names somewhere in it. */
function everyProperty(body: object): unknown {
  const { metrics, flags, ...rest } = body as IterationInput;
  const [metric] = metrics;
  const flag = Object.values(flags)[0];
  return {
    ...rest,
    canReshuffleTraffic: true,
    metrics: [{ ...metric, isGroup: false, primary: true, analysisUnit: 'user' }],
    flags: { flag: { ...flag, notInExperimentVariationId: 'variation' } },
  };
}
