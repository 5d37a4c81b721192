/** Written by `make generate` from spec/. Do not edit. */

const O = Object.prototype;

function isMetricInput(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.isGroup !== undefined) + (v.primary !== undefined) + (v.analysisUnit !== undefined) + 1 &&
    typeof v.key === 'string' &&
    (v.isGroup === undefined || typeof v.isGroup === 'boolean') &&
    (v.primary === undefined || typeof v.primary === 'boolean') &&
    (v.analysisUnit === undefined || typeof v.analysisUnit === 'string')
  );
}

function isTreatmentParameterInput(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    typeof v.flagKey === 'string' &&
    typeof v.variationId === 'string'
  );
}

function isTreatmentInput(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 4 &&
    typeof v.name === 'string' &&
    typeof v.baseline === 'boolean' &&
    typeof v.allocationPercent === 'string' &&
    part0(v.parameters)
  );
}

function isFlagInput(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.notInExperimentVariationId !== undefined) + 2 &&
    typeof v.ruleId === 'string' &&
    Number.isSafeInteger(v.flagConfigVersion) &&
    (v.notInExperimentVariationId === undefined || typeof v.notInExperimentVariationId === 'string')
  );
}

function isIterationInput(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.canReshuffleTraffic !== undefined) + (v.primarySingleMetricKey !== undefined) + (v.primaryFunnelKey !== undefined) + (v.randomizationUnit !== undefined) + (v.reallocationFrequencyMillis !== undefined) + (v.covariateId !== undefined) + (v.attributes !== undefined) + 4 &&
    typeof v.hypothesis === 'string' &&
    (v.canReshuffleTraffic === undefined || typeof v.canReshuffleTraffic === 'boolean') &&
    part1(v.metrics) &&
    (v.primarySingleMetricKey === undefined || typeof v.primarySingleMetricKey === 'string') &&
    (v.primaryFunnelKey === undefined || typeof v.primaryFunnelKey === 'string') &&
    part2(v.treatments) &&
    part3(v.flags) &&
    (v.randomizationUnit === undefined || typeof v.randomizationUnit === 'string') &&
    (v.reallocationFrequencyMillis === undefined || Number.isSafeInteger(v.reallocationFrequencyMillis)) &&
    (v.covariateId === undefined || typeof v.covariateId === 'string') &&
    (v.attributes === undefined || part4(v.attributes)) &&
    (v.primarySingleMetricKey !== undefined || v.primaryFunnelKey !== undefined)
  );
}

function isLink(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.href !== undefined) + (v.type !== undefined) + 0 &&
    (v.href === undefined || typeof v.href === 'string') &&
    (v.type === undefined || typeof v.type === 'string')
  );
}

function isFlagRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.targetingRule !== undefined) + (v.targetingRuleDescription !== undefined) + (v.targetingRuleClauses !== undefined) + (v.flagConfigVersion !== undefined) + (v.notInExperimentVariationId !== undefined) + 1 &&
    (v.targetingRule === undefined || typeof v.targetingRule === 'string') &&
    (v.targetingRuleDescription === undefined || typeof v.targetingRuleDescription === 'string') &&
    (v.targetingRuleClauses === undefined || Array.isArray(v.targetingRuleClauses)) &&
    (v.flagConfigVersion === undefined || Number.isSafeInteger(v.flagConfigVersion)) &&
    (v.notInExperimentVariationId === undefined || typeof v.notInExperimentVariationId === 'string') &&
    part5(v._links)
  );
}

function isMetricInGroupRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v._versionId !== undefined) + (v.isNumeric !== undefined) + (v.unitAggregationType !== undefined) + (v.analysisType !== undefined) + (v.eventKey !== undefined) + (v.analysisUnit !== undefined) + (v.nameInGroup !== undefined) + (v.randomizationUnits !== undefined) + (v.analysisUnits !== undefined) + 4 &&
    typeof v.key === 'string' &&
    (v._versionId === undefined || typeof v._versionId === 'string') &&
    typeof v.name === 'string' &&
    (v.kind === "pageview" || v.kind === "click" || v.kind === "custom" || v.kind === "trace") &&
    (v.isNumeric === undefined || typeof v.isNumeric === 'boolean') &&
    (v.unitAggregationType === undefined || (v.unitAggregationType === "sum" || v.unitAggregationType === "average" || v.unitAggregationType === "count_distinct")) &&
    (v.analysisType === undefined || (v.analysisType === "mean" || v.analysisType === "percentile")) &&
    (v.eventKey === undefined || typeof v.eventKey === 'string') &&
    (v.analysisUnit === undefined || typeof v.analysisUnit === 'string') &&
    part5(v._links) &&
    (v.nameInGroup === undefined || typeof v.nameInGroup === 'string') &&
    (v.randomizationUnits === undefined || part4(v.randomizationUnits)) &&
    (v.analysisUnits === undefined || part4(v.analysisUnits))
  );
}

function isDependentMetricOrMetricGroupRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.isNumeric !== undefined) + (v.eventKey !== undefined) + (v.metrics !== undefined) + (v.analysisType !== undefined) + (v.analysisUnit !== undefined) + 6 &&
    typeof v.key === 'string' &&
    typeof v._versionId === 'string' &&
    typeof v.name === 'string' &&
    (v.kind === "pageview" || v.kind === "click" || v.kind === "custom" || v.kind === "trace" || v.kind === "funnel" || v.kind === "standard") &&
    (v.isNumeric === undefined || typeof v.isNumeric === 'boolean') &&
    (v.eventKey === undefined || typeof v.eventKey === 'string') &&
    part5(v._links) &&
    typeof v.isGroup === 'boolean' &&
    (v.metrics === undefined || part6(v.metrics)) &&
    (v.analysisType === undefined || (v.analysisType === "mean" || v.analysisType === "percentile")) &&
    (v.analysisUnit === undefined || (typeof v.analysisUnit === 'string' || v.analysisUnit === null))
  );
}

function isMetricV2Rep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v._versionId !== undefined) + (v.isNumeric !== undefined) + (v.unitAggregationType !== undefined) + (v.analysisType !== undefined) + (v.eventKey !== undefined) + (v.analysisUnit !== undefined) + 4 &&
    typeof v.key === 'string' &&
    (v._versionId === undefined || typeof v._versionId === 'string') &&
    typeof v.name === 'string' &&
    (v.kind === "pageview" || v.kind === "click" || v.kind === "custom" || v.kind === "trace") &&
    (v.isNumeric === undefined || typeof v.isNumeric === 'boolean') &&
    (v.unitAggregationType === undefined || (v.unitAggregationType === "sum" || v.unitAggregationType === "average" || v.unitAggregationType === "count_distinct")) &&
    (v.analysisType === undefined || (v.analysisType === "mean" || v.analysisType === "percentile")) &&
    (v.eventKey === undefined || typeof v.eventKey === 'string') &&
    (v.analysisUnit === undefined || typeof v.analysisUnit === 'string') &&
    part5(v._links)
  );
}

function isDependentMetricGroupRepWithMetrics(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.metrics !== undefined) + 4 &&
    typeof v.key === 'string' &&
    typeof v.name === 'string' &&
    (v.kind === "funnel" || v.kind === "standard") &&
    part5(v._links) &&
    (v.metrics === undefined || part6(v.metrics))
  );
}

function isParameterRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.variationId !== undefined) + (v.flagKey !== undefined) + 0 &&
    (v.variationId === undefined || typeof v.variationId === 'string') &&
    (v.flagKey === undefined || typeof v.flagKey === 'string')
  );
}

function isTreatmentRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v._id !== undefined) + (v.baseline !== undefined) + (v.parameters !== undefined) + 2 &&
    (v._id === undefined || typeof v._id === 'string') &&
    typeof v.name === 'string' &&
    typeof v.allocationPercent === 'string' &&
    (v.baseline === undefined || typeof v.baseline === 'boolean') &&
    (v.parameters === undefined || part7(v.parameters))
  );
}

function isLayerSnapshotRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 4 &&
    typeof v.key === 'string' &&
    typeof v.name === 'string' &&
    Number.isSafeInteger(v.reservationPercent) &&
    Number.isSafeInteger(v.otherReservationPercent)
  );
}

function isCovariateInfoRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 3 &&
    typeof v.id === 'string' &&
    typeof v.fileName === 'string' &&
    Number.isSafeInteger(v.createdAt)
  );
}

function isIterationRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v._id !== undefined) + (v.startedAt !== undefined) + (v.endedAt !== undefined) + (v.winningTreatmentId !== undefined) + (v.winningReason !== undefined) + (v.canReshuffleTraffic !== undefined) + (v.flags !== undefined) + (v.reallocationFrequencyMillis !== undefined) + (v.version !== undefined) + (v.primaryMetric !== undefined) + (v.primarySingleMetric !== undefined) + (v.primaryFunnel !== undefined) + (v.randomizationUnit !== undefined) + (v.attributes !== undefined) + (v.treatments !== undefined) + (v.secondaryMetrics !== undefined) + (v.metrics !== undefined) + (v.layerSnapshot !== undefined) + (v.covariateInfo !== undefined) + 3 &&
    (v._id === undefined || typeof v._id === 'string') &&
    typeof v.hypothesis === 'string' &&
    (v.status === "not_started" || v.status === "running" || v.status === "stopped") &&
    Number.isSafeInteger(v.createdAt) &&
    (v.startedAt === undefined || Number.isSafeInteger(v.startedAt)) &&
    (v.endedAt === undefined || Number.isSafeInteger(v.endedAt)) &&
    (v.winningTreatmentId === undefined || typeof v.winningTreatmentId === 'string') &&
    (v.winningReason === undefined || typeof v.winningReason === 'string') &&
    (v.canReshuffleTraffic === undefined || typeof v.canReshuffleTraffic === 'boolean') &&
    (v.flags === undefined || part8(v.flags)) &&
    (v.reallocationFrequencyMillis === undefined || Number.isSafeInteger(v.reallocationFrequencyMillis)) &&
    (v.version === undefined || Number.isSafeInteger(v.version)) &&
    (v.primaryMetric === undefined || isDependentMetricOrMetricGroupRep(v.primaryMetric)) &&
    (v.primarySingleMetric === undefined || isMetricV2Rep(v.primarySingleMetric)) &&
    (v.primaryFunnel === undefined || isDependentMetricGroupRepWithMetrics(v.primaryFunnel)) &&
    (v.randomizationUnit === undefined || typeof v.randomizationUnit === 'string') &&
    (v.attributes === undefined || part4(v.attributes)) &&
    (v.treatments === undefined || part9(v.treatments)) &&
    (v.secondaryMetrics === undefined || part10(v.secondaryMetrics)) &&
    (v.metrics === undefined || part11(v.metrics)) &&
    (v.layerSnapshot === undefined || isLayerSnapshotRep(v.layerSnapshot)) &&
    (v.covariateInfo === undefined || isCovariateInfoRep(v.covariateInfo))
  );
}

function isInvalidRequestErrorRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.id !== undefined) + 2 &&
    typeof v.code === 'string' &&
    typeof v.message === 'string' &&
    (v.id === undefined || typeof v.id === 'string')
  );
}

function isUnauthorizedErrorRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.id !== undefined) + 2 &&
    typeof v.code === 'string' &&
    typeof v.message === 'string' &&
    (v.id === undefined || typeof v.id === 'string')
  );
}

function isForbiddenErrorRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.id !== undefined) + 2 &&
    typeof v.code === 'string' &&
    typeof v.message === 'string' &&
    (v.id === undefined || typeof v.id === 'string')
  );
}

function isNotFoundErrorRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.id !== undefined) + 2 &&
    typeof v.code === 'string' &&
    typeof v.message === 'string' &&
    (v.id === undefined || typeof v.id === 'string')
  );
}

function isRateLimitedErrorRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.id !== undefined) + 2 &&
    typeof v.code === 'string' &&
    typeof v.message === 'string' &&
    (v.id === undefined || typeof v.id === 'string')
  );
}

function part0(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isTreatmentParameterInput(v[i]))) return false;
  return true;
}

function part1(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isMetricInput(v[i]))) return false;
  return true;
}

function part2(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isTreatmentInput(v[i]))) return false;
  return true;
}

function part3(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  for (const i in v) if (!(isFlagInput(v[i]))) return false;
  return true;
}

function part4(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(typeof v[i] === 'string')) return false;
  return true;
}

function part5(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  for (const i in v) if (!(isLink(v[i]))) return false;
  return true;
}

function part6(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isMetricInGroupRep(v[i]))) return false;
  return true;
}

function part7(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isParameterRep(v[i]))) return false;
  return true;
}

function part8(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  for (const i in v) if (!(isFlagRep(v[i]))) return false;
  return true;
}

function part9(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isTreatmentRep(v[i]))) return false;
  return true;
}

function part10(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isMetricV2Rep(v[i]))) return false;
  return true;
}

function part11(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isDependentMetricOrMetricGroupRep(v[i]))) return false;
  return true;
}

const leaf0 = { type: "string" };
const leaf1 = { type: "boolean" };
const leaf2 = { type: "integer" };
const leaf3 = { required: ["primarySingleMetricKey"] };
const leaf4 = { required: ["primaryFunnelKey"] };
const leaf5 = { type: "array" };
const leaf6 = { type: "string", enum: ["pageview","click","custom","trace"], "x-open-enum": true };
const leaf7 = { type: "string", enum: ["sum","average","count_distinct"], "x-open-enum": true };
const leaf8 = { type: "string", enum: ["mean","percentile"], "x-open-enum": true };
const leaf9 = { type: "string", enum: ["pageview","click","custom","trace","funnel","standard"], "x-open-enum": true };
const leaf10 = { type: ["string","null"] };
const leaf11 = { type: "string", enum: ["funnel","standard"], "x-open-enum": true };
const leaf12 = { type: "string", enum: ["not_started","running","stopped"], "x-open-enum": true };

const MetricInput = { type: "object", required: ["key"], properties: { key: leaf0, isGroup: leaf1, primary: leaf1, analysisUnit: leaf0 } };

const TreatmentParameterInput = { type: "object", required: ["flagKey","variationId"], properties: { flagKey: leaf0, variationId: leaf0 } };

const TreatmentInput = {
  type: "object",
  required: ["name","baseline","allocationPercent","parameters"],
  properties: {
    name: leaf0,
    baseline: leaf1,
    allocationPercent: leaf0,
    parameters: { type: "array", items: TreatmentParameterInput },
  },
};

const FlagInput = {
  type: "object",
  required: ["ruleId","flagConfigVersion"],
  properties: { ruleId: leaf0, flagConfigVersion: leaf2, notInExperimentVariationId: leaf0 },
};

const IterationInput = {
  type: "object",
  required: ["hypothesis","metrics","treatments","flags"],
  properties: {
    hypothesis: leaf0,
    canReshuffleTraffic: leaf1,
    metrics: { type: "array", items: MetricInput },
    primarySingleMetricKey: leaf0,
    primaryFunnelKey: leaf0,
    treatments: { type: "array", items: TreatmentInput },
    flags: { type: "object", additionalProperties: FlagInput },
    randomizationUnit: leaf0,
    reallocationFrequencyMillis: leaf2,
    covariateId: leaf0,
    attributes: { type: "array", items: leaf0 },
  },
  anyOf: [leaf3, leaf4],
};

const Link = { type: "object", properties: { href: leaf0, type: leaf0 } };

const FlagRep = {
  type: "object",
  required: ["_links"],
  properties: {
    targetingRule: leaf0,
    targetingRuleDescription: leaf0,
    targetingRuleClauses: leaf5,
    flagConfigVersion: leaf2,
    notInExperimentVariationId: leaf0,
    _links: { type: "object", additionalProperties: Link },
  },
};

const MetricInGroupRep = {
  type: "object",
  required: ["key","name","kind","_links"],
  properties: {
    key: leaf0,
    _versionId: leaf0,
    name: leaf0,
    kind: leaf6,
    isNumeric: leaf1,
    unitAggregationType: leaf7,
    analysisType: leaf8,
    eventKey: leaf0,
    analysisUnit: leaf0,
    _links: { type: "object", additionalProperties: Link },
    nameInGroup: leaf0,
    randomizationUnits: { type: "array", items: leaf0 },
    analysisUnits: { type: "array", items: leaf0 },
  },
};

const DependentMetricOrMetricGroupRep = {
  type: "object",
  required: ["key","_versionId","name","kind","isGroup","_links"],
  properties: {
    key: leaf0,
    _versionId: leaf0,
    name: leaf0,
    kind: leaf9,
    isNumeric: leaf1,
    eventKey: leaf0,
    _links: { type: "object", additionalProperties: Link },
    isGroup: leaf1,
    metrics: { type: "array", items: MetricInGroupRep },
    analysisType: leaf8,
    analysisUnit: leaf10,
  },
};

const MetricV2Rep = {
  type: "object",
  required: ["key","name","kind","_links"],
  properties: {
    key: leaf0,
    _versionId: leaf0,
    name: leaf0,
    kind: leaf6,
    isNumeric: leaf1,
    unitAggregationType: leaf7,
    analysisType: leaf8,
    eventKey: leaf0,
    analysisUnit: leaf0,
    _links: { type: "object", additionalProperties: Link },
  },
};

const DependentMetricGroupRepWithMetrics = {
  type: "object",
  required: ["key","name","kind","_links"],
  properties: {
    key: leaf0,
    name: leaf0,
    kind: leaf11,
    _links: { type: "object", additionalProperties: Link },
    metrics: { type: "array", items: MetricInGroupRep },
  },
};

const ParameterRep = { type: "object", properties: { variationId: leaf0, flagKey: leaf0 } };

const TreatmentRep = {
  type: "object",
  required: ["name","allocationPercent"],
  properties: {
    _id: leaf0,
    name: leaf0,
    allocationPercent: leaf0,
    baseline: leaf1,
    parameters: { type: "array", items: ParameterRep },
  },
};

const LayerSnapshotRep = {
  type: "object",
  required: ["key","name","reservationPercent","otherReservationPercent"],
  properties: { key: leaf0, name: leaf0, reservationPercent: leaf2, otherReservationPercent: leaf2 },
};

const CovariateInfoRep = {
  type: "object",
  required: ["id","fileName","createdAt"],
  properties: { id: leaf0, fileName: leaf0, createdAt: leaf2 },
};

const IterationRep = {
  type: "object",
  required: ["hypothesis","status","createdAt"],
  properties: {
    _id: leaf0,
    hypothesis: leaf0,
    status: leaf12,
    createdAt: leaf2,
    startedAt: leaf2,
    endedAt: leaf2,
    winningTreatmentId: leaf0,
    winningReason: leaf0,
    canReshuffleTraffic: leaf1,
    flags: { type: "object", additionalProperties: FlagRep },
    reallocationFrequencyMillis: leaf2,
    version: leaf2,
    primaryMetric: DependentMetricOrMetricGroupRep,
    primarySingleMetric: MetricV2Rep,
    primaryFunnel: DependentMetricGroupRepWithMetrics,
    randomizationUnit: leaf0,
    attributes: { type: "array", items: leaf0 },
    treatments: { type: "array", items: TreatmentRep },
    secondaryMetrics: { type: "array", items: MetricV2Rep },
    metrics: { type: "array", items: DependentMetricOrMetricGroupRep },
    layerSnapshot: LayerSnapshotRep,
    covariateInfo: CovariateInfoRep,
  },
};

const InvalidRequestErrorRep = { type: "object", required: ["code","message"], properties: { code: leaf0, message: leaf0, id: leaf0 } };

const UnauthorizedErrorRep = { type: "object", required: ["code","message"], properties: { code: leaf0, message: leaf0, id: leaf0 } };

const ForbiddenErrorRep = { type: "object", required: ["code","message"], properties: { code: leaf0, message: leaf0, id: leaf0 } };

const NotFoundErrorRep = { type: "object", required: ["code","message"], properties: { code: leaf0, message: leaf0, id: leaf0 } };

const RateLimitedErrorRep = { type: "object", required: ["code","message"], properties: { code: leaf0, message: leaf0, id: leaf0 } };

export { IterationInput, isIterationInput, IterationRep, isIterationRep, InvalidRequestErrorRep, isInvalidRequestErrorRep, UnauthorizedErrorRep, isUnauthorizedErrorRep, ForbiddenErrorRep, isForbiddenErrorRep, NotFoundErrorRep, isNotFoundErrorRep, RateLimitedErrorRep, isRateLimitedErrorRep };

export const validators = {
  IterationInput: { schema: IterationInput, isExact: isIterationInput },
  IterationRep: { schema: IterationRep, isExact: isIterationRep },
  InvalidRequestErrorRep: { schema: InvalidRequestErrorRep, isExact: isInvalidRequestErrorRep },
  UnauthorizedErrorRep: { schema: UnauthorizedErrorRep, isExact: isUnauthorizedErrorRep },
  ForbiddenErrorRep: { schema: ForbiddenErrorRep, isExact: isForbiddenErrorRep },
  NotFoundErrorRep: { schema: NotFoundErrorRep, isExact: isNotFoundErrorRep },
  RateLimitedErrorRep: { schema: RateLimitedErrorRep, isExact: isRateLimitedErrorRep },
};
