import type { IterationInput, IterationRep } from '../../src/index.ts';

/** What a response says of the fields that it shares with a request, in the request's terms. */
export function shared(response: IterationRep) {
  return {
    hypothesis: response.hypothesis,
    canReshuffleTraffic: response.canReshuffleTraffic,
    randomizationUnit: response.randomizationUnit,
    attributes: response.attributes,
    reallocationFrequencyMillis: response.reallocationFrequencyMillis,
    covariateId: response.covariateInfo?.id,
    primarySingleMetricKey: response.primarySingleMetric?.key,
    primaryFunnelKey: response.primaryFunnel?.key,
    metrics: response.metrics?.map(({ key, isGroup }) => ({ key, isGroup })),
    treatments: response.treatments?.map(({ _id, ...treatment }) => treatment),
    flags: Object.entries(response.flags ?? {}).map(([key, flag]) => ({
      key,
      ruleId: flag.targetingRule,
      flagConfigVersion: flag.flagConfigVersion,
      notInExperimentVariationId: flag.notInExperimentVariationId,
    })),
  };
}

/** The same of a request, with the documented defaults filled in, and without what the contract does not know. */
export function sharedOfRequest(request: IterationInput): ReturnType<typeof shared> {
  const baseline = request.treatments.find((treatment) => treatment.baseline)?.parameters ?? [];
  const servedBy = (key: string) => (baseline.find(({ flagKey }) => flagKey === key) ?? baseline[0])?.variationId;
  return {
    hypothesis: request.hypothesis,
    canReshuffleTraffic: request.canReshuffleTraffic ?? true,
    randomizationUnit: request.randomizationUnit ?? 'user',
    attributes: request.attributes && [...request.attributes],
    reallocationFrequencyMillis: request.reallocationFrequencyMillis,
    covariateId: request.covariateId,
    primarySingleMetricKey: request.primarySingleMetricKey,
    primaryFunnelKey: request.primaryFunnelKey,
    metrics: request.metrics.map(({ key, isGroup = false }) => ({ key, isGroup })),
    treatments: request.treatments.map(({ name, allocationPercent, baseline: isBaseline, parameters }) => ({
      name,
      allocationPercent,
      baseline: isBaseline,
      parameters: parameters.map(({ flagKey, variationId }) => ({ flagKey, variationId })),
    })),
    flags: Object.entries(request.flags).map(([key, flag]) => ({
      key,
      ruleId: flag.ruleId,
      flagConfigVersion: flag.flagConfigVersion,
      notInExperimentVariationId: flag.notInExperimentVariationId ?? servedBy(key),
    })),
  };
}
