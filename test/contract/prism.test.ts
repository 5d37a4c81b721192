import { createInstance, getHttpOperationsFromSpec, type IHttpRequest } from '@stoplight/prism-http';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMock } from '../../src/mock/core.ts';
import { answerExamples, document, requestExamples } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';

type Answer = { status: number; body: unknown };
type Ask = (body: unknown, prefer?: { code?: number; exampleKey?: string }) => Promise<Answer>;

const path = '/api/v2/projects/my-project/environments/production/experiments/checkout/iterations';
const headers = { authorization: 'api-token', 'content-type': 'application/json' };
const inputSchema = document.components.schemas['IterationInput'] ?? {};
const valid = requestExamples[0]?.[1] as object;

/** Prism as anyone gets it, reading the bundle by itself: its own parser, validators and examples. */
let stock: Ask;
beforeAll(async () => {
  const ignore = () => {};
  const names = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'success'];
  const logger = { ...Object.fromEntries(names.map((name) => [name, ignore])), child: () => logger } as never;
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  stock = async (body, prefer = {}) => {
    const mock = { dynamic: false, ...prefer };
    const checks = { checkSecurity: true, validateRequest: true, validateResponse: true, errors: false };
    const config = { isProxy: false as const, upstreamProxy: undefined, ...checks, mock };
    const request: IHttpRequest = { method: 'post', url: { path }, headers, body };
    const outcome = await createInstance(config, { logger }).request(request, operations, config)();
    if (outcome._tag === 'Left') throw outcome.left;
    return { status: outcome.right.output.statusCode, body: outcome.right.output.body };
  };
});

const ours: Ask = async (body, { code, exampleKey } = {}) => {
  const asked = [code && `code=${code}`, exampleKey && `example=${exampleKey}`].filter(Boolean).join(', ');
  const request = { method: 'POST', target: path, headers: { ...headers, prefer: asked }, text: JSON.stringify(body) };
  const { status, body: text } = await createMock({ static: true })(request);
  return { status, body: JSON.parse(text) };
};

describe('stock Prism on the bundle', () => {
  it('refuses an empty object, which it would take if a schema did not compile', async () => {
    expect(await stock({})).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('refuses what the mock refuses: every body with a single fault', async () => {
    for (const { title, body } of singleFaults(inputSchema, valid)) {
      expect([title, (await stock(body)).status, (await ours(body)).status]).toEqual([title, 400, 400]);
    }
  });

  it('takes what the mock takes: valid bodies, drawn from the schema', async () => {
    const agrees = fc.asyncProperty(valuesOf(inputSchema), async (body) => {
      // As it is after the wire.
      const sent = JSON.parse(JSON.stringify(body));
      expect([(await stock(sent)).status, (await ours(sent)).status]).toEqual([200, 200]);
    });
    await fc.assert(agrees, { numRuns: 100 });
  });

  it('answers as the static mock does: the first example, and each that is asked for', async () => {
    expect(await stock(valid)).toEqual(await ours(valid));
    for (const [exampleKey] of answerExamples('200')) {
      expect(await stock(valid, { exampleKey })).toEqual(await ours(valid, { exampleKey }));
    }
  });

  it.each([400, 401, 403, 404, 429])('answers %i as the mock does, but for the id', async (code) => {
    const [theirs, mine] = [await stock(valid, { code }), await ours(valid, { code })];
    expect({ ...theirs, body: { ...(theirs.body as object), id: expect.any(String) } }).toEqual(mine);
  });
});
