/** The main job from end to end: lint, freshness, mock, a call through the built client, and a refused one. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inspect, styleText } from 'node:util';
import { startMockServer } from '../src/mock/server.ts';
import { redocly } from './lib/redocly.ts';

const built = new URL('../dist/index.js', import.meta.url).href;
const { createIterationClient, IterationError }: typeof import('../src/index.ts') = await import(built);
type IterationInput = import('../src/index.ts').IterationInput;

const path = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'my-experiment' };
const documented = JSON.parse(readFileSync('test/fixtures/documented-request.json', 'utf8'));

const isTerminal = process.stdout.isTTY === true;
const style = (format: Parameters<typeof styleText>[0], text: string) => (isTerminal ? styleText(format, text) : text);
const heading = (text: string) => console.log(`\n${style('bold', text)}`);
const done = (text: string) => console.log(`  ${style('green', '✓')} ${text}`);
const wrong = (text: string) => console.log(`  ${style('red', '✗')} ${text}`);
const indented = (text: string) => console.log(text.replace(/^/gm, '    '));

function step(
  text: string,
  { status, stdout, stderr }: { status: number | null; stdout: string; stderr: string },
): void {
  if (status === 0) {
    done(text);
    return;
  }
  wrong(text);
  console.error(stdout + stderr);
  process.exit(1);
}

heading('1. The contract');
step('spec/ passes the linter, without an error or a warning', redocly(['lint', '--lint-config=error'], '.'));
const check = spawnSync(process.execPath, ['scripts/generate.ts', '--check'], { encoding: 'utf8' });
step('generated/ is what spec/ gives', check);

heading('2. The mock');
const mock = await startMockServer();
done(`Prism answers at ${mock.url}, from the contract`);

try {
  const options = { accessToken: 'api-any-token-will-do-here', baseUrl: mock.url, deprecationNotice: false };
  const client = createIterationClient(options);

  heading('3. The request that LaunchDarkly documents, corrected');
  for (const correction of corrections()) done(correction);
  const iteration = await client.createIteration(path, corrected());
  heading(`   answered 200: iteration ${iteration._id}, status ${style('green', iteration.status)}`);
  indented(inspect(iteration, { depth: 1, colors: isTerminal, breakLength: 100 }));

  heading('4. The request that LaunchDarkly documents, exactly as published');
  // Unchecked, or the client would refuse it before it is sent.
  const unchecked = createIterationClient({ ...options, validate: false });
  const refusal = await unchecked.createIteration(path, documented).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refusal instanceof IterationError && refusal.kind === 'http')) throw new Error('The mock did not refuse it.');
  const problems = refusal.message.replace(/^.*?: /, '').split(/(?<=\.) /);
  console.log(`  refused with ${refusal.status} ${refusal.code}, for ${problems.length} reasons:`);
  for (const problem of problems) wrong(problem);
} finally {
  await mock.close();
}

heading('5. The end');
done('the mock is stopped; nothing is left running\n');

/** The documented sample, with what is wrong in it put right. */
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
    'flags is an object, no longer its JSON text',
    'primarySingleMetricKey names the primary metric',
    'flags holds the flag that the treatments use',
    'a second treatment gives the baseline something to be compared with',
    'the allocations sum to 100 percent',
  ];
}
