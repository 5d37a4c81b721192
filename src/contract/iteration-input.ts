/** Turns an iteration that was read back into an input. */

import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';

/**
 * Turns an iteration read from the API back into an input, since the API does not accept what it returns. What a
 * response leaves out is left out; a treatment gets the name of the flag's variation, because the API returns no other.
 */
export function toIterationInput(iteration: IterationRep): IterationInput {
  const { primarySingleMetric, primaryFunnel, covariateInfo, metrics = [], treatments = [] } = iteration;
  const optional = {
    canReshuffleTraffic: iteration.canReshuffleTraffic,
    primarySingleMetricKey: primarySingleMetric?.key,
    primaryFunnelKey: primaryFunnel?.key,
    randomizationUnit: iteration.randomizationUnit,
    reallocationFrequencyMillis: iteration.reallocationFrequencyMillis,
    covariateId: covariateInfo?.id,
    attributes: iteration.attributes,
  };
  const flags = Object.entries(iteration.flags ?? {}).map(([key, flag]) => [
    key,
    given({
      ruleId: flag.targetingRule,
      flagConfigVersion: flag.flagConfigVersion,
      notInExperimentVariationId: flag.notInExperimentVariationId,
    }),
  ]);
  return {
    hypothesis: iteration.hypothesis,
    metrics: metrics.map(({ key, isGroup, analysisUnit }) =>
      given({ key, isGroup, analysisUnit: analysisUnit ?? undefined }),
    ),
    treatments: treatments.map(({ name, baseline, allocationPercent, parameters = [] }) => ({
      name,
      baseline,
      allocationPercent,
      parameters: parameters.map(({ flagKey, variationId }) => ({ flagKey, variationId })),
    })),
    flags: Object.fromEntries(flags),
    ...given(optional),
  } as IterationInput;
}

function given<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;
}
