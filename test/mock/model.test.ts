/** Random sequences against the mock that remembers, each step compared with a model. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createIterationClient } from '../../src/index.ts';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { commands, newModel } from './model.ts';

/** `MODEL_RUNS=10000 vitest run … test/mock/model.test.ts` tries more of them. */
const numRuns = Number(process.env['MODEL_RUNS'] ?? 1_000);

it(`agrees with a model of the rules in ${numRuns} random sequences, through the client`, async () => {
  let steps = 0;
  const agrees = fc.asyncProperty(commands, async (sequence) => {
    const fetch = createMockFetch({ stateful: true });
    const client = createIterationClient({ accessToken: 'api-any', mock: true, fetch, strict: true, throttle: false });
    await fc.asyncModelRun(() => ({ model: newModel(), real: { client, ids: new Set() } }), sequence);
    steps += [...sequence].length;
  });
  await fc.assert(agrees, { numRuns });
  expect(steps).toBeGreaterThan(numRuns * 5);
});
