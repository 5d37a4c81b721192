import { metrics, trace } from '@opentelemetry/api';
import { createIterationClient } from 'launchdarkly-iteration-contract';

const meter = metrics.getMeter('launchdarkly');
const attempts = meter.createHistogram('http.client.request.duration', { unit: 's' });

export const client = createIterationClient({
  accessToken: process.env.LAUNCHDARKLY_ACCESS_TOKEN,
  onResponse: ({ operation, method, status, outcome, durationMs }) =>
    attempts.record(durationMs / 1000, {
      'http.request.method': method,
      'http.response.status_code': status,
      'launchdarkly.operation': operation,
      'launchdarkly.outcome': outcome,
    }),
  onRetry: ({ attempt, waitMs }) =>
    trace.getActiveSpan()?.addEvent('retry', {
      'http.request.resend_count': attempt,
      'retry.wait_ms': waitMs,
    }),
});
