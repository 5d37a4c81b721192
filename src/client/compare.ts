/** Tells whether an iteration that the API returned is the one that an input asked for, by what their schemas share. */

import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';

/** Whether an iteration equals an input; `unclear` where the response leaves out what would tell. */
export type Likeness = 'equal' | 'different' | 'unclear';

/** What a part of an iteration says: a text to compare, or `undefined` where it is left out. */
type Part = string | undefined;

/**
 * Compares an input with an iteration. Treatments are compared by the variations that they serve, never by name: the name
 * in a response is that of the flag's variation. What the input leaves to a default is not compared, and neither is what
 * the response leaves out, except for the treatments and the flags, without which nothing is certain. A version of a flag
 * that differs alone decides nothing: LaunchDarkly does not say that it returns the one that was sent.
 */
export function likenessOf(input: IterationInput, iteration: Partial<IterationRep>): Likeness {
  const { asked, seen } = partsOf(input, iteration);
  const names = Object.keys(asked) as (keyof typeof asked)[];
  const differing = names.filter(
    (name) => asked[name] !== undefined && seen[name] !== undefined && asked[name] !== seen[name],
  );
  if (differing.some((name) => name !== 'flagVersions')) return 'different';
  const isTold = (['hypothesis', 'treatments', 'flags'] as const).every((name) => seen[name] !== undefined);
  return isTold && differing.length === 0 ? 'equal' : 'unclear';
}

/** The properties of an input that an iteration does not have alike. */
export function differencesOf(input: IterationInput, iteration: Partial<IterationRep>): string[] {
  const { asked, seen } = partsOf(input, iteration);
  const names = Object.keys(asked) as (keyof typeof asked)[];
  const differing = names.filter((name) => asked[name] !== undefined && asked[name] !== seen[name]);
  return [...new Set(differing.map((name) => (name === 'flagVersions' ? 'flags' : name)))];
}

/** The parts of both, written alike. */
function partsOf(input: IterationInput, iteration: Partial<IterationRep>) {
  // A response may leave the baseline out; then it says nothing of it.
  const saysBaseline = iteration.treatments?.every(({ baseline }) => baseline !== undefined) ?? false;
  return { asked: partsOfInput(input, saysBaseline), seen: partsOfIteration(iteration, saysBaseline) };
}

function partsOfInput(input: IterationInput, saysBaseline: boolean) {
  return {
    hypothesis: input.hypothesis as Part,
    canReshuffleTraffic: textOf(input.canReshuffleTraffic),
    primarySingleMetricKey: input.primarySingleMetricKey as Part,
    primaryFunnelKey: input.primaryFunnelKey as Part,
    randomizationUnit: input.randomizationUnit as Part,
    reallocationFrequencyMillis: textOf(input.reallocationFrequencyMillis),
    covariateId: input.covariateId as Part,
    attributes: sorted(input.attributes),
    metrics: sorted(input.metrics.map(({ key }) => key)),
    treatments: sorted(
      input.treatments.map(({ parameters, baseline, allocationPercent }) =>
        treatmentText(parameters, saysBaseline && baseline, allocationPercent),
      ),
    ),
    flags: sorted(Object.entries(input.flags).map(([key, { ruleId }]) => JSON.stringify([key, ruleId]))),
    flagVersions: sorted(
      Object.entries(input.flags).map(([key, { flagConfigVersion }]) => JSON.stringify([key, flagConfigVersion])),
    ),
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
    attributes: sorted(iteration.attributes),
    metrics: sorted(metrics?.map(({ key }) => key)),
    treatments: sorted(
      known(treatments, ({ parameters }) => parameters)?.map(({ parameters, baseline, allocationPercent }) =>
        treatmentText(parameters ?? [], saysBaseline && baseline, allocationPercent),
      ),
    ),
    flags: sorted(
      known(entries, ([, { targetingRule }]) => targetingRule)?.map(([key, { targetingRule }]) =>
        JSON.stringify([key, targetingRule]),
      ),
    ),
    flagVersions: sorted(
      known(entries, ([, { flagConfigVersion }]) => flagConfigVersion)?.map(([key, { flagConfigVersion }]) =>
        JSON.stringify([key, flagConfigVersion]),
      ),
    ),
  };
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
