/** The main use case end to end, on the mock: a call, its response, a rejected call, and failures and their outcomes. */
import { readFileSync } from 'node:fs';
import { inspect, styleText } from 'node:util';
import { clientCode } from '../docs/lib/code.ts';
import { createIteration } from '../generated/operations.js';
import { createMockFetch } from '../src/mock/fetch.ts';
import { startMockServer } from '../src/mock/server.ts';

const built = new URL('../dist/index.js', import.meta.url).href;
const { createIterationClient, IterationError }: typeof import('../src/index.ts') = await import(built);
type IterationInput = import('../src/index.ts').IterationInput;

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };
const documented = JSON.parse(readFileSync('test/fixtures/documented-request.json', 'utf8'));

const isTerminal = process.stdout.isTTY === true;
const style = (format: Parameters<typeof styleText>[0], text: string) => (isTerminal ? styleText(format, text) : text);
const heading = (text: string) => console.log(`\n${style('bold', text)}`);
const done = (text: string) => console.log(`  ${style('green', '✓')} ${text}`);
const wrong = (text: string) => console.log(`  ${style('red', '✗')} ${text}`);
const indented = (text: string) => console.log(text.replace(/^(?=.)/gm, '    '));

const mock = await startMockServer();
try {
  const options = { accessToken: 'api-any-token-will-do-here', baseUrl: mock.url, deprecationNotice: false };
  const client = createIterationClient(options);
  const input = corrected();

  heading('1. The request: the sample that LaunchDarkly documents, corrected');
  for (const correction of corrections()) done(correction);
  heading('   In code');
  indented(clientCode(createIteration, input));

  const iteration = await client.createIteration(path, input);
  heading(`2. The response of the mock: 200, a draft that matches the request`);
  indented(inspect(iteration, { depth: 5, colors: isTerminal, breakLength: 100 }));

  heading('3. The sample exactly as published, checked before it is sent');
  const refusal = await failureOf(client.createIteration(path, documented));
  for (const { message } of refusal.issues ?? []) wrong(message);
  explain(refusal);

  heading('4. A rate limit, and a server that fails');
  const scenario = (name: 'rate-limited' | 'flaky') =>
    createIterationClient({ ...options, maxRetries: 0, fetch: createMockFetch({ scenario: name }) });
  explain(await failureOf(scenario('rate-limited').createIteration(path, input)));
  explain(await failureOf(scenario('flaky').createIteration(path, input)));
} finally {
  await mock.close();
}

heading('Try next');
indented(`npx launchdarkly-iteration-contract mock     the mock, on port 4010 (here: make mock)
make docs-serve                              the guides, and a playground that shows issues while you type
make faults                                  how the client reports each server fault
`);

/** The error of a call that must fail. */
async function failureOf(call: Promise<unknown>): Promise<import('../src/index.ts').IterationError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof IterationError)) throw new Error('The call succeeded, or failed with another error.');
  return error;
}

/** Explains what a failure means for the iteration. */
function explain({ kind, status, outcome, attempts, retryable }: import('../src/index.ts').IterationError): void {
  const meaning = {
    not_applied: retryable ? 'nothing was created; the same call may succeed later' : 'nothing was created',
    applied: 'it was created',
    unknown: 'it may have been created: reconcile() checks, and nothing is retried before that',
  };
  const sent = attempts === 0 ? 'nothing was sent' : `sent ${attempts === 1 ? 'once' : `${attempts} times`}`;
  console.log(
    `  ${kind}${status ? ` ${status}` : ''}, ${sent}: outcome ${style('bold', outcome)}, ${meaning[outcome]}`,
  );
}

/** The documented sample with what is wrong in it corrected. */
function corrected(): IterationInput {
  const [treatment] = documented.treatments;
  const [parameter] = treatment.parameters;
  const [flag] = Object.values(JSON.parse(documented.flags)) as [IterationInput['flags'][string]];
  const variationId = 'b7d9e2f4-3c61-4a85-9f0e-d25c8a7b1e46';
  return {
    ...documented,
    primarySingleMetricKey: documented.metrics[0].key,
    flags: { [parameter.flagKey]: flag },
    treatments: [
      { ...treatment, allocationPercent: '50' },
      { name: 'Treatment 2', baseline: false, allocationPercent: '50', parameters: [{ ...parameter, variationId }] },
    ],
  };
}

function corrections(): string[] {
  return [
    'flags is an object, no longer JSON in a string',
    'primarySingleMetricKey names the primary metric',
    'flags contains the flag that the treatments use',
    'a second treatment gives the baseline something to compare with',
    'the allocations sum to 100 percent',
  ];
}
