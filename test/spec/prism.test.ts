/** Stock Prism reads the bundle by itself, and takes and refuses what the schemas of Get and Update experiment say. */
import { createInstance, getHttpOperationsFromSpec, type IHttpRequest } from '@stoplight/prism-http';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { document, operationOf, requestExamplesOf, responseExamples } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';

type Ask = (request: {
  method: 'get' | 'patch';
  body?: unknown;
  query?: object;
  type?: string;
  prefer?: object;
}) => Promise<{
  status: number;
  body: unknown;
}>;

const path = '/api/v2/projects/my-project/environments/production/experiments/checkout-button-color';
const semanticPatch = 'application/json; domain-model=launchdarkly.semanticpatch';
const [reading, updating] = [operationOf('getExperiment').operation, operationOf('patchExperiment').operation];
const patchSchema = document.components.schemas['ExperimentPatchInput'] ?? {};

let ask: Ask;
beforeAll(async () => {
  const names = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'success'];
  const logger = { ...Object.fromEntries(names.map((name) => [name, () => {}])), child: () => logger } as never;
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  ask = async ({ method, body, query = {}, type = semanticPatch, prefer = {} }) => {
    const mock = { dynamic: false, ...prefer };
    const checks = { checkSecurity: true, validateRequest: true, validateResponse: true, errors: true };
    const config = { isProxy: false as const, upstreamProxy: undefined, ...checks, mock };
    const headers = {
      authorization: 'api-token',
      ...(body !== undefined && { 'content-type': type, 'content-length': '1' }),
    };
    const request = { method, url: { path, query }, headers, body } as IHttpRequest;
    const outcome = await createInstance(config, { logger }).request(request, operations, config)();
    if (outcome._tag === 'Left') throw outcome.left;
    return { status: outcome.right.output.statusCode, body: outcome.right.output.body };
  };
});

describe('stock Prism', () => {
  it.each(requestExamplesOf(updating))('takes the update %s, and responds with its case', async (exampleKey, body) => {
    const expected = Object.fromEntries(responseExamples('200', updating))[exampleKey];
    expect(await ask({ method: 'patch', body, prefer: { exampleKey } })).toEqual({ status: 200, body: expected });
  });

  it.each(responseExamples('200', reading))('responds with the experiment %s', async (exampleKey, body) => {
    const query = { expand: 'draftIteration,treatments' };
    expect(await ask({ method: 'get', query, prefer: { exampleKey } })).toEqual({ status: 200, body });
  });

  it('refuses an update with a single fault, and an empty object, which it would take if a schema did not compile', async () => {
    expect(await ask({ method: 'patch', body: {} })).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    for (const [, valid] of requestExamplesOf(updating)) {
      for (const { title, body } of singleFaults(patchSchema, valid)) {
        // Prism takes a body of null for none.
        if (body !== null) expect([title, (await ask({ method: 'patch', body })).status]).toEqual([title, 400]);
      }
    }
  });

  it('takes valid updates, drawn from the schema, with kinds that nobody knows among them', async () => {
    const takes = fc.asyncProperty(valuesOf(patchSchema), async (body) => {
      expect((await ask({ method: 'patch', body: JSON.parse(JSON.stringify(body)) })).status).toBe(200);
    });
    await fc.assert(takes, { numRuns: 100 });
  });

  it('takes an update as plain JSON too, and no other media type', async () => {
    const body = { instructions: [{ kind: 'startIteration' }] };
    expect((await ask({ method: 'patch', body, type: 'application/json' })).status).toBe(200);
    expect((await ask({ method: 'patch', body, type: 'text/xml' })).status).toBe(400);
  });

  it.each([
    ['get', 405, 'method_not_allowed'],
    ['patch', 409, 'optimistic_locking_error'],
  ] as const)('responds to %s with %i in its own shape', async (method, code, name) => {
    const body = method === 'patch' ? { instructions: [] } : undefined;
    const request = { method, ...(body && { body }), prefer: { code } };
    expect(await ask(request)).toMatchObject({ status: code, body: { code: name } });
  });
});
