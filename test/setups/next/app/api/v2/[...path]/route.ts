/** The mock as a route handler of Next.js: the page calls its own origin. */
import { createMockFetch } from 'launchdarkly-iteration-contract/mock/fetch';

const mockFetch = createMockFetch();

export const GET = (request: Request) => mockFetch(request);
export const POST = (request: Request) => mockFetch(request);
export const PATCH = (request: Request) => mockFetch(request);
