/** Written by `make generate` from spec/. Do not edit. */

export declare const createIteration: {
  readonly properties: {
    readonly hypothesis: {};
    readonly canReshuffleTraffic: { readonly default: true };
    readonly metrics: {
      readonly items: {
        readonly properties: { readonly key: {}; readonly isGroup: { readonly default: false }; readonly analysisUnit: {} };
      };
    };
    readonly treatments: {
      readonly items: {
        readonly properties: {
          readonly name: {};
          readonly baseline: {};
          readonly allocationPercent: {};
          readonly parameters: { readonly items: { readonly properties: { readonly flagKey: {}; readonly variationId: {} } } };
        };
      };
    };
    readonly flags: {
      readonly values: { readonly properties: { readonly flagConfigVersion: {}; readonly notInExperimentVariationId: {} } };
    };
    readonly randomizationUnit: { readonly default: "user" };
    readonly reallocationFrequencyMillis: {};
    readonly attributes: { readonly items: {} };
  };
};
