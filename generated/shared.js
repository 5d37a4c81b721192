/** Written by `make generate` from spec/. Do not edit. */

export const createIteration = {
  properties: {
    hypothesis: {},
    canReshuffleTraffic: { default: true },
    metrics: { items: { properties: { key: {}, isGroup: { default: false }, analysisUnit: {} } } },
    treatments: {
      items: {
        properties: {
          name: {},
          baseline: {},
          allocationPercent: {},
          parameters: { items: { properties: { flagKey: {}, variationId: {} } } },
        },
      },
    },
    flags: { values: { properties: { flagConfigVersion: {}, notInExperimentVariationId: {} } } },
    randomizationUnit: { default: "user" },
    reallocationFrequencyMillis: {},
    attributes: { items: {} },
  },
};
