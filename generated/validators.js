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

function isUpdateNameInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    (v.kind === "updateName") &&
    typeof v.value === 'string'
  );
}

function isUpdateDescriptionInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    (v.kind === "updateDescription") &&
    typeof v.value === 'string'
  );
}

function isFieldUpdate(v) {
  return (part5(v) || part6(v));
}

function isUpdateExperimentFieldsInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    (v.kind === "updateExperimentFields") &&
    part7(v.value)
  );
}

function isSaveAndStartNewIterationInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.changeJustification !== undefined) + (v.value !== undefined) + 1 &&
    (v.kind === "saveAndStartNewIteration") &&
    (v.changeJustification === undefined || typeof v.changeJustification === 'string') &&
    (v.value === undefined || part7(v.value))
  );
}

function isStartIterationInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.changeJustification !== undefined) + 1 &&
    (v.kind === "startIteration") &&
    (v.changeJustification === undefined || typeof v.changeJustification === 'string')
  );
}

function isStopIterationInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.winningTreatmentId !== undefined) + (v.winningReason !== undefined) + 1 &&
    (v.kind === "stopIteration") &&
    (v.winningTreatmentId === undefined || typeof v.winningTreatmentId === 'string') &&
    (v.winningReason === undefined || typeof v.winningReason === 'string')
  );
}

function isArchiveExperimentInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 1 &&
    (v.kind === "archiveExperiment")
  );
}

function isRestoreExperimentInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 1 &&
    (v.kind === "restoreExperiment")
  );
}

function isUnknownInstruction(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 1 &&
    (typeof v.kind === 'string' && !(v.kind === "updateName" || v.kind === "updateDescription" || v.kind === "updateExperimentFields" || v.kind === "saveAndStartNewIteration" || v.kind === "startIteration" || v.kind === "stopIteration" || v.kind === "archiveExperiment" || v.kind === "restoreExperiment"))
  );
}

function isInstruction(v) {
  return (isUpdateNameInstruction(v) || isUpdateDescriptionInstruction(v) || isUpdateExperimentFieldsInstruction(v) || isSaveAndStartNewIterationInstruction(v) || isStartIterationInstruction(v) || isStopIterationInstruction(v) || isArchiveExperimentInstruction(v) || isRestoreExperimentInstruction(v) || isUnknownInstruction(v));
}

function isExperimentPatchInput(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.comment !== undefined) + 1 &&
    (v.comment === undefined || typeof v.comment === 'string') &&
    part8(v.instructions)
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
    part9(v._links)
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
    part9(v._links) &&
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
    part9(v._links) &&
    typeof v.isGroup === 'boolean' &&
    (v.metrics === undefined || part10(v.metrics)) &&
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
    part9(v._links)
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
    part9(v._links) &&
    (v.metrics === undefined || part10(v.metrics))
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
    (v.parameters === undefined || part11(v.parameters))
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
    (v.flags === undefined || part12(v.flags)) &&
    (v.reallocationFrequencyMillis === undefined || Number.isSafeInteger(v.reallocationFrequencyMillis)) &&
    (v.version === undefined || Number.isSafeInteger(v.version)) &&
    (v.primaryMetric === undefined || isDependentMetricOrMetricGroupRep(v.primaryMetric)) &&
    (v.primarySingleMetric === undefined || isMetricV2Rep(v.primarySingleMetric)) &&
    (v.primaryFunnel === undefined || isDependentMetricGroupRepWithMetrics(v.primaryFunnel)) &&
    (v.randomizationUnit === undefined || typeof v.randomizationUnit === 'string') &&
    (v.attributes === undefined || part4(v.attributes)) &&
    (v.treatments === undefined || part13(v.treatments)) &&
    (v.secondaryMetrics === undefined || part14(v.secondaryMetrics)) &&
    (v.metrics === undefined || part15(v.metrics)) &&
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

function isAccessDeniedReason(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.resources !== undefined) + (v.notResources !== undefined) + (v.actions !== undefined) + (v.notActions !== undefined) + (v.role_name !== undefined) + 1 &&
    (v.resources === undefined || part4(v.resources)) &&
    (v.notResources === undefined || part4(v.notResources)) &&
    (v.actions === undefined || part4(v.actions)) &&
    (v.notActions === undefined || part4(v.notActions)) &&
    (v.effect === "allow" || v.effect === "deny") &&
    (v.role_name === undefined || typeof v.role_name === 'string')
  );
}

function isAccessDenied(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    typeof v.action === 'string' &&
    isAccessDeniedReason(v.reason)
  );
}

function isAccessAllowedReason(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.resources !== undefined) + (v.notResources !== undefined) + (v.actions !== undefined) + (v.notActions !== undefined) + (v.role_name !== undefined) + 1 &&
    (v.resources === undefined || part4(v.resources)) &&
    (v.notResources === undefined || part4(v.notResources)) &&
    (v.actions === undefined || part4(v.actions)) &&
    (v.notActions === undefined || part4(v.notActions)) &&
    (v.effect === "allow" || v.effect === "deny") &&
    (v.role_name === undefined || typeof v.role_name === 'string')
  );
}

function isAccessAllowedRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    typeof v.action === 'string' &&
    isAccessAllowedReason(v.reason)
  );
}

function isAccess(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    part16(v.denied) &&
    part17(v.allowed)
  );
}

function isAnalysisConfigRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.bayesianThreshold !== undefined) + (v.significanceThreshold !== undefined) + (v.testDirection !== undefined) + (v.multipleComparisonCorrectionMethod !== undefined) + (v.multipleComparisonCorrectionScope !== undefined) + (v.sequentialTestingEnabled !== undefined) + 0 &&
    (v.bayesianThreshold === undefined || typeof v.bayesianThreshold === 'string') &&
    (v.significanceThreshold === undefined || typeof v.significanceThreshold === 'string') &&
    (v.testDirection === undefined || typeof v.testDirection === 'string') &&
    (v.multipleComparisonCorrectionMethod === undefined || (v.multipleComparisonCorrectionMethod === "bonferroni" || v.multipleComparisonCorrectionMethod === "benjamini-hochberg")) &&
    (v.multipleComparisonCorrectionScope === undefined || (v.multipleComparisonCorrectionScope === "variations" || v.multipleComparisonCorrectionScope === "variations-and-metrics" || v.multipleComparisonCorrectionScope === "metrics")) &&
    (v.sequentialTestingEnabled === undefined || typeof v.sequentialTestingEnabled === 'boolean')
  );
}

function isMutableFieldsByStatusRep(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.not_started !== undefined) + (v.running !== undefined) + (v.stopped !== undefined) + 0 &&
    (v.not_started === undefined || part18(v.not_started)) &&
    (v.running === undefined || part18(v.running)) &&
    (v.stopped === undefined || part18(v.stopped))
  );
}

function isExperiment(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v._id !== undefined) + (v.description !== undefined) + (v.methodology !== undefined) + (v.dataSource !== undefined) + (v.archivedDate !== undefined) + (v.tags !== undefined) + (v.holdoutId !== undefined) + (v.currentIteration !== undefined) + (v.type !== undefined) + (v._access !== undefined) + (v.draftIteration !== undefined) + (v.previousIterations !== undefined) + (v.analysisConfig !== undefined) + (v.mutableFieldsByStatus !== undefined) + 6 &&
    (v._id === undefined || typeof v._id === 'string') &&
    typeof v.key === 'string' &&
    typeof v.name === 'string' &&
    (v.description === undefined || typeof v.description === 'string') &&
    typeof v._maintainerId === 'string' &&
    Number.isSafeInteger(v._creationDate) &&
    typeof v.environmentKey === 'string' &&
    (v.methodology === undefined || (v.methodology === "bayesian" || v.methodology === "frequentist" || v.methodology === "export_only")) &&
    (v.dataSource === undefined || (v.dataSource === "launchdarkly" || v.dataSource === "snowflake" || v.dataSource === "databricks" || v.dataSource === "redshift")) &&
    (v.archivedDate === undefined || Number.isSafeInteger(v.archivedDate)) &&
    (v.tags === undefined || part4(v.tags)) &&
    part9(v._links) &&
    (v.holdoutId === undefined || typeof v.holdoutId === 'string') &&
    (v.currentIteration === undefined || isIterationRep(v.currentIteration)) &&
    (v.type === undefined || typeof v.type === 'string') &&
    (v._access === undefined || isAccess(v._access)) &&
    (v.draftIteration === undefined || isIterationRep(v.draftIteration)) &&
    (v.previousIterations === undefined || part19(v.previousIterations)) &&
    (v.analysisConfig === undefined || isAnalysisConfigRep(v.analysisConfig)) &&
    (v.mutableFieldsByStatus === undefined || isMutableFieldsByStatusRep(v.mutableFieldsByStatus))
  );
}

function isMethodNotAllowedErrorRep(v) {
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

function isStatusConflictErrorRep(v) {
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
  let n = 0;
  for (const _ in v) n++;
  return (
    n === 2 &&
    (v.operation === "add" || v.operation === "update") &&
    (v.value === null || typeof v.value === 'string' || typeof v.value === 'boolean')
  );
}

function part6(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  let n = 0;
  for (const _ in v) n++;
  return (
    n === (v.value !== undefined) + 1 &&
    (v.operation === "remove") &&
    (v.value === undefined || (v.value === null || typeof v.value === 'string' || typeof v.value === 'boolean'))
  );
}

function part7(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  for (const i in v) if (!(isFieldUpdate(v[i]))) return false;
  return true;
}

function part8(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isInstruction(v[i]))) return false;
  return true;
}

function part9(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  for (const i in v) if (!(isLink(v[i]))) return false;
  return true;
}

function part10(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isMetricInGroupRep(v[i]))) return false;
  return true;
}

function part11(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isParameterRep(v[i]))) return false;
  return true;
}

function part12(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  for (const i in v) if (!(isFlagRep(v[i]))) return false;
  return true;
}

function part13(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isTreatmentRep(v[i]))) return false;
  return true;
}

function part14(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isMetricV2Rep(v[i]))) return false;
  return true;
}

function part15(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isDependentMetricOrMetricGroupRep(v[i]))) return false;
  return true;
}

function part16(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isAccessDenied(v[i]))) return false;
  return true;
}

function part17(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isAccessAllowedRep(v[i]))) return false;
  return true;
}

function part18(v) {
  if (typeof v !== 'object' || v === null || v.toJSON !== undefined || Object.getPrototypeOf(v) !== O) return false;
  for (const i in v) if (!(part4(v[i]))) return false;
  return true;
}

function part19(v) {
  if (!Array.isArray(v) || v.toJSON !== undefined) return false;
  for (let i = 0; i < v.length; i++) if (!(isIterationRep(v[i]))) return false;
  return true;
}

const leaf0 = { type: "string" };
const leaf1 = { type: "boolean" };
const leaf2 = { type: "integer" };
const leaf3 = { required: ["primarySingleMetricKey"] };
const leaf4 = { required: ["primaryFunnelKey"] };
const leaf5 = { type: "string", enum: ["updateName"] };
const leaf6 = { type: "string", enum: ["updateDescription"] };
const leaf7 = { type: "string", enum: ["add","update"] };
const leaf8 = {};
const leaf9 = { type: "string", enum: ["remove"] };
const leaf10 = { type: "string", enum: ["updateExperimentFields"] };
const leaf11 = { type: "string", enum: ["saveAndStartNewIteration"] };
const leaf12 = { type: "string", enum: ["startIteration"] };
const leaf13 = { type: "string", enum: ["stopIteration"] };
const leaf14 = { type: "string", enum: ["archiveExperiment"] };
const leaf15 = { type: "string", enum: ["restoreExperiment"] };
const leaf16 = {
  type: "string",
  not: {"enum":["updateName","updateDescription","updateExperimentFields","saveAndStartNewIteration","startIteration","stopIteration","archiveExperiment","restoreExperiment"]},
};
const leaf17 = { type: "array" };
const leaf18 = { type: "string", enum: ["pageview","click","custom","trace"], "x-open-enum": true };
const leaf19 = { type: "string", enum: ["sum","average","count_distinct"], "x-open-enum": true };
const leaf20 = { type: "string", enum: ["mean","percentile"], "x-open-enum": true };
const leaf21 = { type: "string", enum: ["pageview","click","custom","trace","funnel","standard"], "x-open-enum": true };
const leaf22 = { type: ["string","null"] };
const leaf23 = { type: "string", enum: ["funnel","standard"], "x-open-enum": true };
const leaf24 = { type: "string", enum: ["not_started","running","stopped"], "x-open-enum": true };
const leaf25 = { type: "string", enum: ["allow","deny"], "x-open-enum": true };
const leaf26 = { type: "string", enum: ["bonferroni","benjamini-hochberg"], "x-open-enum": true };
const leaf27 = { type: "string", enum: ["variations","variations-and-metrics","metrics"], "x-open-enum": true };
const leaf28 = { type: "string", enum: ["bayesian","frequentist","export_only"], "x-open-enum": true };
const leaf29 = { type: "string", enum: ["launchdarkly","snowflake","databricks","redshift"], "x-open-enum": true };

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

const UpdateNameInstruction = { type: "object", required: ["kind","value"], properties: { kind: leaf5, value: leaf0 } };

const UpdateDescriptionInstruction = { type: "object", required: ["kind","value"], properties: { kind: leaf6, value: leaf0 } };

const FieldUpdate = {
  anyOf: [
    { type: "object", required: ["operation","value"], properties: { operation: leaf7, value: leaf8 } },
    { type: "object", required: ["operation"], properties: { operation: leaf9, value: leaf8 } },
  ],
};

const UpdateExperimentFieldsInstruction = {
  type: "object",
  required: ["kind","value"],
  properties: { kind: leaf10, value: { type: "object", additionalProperties: FieldUpdate } },
};

const SaveAndStartNewIterationInstruction = {
  type: "object",
  required: ["kind"],
  properties: { kind: leaf11, changeJustification: leaf0, value: { type: "object", additionalProperties: FieldUpdate } },
};

const StartIterationInstruction = { type: "object", required: ["kind"], properties: { kind: leaf12, changeJustification: leaf0 } };

const StopIterationInstruction = { type: "object", required: ["kind"], properties: { kind: leaf13, winningTreatmentId: leaf0, winningReason: leaf0 } };

const ArchiveExperimentInstruction = { type: "object", required: ["kind"], properties: { kind: leaf14 } };

const RestoreExperimentInstruction = { type: "object", required: ["kind"], properties: { kind: leaf15 } };

const UnknownInstruction = { type: "object", required: ["kind"], properties: { kind: leaf16 } };

const Instruction = {
  anyOf: [
    UpdateNameInstruction,
    UpdateDescriptionInstruction,
    UpdateExperimentFieldsInstruction,
    SaveAndStartNewIterationInstruction,
    StartIterationInstruction,
    StopIterationInstruction,
    ArchiveExperimentInstruction,
    RestoreExperimentInstruction,
    UnknownInstruction,
  ],
};

const ExperimentPatchInput = {
  type: "object",
  required: ["instructions"],
  properties: { comment: leaf0, instructions: { type: "array", items: Instruction } },
};

const Link = { type: "object", properties: { href: leaf0, type: leaf0 } };

const FlagRep = {
  type: "object",
  required: ["_links"],
  properties: {
    targetingRule: leaf0,
    targetingRuleDescription: leaf0,
    targetingRuleClauses: leaf17,
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
    kind: leaf18,
    isNumeric: leaf1,
    unitAggregationType: leaf19,
    analysisType: leaf20,
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
    kind: leaf21,
    isNumeric: leaf1,
    eventKey: leaf0,
    _links: { type: "object", additionalProperties: Link },
    isGroup: leaf1,
    metrics: { type: "array", items: MetricInGroupRep },
    analysisType: leaf20,
    analysisUnit: leaf22,
  },
};

const MetricV2Rep = {
  type: "object",
  required: ["key","name","kind","_links"],
  properties: {
    key: leaf0,
    _versionId: leaf0,
    name: leaf0,
    kind: leaf18,
    isNumeric: leaf1,
    unitAggregationType: leaf19,
    analysisType: leaf20,
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
    kind: leaf23,
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
    status: leaf24,
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

const AccessDeniedReason = {
  type: "object",
  required: ["effect"],
  properties: {
    resources: { type: "array", items: leaf0 },
    notResources: { type: "array", items: leaf0 },
    actions: { type: "array", items: leaf0 },
    notActions: { type: "array", items: leaf0 },
    effect: leaf25,
    role_name: leaf0,
  },
};

const AccessDenied = { type: "object", required: ["action","reason"], properties: { action: leaf0, reason: AccessDeniedReason } };

const AccessAllowedReason = {
  type: "object",
  required: ["effect"],
  properties: {
    resources: { type: "array", items: leaf0 },
    notResources: { type: "array", items: leaf0 },
    actions: { type: "array", items: leaf0 },
    notActions: { type: "array", items: leaf0 },
    effect: leaf25,
    role_name: leaf0,
  },
};

const AccessAllowedRep = { type: "object", required: ["action","reason"], properties: { action: leaf0, reason: AccessAllowedReason } };

const Access = {
  type: "object",
  required: ["denied","allowed"],
  properties: { denied: { type: "array", items: AccessDenied }, allowed: { type: "array", items: AccessAllowedRep } },
};

const AnalysisConfigRep = {
  type: "object",
  properties: {
    bayesianThreshold: leaf0,
    significanceThreshold: leaf0,
    testDirection: leaf0,
    multipleComparisonCorrectionMethod: leaf26,
    multipleComparisonCorrectionScope: leaf27,
    sequentialTestingEnabled: leaf1,
  },
};

const MutableFieldsByStatusRep = {
  type: "object",
  properties: {
    not_started: { type: "object", additionalProperties: { type: "array", items: leaf0 } },
    running: { type: "object", additionalProperties: { type: "array", items: leaf0 } },
    stopped: { type: "object", additionalProperties: { type: "array", items: leaf0 } },
  },
};

const Experiment = {
  type: "object",
  required: ["key","name","_maintainerId","_creationDate","environmentKey","_links"],
  properties: {
    _id: leaf0,
    key: leaf0,
    name: leaf0,
    description: leaf0,
    _maintainerId: leaf0,
    _creationDate: leaf2,
    environmentKey: leaf0,
    methodology: leaf28,
    dataSource: leaf29,
    archivedDate: leaf2,
    tags: { type: "array", items: leaf0 },
    _links: { type: "object", additionalProperties: Link },
    holdoutId: leaf0,
    currentIteration: IterationRep,
    type: leaf0,
    _access: Access,
    draftIteration: IterationRep,
    previousIterations: { type: "array", items: IterationRep },
    analysisConfig: AnalysisConfigRep,
    mutableFieldsByStatus: MutableFieldsByStatusRep,
  },
};

const MethodNotAllowedErrorRep = { type: "object", required: ["code","message"], properties: { code: leaf0, message: leaf0, id: leaf0 } };

const StatusConflictErrorRep = { type: "object", required: ["code","message"], properties: { code: leaf0, message: leaf0, id: leaf0 } };

export { IterationInput, isIterationInput, ExperimentPatchInput, isExperimentPatchInput, IterationRep, isIterationRep, InvalidRequestErrorRep, isInvalidRequestErrorRep, UnauthorizedErrorRep, isUnauthorizedErrorRep, ForbiddenErrorRep, isForbiddenErrorRep, NotFoundErrorRep, isNotFoundErrorRep, RateLimitedErrorRep, isRateLimitedErrorRep, Experiment, isExperiment, MethodNotAllowedErrorRep, isMethodNotAllowedErrorRep, StatusConflictErrorRep, isStatusConflictErrorRep };

export const validators = {
  IterationInput: { schema: IterationInput, isExact: isIterationInput },
  ExperimentPatchInput: { schema: ExperimentPatchInput, isExact: isExperimentPatchInput },
  IterationRep: { schema: IterationRep, isExact: isIterationRep },
  InvalidRequestErrorRep: { schema: InvalidRequestErrorRep, isExact: isInvalidRequestErrorRep },
  UnauthorizedErrorRep: { schema: UnauthorizedErrorRep, isExact: isUnauthorizedErrorRep },
  ForbiddenErrorRep: { schema: ForbiddenErrorRep, isExact: isForbiddenErrorRep },
  NotFoundErrorRep: { schema: NotFoundErrorRep, isExact: isNotFoundErrorRep },
  RateLimitedErrorRep: { schema: RateLimitedErrorRep, isExact: isRateLimitedErrorRep },
  Experiment: { schema: Experiment, isExact: isExperiment },
  MethodNotAllowedErrorRep: { schema: MethodNotAllowedErrorRep, isExact: isMethodNotAllowedErrorRep },
  StatusConflictErrorRep: { schema: StatusConflictErrorRep, isExact: isStatusConflictErrorRep },
};
