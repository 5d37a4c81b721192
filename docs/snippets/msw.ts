import { createMockHandlers } from 'launchdarkly-iteration-contract/mock/msw';
import { setupServer } from 'msw/node';

export const server = setupServer(...createMockHandlers());

// beforeAll(() => server.listen());
// afterEach(() => server.resetHandlers());
// afterAll(() => server.close());
