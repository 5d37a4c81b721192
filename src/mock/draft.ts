/** Makes the draft that LaunchDarkly would make of an input. */

import type {
  DependentMetricOrMetricGroupRep,
  FlagInput,
  FlagRep,
  IterationInput,
  IterationRep,
  Link,
  MetricInGroupRep,
  MetricInput,
  MetricV2Rep,
  TreatmentInput,
  TreatmentRep,
} from '../../generated/schema.d.ts';
import { createIteration as shared } from '../../generated/shared.js';
import { agreeing } from './agree.ts';
import { type Random, randomOf } from './random.ts';
import type { Problem } from './responses.ts';

/** The most metrics, treatments and flags per request: each becomes about a kilobyte of the response. */
const most = 5_000;

/** 1 June 2022, when the documented sample was created. */
export const firstCreation = 1_654_041_600_000;
const month = 30 * 24 * 60 * 60 * 1000;

/** Rejects an input that is too large for the mock. */
export function tooMany({ metrics, treatments, flags }: IterationInput): Problem | undefined {
  if (metrics.length + treatments.length + Object.keys(flags).length <= most) return undefined;
  return { status: 413, message: `The mock responds to at most ${most} metrics, treatments and flags together.` };
}

/** The part that is not shared with the request. */
type Made = Omit<IterationRep, 'hypothesis' | 'treatments'> & { treatments: Pick<TreatmentRep, '_id'>[] };

/** Returns a draft that matches an input in every field that they share, and makes up the rest. */
export function draftOf(project: string, input: IterationInput, random: Random): IterationRep {
  return agreeing(madeOf(project, input, random), input, shared) as IterationRep;
}

/** What LaunchDarkly adds to a request, or names differently. */
function madeOf(project: string, input: IterationInput, random: Random): Made {
  const { treatments, primarySingleMetricKey, primaryFunnelKey, covariateId } = input;
  const createdAt = firstCreation + random.integer(month);
  const flags = Object.entries(input.flags).map(([key, flag]) => [key, flagOf(project, key, flag, treatments)]);
  return {
    _id: random.hex(24),
    status: 'not_started',
    createdAt,
    flags: Object.fromEntries(flags) as Record<string, FlagRep>,
    version: 0,
    ...(primarySingleMetricKey !== undefined && {
      primarySingleMetric: primaryMetricOf(project, primarySingleMetricKey, input),
    }),
    ...(primaryFunnelKey !== undefined && { primaryFunnel: funnelOf(project, primaryFunnelKey) }),
    treatments: treatments.map((treatment) => treatmentOf(treatment, random)),
    metrics: input.metrics.map((metric) => metricOf(project, metric, primaryFunnelKey)),
    ...(covariateId !== undefined && { covariateInfo: { id: covariateId, fileName: 'covariates.csv', createdAt } }),
  };
}

function flagOf(project: string, key: string, { ruleId }: FlagInput, treatments: readonly TreatmentInput[]): FlagRep {
  const baseline = treatments.find((treatment) => treatment.baseline)?.parameters ?? [];
  const fallback = (baseline.find(({ flagKey }) => flagKey === key) ?? baseline[0])?.variationId;
  return {
    targetingRule: ruleId,
    targetingRuleDescription: ruleId === 'fallthrough' ? 'The default rule' : 'A rule of the flag',
    targetingRuleClauses: [],
    ...(fallback !== undefined && { notInExperimentVariationId: fallback }),
    _links: { self: link(`/api/v2/flags/${project}/${key}`) },
  };
}

/** A treatment's ID is the ID of the variation that it serves. */
function treatmentOf({ parameters }: TreatmentInput, random: Random): Pick<TreatmentRep, '_id'> {
  return { _id: parameters[0]?.variationId ?? random.uuid() };
}

function primaryMetricOf(project: string, key: string, { metrics, randomizationUnit }: IterationInput): MetricV2Rep {
  const unit = metrics.find((metric) => metric.key === key)?.analysisUnit;
  return { ...singleMetricOf(project, key), analysisUnit: unit ?? randomizationUnit ?? 'user' };
}

/** Every property of a custom metric except those that depend on its position. */
function singleMetricOf(project: string, key: string): MetricV2Rep & { _versionId: string } {
  return {
    key,
    _versionId: versionOf(project, key),
    name: nameOf(key),
    kind: 'custom',
    isNumeric: false,
    unitAggregationType: 'average',
    analysisType: 'mean',
    eventKey: key,
    _links: { self: link(`/api/v2/metrics/${project}/${key}`) },
  };
}

function funnelOf(project: string, key: string): NonNullable<IterationRep['primaryFunnel']> {
  return {
    key,
    name: nameOf(key),
    kind: 'funnel',
    _links: {
      parent: link(`/api/v2/projects/${project}`),
      self: link(`/api/v2/projects/${project}/metric-groups/${key}`),
    },
    metrics: stepsOf(project, key, true),
  };
}

/** The two metrics of a metric group; in a funnel they have names of their own. */
function stepsOf(project: string, key: string, isFunnel: boolean): MetricInGroupRep[] {
  return ['start', 'end'].map((step) => ({
    ...singleMetricOf(project, `${key.slice(0, 100)}-${step}`),
    ...(isFunnel && { nameInGroup: nameOf(step) }),
    analysisUnits: ['user'],
  }));
}

function metricOf(
  project: string,
  { key, isGroup }: MetricInput,
  primaryFunnelKey: string | undefined,
): DependentMetricOrMetricGroupRep {
  if (!isGroup) {
    const { unitAggregationType: _, ...metric } = singleMetricOf(project, key);
    return { ...metric, isGroup: false, analysisUnit: null };
  }
  const isFunnel = key === primaryFunnelKey;
  return {
    key,
    _versionId: versionOf(project, key),
    name: nameOf(key),
    kind: isFunnel ? 'funnel' : 'standard',
    isGroup: true,
    analysisUnit: null,
    _links: { self: link(`/api/v2/projects/${project}/metric-groups/${key}`) },
    metrics: stepsOf(project, key, isFunnel),
  };
}

/** A metric has the same version everywhere. */
function versionOf(project: string, key: string): string {
  return randomOf(`${project}\n${key.slice(0, 100)}`).uuid();
}

/** A link to a resource of the API. */
export function link(href: string): Link {
  return { href, type: 'application/json' };
}

/** A human-readable name: `order-value` becomes `Order value`. */
export function nameOf(key: string): string {
  const words = key
    .slice(0, 100)
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
