/**
 * What must compile compiles, and each mistake that the contract rules out is one compile error. Nothing here runs;
 * types.test.ts compiles it.
 */

import type { components, operations, paths } from '../../generated/schema.d.ts';
import type {
  FlagInput,
  IterationClient,
  IterationInput,
  IterationRep,
  MetricInput,
  TreatmentInput,
} from '../../src/index.ts';
import { IterationError } from '../../src/index.ts';

declare const client: IterationClient;
const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };

const metric: MetricInput = { key: 'metric' };
const treatment: TreatmentInput = {
  name: 'Control',
  baseline: true,
  allocationPercent: '50',
  parameters: [{ flagKey: 'flag', variationId: 'variation' }],
};
const flag: FlagInput = { ruleId: 'fallthrough', flagConfigVersion: 12 };
const common = { hypothesis: 'It helps', metrics: [metric], treatments: [treatment], flags: { flag } };

// --- The primary key: at least one.

const single: IterationInput = { ...common, primarySingleMetricKey: 'metric' };
const funnel: IterationInput = { ...common, primaryFunnelKey: 'funnel' };
const both: IterationInput = { ...common, primarySingleMetricKey: 'metric', primaryFunnelKey: 'funnel' };
// Both can be read without narrowing.
const primary: string | undefined = both.primarySingleMetricKey ?? both.primaryFunnelKey;
// @ts-expect-error one of the two primary keys must be present
const neither: IterationInput = { ...common };
// @ts-expect-error undefined is not a key
const absent: IterationInput = { ...common, primarySingleMetricKey: undefined };
// @ts-expect-error the key of the other branch has a type too
const wrongOther: IterationInput = { ...common, primarySingleMetricKey: 'metric', primaryFunnelKey: 5 };

// --- The body: every documented mistake.

const all: IterationInput = {
  ...single,
  canReshuffleTraffic: true,
  randomizationUnit: 'user',
  reallocationFrequencyMillis: 3_600_000,
  covariateId: 'covariate',
  attributes: ['country'],
};
// @ts-expect-error an unknown key is a typo
const unknownKey: IterationInput = { ...single, hypotesis: 'It helps' };
// @ts-expect-error an unknown key of the call is a typo too
client.createIteration(path, { ...single, metricks: [] });
// @ts-expect-error flags is a map of objects, not its JSON text
const flagsAsText: IterationInput = { ...single, flags: '{"flag": {}}' };
// @ts-expect-error a percentage is a decimal written as a string
const numericPercent: TreatmentInput = { ...treatment, allocationPercent: 50 };
// @ts-expect-error baseline is required
const noBaseline: TreatmentInput = { name: 'Control', allocationPercent: '50', parameters: [] };
// @ts-expect-error hypothesis is required
const noHypothesis: IterationInput = { metrics: [], treatments: [], flags: {}, primaryFunnelKey: 'funnel' };
// @ts-expect-error metrics is required
const noMetrics: IterationInput = { hypothesis: '', treatments: [], flags: {}, primaryFunnelKey: 'funnel' };
// @ts-expect-error treatments is required
const noTreatments: IterationInput = { hypothesis: '', metrics: [], flags: {}, primaryFunnelKey: 'funnel' };
// @ts-expect-error flags is required
const noFlags: IterationInput = { hypothesis: '', metrics: [], treatments: [], primaryFunnelKey: 'funnel' };
// @ts-expect-error a metric has a key
const noKey: MetricInput = { isGroup: true };
// @ts-expect-error a flag has a version
const noVersion: FlagInput = { ruleId: 'fallthrough' };
// @ts-expect-error a flag has a rule
const noRule: FlagInput = { flagConfigVersion: 1 };
// @ts-expect-error a version is a number
const textVersion: FlagInput = { ruleId: 'fallthrough', flagConfigVersion: '12' };
// @ts-expect-error a parameter names a variation
const noVariation: TreatmentInput = { ...treatment, parameters: [{ flagKey: 'flag' }] };

// A default keeps its property optional.
type Optional<T, K extends keyof T> = Pick<T, K> extends Required<Pick<T, K>> ? never : K;
const optional: Optional<IterationInput, 'canReshuffleTraffic'> | Optional<IterationInput, 'randomizationUnit'> =
  'canReshuffleTraffic';
const optionalGroup: Optional<MetricInput, 'isGroup'> = 'isGroup';

// --- The call.

const created: Promise<IterationRep> = client.createIteration(path, all, { signal: AbortSignal.timeout(1) });
// @ts-expect-error the experiment has a key
client.createIteration({ projectKey: 'p', environmentKey: 'e' }, single);
// @ts-expect-error an unknown option is a typo
client.createIteration(path, single, { timeout: 5 });

// --- The response.

declare const iteration: IterationRep;
const { status, createdAt } = iteration;
const known: boolean = status === 'not_started';
// New values of a response's enum are no compile error, and the known ones are suggested.
const added: IterationRep['status'] = 'archived';
const epochMilliseconds: number = createdAt;
// @ts-expect-error an iteration that has not started has no start
const startedAt: number = iteration.startedAt;
// @ts-expect-error the unit of a metric of the iteration may be null
const unit: string | undefined = iteration.metrics?.[0]?.analysisUnit;
const unitOfPrimary: string | undefined = iteration.primarySingleMetric?.analysisUnit;
const clause: unknown = iteration.flags?.['flag']?.targetingRuleClauses?.[0];
// @ts-expect-error a clause has any shape, so it is narrowed before use
const clauseText: string = clause;
const percent: string | undefined = iteration.treatments?.[0]?.allocationPercent;
type Kind = NonNullable<IterationRep['metrics']>[number]['kind'];
const funnelKind: Kind = 'guardrail';

// --- The error.

declare const error: IterationError;
type Kinds =
  | 'invalid_input'
  | 'access_token'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'http'
  | 'invalid_response'
  | 'undecided';
const kind: Kinds = error.kind;
const outcome: 'not_applied' | 'applied' | 'unknown' = error.outcome;
// @ts-expect-error not every failure has a response
const anyStatus: number = error.status;
function narrowed(thrown: unknown): number | string | undefined {
  if (!(thrown instanceof IterationError)) return undefined;
  if (thrown.kind === 'http') return thrown.status;
  if (thrown.kind === 'invalid_input') return thrown.issues[0]?.pointer;
  if (thrown.kind === 'network') {
    const outcome: 'not_applied' | 'unknown' = thrown.outcome;
    return outcome;
  }
  // @ts-expect-error a kind that is left has no other name
  return thrown.kind === 'http' ? 0 : thrown.message;
}
// @ts-expect-error an error is not made again by assignment
error.kind = 'http';

// --- The generated types, under the names that openapi-typescript gives.

type Post =
  paths['/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations']['post'];
type Same<A, B> = [A, B] extends [B, A] ? true : false;
const sameOperation: Same<Post, operations['createIteration']> = true;
const sameInput: Same<components['schemas']['IterationInput'], IterationInput> = true;
type Headers429 = operations['createIteration']['responses'][429]['headers'];
// Any header of the rate limit may be absent.
const noHeaders: Headers429 = {};
const retryAfter: number | undefined = noHeaders['Retry-After'];
type ApiVersion = NonNullable<Post['parameters']['header']>['LD-API-Version'];
const apiVersion: ApiVersion = '20240415';
// @ts-expect-error no other status is documented
type NoSuchStatus = operations['createIteration']['responses'][500];

export { narrowed };
export const read = [
  outcome,
  anyStatus,
  primary,
  neither,
  absent,
  wrongOther,
  unknownKey,
  flagsAsText,
  numericPercent,
  noBaseline,
];
export const alsoRead = [noHypothesis, noMetrics, noTreatments, noFlags, noKey, noVersion, noRule, textVersion, funnel];
export const restRead = [
  noVariation,
  optional,
  optionalGroup,
  created,
  known,
  added,
  epochMilliseconds,
  startedAt,
  unit,
];
export const lastRead = [
  unitOfPrimary,
  clauseText,
  percent,
  funnelKind,
  kind,
  sameOperation,
  sameInput,
  retryAfter,
  apiVersion,
];
export type { NoSuchStatus };
