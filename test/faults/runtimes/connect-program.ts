/** Calls to hosts that cannot be reached, in whatever runtime this is: prints what is said of each. */

import { canary } from '../token.ts';
import type { ConnectJob, ConnectReport } from './job.ts';

const job: ConnectJob = JSON.parse(process.env['FAULTS_JOB'] ?? '');
const now = performance.now.bind(performance);
Object.assign(globalThis, { faultsTime: { setTimeout, clearTimeout, now } });
const { createIterationClient, IterationError }: typeof import('../../../src/index.ts') = await import(job.client);

const iteration = { metrics: [{ key: 'm' }], primarySingleMetricKey: 'm', treatments: [], flags: {} };
const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };

async function endOf(name: string, baseUrl: string): Promise<string> {
  const client = createIterationClient({
    accessToken: canary,
    baseUrl,
    attemptTimeoutMs: 20_000,
    totalTimeoutMs: 60_000,
  });
  try {
    await client.createIteration(path, { ...iteration, hypothesis: name });
    return 'success';
  } catch (error) {
    if (!(error instanceof IterationError)) return `strange: ${error}`;
    return `${error.kind} ${error.outcome} ${error.attempts}`;
  }
}

const names = Object.entries(job.targets);
const ends = await Promise.all(names.map(async ([name, url]) => [name, await endOf(name, url)] as const));
const report: ConnectReport = Object.fromEntries(ends);
console.log(JSON.stringify(report));
