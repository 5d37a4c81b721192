import type {
  FlagInput,
  IterationInput,
  MetricInput,
  TreatmentInput,
  TreatmentParameterInput,
} from '../../generated/schema.d.ts';
import { type PlacedMessage, quote } from './advice.ts';
import type { Iteration, Place } from './read.ts';
import { nearest } from './resemblance.ts';

/** The names of a type's properties, of every branch of a union: a list that lacks or adds one does not compile. */
type Names<T> = Record<T extends unknown ? keyof T : never, true>;

const iterationNames = Object.keys({
  hypothesis: true,
  canReshuffleTraffic: true,
  metrics: true,
  primarySingleMetricKey: true,
  primaryFunnelKey: true,
  treatments: true,
  flags: true,
  randomizationUnit: true,
  reallocationFrequencyMillis: true,
  covariateId: true,
  attributes: true,
} satisfies Names<IterationInput>);

const metricNames = Object.keys({
  key: true,
  isGroup: true,
  primary: true,
  analysisUnit: true,
} satisfies Names<MetricInput>);

const treatmentNames = Object.keys({
  name: true,
  baseline: true,
  allocationPercent: true,
  parameters: true,
} satisfies Names<TreatmentInput>);

const parameterNames = Object.keys({
  flagKey: true,
  variationId: true,
} satisfies Names<TreatmentParameterInput>);

const flagNames = Object.keys({
  ruleId: true,
  flagConfigVersion: true,
  notInExperimentVariationId: true,
} satisfies Names<FlagInput>);

/** A property that the contract does not know, but nearly. Bodies are open: one that resembles nothing is fine. */
export function* unknownProperty(iteration: Iteration): Iterable<PlacedMessage> {
  const { metrics = [], treatments = [], flags } = iteration;
  yield* misnamed(iteration, iterationNames);
  for (const metric of metrics) yield* misnamed(metric, metricNames);
  for (const treatment of treatments) {
    yield* misnamed(treatment, treatmentNames);
    for (const parameter of treatment.parameters) yield* misnamed(parameter, parameterNames);
  }
  for (const flag of flags) yield* misnamed(flag, flagNames);
}

function* misnamed({ path, fields }: Place, knownNames: readonly string[]): Iterable<PlacedMessage> {
  for (const name of fields.keys()) {
    const known = knownNames.includes(name) ? undefined : nearest(name, knownNames);
    if (known === undefined) continue;
    const message = `The contract does not know the property ${quote(name)}: rename it if ${known} is meant.`;
    yield { path: [...path, name], message };
  }
}
