/** Written by `make generate` from spec/. Do not edit. */

export const createIterationRequestTwoTreatments = {
  hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
  canReshuffleTraffic: false,
  metrics: [{ key: "checkout-completed" }, { key: "order-value", analysisUnit: "user" }],
  primarySingleMetricKey: "checkout-completed",
  treatments: [
    {
      name: "Control",
      baseline: true,
      allocationPercent: "50",
      parameters: [{ flagKey: "checkout-button", variationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34" }],
    },
    {
      name: "Green checkout button",
      baseline: false,
      allocationPercent: "50",
      parameters: [{ flagKey: "checkout-button", variationId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2" }],
    },
  ],
  flags: {
    "checkout-button": {
      ruleId: "fallthrough",
      flagConfigVersion: 12,
      notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
    },
  },
  randomizationUnit: "user",
};
export const createIterationRequestMinimal = {
  hypothesis: "A shorter sign-up text brings more clicks on sign up",
  metrics: [{ key: "signup-click" }],
  primarySingleMetricKey: "signup-click",
  treatments: [
    {
      name: "Long text",
      baseline: true,
      allocationPercent: "50",
      parameters: [{ flagKey: "signup-text", variationId: "68f1d3c0-a27e-4b95-8d46-0c9be5f7a132" }],
    },
    {
      name: "Short text",
      baseline: false,
      allocationPercent: "50",
      parameters: [{ flagKey: "signup-text", variationId: "bd50e9f4-7c16-4a83-9f02-e5d8a31c6b70" }],
    },
  ],
  flags: { "signup-text": { ruleId: "fallthrough", flagConfigVersion: 3 } },
};
export const createIterationRequestFunnelPrimary = {
  hypothesis: "A checkout on one page brings more visitors from the cart to the order",
  metrics: [{ key: "checkout-funnel", isGroup: true }],
  primaryFunnelKey: "checkout-funnel",
  treatments: [
    {
      name: "Three steps",
      baseline: true,
      allocationPercent: "50",
      parameters: [{ flagKey: "checkout-steps", variationId: "5c0e7a92-b4d1-4f68-83a7-e9f2160d5b7c" }],
    },
    {
      name: "One page",
      baseline: false,
      allocationPercent: "50",
      parameters: [{ flagKey: "checkout-steps", variationId: "d87b3f46-19ce-4a50-b2d8-7e05c4a91f63" }],
    },
  ],
  flags: { "checkout-steps": { ruleId: "6f3a1b82-d4c7-4095-9e2b-a81f50c7d6e3", flagConfigVersion: 27 } },
  randomizationUnit: "user",
};
export const createIterationRequestMultiArmedBandit = {
  hypothesis: "The best of three headlines brings more clicks on sign up",
  metrics: [{ key: "signup-click" }],
  primarySingleMetricKey: "signup-click",
  treatments: [
    {
      name: "Plain headline",
      baseline: true,
      allocationPercent: "33.3",
      parameters: [{ flagKey: "landing-headline", variationId: "0e6a4d19-f583-4c7b-9a20-b8d7e3165fc4" }],
    },
    {
      name: "Question headline",
      baseline: false,
      allocationPercent: "33.3",
      parameters: [{ flagKey: "landing-headline", variationId: "72c9b0f5-6e1d-4838-a4f7-1d5be09c83a6" }],
    },
    {
      name: "Number headline",
      baseline: false,
      allocationPercent: "33.4",
      parameters: [{ flagKey: "landing-headline", variationId: "e4185ca3-9b70-4d2e-8f61-c03a7be5d928" }],
    },
  ],
  flags: { "landing-headline": { ruleId: "fallthrough", flagConfigVersion: 8 } },
  randomizationUnit: "user",
  reallocationFrequencyMillis: 3600000,
};
export const createIterationRequestStratified = {
  hypothesis: "Recommendations on the home page raise the revenue per user",
  metrics: [{ key: "revenue-per-user", analysisUnit: "user" }],
  primarySingleMetricKey: "revenue-per-user",
  treatments: [
    {
      name: "Without recommendations",
      baseline: true,
      allocationPercent: "80",
      parameters: [{ flagKey: "home-recommendations", variationId: "1b7f92d8-3ac5-4e04-96db-f8e05a417c63" }],
    },
    {
      name: "With recommendations",
      baseline: false,
      allocationPercent: "20",
      parameters: [{ flagKey: "home-recommendations", variationId: "94de06a7-c82b-4f19-b53e-2a6c7f10d8b5" }],
    },
  ],
  flags: { "home-recommendations": { ruleId: "fallthrough", flagConfigVersion: 41 } },
  randomizationUnit: "user",
  covariateId: "7c4e1a93-d80b-4f62-b5a7-29e6f3c0d418",
  attributes: ["country", "device"],
};
export const createIterationRequestDocumentedSample = {
  hypothesis: "Example hypothesis, the new button placement will increase conversion",
  metrics: [{ key: "metric-key-123abc" }],
  primarySingleMetricKey: "metric-key-123abc",
  treatments: [
    {
      name: "Treatment 1",
      baseline: true,
      allocationPercent: "10",
      parameters: [{ flagKey: "example-flag-for-experiment", variationId: "e432f62b-55f6-49dd-a02f-eb24acf39d05" }],
    },
  ],
  flags: {
    "example-flag-key": {
      ruleId: "e432f62b-55f6-49dd-a02f-eb24acf39d05",
      flagConfigVersion: 12,
      notInExperimentVariationId: "e432f62b-55f6-49dd-a02f-eb24acf39d05",
    },
  },
};
export const createIteration200TwoTreatments = {
  _id: "62976fb8c3a1e40012d5b7f9",
  hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
  status: "not_started",
  createdAt: 1654104600000,
  canReshuffleTraffic: false,
  flags: {
    "checkout-button": {
      targetingRule: "fallthrough",
      targetingRuleDescription: "The default rule",
      targetingRuleClauses: [],
      flagConfigVersion: 12,
      notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
      _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
    },
  },
  version: 0,
  primarySingleMetric: {
    key: "checkout-completed",
    _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
    name: "Checkout completed",
    kind: "custom",
    isNumeric: false,
    unitAggregationType: "average",
    analysisType: "mean",
    eventKey: "checkout-completed",
    _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
  },
  randomizationUnit: "user",
  treatments: [
    {
      _id: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
      name: "Grey",
      allocationPercent: "50",
      baseline: true,
      parameters: [{ flagKey: "checkout-button", variationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34" }],
    },
    {
      _id: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
      name: "Green",
      allocationPercent: "50",
      baseline: false,
      parameters: [{ flagKey: "checkout-button", variationId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2" }],
    },
  ],
  metrics: [
    {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isGroup: false,
      isNumeric: false,
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    {
      key: "order-value",
      _versionId: "97d0c3e6-2fa4-4b18-8c75-05be6d1af942",
      name: "Order value",
      kind: "custom",
      isGroup: false,
      isNumeric: true,
      analysisType: "mean",
      eventKey: "order-placed",
      analysisUnit: "user",
      _links: { self: { href: "/api/v2/metrics/my-project/order-value", type: "application/json" } },
    },
  ],
};
export const createIteration200Minimal = {
  _id: "62d3f74a1bea8232e6c2d9f5",
  hypothesis: "A shorter sign-up text brings more clicks on sign up",
  status: "not_started",
  createdAt: 1654104600000,
  canReshuffleTraffic: true,
  flags: {
    "signup-text": {
      targetingRule: "fallthrough",
      targetingRuleDescription: "The default rule",
      targetingRuleClauses: [],
      flagConfigVersion: 3,
      notInExperimentVariationId: "68f1d3c0-a27e-4b95-8d46-0c9be5f7a132",
      _links: { self: { href: "/api/v2/flags/my-project/signup-text", type: "application/json" } },
    },
  },
  version: 0,
  primarySingleMetric: {
    key: "signup-click",
    _versionId: "c5e28b90-61d7-4f3a-a9c4-38f0d7be2165",
    name: "Click on sign up",
    kind: "click",
    unitAggregationType: "average",
    analysisType: "mean",
    _links: { self: { href: "/api/v2/metrics/my-project/signup-click", type: "application/json" } },
  },
  randomizationUnit: "user",
  treatments: [
    {
      _id: "68f1d3c0-a27e-4b95-8d46-0c9be5f7a132",
      name: "Long text",
      allocationPercent: "50",
      baseline: true,
      parameters: [{ flagKey: "signup-text", variationId: "68f1d3c0-a27e-4b95-8d46-0c9be5f7a132" }],
    },
    {
      _id: "bd50e9f4-7c16-4a83-9f02-e5d8a31c6b70",
      name: "Short text",
      allocationPercent: "50",
      baseline: false,
      parameters: [{ flagKey: "signup-text", variationId: "bd50e9f4-7c16-4a83-9f02-e5d8a31c6b70" }],
    },
  ],
  metrics: [
    {
      key: "signup-click",
      _versionId: "c5e28b90-61d7-4f3a-a9c4-38f0d7be2165",
      name: "Click on sign up",
      kind: "click",
      isGroup: false,
      analysisType: "mean",
      analysisUnit: null,
      _links: { self: { href: "/api/v2/metrics/my-project/signup-click", type: "application/json" } },
    },
  ],
};
export const createIteration200FunnelPrimary = {
  _id: "62a0c41de8b75f0013f9a6c2",
  hypothesis: "A checkout on one page brings more visitors from the cart to the order",
  status: "not_started",
  createdAt: 1654104600000,
  canReshuffleTraffic: true,
  flags: {
    "checkout-steps": {
      targetingRule: "6f3a1b82-d4c7-4095-9e2b-a81f50c7d6e3",
      targetingRuleDescription: "Visitors with a full cart",
      targetingRuleClauses: [],
      flagConfigVersion: 27,
      notInExperimentVariationId: "5c0e7a92-b4d1-4f68-83a7-e9f2160d5b7c",
      _links: { self: { href: "/api/v2/flags/my-project/checkout-steps", type: "application/json" } },
    },
  },
  version: 0,
  primaryFunnel: {
    key: "checkout-funnel",
    name: "Checkout funnel",
    kind: "funnel",
    _links: {
      parent: { href: "/api/v2/projects/my-project", type: "application/json" },
      self: { href: "/api/v2/projects/my-project/metric-groups/checkout-funnel", type: "application/json" },
    },
    metrics: [
      {
        key: "cart-viewed",
        _versionId: "2d96f0b7-c83e-4a15-97f2-b0c5e4d1a768",
        name: "Cart viewed",
        kind: "pageview",
        unitAggregationType: "average",
        analysisType: "mean",
        nameInGroup: "Cart",
        analysisUnits: ["user"],
        _links: { self: { href: "/api/v2/metrics/my-project/cart-viewed", type: "application/json" } },
      },
      {
        key: "checkout-completed",
        _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
        name: "Checkout completed",
        kind: "custom",
        isNumeric: false,
        unitAggregationType: "average",
        analysisType: "mean",
        eventKey: "checkout-completed",
        nameInGroup: "Order",
        analysisUnits: ["user"],
        _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
      },
    ],
  },
  randomizationUnit: "user",
  treatments: [
    {
      _id: "5c0e7a92-b4d1-4f68-83a7-e9f2160d5b7c",
      name: "Three steps",
      allocationPercent: "50",
      baseline: true,
      parameters: [{ flagKey: "checkout-steps", variationId: "5c0e7a92-b4d1-4f68-83a7-e9f2160d5b7c" }],
    },
    {
      _id: "d87b3f46-19ce-4a50-b2d8-7e05c4a91f63",
      name: "One page",
      allocationPercent: "50",
      baseline: false,
      parameters: [{ flagKey: "checkout-steps", variationId: "d87b3f46-19ce-4a50-b2d8-7e05c4a91f63" }],
    },
  ],
  metrics: [
    {
      key: "checkout-funnel",
      _versionId: "8e25d7f1-b06c-4c94-a3e8-7f19c0d4b5a2",
      name: "Checkout funnel",
      kind: "funnel",
      isGroup: true,
      _links: { self: { href: "/api/v2/projects/my-project/metric-groups/checkout-funnel", type: "application/json" } },
      metrics: [
        {
          key: "cart-viewed",
          _versionId: "2d96f0b7-c83e-4a15-97f2-b0c5e4d1a768",
          name: "Cart viewed",
          kind: "pageview",
          unitAggregationType: "average",
          analysisType: "mean",
          nameInGroup: "Cart",
          analysisUnits: ["user"],
          _links: { self: { href: "/api/v2/metrics/my-project/cart-viewed", type: "application/json" } },
        },
        {
          key: "checkout-completed",
          _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
          name: "Checkout completed",
          kind: "custom",
          isNumeric: false,
          unitAggregationType: "average",
          analysisType: "mean",
          eventKey: "checkout-completed",
          nameInGroup: "Order",
          analysisUnits: ["user"],
          _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
        },
      ],
    },
  ],
};
export const createIteration200MultiArmedBandit = {
  _id: "62b1d52ef9c8601014a0b7d3",
  hypothesis: "The best of three headlines brings more clicks on sign up",
  status: "not_started",
  createdAt: 1654104600000,
  canReshuffleTraffic: true,
  flags: {
    "landing-headline": {
      targetingRule: "fallthrough",
      targetingRuleDescription: "The default rule",
      targetingRuleClauses: [],
      flagConfigVersion: 8,
      notInExperimentVariationId: "0e6a4d19-f583-4c7b-9a20-b8d7e3165fc4",
      _links: { self: { href: "/api/v2/flags/my-project/landing-headline", type: "application/json" } },
    },
  },
  reallocationFrequencyMillis: 3600000,
  version: 0,
  primarySingleMetric: {
    key: "signup-click",
    _versionId: "c5e28b90-61d7-4f3a-a9c4-38f0d7be2165",
    name: "Click on sign up",
    kind: "click",
    unitAggregationType: "average",
    analysisType: "mean",
    _links: { self: { href: "/api/v2/metrics/my-project/signup-click", type: "application/json" } },
  },
  randomizationUnit: "user",
  treatments: [
    {
      _id: "0e6a4d19-f583-4c7b-9a20-b8d7e3165fc4",
      name: "Plain headline",
      allocationPercent: "33.3",
      baseline: true,
      parameters: [{ flagKey: "landing-headline", variationId: "0e6a4d19-f583-4c7b-9a20-b8d7e3165fc4" }],
    },
    {
      _id: "72c9b0f5-6e1d-4838-a4f7-1d5be09c83a6",
      name: "Question headline",
      allocationPercent: "33.3",
      baseline: false,
      parameters: [{ flagKey: "landing-headline", variationId: "72c9b0f5-6e1d-4838-a4f7-1d5be09c83a6" }],
    },
    {
      _id: "e4185ca3-9b70-4d2e-8f61-c03a7be5d928",
      name: "Number headline",
      allocationPercent: "33.4",
      baseline: false,
      parameters: [{ flagKey: "landing-headline", variationId: "e4185ca3-9b70-4d2e-8f61-c03a7be5d928" }],
    },
  ],
  metrics: [
    {
      key: "signup-click",
      _versionId: "c5e28b90-61d7-4f3a-a9c4-38f0d7be2165",
      name: "Click on sign up",
      kind: "click",
      isGroup: false,
      analysisType: "mean",
      analysisUnit: null,
      _links: { self: { href: "/api/v2/metrics/my-project/signup-click", type: "application/json" } },
    },
  ],
};
export const createIteration200Stratified = {
  _id: "62c2e63f0ad9712115b1c8e4",
  hypothesis: "Recommendations on the home page raise the revenue per user",
  status: "not_started",
  createdAt: 1654104600000,
  canReshuffleTraffic: true,
  flags: {
    "home-recommendations": {
      targetingRule: "fallthrough",
      targetingRuleDescription: "The default rule",
      targetingRuleClauses: [],
      flagConfigVersion: 41,
      notInExperimentVariationId: "1b7f92d8-3ac5-4e04-96db-f8e05a417c63",
      _links: { self: { href: "/api/v2/flags/my-project/home-recommendations", type: "application/json" } },
    },
  },
  version: 0,
  primarySingleMetric: {
    key: "revenue-per-user",
    _versionId: "f07a5c3d-94b2-4e61-8d0f-6bc1a29e57d4",
    name: "Revenue per user",
    kind: "custom",
    isNumeric: true,
    unitAggregationType: "sum",
    analysisType: "mean",
    eventKey: "purchase",
    analysisUnit: "user",
    _links: { self: { href: "/api/v2/metrics/my-project/revenue-per-user", type: "application/json" } },
  },
  randomizationUnit: "user",
  attributes: ["country", "device"],
  treatments: [
    {
      _id: "1b7f92d8-3ac5-4e04-96db-f8e05a417c63",
      name: "Without recommendations",
      allocationPercent: "80",
      baseline: true,
      parameters: [{ flagKey: "home-recommendations", variationId: "1b7f92d8-3ac5-4e04-96db-f8e05a417c63" }],
    },
    {
      _id: "94de06a7-c82b-4f19-b53e-2a6c7f10d8b5",
      name: "With recommendations",
      allocationPercent: "20",
      baseline: false,
      parameters: [{ flagKey: "home-recommendations", variationId: "94de06a7-c82b-4f19-b53e-2a6c7f10d8b5" }],
    },
  ],
  metrics: [
    {
      key: "revenue-per-user",
      _versionId: "f07a5c3d-94b2-4e61-8d0f-6bc1a29e57d4",
      name: "Revenue per user",
      kind: "custom",
      isGroup: false,
      isNumeric: true,
      analysisType: "mean",
      eventKey: "purchase",
      analysisUnit: "user",
      _links: { self: { href: "/api/v2/metrics/my-project/revenue-per-user", type: "application/json" } },
    },
  ],
  covariateInfo: { id: "7c4e1a93-d80b-4f62-b5a7-29e6f3c0d418", fileName: "revenue-2022-05.csv", createdAt: 1653992400000 },
};
export const createIteration200DocumentedSample = {
  hypothesis: "The new button placement will increase conversion",
  status: "running",
  createdAt: 1654104600000,
  _id: "12ab3c45de678910fgh12345",
  startedAt: 1655314200000,
  endedAt: 1656610200000,
  winningTreatmentId: "122c9f3e-da26-4321-ba68-e0fc02eced58",
  winningReason: "We ran this iteration for two weeks and the winning variation was clear",
  canReshuffleTraffic: true,
  flags: {},
  reallocationFrequencyMillis: 3600000,
  version: 0,
  primaryMetric: {
    key: "metric-key-123abc",
    _versionId: "string",
    name: "My metric",
    kind: "custom",
    _links: { self: { href: "/api/v2/metrics/my-project/my-metric", type: "application/json" } },
    isGroup: true,
    isNumeric: true,
    eventKey: "event-key-123abc",
    metrics: [
      {
        key: "metric-key-123abc",
        name: "Example metric",
        kind: "custom",
        _links: { self: { href: "/api/v2/metrics/my-project/my-metric", type: "application/json" } },
        _versionId: "version-id-123abc",
        isNumeric: true,
        unitAggregationType: "sum",
        eventKey: "event-key-123abc",
        nameInGroup: "Step 1",
        analysisUnits: ["user"],
        randomizationUnits: ["user"],
      },
    ],
  },
  primarySingleMetric: {
    key: "metric-key-123abc",
    name: "Example metric",
    kind: "custom",
    _links: { self: { href: "/api/v2/metrics/my-project/my-metric", type: "application/json" } },
    _versionId: "version-id-123abc",
    isNumeric: true,
    unitAggregationType: "sum",
    eventKey: "event-key-123abc",
  },
  primaryFunnel: {
    key: "metric-group-key-123abc",
    name: "My metric group",
    kind: "funnel",
    _links: {
      parent: { href: "/api/v2/projects/my-project", type: "application/json" },
      self: { href: "/api/v2/projects/my-project/metric-groups/my-metric-group", type: "application/json" },
    },
    metrics: [
      {
        key: "metric-key-123abc",
        name: "Example metric",
        kind: "custom",
        _links: { self: { href: "/api/v2/metrics/my-project/my-metric", type: "application/json" } },
        _versionId: "version-id-123abc",
        isNumeric: true,
        unitAggregationType: "sum",
        eventKey: "event-key-123abc",
        nameInGroup: "Step 1",
        analysisUnits: ["user"],
        randomizationUnits: ["user"],
      },
    ],
  },
  randomizationUnit: "user",
  attributes: ["string"],
  treatments: [
    {
      name: "Treatment 1",
      allocationPercent: "10",
      _id: "122c9f3e-da26-4321-ba68-e0fc02eced58",
      baseline: true,
      parameters: [{ variationId: "string", flagKey: "string" }],
    },
  ],
  metrics: [
    {
      key: "metric-key-123abc",
      _versionId: "string",
      name: "My metric",
      kind: "custom",
      _links: { self: { href: "/api/v2/metrics/my-project/my-metric", type: "application/json" } },
      isGroup: true,
      isNumeric: true,
      eventKey: "event-key-123abc",
      metrics: [
        {
          key: "metric-key-123abc",
          name: "Example metric",
          kind: "custom",
          _links: { self: { href: "/api/v2/metrics/my-project/my-metric", type: "application/json" } },
          _versionId: "version-id-123abc",
          isNumeric: true,
          unitAggregationType: "sum",
          eventKey: "event-key-123abc",
          nameInGroup: "Step 1",
          analysisUnits: ["user"],
          randomizationUnits: ["user"],
        },
      ],
    },
  ],
  layerSnapshot: { key: "checkout-flow", name: "Checkout Flow", reservationPercent: 10, otherReservationPercent: 70 },
  covariateInfo: { id: "74a49a2b-4834-4246-917e-5d85231d8c2a", fileName: "covariate.csv", createdAt: 1654104600000 },
  secondaryMetrics: [
    {
      key: "metric-key-123abc",
      name: "Example metric",
      kind: "custom",
      _links: { self: { href: "/api/v2/metrics/my-project/my-metric", type: "application/json" } },
      _versionId: "version-id-123abc",
      isNumeric: true,
      unitAggregationType: "sum",
      eventKey: "event-key-123abc",
    },
  ],
};
export const createIteration400InvalidRequest = { code: "invalid_request", message: "The request body is not valid", id: "8d0f5c1e-6a3b-4f27-9c58-1e7a2b90d4c1" };
export const createIteration401Unauthorized = { code: "unauthorized", message: "The access token is not valid", id: "0b7e9a44-52d1-4c8f-8e63-f4a1c2d3e5b6" };
export const createIteration403Forbidden = {
  code: "forbidden",
  message: "The access token does not allow this action",
  id: "c41d6b0a-9e72-4d35-a1f8-37b5e0c9d812",
};
export const createIteration404NotFound = { code: "not_found", message: "The experiment was not found", id: "5f2a8e13-b7c4-49d0-96e1-d8c3a4b5f607" };
export const createIteration429RateLimited = {
  code: "rate_limited",
  message: "The rate limit was exceeded; try again later",
  id: "e96b3d78-14fa-4a0c-b2d7-60f1c8e9a253",
};
export const getExperiment200Running = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "running",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
  _access: {
    denied: [
      {
        action: "deleteExperiment",
        reason: {
          resources: ["proj/*:env/production:experiment/*"],
          actions: ["deleteExperiment"],
          effect: "deny",
          role_name: "experimenter",
        },
      },
    ],
    allowed: [
      {
        action: "updateExperiment",
        reason: {
          resources: ["proj/*:env/*:experiment/*"],
          notActions: ["deleteExperiment"],
          effect: "allow",
          role_name: "experimenter",
        },
      },
    ],
  },
};
export const getExperiment200NeverStarted = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "not_started",
    createdAt: 1654104600000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
    treatments: [
      {
        _id: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        name: "Grey",
        allocationPercent: "50",
        baseline: true,
        parameters: [{ flagKey: "checkout-button", variationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34" }],
      },
      {
        _id: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
        name: "Green",
        allocationPercent: "50",
        baseline: false,
        parameters: [{ flagKey: "checkout-button", variationId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2" }],
      },
    ],
  },
};
export const getExperiment200DraftBesideRunning = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "629f1d04c3a1e40012d5b811",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "running",
    createdAt: 1656612000000,
    startedAt: 1656698400000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 1,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
    treatments: [
      {
        _id: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        name: "Grey",
        allocationPercent: "50",
        baseline: true,
        parameters: [{ flagKey: "checkout-button", variationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34" }],
      },
      {
        _id: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
        name: "Green",
        allocationPercent: "50",
        baseline: false,
        parameters: [{ flagKey: "checkout-button", variationId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2" }],
      },
    ],
    secondaryMetrics: [
      {
        key: "order-value",
        _versionId: "97d0c3e6-2fa4-4b18-8c75-05be6d1af942",
        name: "Order value",
        kind: "custom",
        isNumeric: true,
        unitAggregationType: "sum",
        analysisType: "mean",
        eventKey: "order-placed",
        _links: { self: { href: "/api/v2/metrics/my-project/order-value", type: "application/json" } },
      },
    ],
  },
  draftIteration: {
    _id: "62a8b650c3a1e40012d5b829",
    hypothesis: "A green checkout button raises the value of an order",
    status: "not_started",
    createdAt: 1657900800000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 2,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
    treatments: [
      {
        _id: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        name: "Grey",
        allocationPercent: "50",
        baseline: true,
        parameters: [{ flagKey: "checkout-button", variationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34" }],
      },
      {
        _id: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
        name: "Green",
        allocationPercent: "50",
        baseline: false,
        parameters: [{ flagKey: "checkout-button", variationId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2" }],
      },
    ],
    secondaryMetrics: [
      {
        key: "order-value",
        _versionId: "97d0c3e6-2fa4-4b18-8c75-05be6d1af942",
        name: "Order value",
        kind: "custom",
        isNumeric: true,
        unitAggregationType: "sum",
        analysisType: "mean",
        eventKey: "order-placed",
        _links: { self: { href: "/api/v2/metrics/my-project/order-value", type: "application/json" } },
      },
    ],
  },
  previousIterations: [
    {
      _id: "62976fb8c3a1e40012d5b7f9",
      hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
      status: "stopped",
      createdAt: 1654104600000,
      startedAt: 1655314200000,
      endedAt: 1656610200000,
      winningTreatmentId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
      winningReason: "The green button completed more checkouts in two weeks of traffic",
      canReshuffleTraffic: false,
      flags: {
        "checkout-button": {
          targetingRule: "fallthrough",
          targetingRuleDescription: "The default rule",
          targetingRuleClauses: [],
          flagConfigVersion: 12,
          notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
          _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
        },
      },
      version: 0,
      primarySingleMetric: {
        key: "checkout-completed",
        _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
        name: "Checkout completed",
        kind: "custom",
        isNumeric: false,
        unitAggregationType: "average",
        analysisType: "mean",
        eventKey: "checkout-completed",
        _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
      },
      randomizationUnit: "user",
      treatments: [
        {
          _id: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
          name: "Grey",
          allocationPercent: "50",
          baseline: true,
          parameters: [{ flagKey: "checkout-button", variationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34" }],
        },
        {
          _id: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
          name: "Green",
          allocationPercent: "50",
          baseline: false,
          parameters: [{ flagKey: "checkout-button", variationId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2" }],
        },
      ],
      secondaryMetrics: [
        {
          key: "order-value",
          _versionId: "97d0c3e6-2fa4-4b18-8c75-05be6d1af942",
          name: "Order value",
          kind: "custom",
          isNumeric: true,
          unitAggregationType: "sum",
          analysisType: "mean",
          eventKey: "order-placed",
          _links: { self: { href: "/api/v2/metrics/my-project/order-value", type: "application/json" } },
        },
      ],
    },
  ],
};
export const getExperiment200StoppedWithWinner = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "stopped",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    endedAt: 1656610200000,
    winningTreatmentId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
    winningReason: "The green button completed more checkouts in two weeks of traffic",
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
    treatments: [
      {
        _id: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        name: "Grey",
        allocationPercent: "50",
        baseline: true,
        parameters: [{ flagKey: "checkout-button", variationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34" }],
      },
      {
        _id: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
        name: "Green",
        allocationPercent: "50",
        baseline: false,
        parameters: [{ flagKey: "checkout-button", variationId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2" }],
      },
    ],
  },
  holdoutId: "f3b74309-d581-44e1-8a2b-bb2933b4fe40",
  analysisConfig: {
    bayesianThreshold: "95",
    multipleComparisonCorrectionMethod: "bonferroni",
    multipleComparisonCorrectionScope: "variations",
    sequentialTestingEnabled: false,
  },
  mutableFieldsByStatus: {
    not_started: { name: ["update"], tags: ["add", "remove"], hypothesis: ["update"] },
    running: { name: ["update"], tags: ["add", "remove"] },
    stopped: { name: ["update"], tags: ["add", "remove"] },
  },
};
export const getExperiment200Archived = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  archivedDate: 1657200000000,
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "stopped",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    endedAt: 1656610200000,
    winningTreatmentId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
    winningReason: "The green button completed more checkouts in two weeks of traffic",
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
};
export const getExperiment400InvalidRequest = createIteration400InvalidRequest;
export const getExperiment401Unauthorized = createIteration401Unauthorized;
export const getExperiment403Forbidden = createIteration403Forbidden;
export const getExperiment404NotFound = createIteration404NotFound;
export const getExperiment405MethodNotAllowed = { code: "method_not_allowed", message: "The method is not allowed", id: "3a90c7d4-e2b6-4185-9f0c-b8d7251e6af3" };
export const getExperiment429RateLimited = createIteration429RateLimited;
export const patchExperimentRequestStartIteration = { instructions: [{ kind: "startIteration" }] };
export const patchExperimentRequestStopIteration = {
  instructions: [
    {
      kind: "stopIteration",
      winningTreatmentId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
      winningReason: "The green button completed more checkouts in two weeks of traffic",
    },
  ],
};
export const patchExperimentRequestSaveAndStartNewIteration = {
  instructions: [
    {
      kind: "saveAndStartNewIteration",
      changeJustification: "The share of checkouts is clear, their value is not",
      value: { hypothesis: { operation: "update", value: "A green checkout button raises the value of an order" } },
    },
  ],
};
export const patchExperimentRequestUpdateExperimentFields = {
  comment: "The experiment is about every page",
  instructions: [
    {
      kind: "updateExperimentFields",
      value: {
        name: { operation: "update", value: "Checkout button color on every page" },
        tags: { operation: "add", value: ["buttons"] },
      },
    },
  ],
};
export const patchExperimentRequestUpdateName = { instructions: [{ kind: "updateName", value: "Checkout button color on every page" }] };
export const patchExperimentRequestUpdateDescription = {
  instructions: [{ kind: "updateDescription", value: "Which color of the button brings more orders, on every page" }],
};
export const patchExperimentRequestArchiveExperiment = { instructions: [{ kind: "archiveExperiment" }] };
export const patchExperimentRequestRestoreExperiment = { instructions: [{ kind: "restoreExperiment" }] };
export const patchExperiment200StartIteration = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "running",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
};
export const patchExperiment200StopIteration = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "stopped",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    endedAt: 1656610200000,
    winningTreatmentId: "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
    winningReason: "The green button completed more checkouts in two weeks of traffic",
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
};
export const patchExperiment200SaveAndStartNewIteration = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "629f1d04c3a1e40012d5b811",
    hypothesis: "A green checkout button raises the value of an order",
    status: "running",
    createdAt: 1656610200000,
    startedAt: 1656610200000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 1,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
};
export const patchExperiment200UpdateExperimentFields = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color on every page",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout", "buttons"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "running",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
};
export const patchExperiment200UpdateName = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color on every page",
  description: "Which color of the checkout button brings more orders",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "running",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
};
export const patchExperiment200UpdateDescription = {
  _id: "62976f1ac3a1e40012d5b7e0",
  key: "checkout-button-color",
  name: "Checkout button color",
  description: "Which color of the button brings more orders, on every page",
  _maintainerId: "5f3a7c29e1b0d40013a8c6f2",
  _creationDate: 1654104000000,
  environmentKey: "production",
  methodology: "bayesian",
  dataSource: "launchdarkly",
  tags: ["checkout"],
  _links: {
    parent: { href: "/api/v2/projects/my-project/environments/production", type: "application/json" },
    self: {
      href: "/api/v2/projects/my-project/environments/production/experiments/checkout-button-color",
      type: "application/json",
    },
  },
  type: "experiment",
  currentIteration: {
    _id: "62976fb8c3a1e40012d5b7f9",
    hypothesis: "A green checkout button raises the share of visitors who complete the checkout",
    status: "running",
    createdAt: 1654104600000,
    startedAt: 1655314200000,
    canReshuffleTraffic: false,
    flags: {
      "checkout-button": {
        targetingRule: "fallthrough",
        targetingRuleDescription: "The default rule",
        targetingRuleClauses: [],
        flagConfigVersion: 12,
        notInExperimentVariationId: "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
        _links: { self: { href: "/api/v2/flags/my-project/checkout-button", type: "application/json" } },
      },
    },
    version: 0,
    primarySingleMetric: {
      key: "checkout-completed",
      _versionId: "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
      name: "Checkout completed",
      kind: "custom",
      isNumeric: false,
      unitAggregationType: "average",
      analysisType: "mean",
      eventKey: "checkout-completed",
      _links: { self: { href: "/api/v2/metrics/my-project/checkout-completed", type: "application/json" } },
    },
    randomizationUnit: "user",
  },
};
export const patchExperiment200ArchiveExperiment = getExperiment200Archived;
export const patchExperiment200RestoreExperiment = patchExperiment200StopIteration;
export const patchExperiment400InvalidRequest = createIteration400InvalidRequest;
export const patchExperiment401Unauthorized = createIteration401Unauthorized;
export const patchExperiment403Forbidden = createIteration403Forbidden;
export const patchExperiment404NotFound = createIteration404NotFound;
export const patchExperiment409StatusConflict = {
  code: "optimistic_locking_error",
  message: "The update conflicts with another one; try again",
  id: "71e5d8b2-0c4f-46a9-83d7-5fa2c9e0b164",
};
export const patchExperiment429RateLimited = createIteration429RateLimited;

const createIterationResponses = {
  200: {
    "two-treatments": {
      summary: "A draft, as created, with two treatments under the names of the flag's variations.",
      value: createIteration200TwoTreatments,
    },
    minimal: {
      summary: "A draft, as created from the required properties, with the documented defaults.",
      value: createIteration200Minimal,
    },
    "funnel-primary": {
      summary: "A draft, as created, with a funnel metric group as the primary.",
      value: createIteration200FunnelPrimary,
    },
    "multi-armed-bandit": { summary: "A draft, as created, of a multi-armed bandit.", value: createIteration200MultiArmedBandit },
    stratified: { summary: "A draft, as created, with stratified sampling and attributes.", value: createIteration200Stratified },
    "documented-sample": { summary: "The sample that LaunchDarkly documents, as published.", value: createIteration200DocumentedSample },
  },
  400: {
    "invalid-request": { summary: "A request that breaks a rule of the body.", value: createIteration400InvalidRequest },
  },
  401: {
    unauthorized: {
      summary: "A call without a valid access token, or one that the token may not make.",
      value: createIteration401Unauthorized,
    },
  },
  403: { forbidden: { summary: "A token whose role does not allow the call.", value: createIteration403Forbidden } },
  404: { "not-found": { summary: "A key in the path that names nothing.", value: createIteration404NotFound } },
  429: {
    "rate-limited": { summary: "A call beyond the limit of the current window.", value: createIteration429RateLimited },
  },
};

const getExperimentResponses = {
  200: {
    running: { summary: "Running, with nothing expanded. What the token may do is listed.", value: getExperiment200Running },
    "never-started": {
      summary: "Never started, its first iteration seen as the current one though the draft was asked for.",
      value: getExperiment200NeverStarted,
    },
    "draft-beside-running": {
      summary: "A draft beside a running iteration, with every iteration expanded.",
      value: getExperiment200DraftBesideRunning,
    },
    "stopped-with-winner": {
      summary: "Stopped with a winner, with the analysis and the mutable fields expanded.",
      value: getExperiment200StoppedWithWinner,
    },
    archived: { summary: "Archived after its iteration stopped.", value: getExperiment200Archived },
  },
  400: {
    "invalid-request": { summary: "A request that breaks a rule of the body.", value: getExperiment400InvalidRequest },
  },
  401: {
    unauthorized: {
      summary: "A call without a valid access token, or one that the token may not make.",
      value: getExperiment401Unauthorized,
    },
  },
  403: { forbidden: { summary: "A token whose role does not allow the call.", value: getExperiment403Forbidden } },
  404: { "not-found": { summary: "A key in the path that names nothing.", value: getExperiment404NotFound } },
  405: {
    "method-not-allowed": { summary: "A method that the address does not have.", value: getExperiment405MethodNotAllowed },
  },
  429: {
    "rate-limited": { summary: "A call beyond the limit of the current window.", value: getExperiment429RateLimited },
  },
};

const patchExperimentResponses = {
  200: {
    "start-iteration": { summary: "Running, after the start.", value: patchExperiment200StartIteration },
    "stop-iteration": { summary: "Stopped, with the winner.", value: patchExperiment200StopIteration },
    "save-and-start-new-iteration": {
      summary: "Running, with the new iteration in the place of the old one.",
      value: patchExperiment200SaveAndStartNewIteration,
    },
    "update-experiment-fields": { summary: "Running, with its new name and tag.", value: patchExperiment200UpdateExperimentFields },
    "update-name": { summary: "Running, with its new name.", value: patchExperiment200UpdateName },
    "update-description": { summary: "Running, with its new description.", value: patchExperiment200UpdateDescription },
    "archive-experiment": { summary: "Archived, after its iteration stopped.", value: patchExperiment200ArchiveExperiment },
    "restore-experiment": { summary: "Restored, with its stopped iteration.", value: patchExperiment200RestoreExperiment },
  },
  400: {
    "invalid-request": { summary: "A request that breaks a rule of the body.", value: patchExperiment400InvalidRequest },
  },
  401: {
    unauthorized: {
      summary: "A call without a valid access token, or one that the token may not make.",
      value: patchExperiment401Unauthorized,
    },
  },
  403: { forbidden: { summary: "A token whose role does not allow the call.", value: patchExperiment403Forbidden } },
  404: { "not-found": { summary: "A key in the path that names nothing.", value: patchExperiment404NotFound } },
  409: {
    "status-conflict": { summary: "An update at the same time as another one.", value: patchExperiment409StatusConflict },
  },
  429: {
    "rate-limited": { summary: "A call beyond the limit of the current window.", value: patchExperiment429RateLimited },
  },
};

export const responseExamples = {
  createIteration: createIterationResponses,
  getExperiment: getExperimentResponses,
  patchExperiment: patchExperimentResponses,
};

export const examples = {
  createIteration: {
    request: {
      "two-treatments": { summary: "Two treatments and a primary metric.", value: createIterationRequestTwoTreatments },
      minimal: { summary: "The required properties and a primary metric, nothing else.", value: createIterationRequestMinimal },
      "funnel-primary": { summary: "A funnel metric group as the primary.", value: createIterationRequestFunnelPrimary },
      "multi-armed-bandit": {
        summary: "A multi-armed bandit whose allocation is updated every hour.",
        value: createIterationRequestMultiArmedBandit,
      },
      stratified: {
        summary: "Stratified sampling by a covariate file, results sliced by attribute.",
        value: createIterationRequestStratified,
      },
      "documented-sample": {
        summary: "The sample that LaunchDarkly documents, with its flags as an object and a primary metric added.",
        value: createIterationRequestDocumentedSample,
      },
    },
    responses: createIterationResponses,
  },
  getExperiment: { request: {}, responses: getExperimentResponses },
  patchExperiment: {
    request: {
      "start-iteration": { summary: "Start the draft.", value: patchExperimentRequestStartIteration },
      "stop-iteration": { summary: "Stop the running iteration, with the winner.", value: patchExperimentRequestStopIteration },
      "save-and-start-new-iteration": {
        summary: "Stop the running iteration and start a changed one.",
        value: patchExperimentRequestSaveAndStartNewIteration,
      },
      "update-experiment-fields": {
        summary: "Change fields of the experiment, with a comment.",
        value: patchExperimentRequestUpdateExperimentFields,
      },
      "update-name": { summary: "Change the name, by the deprecated instruction.", value: patchExperimentRequestUpdateName },
      "update-description": {
        summary: "Change the description, by the deprecated instruction.",
        value: patchExperimentRequestUpdateDescription,
      },
      "archive-experiment": { summary: "Archive the experiment.", value: patchExperimentRequestArchiveExperiment },
      "restore-experiment": { summary: "Restore an archived experiment.", value: patchExperimentRequestRestoreExperiment },
    },
    responses: patchExperimentResponses,
  },
};
