/** A user of the mock in a test or a page: prints what each front without a server gives, and what is said of a 503. */

import { createMockFetch, type MockFetch } from 'launchdarkly-iteration-contract/mock/fetch';
import { createMockHandlers } from 'launchdarkly-iteration-contract/mock/msw';
import { getResponse, type RequestHandler } from 'msw';
import { create, report } from './consumer.js';

const mockFetch: MockFetch = createMockFetch();
const handlers: RequestHandler[] = createMockHandlers();
const viaHandlers = async (request: Request) => (await getResponse(handlers, request)) ?? Response.error();
const flaky: MockFetch = createMockFetch({ scenario: 'flaky' });

console.log(
  JSON.stringify([
    await report({ fetch: mockFetch }),
    await report({ fetch: viaHandlers }),
    await create({ fetch: flaky }),
  ]),
);
