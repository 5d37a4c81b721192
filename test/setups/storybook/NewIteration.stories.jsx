/** Stories of a screen that creates an iteration, on the handlers of the mock. */
import { iterationInput } from 'launchdarkly-iteration-contract/examples';
import { createMockHandlers } from 'launchdarkly-iteration-contract/mock/msw';
import { useEffect, useState } from 'react';
import { createAndShow } from '../screen.js';

function NewIteration() {
  const [shown, show] = useState('…');
  useEffect(() => {
    createAndShow(iterationInput(), { url: 'https://app.launchdarkly.com' }).then(show, (error) => show(String(error)));
  }, []);
  return <p role="status">{shown}</p>;
}

export default { component: NewIteration };

export const Created = { parameters: { msw: createMockHandlers() } };

export const RateLimited = { parameters: { msw: createMockHandlers({ scenario: 'rate-limited' }) } };
