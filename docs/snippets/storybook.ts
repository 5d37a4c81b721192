import { createIteration429RateLimited, iterationRep } from 'launchdarkly-iteration-contract/examples';
import { createMockHandlers } from 'launchdarkly-iteration-contract/mock/msw';

export default { title: 'Experiments/Iteration' };

/** Only fixtures, for a component that takes the iteration as a prop. */
export const Running = { args: { iteration: iterationRep({ status: 'running' }) } };

export const RateLimited = { args: { error: createIteration429RateLimited } };

/** With msw-storybook-addon, for a component that calls the API itself. */
export const Slow = { parameters: { msw: { handlers: createMockHandlers({ scenario: 'slow' }) } } };
