import { createIterationClient, isIterationError } from 'launchdarkly-iteration-contract';

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

try {
  const client = createIterationClient({ accessToken: process.env.LAUNCHDARKLY_ACCESS_TOKEN });
  const iteration = await client.createIteration(path, {
    hypothesis: 'A green checkout button raises the share of visitors who complete the checkout',
    metrics: [{ key: 'checkout-completed' }],
    primarySingleMetricKey: 'checkout-completed',
    treatments: [
      { name: 'Gray', baseline: true, allocationPercent: '50', parameters: [{ flagKey: 'cta', variationId: 'a' }] },
      { name: 'Green', baseline: false, allocationPercent: '50', parameters: [{ flagKey: 'cta', variationId: 'b' }] },
    ],
    flags: { cta: { ruleId: 'fallthrough', flagConfigVersion: 12 } },
  });
  console.log(iteration._id, iteration.status); // … not_started
} catch (error) {
  if (!isIterationError(error)) throw error;
  console.error(error.outcome, error.message); // not_applied | applied | unknown
}
