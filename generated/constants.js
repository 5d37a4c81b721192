/** Written by `make generate` from spec/. Do not edit. */

export const version = "0.1.0";
export const apiVersion = "20240415";
export const servers = {
  commercial: "https://app.launchdarkly.com",
  eu: "https://app.eu.launchdarkly.com",
  federal: "https://app.launchdarkly.us",
};
export const IterationInputProperties = ["hypothesis","canReshuffleTraffic","metrics","primarySingleMetricKey","primaryFunnelKey","treatments","flags","randomizationUnit","reallocationFrequencyMillis","covariateId","attributes"];
export const MetricInputProperties = ["key","isGroup","primary","analysisUnit"];
export const TreatmentInputProperties = ["name","baseline","allocationPercent","parameters"];
export const FlagInputProperties = ["ruleId","flagConfigVersion","notInExperimentVariationId"];
export const PrimaryMetricSelectorProperties = ["primarySingleMetricKey","primaryFunnelKey"];
export const TreatmentParameterInputProperties = ["flagKey","variationId"];
