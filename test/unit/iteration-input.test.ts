/** An iteration that was read from the API, as an input again. */
import { expect, it } from 'vitest';
import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';
import { toIterationInput } from '../../src/contract/iteration-input.ts';
import { validateIterationInput } from '../../src/contract/validate.ts';
import { requestExamples, responseExamples } from '../support/document.ts';

const [name, input] = requestExamples.find(([one]) => one === 'stratified') as [string, IterationInput];
const [, response] = responseExamples('200').find(([one]) => one === name) as [string, IterationRep];

it('has every field that the response has, under the name that an input has for it', () => {
  const read = {
    ...response,
    canReshuffleTraffic: false,
    reallocationFrequencyMillis: 0,
    randomizationUnit: 'user',
    covariateInfo: { id: 'covariate', createdAt: 1 },
    attributes: ['country'],
    primarySingleMetric: { key: 'single' },
    primaryFunnel: { key: 'funnel' },
    flags: { flag: { targetingRule: 'rule', flagConfigVersion: 3, notInExperimentVariationId: 'v', other: 1 } },
    metrics: [
      { key: 'a', isGroup: false, analysisUnit: 'user', name: 'A' },
      { key: 'b', isGroup: true, analysisUnit: null },
      { key: 'c' },
    ],
    treatments: [
      {
        name: 'T',
        baseline: true,
        allocationPercent: '50',
        parameters: [{ flagKey: 'f', variationId: 'v', name: 'N' }],
      },
      { name: 'U', baseline: false, allocationPercent: '50' },
    ],
  } as unknown as IterationRep;
  expect(toIterationInput(read)).toEqual({
    hypothesis: response.hypothesis,
    canReshuffleTraffic: false,
    primarySingleMetricKey: 'single',
    primaryFunnelKey: 'funnel',
    randomizationUnit: 'user',
    reallocationFrequencyMillis: 0,
    covariateId: 'covariate',
    attributes: ['country'],
    flags: { flag: { ruleId: 'rule', flagConfigVersion: 3, notInExperimentVariationId: 'v' } },
    metrics: [{ key: 'a', isGroup: false, analysisUnit: 'user' }, { key: 'b', isGroup: true }, { key: 'c' }],
    treatments: [
      { name: 'T', baseline: true, allocationPercent: '50', parameters: [{ flagKey: 'f', variationId: 'v' }] },
      { name: 'U', baseline: false, allocationPercent: '50', parameters: [] },
    ],
  });
});

it('leaves out what the response leaves out', () => {
  const least = { hypothesis: 'h', status: 'not_started', createdAt: 1 } as IterationRep;
  const back = toIterationInput(least);
  expect(Object.keys(back).sort()).toEqual(['flags', 'hypothesis', 'metrics', 'treatments']);
  expect(back).toEqual({ hypothesis: 'h', metrics: [], treatments: [], flags: {} });
  const flags = { flag: { targetingRule: 'fallthrough', flagConfigVersion: 1, _links: {} } };
  expect(Object.keys(toIterationInput({ ...least, flags }).flags['flag'] ?? {})).toEqual([
    'ruleId',
    'flagConfigVersion',
  ]);
});

it('can be sent as it is', () => {
  expect(validateIterationInput(toIterationInput(response))).toEqual({ value: toIterationInput(response) });
  expect(toIterationInput(response)).toMatchObject({ flags: input.flags });
});
