import type {
  DependentMetricOrMetricGroupRep,
  FlagInput,
  FlagRep,
  IterationInput,
  IterationRep,
  Link,
  MetricInput,
  TreatmentInput,
  TreatmentRep,
} from '../../generated/schema.d.ts';
import { type Seed, seedOf } from './seed.ts';

/** 1 June 2022, when the documented sample was created. */
const firstCreation = 1_654_041_600_000;
const month = 30 * 24 * 60 * 60 * 1000;

/**
 * Returns the iteration that LaunchDarkly would answer with: a draft that agrees with the request in every field that
 * they share, documented defaults filled in. What the request does not say is made up, the same for the same request.
 *
 * @param path The path of the request, decoded or not.
 * @param input A valid iteration to create.
 * @param text The same, as it was sent.
 */
export function echo(path: string, input: IterationInput, text: string): IterationRep {
  const seed = seedOf(`${path}\n${text}`);
  const project = path.split('/')[4] ?? 'my-project';
  const { hypothesis, reallocationFrequencyMillis, attributes, covariateId } = input;
  const createdAt = firstCreation + seed.below(month);
  const fallback = input.treatments.find(({ baseline }) => baseline)?.parameters[0]?.variationId;
  const flags = Object.entries(input.flags).map(([key, flag]) => [key, flagOf(project, key, flag, fallback)]);
  return {
    _id: seed.hex(24),
    hypothesis,
    status: 'not_started',
    createdAt,
    canReshuffleTraffic: input.canReshuffleTraffic ?? true,
    flags: Object.fromEntries(flags) as Record<string, FlagRep>,
    ...(reallocationFrequencyMillis !== undefined && { reallocationFrequencyMillis }),
    version: 0,
    ...primaryOf(project, input, seed),
    randomizationUnit: input.randomizationUnit ?? 'user',
    ...(attributes && { attributes: [...attributes] }),
    treatments: input.treatments.map((treatment) => treatmentOf(treatment, seed)),
    metrics: input.metrics.map((metric) => metricOf(project, metric, input.primaryFunnelKey, seed)),
    ...(covariateId !== undefined && { covariateInfo: { id: covariateId, fileName: 'covariates.csv', createdAt } }),
  };
}

function flagOf(project: string, key: string, flag: FlagInput, fallback: string | undefined): FlagRep {
  const notInExperimentVariationId = flag.notInExperimentVariationId ?? fallback;
  return {
    targetingRule: flag.ruleId,
    targetingRuleClauses: [],
    flagConfigVersion: flag.flagConfigVersion,
    ...(notInExperimentVariationId !== undefined && { notInExperimentVariationId }),
    _links: { self: link(`/api/v2/flags/${project}/${key}`) },
  };
}

/** A treatment's ID is the ID of the variation that it serves. */
function treatmentOf({ name, allocationPercent, baseline, parameters }: TreatmentInput, seed: Seed): TreatmentRep {
  const served = parameters.map(({ flagKey, variationId }) => ({ flagKey, variationId }));
  return { _id: served[0]?.variationId ?? seed.uuid(), name, allocationPercent, baseline, parameters: served };
}

function primaryOf(project: string, { metrics, primarySingleMetricKey, primaryFunnelKey }: IterationInput, seed: Seed) {
  const unit = metrics.find(({ key }) => key === primarySingleMetricKey)?.analysisUnit;
  return {
    ...(primarySingleMetricKey !== undefined && {
      primarySingleMetric: {
        key: primarySingleMetricKey,
        _versionId: seed.uuid(),
        name: nameOf(primarySingleMetricKey),
        kind: 'custom' as const,
        ...(unit !== undefined && { analysisUnit: unit }),
        _links: { self: link(`/api/v2/metrics/${project}/${primarySingleMetricKey}`) },
      },
    }),
    ...(primaryFunnelKey !== undefined && {
      primaryFunnel: {
        key: primaryFunnelKey,
        name: nameOf(primaryFunnelKey),
        kind: 'funnel' as const,
        _links: {
          parent: link(`/api/v2/projects/${project}`),
          self: link(`/api/v2/projects/${project}/metric-groups/${primaryFunnelKey}`),
        },
      },
    }),
  };
}

function metricOf(
  project: string,
  { key, isGroup = false, analysisUnit }: MetricInput,
  primaryFunnelKey: string | undefined,
  seed: Seed,
): DependentMetricOrMetricGroupRep {
  const group = key === primaryFunnelKey ? 'funnel' : 'standard';
  const resource = isGroup ? `projects/${project}/metric-groups` : `metrics/${project}`;
  return {
    key,
    _versionId: seed.uuid(),
    name: nameOf(key),
    kind: isGroup ? group : 'custom',
    isGroup,
    ...(analysisUnit !== undefined && { analysisUnit }),
    _links: { self: link(`/api/v2/${resource}/${key}`) },
  };
}

function link(href: string): Link {
  return { href, type: 'application/json' };
}

/** A name as people would give it: `order-value` becomes `Order value`. */
function nameOf(key: string): string {
  const words = key.replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
