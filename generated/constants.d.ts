/** Written by `make generate` from spec/. Do not edit. */

/** The version of the contract and of the package. */
export declare const version: "0.1.0";
/** The newest dated version of LaunchDarkly's API. */
export declare const apiVersion: "20240415";
/** Where the API is. */
export declare const servers: {
  /** Commercial, the default. */
  readonly commercial: "https://app.launchdarkly.com";
  /** European Union. */
  readonly eu: "https://app.eu.launchdarkly.com";
  /** United States federal. */
  readonly federal: "https://app.launchdarkly.us";
};
export declare const IterationInputProperties: readonly string[];
export declare const MetricInputProperties: readonly string[];
export declare const TreatmentInputProperties: readonly string[];
export declare const FlagInputProperties: readonly string[];
export declare const PrimaryMetricSelectorProperties: readonly string[];
export declare const TreatmentParameterInputProperties: readonly string[];
