/** Compares an iteration that the API returned with an input, in the properties that their schemas share. */

import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';
import { createIteration as shared } from '../../generated/shared.js';
import type { Shared } from '../contract/operations.ts';

/** Whether an iteration equals an input; `unclear` if the response leaves out what would decide it. */
export type Likeness = 'equal' | 'different' | 'unclear';

/** A part of an iteration as a text to compare, or `undefined` if it is left out. */
type Part = string | undefined;

/**
 * Compares an input with an iteration. Treatments are compared by the variations that they serve, never by name: the
 * name in a response is that of the flag's variation. What the input leaves to a default is not compared, and neither
 * is what the response leaves out, except for what the result would be a guess without: the treatments, the flags, and
 * the analysis units and not-in-experiment variations that the input names. A difference in one of the latter, or in
 * the version of a flag, decides nothing: LaunchDarkly does not document that it returns what was sent.
 */
export function likenessOf(input: IterationInput, iteration: Partial<IterationRep>): Likeness {
  const { asked, seen } = partsOf(input, iteration);
  const names = Object.keys(asked) as (keyof typeof asked)[];
  const differing = names.filter(
    (name) => asked[name] !== undefined && seen[name] !== undefined && asked[name] !== seen[name],
  );
  if (differing.some((name) => name !== 'flagVersions')) return 'different';
  const isTold = (['hypothesis', 'treatments', 'flags'] as const).every((name) => seen[name] !== undefined);
  const { randomizationUnit = iteration.randomizationUnit } = input;
  const details = detailsOf({ ...input, ...(randomizationUnit !== undefined && { randomizationUnit }) }, iteration);
  const isDoubtful = details.some((detail) => detail.isNamed && detail.asked !== detail.seen);
  return isTold && !isDoubtful && differing.length === 0 ? 'equal' : 'unclear';
}

/**
 * The properties in which an iteration differs from what create iteration would make of an input, defaults included;
 * also those that only the iteration has.
 */
export function differencesOf(input: IterationInput, iteration: IterationRep): string[] {
  const whole = withDefaults(input);
  const { asked, seen } = partsOf(whole, iteration);
  const given = partsOf(input, iteration).asked;
  const names = Object.keys(asked) as (keyof typeof asked)[];
  const differing = names.filter((name) => asked[name] !== seen[name] && (given[name] ?? seen[name]) !== undefined);
  // A missing unit means the default one.
  const isSaid = ({ field, isNamed, seen: found }: Detail) => field === 'flags' || isNamed || found !== undefined;
  const details = detailsOf(whole, iteration).filter((detail) => isSaid(detail) && detail.asked !== detail.seen);
  return [
    ...new Set([
      ...differing.map((name) => (name === 'flagVersions' ? 'flags' : name)),
      ...details.map(({ field }) => field),
    ]),
  ];
}

/** The default that LaunchDarkly documents for a property of an input. */
export function defaultOf(field: string): unknown {
  return (shared as Shared).properties?.[field]?.default;
}

/** An input with the documented defaults of its properties. */
function withDefaults(input: IterationInput): IterationInput {
  const defaults = ['canReshuffleTraffic', 'randomizationUnit'].map((field) => [field, defaultOf(field)]);
  return { ...Object.fromEntries(defaults), ...input };
}

/** What an input asks for inside a metric or a flag, named or by default, and what an iteration has there. */
interface Detail {
  readonly field: 'metrics' | 'flags';
  readonly isNamed: boolean;
  readonly asked: unknown;
  readonly seen: unknown;
}

function detailsOf(input: IterationInput, iteration: Partial<IterationRep>): Detail[] {
  const { metrics = [], flags = {}, randomizationUnit } = iteration;
  // `null` means the randomization unit, which may itself differ.
  const usual = input.randomizationUnit === randomizationUnit ? randomizationUnit : null;
  const units = new Map(metrics.map(({ key, analysisUnit }) => [key, analysisUnit]));
  const baseline = input.treatments.find((treatment) => treatment.baseline)?.parameters ?? [];
  const ofMetrics = input.metrics.map(({ key, analysisUnit }) => {
    const seen = units.get(key) === null ? usual : units.get(key);
    return { field: 'metrics' as const, isNamed: analysisUnit !== undefined, asked: analysisUnit ?? usual, seen };
  });
  const ofFlags = Object.entries(input.flags).map(([key, { notInExperimentVariationId: named }]) => {
    const { variationId } = baseline.find(({ flagKey }) => flagKey === key) ?? baseline[0] ?? {};
    const seen = Object.hasOwn(flags, key) ? flags[key]?.notInExperimentVariationId : undefined;
    return { field: 'flags' as const, isNamed: named !== undefined, asked: named ?? variationId, seen };
  });
  return [...ofMetrics, ...ofFlags];
}

/** The parts of both, in the same form. */
function partsOf(input: IterationInput, iteration: Partial<IterationRep>) {
  // A response may leave the baseline out; then it is not compared.
  const saysBaseline = iteration.treatments?.every(({ baseline }) => baseline !== undefined) ?? false;
  return { asked: partsOfInput(input, saysBaseline), seen: partsOfIteration(iteration, saysBaseline) };
}

function partsOfInput(input: IterationInput, saysBaseline: boolean) {
  const flags = Object.entries(input.flags);
  return {
    hypothesis: input.hypothesis as Part,
    canReshuffleTraffic: textOf(input.canReshuffleTraffic),
    primarySingleMetricKey: input.primarySingleMetricKey as Part,
    primaryFunnelKey: input.primaryFunnelKey as Part,
    randomizationUnit: input.randomizationUnit as Part,
    reallocationFrequencyMillis: textOf(input.reallocationFrequencyMillis),
    covariateId: input.covariateId as Part,
    attributes: input.attributes?.length === 0 ? undefined : sorted(input.attributes),
    metrics: pairs(input.metrics, ({ key, isGroup = false }) => [key, isGroup]),
    treatments: sorted(
      input.treatments.map(({ parameters, baseline, allocationPercent }) =>
        treatmentText(parameters, saysBaseline && baseline, allocationPercent),
      ),
    ),
    flags: pairs(flags, ([key, { ruleId }]) => [key, ruleId]),
    flagVersions: pairs(flags, ([key, { flagConfigVersion }]) => [key, flagConfigVersion]),
  };
}

function partsOfIteration(iteration: Partial<IterationRep>, saysBaseline: boolean): ReturnType<typeof partsOfInput> {
  const { treatments, flags, metrics } = iteration;
  const entries = flags && Object.entries(flags);
  return {
    hypothesis: iteration.hypothesis,
    canReshuffleTraffic: textOf(iteration.canReshuffleTraffic),
    primarySingleMetricKey: iteration.primarySingleMetric?.key,
    primaryFunnelKey: iteration.primaryFunnel?.key,
    randomizationUnit: iteration.randomizationUnit,
    reallocationFrequencyMillis: textOf(iteration.reallocationFrequencyMillis),
    covariateId: iteration.covariateInfo?.id,
    attributes: iteration.attributes?.length === 0 ? undefined : sorted(iteration.attributes),
    metrics: pairs(metrics, ({ key, isGroup }) => [key, isGroup]),
    treatments: sorted(
      known(treatments, ({ parameters }) => parameters)?.map(({ parameters, baseline, allocationPercent }) =>
        treatmentText(parameters ?? [], saysBaseline && baseline, allocationPercent),
      ),
    ),
    flags: pairs(entries, ([key, { targetingRule }]) => [key, targetingRule]),
    flagVersions: pairs(entries, ([key, { flagConfigVersion }]) => [key, flagConfigVersion]),
  };
}

/** Pairs of a list as one text; `undefined` if the list is left out, or the second of a pair. */
function pairs<T>(items: readonly T[] | undefined, pairOf: (item: T) => [string, unknown]): Part {
  return sorted(known(items?.map(pairOf), ([, value]) => value)?.map((pair) => JSON.stringify(pair)));
}

function treatmentText(
  parameters: readonly { flagKey?: string; variationId?: string }[],
  baseline: boolean | undefined,
  allocationPercent: string,
): string {
  const served = sorted(parameters.map(({ flagKey, variationId }) => JSON.stringify([flagKey, variationId])));
  // "50" and "50.0" are the same share.
  return JSON.stringify([served, baseline, Number(allocationPercent)]);
}

function textOf(value: boolean | number | undefined): Part {
  return value === undefined ? undefined : String(value);
}

function sorted(texts: readonly string[] | undefined): Part {
  return texts && JSON.stringify([...texts].sort());
}

/** A list, unless one of its items leaves out what would be compared. */
function known<T>(items: readonly T[] | undefined, partOf: (item: T) => unknown): readonly T[] | undefined {
  return items?.every((item) => partOf(item) !== undefined) ? items : undefined;
}
