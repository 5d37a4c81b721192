/** A user of the mock in a test or a page: prints what each adapter without a server gives, and what is said of a 503. */

import { createIteration429RateLimited, iterationInput, iterationRep } from 'launchdarkly-iteration-contract/examples';
import { createMockFetch, type MockFetch, type Respond } from 'launchdarkly-iteration-contract/mock/fetch';
import { createMockHandlers, type MockHandlers } from 'launchdarkly-iteration-contract/mock/msw';
import { getResponse } from 'msw';
import { create, report } from './consumer.js';

const mockFetch: MockFetch = createMockFetch();
const handlers: MockHandlers = createMockHandlers();
const viaHandlers = async (input: Request | URL | string, init?: RequestInit) =>
  (await getResponse(handlers, new Request(input, init))) ?? Response.error();
const flaky: MockFetch = createMockFetch({ scenario: 'flaky' });
const running: Respond = (response, request) =>
  request.operation === 'createIteration' && response.status === 200
    ? { ...response, body: iterationRep({ hypothesis: request.body.hypothesis, status: 'running' }) }
    : response;
const overridden: MockFetch = createMockFetch({ respond: running });
const limited: MockFetch = createMockFetch({
  respond: (response) => ({ ...response, status: 429, body: createIteration429RateLimited }),
});

console.log(
  JSON.stringify([
    await report({ fetch: mockFetch }),
    await report({ fetch: viaHandlers }),
    await create({ fetch: flaky }),
    await create({ fetch: overridden }, iterationInput()),
    await create({ fetch: limited, maxRetries: 0 }),
  ]),
);
