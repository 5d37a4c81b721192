/** The way out of the deprecated operation: an input as instructions, and an iteration as an input again. */
import { describe, expect, it } from 'vitest';
import { type IterationInput, type IterationRep, toIterationInput, toSemanticPatch } from '../../src/index.ts';
import { requestExamples, responseExamples } from '../support/document.ts';

const [, input] = requestExamples.find(([name]) => name === 'two-treatments') as [string, IterationInput];
const [, draft] = responseExamples('200').find(([name]) => name === 'two-treatments') as [string, IterationRep];
const updatable = ['hypothesis', 'metrics', 'treatments', 'attributes', 'canReshuffleTraffic'];
const mutableFieldsByStatus = { not_started: Object.fromEntries(updatable.map((field) => [field, ['update']])) };
const changed = { ...input, hypothesis: 'Another', attributes: ['country'] };

describe('an input as a semantic patch', () => {
  it('is empty if the draft already matches', () => {
    const migration = toSemanticPatch(input, { experiment: { draftIteration: draft, mutableFieldsByStatus } });
    expect(migration).toMatchObject({ instructions: [], notCarriedOver: [] });
  });

  it('updates what differs in a draft, and nothing else', () => {
    const { instructions } = toSemanticPatch(changed, { experiment: { draftIteration: draft, mutableFieldsByStatus } });
    expect(instructions).toEqual([
      {
        kind: 'updateExperimentFields',
        value: {
          hypothesis: { operation: 'update', value: 'Another' },
          attributes: { operation: 'update', value: ['country'] },
        },
      },
    ]);
  });

  it('does not change metrics whose analysis unit follows the randomization unit, when that changes', () => {
    const metrics = input.metrics.map((metric) => ({ ...metric, analysisUnit: 'organization' }));
    const allowed = { ...mutableFieldsByStatus.not_started, randomizationUnit: ['update'] };
    const { instructions, notCarriedOver } = toSemanticPatch(
      { ...input, metrics, randomizationUnit: 'organization' },
      {
        experiment: {
          draftIteration: {
            ...draft,
            metrics: draft.metrics?.map((metric) => ({ ...metric, analysisUnit: null })) ?? [],
          },
          mutableFieldsByStatus: { not_started: allowed },
        },
      },
    );
    expect(instructions).toMatchObject([
      { value: { randomizationUnit: { operation: 'update', value: 'organization' } } },
    ]);
    expect(Object.keys(instructions[0]?.kind === 'updateExperimentFields' ? instructions[0].value : {})).toEqual([
      'randomizationUnit',
    ]);
    expect(notCarriedOver).toEqual([]);
  });

  it('ends the running iteration and starts a new one, which it says', () => {
    const running = { ...draft, status: 'running' } as const;
    const { instructions, notes } = toSemanticPatch(changed, {
      experiment: { currentIteration: running, mutableFieldsByStatus },
    });
    expect(instructions).toMatchObject([
      { kind: 'saveAndStartNewIteration', value: { hypothesis: { value: 'Another' } } },
    ]);
    expect(notes).toEqual([expect.stringContaining('starts at once')]);
  });

  it('lists what cannot be carried over, and why', () => {
    const flags = { 'another-flag': { ruleId: 'fallthrough', flagConfigVersion: 1 } };
    const { instructions, notCarriedOver } = toSemanticPatch(
      { ...changed, flags, randomizationUnit: 'organization' },
      { experiment: { draftIteration: draft, mutableFieldsByStatus } },
    );
    expect(notCarriedOver.map(({ field }) => field).sort()).toEqual(['flags', 'randomizationUnit']);
    expect(JSON.stringify(instructions)).not.toMatch(/another-flag|organization/);
  });

  it.each([
    ['after a stop', { currentIteration: { ...draft, status: 'stopped' } as const }],
    ['without an iteration', {}],
  ])('has no instruction %s, because none is documented', (_when, experiment) => {
    const { instructions, notCarriedOver } = toSemanticPatch(changed, { experiment });
    expect(instructions).toEqual([]);
    expect(notCarriedOver.map(({ field }) => field)).toEqual(Object.keys(changed));
  });
});

describe('an iteration as an input', () => {
  // LaunchDarkly's own samples do not agree with each other.
  const pairs = requestExamples.filter(
    ([name]) => name !== 'documented-sample' && responseExamples('200').some(([other]) => other === name),
  );

  it.each(pairs)('equals the request of the example %s in all that the response has', (name, example) => {
    const [, response] = responseExamples('200').find(([other]) => other === name) as [string, IterationRep];
    const back = toIterationInput(response) as unknown as Record<string, unknown>;
    const asked = example as Record<string, unknown>;
    for (const field of ['hypothesis', 'randomizationUnit', 'primarySingleMetricKey', 'primaryFunnelKey']) {
      if (asked[field] !== undefined && back[field] !== undefined) expect(back[field]).toEqual(asked[field]);
    }
    const served = (value: unknown) =>
      (value as IterationInput['treatments']).map(({ parameters, allocationPercent }) => [
        parameters,
        allocationPercent,
      ]);
    if (response.treatments) expect(served(back['treatments'])).toEqual(served(asked['treatments']));
  });
});
