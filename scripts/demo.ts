/** The main use case end to end, on the mock: a call, its response, a rejected call, and failures and their outcomes. */
import { readFileSync } from 'node:fs';
import { inspect, styleText } from 'node:util';
import { clientCode, sampleKeys } from '../docs/lib/code.ts';
import { createIteration } from '../generated/operations.js';
import type { IterationError as Failure, IterationInput } from '../src/index.ts';
import { createMockFetch } from '../src/mock/fetch.ts';
import { startMockServer } from '../src/mock/server.ts';

const built = new URL('../dist/index.js', import.meta.url).href;
const { createIterationClient, IterationError }: typeof import('../src/index.ts') = await import(built);

const heading = (text: string) => console.log(`\n${styleText('bold', text)}`);
const indented = (text: string) => console.log(text.replace(/^(?=.)/gm, '    '));

/** The documented sample, and what it takes to correct it. */
const documented = JSON.parse(readFileSync('test/fixtures/documented-request.json', 'utf8'));
const [baseline] = documented.treatments;
const [parameter] = baseline.parameters;
const other = { ...parameter, variationId: 'b7d9e2f4-3c61-4a85-9f0e-d25c8a7b1e46' };
const input: IterationInput = {
  ...documented,
  primarySingleMetricKey: documented.metrics[0].key,
  flags: { [parameter.flagKey]: Object.values(JSON.parse(documented.flags))[0] },
  treatments: [
    { ...baseline, allocationPercent: '50' },
    { name: 'Treatment 2', baseline: false, allocationPercent: '50', parameters: [other] },
  ],
};
const corrections = [
  'flags is an object, no longer JSON in a string',
  'primarySingleMetricKey names the primary metric',
  'flags contains the flag that the treatments use',
  'a second treatment gives the baseline something to compare with',
  'the allocations sum to 100 percent',
];

const mock = await startMockServer();
try {
  const options = { accessToken: 'api-any-token-will-do-here', baseUrl: mock.url, deprecationNotice: false };
  const client = createIterationClient(options);

  heading('1. The request: the sample that LaunchDarkly documents, corrected');
  for (const correction of corrections) console.log(`  ${styleText('green', '✓')} ${correction}`);
  heading('   In code');
  indented(clientCode(createIteration, input));

  const iteration = await client.createIteration(sampleKeys, input);
  heading(`2. The response of the mock: 200, a draft that matches the request`);
  indented(inspect(iteration, { depth: 5, colors: process.stdout.isTTY, breakLength: 100 }));

  heading('3. The sample exactly as published, checked before it is sent');
  const refusal = await failureOf(client.createIteration(sampleKeys, documented));
  for (const { message } of refusal.issues ?? []) console.log(`  ${styleText('red', '✗')} ${message}`);
  explain(refusal);

  heading('4. A rate limit, and a server that fails');
  for (const scenario of ['rate-limited', 'flaky'] as const) {
    const failing = createIterationClient({ ...options, maxRetries: 0, fetch: createMockFetch({ scenario }) });
    explain(await failureOf(failing.createIteration(sampleKeys, input)));
  }
} finally {
  await mock.close();
}

heading('Try next');
indented(`npx launchdarkly-iteration-contract mock     the mock, on port 4010 (here: make mock)
make docs-serve                              the guides, and a playground that shows issues while you type
make faults                                  how the client reports each server fault
`);

/** The error of a call that must fail. */
async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof IterationError)) throw new Error('The call succeeded, or failed with another error.');
  return error;
}

/** Explains what a failure means for the iteration. */
function explain({ kind, status, outcome, attempts, retryable }: Failure): void {
  const meaning = {
    not_applied: retryable ? 'nothing was created; the same call may succeed later' : 'nothing was created',
    applied: 'it was created',
    unknown: 'it may have been created: reconcile() checks, and nothing is retried before that',
  };
  const sent = attempts === 0 ? 'nothing was sent' : `sent ${attempts === 1 ? 'once' : `${attempts} times`}`;
  const what = status ? `${kind} ${status}` : kind;
  console.log(`  ${what}, ${sent}: outcome ${styleText('bold', outcome)}, ${meaning[outcome]}`);
}
