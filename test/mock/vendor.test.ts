import vendor from 'launchdarkly-api-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IterationInput } from '../../src/index.ts';
import { type MockServer, startMockServer } from '../../src/mock/server.ts';
import { requestExamples } from '../support/document.ts';

// The vendor's package is CommonJS without named exports that Node can see.
const { Configuration, ExperimentsApi } = vendor;
const example = requestExamples[0]?.[1] as IterationInput;

let mock: MockServer;
beforeAll(async () => {
  mock = await startMockServer();
});
afterAll(() => mock.close());

function create(iteration: unknown, prefer?: string, apiKey = 'api-token') {
  const api = new ExperimentsApi(new Configuration({ basePath: mock.url, apiKey }));
  const headers = prefer ? { prefer } : {};
  return api.createIteration('p', 'e', 'x', iteration as never, { headers });
}

describe("the vendor's own client", () => {
  it('creates an iteration on the mock', async () => {
    const { status, data } = await create(example);
    expect(status).toBe(200);
    expect(data).toMatchObject({ status: 'not_started', hypothesis: example.hypothesis });
  });

  it.each([
    [400, 'invalid_request'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [429, 'rate_limited'],
  ])('gets %i as it would from the vendor', async (status, code) => {
    const error = await create(example, `code=${status}`).catch((thrown) => thrown);
    expect(error).toMatchObject({ response: { status, data: { code, message: expect.any(String) } } });
  });

  it('gets the same errors for the same mistakes', async () => {
    const broken = await create({ ...example, flags: '{}' }).catch((thrown) => thrown);
    expect(broken.response).toMatchObject({ status: 400, data: { code: 'invalid_request' } });
    const anonymous = await create(example, undefined, '').catch((thrown) => thrown);
    expect(anonymous.response).toMatchObject({ status: 401, data: { code: 'unauthorized' } });
  });
});
