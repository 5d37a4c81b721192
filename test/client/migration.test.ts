/** Both ways to the same iteration: the deprecated call, and the instructions that stand for it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createIterationClient,
  type Experiment,
  type IterationInput,
  type IterationRep,
  toIterationInput,
  toSemanticPatch,
} from '../../src/index.ts';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { path } from '../support/calls.ts';

const few = (...texts: string[]) => fc.constantFrom(...texts);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const metric = fc.record(
  { key: few('m1', 'm2', 'm3'), isGroup: fc.boolean(), analysisUnit: few('user', 'organization') },
  { requiredKeys: ['key'] },
);

const parts = fc.record({
  hypothesis: few('One', 'Another', 'A third'),
  canReshuffleTraffic: optional(fc.boolean()),
  metrics: fc.uniqueArray(metric, { selector: ({ key }) => key, maxLength: 3 }),
  primary: fc.constantFrom<(string | undefined)[]>(['m1'], [undefined, 'f1'], ['m2', 'f1'], ['m2', 'f2']),
  variations: fc.uniqueArray(few('v1', 'v2', 'v3', 'v4'), { minLength: 1, maxLength: 3 }),
  allocations: fc.constantFrom(['50', '30', '20'], ['100', '0', '0'], ['50.0', '30', '20.00']),
  baseline: fc.constantFrom(-1, 0, 0, 1),
  ruleId: few('fallthrough', 'fallthrough', 'rule-1'),
  flagConfigVersion: fc.constantFrom(1, 1, 1, 2),
  notInExperimentVariationId: optional(few('v1', 'v9')),
  randomizationUnit: optional(few('user', 'organization')),
  reallocationFrequencyMillis: optional(fc.constantFrom(3_600_000, 7_200_000)),
  covariateId: optional(few('c1', 'c2')),
  attributes: optional(fc.constantFrom([], ['country'], ['country', 'plan'])),
});

/** Inputs whose parts come from a few values each, so that two drawn ones agree in many. */
const inputs: fc.Arbitrary<IterationInput> = parts.map(
  ({ primary: [single, funnel], variations, allocations, baseline, ...drawn }) => {
    const { ruleId, flagConfigVersion, notInExperimentVariationId, ...others } = drawn;
    const defined = { ...others, primarySingleMetricKey: single, primaryFunnelKey: funnel };
    const given = Object.fromEntries(Object.entries(defined).filter(([, value]) => value !== undefined));
    return {
      ...given,
      treatments: variations.map((variationId, index) => ({
        name: `Treatment ${variationId}`,
        baseline: index === baseline,
        allocationPercent: allocations[index],
        parameters: [{ flagKey: 'button', variationId }],
      })),
      flags: {
        button: {
          ruleId,
          flagConfigVersion,
          ...(notInExperimentVariationId !== undefined && { notInExperimentVariationId }),
        },
      },
    } as unknown as IterationInput;
  },
);

const states = ['nothing', 'draft', 'running', 'running beside a draft', 'stopped', 'never started'] as const;
const expand = ['draftIteration', 'treatments', 'mutableFieldsByStatus'] as const;

/** A client of a mock of its own whose experiment has an iteration, made of an input, in a state. */
async function clientIn(state: (typeof states)[number], input: IterationInput, other: IterationInput) {
  const maker = createIterationClient({ accessToken: 'a', mock: true, fetch: createMockFetch({ stateful: true }) });
  const current = await maker.createIteration(path, input);
  const experiment = { key: path.experimentKey, environmentKey: path.environmentKey, currentIteration: current };
  const seed = { experiments: [{ projectKey: path.projectKey, experiment }] };
  const fetch = createMockFetch({ stateful: state === 'never started' ? { seed } : true });
  const client = createIterationClient({ accessToken: 'a', mock: true, fetch, strict: true, throttle: false });
  if (state === 'nothing' || state === 'never started') return client;
  await client.createIteration(path, input);
  if (state === 'draft') return client;
  await client.startIteration(path);
  if (state === 'running beside a draft') await client.createIteration(path, other);
  const winningTreatmentId = String(current.treatments?.[0]?._id);
  if (state === 'stopped') await client.stopIteration(path, { winningTreatmentId, winningReason: 'why' });
  return client;
}

/** What an iteration says of the fields that it shares with an input; names of treatments are those of variations. */
function sharedOf(iteration: IterationRep): Record<string, unknown> {
  const { randomizationUnit } = iteration;
  const input = toIterationInput(iteration);
  const { attributes = [] } = input;
  const metrics = iteration.metrics?.map(({ key, isGroup, analysisUnit }) => [key, isGroup, analysisUnit ?? null]);
  const treatments = input.treatments.map(({ name: _, allocationPercent, ...treatment }) =>
    JSON.stringify([treatment, Number(allocationPercent)]),
  );
  const attributesSorted = [...attributes].sort();
  return { ...input, randomizationUnit, treatments: treatments.sort(), metrics, attributes: attributesSorted };
}

/** The fields in which two iterations differ. A unit that is the randomization unit need not be said. */
function differing(one: IterationRep, two: IterationRep): string[] {
  const [a, b] = [sharedOf(one), sharedOf(two)];
  const spelled = (iteration: IterationRep) =>
    JSON.stringify(
      iteration.metrics
        ?.map(({ key, isGroup, analysisUnit }) => [key, isGroup, analysisUnit ?? iteration.randomizationUnit])
        .sort(),
    );
  const sorted = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => sorted(a[name]) !== sorted(b[name]))
    .filter((name) => name !== 'metrics' || spelled(one) !== spelled(two))
    .sort();
}

const fixed = { button: { ruleId: 'fallthrough', flagConfigVersion: 1, notInExperimentVariationId: 'v1' } };

/** Half of them with the same flags throughout, which no instruction can change. */
const drawn = fc
  .record({
    before: inputs,
    other: inputs,
    input: inputs,
    state: fc.constantFrom(...states),
    locked: fc.oneof(
      fc.constant<string[]>([]),
      fc.subarray(['hypothesis', 'treatments', 'metrics', 'attributes', 'primaryFunnelKey']),
    ),
    flags: fc.constantFrom({}, { flags: fixed }),
  })
  .map(({ before, other, input, flags, ...others }) => ({
    ...others,
    before: { ...before, ...flags },
    other: { ...other, ...flags },
    input: { ...input, ...flags },
  }));

describe('the way out of the deprecated operation', () => {
  it('makes the same iteration, or lists exactly what differs, for 500 drawn inputs and experiments', async () => {
    const seen = { same: 0, listed: 0, impossible: 0 };
    const agrees = fc.asyncProperty(drawn, async ({ before, other, input, state, locked }) => {
      const client = await clientIn(state, before, other);
      const made = await (await clientIn(state, before, other)).createIteration(path, input);
      const experiment = (await client.getExperiment(path, { expand })) as Experiment;
      const { not_started: mutable = {} } = experiment.mutableFieldsByStatus ?? {};
      const left = Object.fromEntries(Object.entries(mutable).filter(([field]) => !locked.includes(field)));
      const mutableFieldsByStatus = { ...experiment.mutableFieldsByStatus, not_started: left };
      const migration = toSemanticPatch(input, { experiment: { ...experiment, mutableFieldsByStatus } });
      const fields = migration.notCarriedOver.map(({ field }) => field).sort();
      if (state === 'nothing' || state === 'stopped') {
        seen.impossible += 1;
        expect([migration.instructions, fields]).toEqual([[], Object.keys(input).sort()]);
        return;
      }
      const { instructions } = migration;
      if (instructions.length > 0) await client.updateExperiment(path, { instructions });
      const after = await client.getExperiment(path, { expand });
      const isStarted = instructions.some(({ kind }) => kind === 'saveAndStartNewIteration');
      const result = isStarted ? after.currentIteration : (after.draftIteration ?? after.currentIteration);
      expect(differing(result as IterationRep, made)).toEqual(fields);
      seen[fields.length > 0 ? 'listed' : 'same'] += 1;
    });
    await fc.assert(agrees, { numRuns: 500 });
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it('gives an input back from the iteration that it made, in every field that the response has', async () => {
    const fetch = createMockFetch({ stateful: true });
    const client = createIterationClient({ accessToken: 'a', mock: true, fetch, throttle: false });
    const agrees = fc.asyncProperty(inputs, async (input) => {
      expect(toIterationInput(await client.createIteration(path, input))).toMatchObject(input);
    });
    await fc.assert(agrees, { numRuns: 500 });
  });
});
