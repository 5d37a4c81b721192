/** Written by `make generate` from spec/. Do not edit. */

export const operation = {"id":"createIteration","method":"post","path":"/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations","servers":[],"responses":[]};
export const answers = {
  "200": {
    "headers": [
      "x-ratelimit-global-limit",
      "x-ratelimit-global-remaining",
      "x-ratelimit-route-limit",
      "x-ratelimit-route-remaining",
      "x-ratelimit-reset",
      "x-ratelimit-auth-token-limit",
      "x-ratelimit-auth-token-remaining",
      "x-ratelimit-auth-token-reset"
    ],
    "examples": {
      "draft-two-treatments": {
        "summary": "A draft, as created, with two treatments and a primary metric.",
        "value": {
          "_id": "62976fb8c3a1e40012d5b7f9",
          "hypothesis": "A green checkout button raises the share of visitors who complete the checkout",
          "status": "not_started",
          "createdAt": 1654104600000,
          "canReshuffleTraffic": false,
          "flags": {
            "checkout-button": {
              "targetingRule": "fallthrough",
              "targetingRuleDescription": "The default rule",
              "targetingRuleClauses": [],
              "flagConfigVersion": 12,
              "notInExperimentVariationId": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
              "_links": {
                "self": {
                  "href": "/api/v2/flags/my-project/checkout-button",
                  "type": "application/json"
                }
              }
            }
          },
          "version": 0,
          "primarySingleMetric": {
            "key": "checkout-completed",
            "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
            "name": "Checkout completed",
            "kind": "custom",
            "isNumeric": false,
            "unitAggregationType": "average",
            "analysisType": "mean",
            "eventKey": "checkout-completed",
            "_links": {
              "self": {
                "href": "/api/v2/metrics/my-project/checkout-completed",
                "type": "application/json"
              }
            }
          },
          "randomizationUnit": "user",
          "treatments": [
            {
              "_id": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
              "name": "Grey button",
              "allocationPercent": "50",
              "baseline": true,
              "parameters": [
                {
                  "flagKey": "checkout-button",
                  "variationId": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34"
                }
              ]
            },
            {
              "_id": "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
              "name": "Green button",
              "allocationPercent": "50",
              "baseline": false,
              "parameters": [
                {
                  "flagKey": "checkout-button",
                  "variationId": "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2"
                }
              ]
            }
          ],
          "metrics": [
            {
              "key": "checkout-completed",
              "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
              "name": "Checkout completed",
              "kind": "custom",
              "isGroup": false,
              "isNumeric": false,
              "analysisType": "mean",
              "eventKey": "checkout-completed",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/checkout-completed",
                  "type": "application/json"
                }
              }
            },
            {
              "key": "order-value",
              "_versionId": "97d0c3e6-2fa4-4b18-8c75-05be6d1af942",
              "name": "Order value",
              "kind": "custom",
              "isGroup": false,
              "isNumeric": true,
              "analysisType": "mean",
              "eventKey": "order-placed",
              "analysisUnit": "user",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/order-value",
                  "type": "application/json"
                }
              }
            }
          ]
        }
      },
      "running-two-treatments": {
        "summary": "Two treatments, running.",
        "value": {
          "_id": "62976fb8c3a1e40012d5b7f9",
          "hypothesis": "A green checkout button raises the share of visitors who complete the checkout",
          "status": "running",
          "createdAt": 1654104600000,
          "startedAt": 1655314200000,
          "canReshuffleTraffic": false,
          "flags": {
            "checkout-button": {
              "targetingRule": "fallthrough",
              "targetingRuleDescription": "The default rule",
              "targetingRuleClauses": [],
              "flagConfigVersion": 12,
              "notInExperimentVariationId": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
              "_links": {
                "self": {
                  "href": "/api/v2/flags/my-project/checkout-button",
                  "type": "application/json"
                }
              }
            }
          },
          "version": 0,
          "primarySingleMetric": {
            "key": "checkout-completed",
            "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
            "name": "Checkout completed",
            "kind": "custom",
            "isNumeric": false,
            "unitAggregationType": "average",
            "analysisType": "mean",
            "eventKey": "checkout-completed",
            "_links": {
              "self": {
                "href": "/api/v2/metrics/my-project/checkout-completed",
                "type": "application/json"
              }
            }
          },
          "randomizationUnit": "user",
          "treatments": [
            {
              "_id": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
              "name": "Grey button",
              "allocationPercent": "50",
              "baseline": true,
              "parameters": [
                {
                  "flagKey": "checkout-button",
                  "variationId": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34"
                }
              ]
            },
            {
              "_id": "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
              "name": "Green button",
              "allocationPercent": "50",
              "baseline": false,
              "parameters": [
                {
                  "flagKey": "checkout-button",
                  "variationId": "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2"
                }
              ]
            }
          ],
          "metrics": [
            {
              "key": "checkout-completed",
              "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
              "name": "Checkout completed",
              "kind": "custom",
              "isGroup": false,
              "isNumeric": false,
              "analysisType": "mean",
              "eventKey": "checkout-completed",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/checkout-completed",
                  "type": "application/json"
                }
              }
            },
            {
              "key": "order-value",
              "_versionId": "97d0c3e6-2fa4-4b18-8c75-05be6d1af942",
              "name": "Order value",
              "kind": "custom",
              "isGroup": false,
              "isNumeric": true,
              "analysisType": "mean",
              "eventKey": "order-placed",
              "analysisUnit": "user",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/order-value",
                  "type": "application/json"
                }
              }
            }
          ]
        }
      },
      "stopped-two-treatments": {
        "summary": "Two treatments, stopped with a winner.",
        "value": {
          "_id": "62976fb8c3a1e40012d5b7f9",
          "hypothesis": "A green checkout button raises the share of visitors who complete the checkout",
          "status": "stopped",
          "createdAt": 1654104600000,
          "startedAt": 1655314200000,
          "endedAt": 1656610200000,
          "winningTreatmentId": "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
          "winningReason": "The green button completed more checkouts in two weeks of traffic",
          "canReshuffleTraffic": false,
          "flags": {
            "checkout-button": {
              "targetingRule": "fallthrough",
              "targetingRuleDescription": "The default rule",
              "targetingRuleClauses": [],
              "flagConfigVersion": 12,
              "notInExperimentVariationId": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
              "_links": {
                "self": {
                  "href": "/api/v2/flags/my-project/checkout-button",
                  "type": "application/json"
                }
              }
            }
          },
          "version": 0,
          "primarySingleMetric": {
            "key": "checkout-completed",
            "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
            "name": "Checkout completed",
            "kind": "custom",
            "isNumeric": false,
            "unitAggregationType": "average",
            "analysisType": "mean",
            "eventKey": "checkout-completed",
            "_links": {
              "self": {
                "href": "/api/v2/metrics/my-project/checkout-completed",
                "type": "application/json"
              }
            }
          },
          "randomizationUnit": "user",
          "treatments": [
            {
              "_id": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34",
              "name": "Grey button",
              "allocationPercent": "50",
              "baseline": true,
              "parameters": [
                {
                  "flagKey": "checkout-button",
                  "variationId": "3f2b8c1e-7d4a-4e96-a5b0-c2d81f6e9a34"
                }
              ]
            },
            {
              "_id": "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2",
              "name": "Green button",
              "allocationPercent": "50",
              "baseline": false,
              "parameters": [
                {
                  "flagKey": "checkout-button",
                  "variationId": "a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2"
                }
              ]
            }
          ],
          "metrics": [
            {
              "key": "checkout-completed",
              "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
              "name": "Checkout completed",
              "kind": "custom",
              "isGroup": false,
              "isNumeric": false,
              "analysisType": "mean",
              "eventKey": "checkout-completed",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/checkout-completed",
                  "type": "application/json"
                }
              }
            },
            {
              "key": "order-value",
              "_versionId": "97d0c3e6-2fa4-4b18-8c75-05be6d1af942",
              "name": "Order value",
              "kind": "custom",
              "isGroup": false,
              "isNumeric": true,
              "analysisType": "mean",
              "eventKey": "order-placed",
              "analysisUnit": "user",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/order-value",
                  "type": "application/json"
                }
              }
            }
          ]
        }
      },
      "draft-funnel-primary": {
        "summary": "A draft, as created, with a funnel metric group as the primary.",
        "value": {
          "_id": "62a0c41de8b75f0013f9a6c2",
          "hypothesis": "A checkout on one page brings more visitors from the cart to the order",
          "status": "not_started",
          "createdAt": 1654104600000,
          "canReshuffleTraffic": true,
          "flags": {
            "checkout-steps": {
              "targetingRule": "6f3a1b82-d4c7-4095-9e2b-a81f50c7d6e3",
              "targetingRuleDescription": "Visitors with a full cart",
              "targetingRuleClauses": [],
              "flagConfigVersion": 27,
              "notInExperimentVariationId": "5c0e7a92-b4d1-4f68-83a7-e9f2160d5b7c",
              "_links": {
                "self": {
                  "href": "/api/v2/flags/my-project/checkout-steps",
                  "type": "application/json"
                }
              }
            }
          },
          "version": 0,
          "primaryFunnel": {
            "key": "checkout-funnel",
            "name": "Checkout funnel",
            "kind": "funnel",
            "_links": {
              "parent": {
                "href": "/api/v2/projects/my-project",
                "type": "application/json"
              },
              "self": {
                "href": "/api/v2/projects/my-project/metric-groups/checkout-funnel",
                "type": "application/json"
              }
            },
            "metrics": [
              {
                "key": "cart-viewed",
                "_versionId": "2d96f0b7-c83e-4a15-97f2-b0c5e4d1a768",
                "name": "Cart viewed",
                "kind": "pageview",
                "unitAggregationType": "average",
                "analysisType": "mean",
                "nameInGroup": "Cart",
                "analysisUnits": [
                  "user"
                ],
                "_links": {
                  "self": {
                    "href": "/api/v2/metrics/my-project/cart-viewed",
                    "type": "application/json"
                  }
                }
              },
              {
                "key": "checkout-completed",
                "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
                "name": "Checkout completed",
                "kind": "custom",
                "isNumeric": false,
                "unitAggregationType": "average",
                "analysisType": "mean",
                "eventKey": "checkout-completed",
                "nameInGroup": "Order",
                "analysisUnits": [
                  "user"
                ],
                "_links": {
                  "self": {
                    "href": "/api/v2/metrics/my-project/checkout-completed",
                    "type": "application/json"
                  }
                }
              }
            ]
          },
          "randomizationUnit": "user",
          "treatments": [
            {
              "_id": "5c0e7a92-b4d1-4f68-83a7-e9f2160d5b7c",
              "name": "Three steps",
              "allocationPercent": "50",
              "baseline": true,
              "parameters": [
                {
                  "flagKey": "checkout-steps",
                  "variationId": "5c0e7a92-b4d1-4f68-83a7-e9f2160d5b7c"
                }
              ]
            },
            {
              "_id": "d87b3f46-19ce-4a50-b2d8-7e05c4a91f63",
              "name": "One page",
              "allocationPercent": "50",
              "baseline": false,
              "parameters": [
                {
                  "flagKey": "checkout-steps",
                  "variationId": "d87b3f46-19ce-4a50-b2d8-7e05c4a91f63"
                }
              ]
            }
          ],
          "metrics": [
            {
              "key": "checkout-funnel",
              "_versionId": "8e25d7f1-b06c-4c94-a3e8-7f19c0d4b5a2",
              "name": "Checkout funnel",
              "kind": "funnel",
              "isGroup": true,
              "_links": {
                "self": {
                  "href": "/api/v2/projects/my-project/metric-groups/checkout-funnel",
                  "type": "application/json"
                }
              },
              "metrics": [
                {
                  "key": "cart-viewed",
                  "_versionId": "2d96f0b7-c83e-4a15-97f2-b0c5e4d1a768",
                  "name": "Cart viewed",
                  "kind": "pageview",
                  "unitAggregationType": "average",
                  "analysisType": "mean",
                  "nameInGroup": "Cart",
                  "analysisUnits": [
                    "user"
                  ],
                  "_links": {
                    "self": {
                      "href": "/api/v2/metrics/my-project/cart-viewed",
                      "type": "application/json"
                    }
                  }
                },
                {
                  "key": "checkout-completed",
                  "_versionId": "4b1f7d20-85ce-49a3-b06d-f2e8c7a91d35",
                  "name": "Checkout completed",
                  "kind": "custom",
                  "isNumeric": false,
                  "unitAggregationType": "average",
                  "analysisType": "mean",
                  "eventKey": "checkout-completed",
                  "nameInGroup": "Order",
                  "analysisUnits": [
                    "user"
                  ],
                  "_links": {
                    "self": {
                      "href": "/api/v2/metrics/my-project/checkout-completed",
                      "type": "application/json"
                    }
                  }
                }
              ]
            }
          ]
        }
      },
      "draft-multi-armed-bandit": {
        "summary": "A draft, as created, of a multi-armed bandit.",
        "value": {
          "_id": "62b1d52ef9c8601014a0b7d3",
          "hypothesis": "The best of three headlines brings more clicks on sign up",
          "status": "not_started",
          "createdAt": 1654104600000,
          "canReshuffleTraffic": true,
          "flags": {
            "landing-headline": {
              "targetingRule": "fallthrough",
              "targetingRuleDescription": "The default rule",
              "targetingRuleClauses": [],
              "flagConfigVersion": 8,
              "notInExperimentVariationId": "0e6a4d19-f583-4c7b-9a20-b8d7e3165fc4",
              "_links": {
                "self": {
                  "href": "/api/v2/flags/my-project/landing-headline",
                  "type": "application/json"
                }
              }
            }
          },
          "reallocationFrequencyMillis": 3600000,
          "version": 0,
          "primarySingleMetric": {
            "key": "signup-click",
            "_versionId": "c5e28b90-61d7-4f3a-a9c4-38f0d7be2165",
            "name": "Click on sign up",
            "kind": "click",
            "unitAggregationType": "average",
            "analysisType": "mean",
            "_links": {
              "self": {
                "href": "/api/v2/metrics/my-project/signup-click",
                "type": "application/json"
              }
            }
          },
          "randomizationUnit": "user",
          "treatments": [
            {
              "_id": "0e6a4d19-f583-4c7b-9a20-b8d7e3165fc4",
              "name": "Plain headline",
              "allocationPercent": "33.3",
              "baseline": true,
              "parameters": [
                {
                  "flagKey": "landing-headline",
                  "variationId": "0e6a4d19-f583-4c7b-9a20-b8d7e3165fc4"
                }
              ]
            },
            {
              "_id": "72c9b0f5-6e1d-4838-a4f7-1d5be09c83a6",
              "name": "Question headline",
              "allocationPercent": "33.3",
              "baseline": false,
              "parameters": [
                {
                  "flagKey": "landing-headline",
                  "variationId": "72c9b0f5-6e1d-4838-a4f7-1d5be09c83a6"
                }
              ]
            },
            {
              "_id": "e4185ca3-9b70-4d2e-8f61-c03a7be5d928",
              "name": "Number headline",
              "allocationPercent": "33.4",
              "baseline": false,
              "parameters": [
                {
                  "flagKey": "landing-headline",
                  "variationId": "e4185ca3-9b70-4d2e-8f61-c03a7be5d928"
                }
              ]
            }
          ],
          "metrics": [
            {
              "key": "signup-click",
              "_versionId": "c5e28b90-61d7-4f3a-a9c4-38f0d7be2165",
              "name": "Click on sign up",
              "kind": "click",
              "isGroup": false,
              "analysisType": "mean",
              "analysisUnit": null,
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/signup-click",
                  "type": "application/json"
                }
              }
            }
          ]
        }
      },
      "draft-stratified": {
        "summary": "A draft, as created, with stratified sampling and attributes.",
        "value": {
          "_id": "62c2e63f0ad9712115b1c8e4",
          "hypothesis": "Recommendations on the home page raise the revenue per user",
          "status": "not_started",
          "createdAt": 1654104600000,
          "canReshuffleTraffic": true,
          "flags": {
            "home-recommendations": {
              "targetingRule": "fallthrough",
              "targetingRuleDescription": "The default rule",
              "targetingRuleClauses": [],
              "flagConfigVersion": 41,
              "notInExperimentVariationId": "1b7f92d8-3ac5-4e04-96db-f8e05a417c63",
              "_links": {
                "self": {
                  "href": "/api/v2/flags/my-project/home-recommendations",
                  "type": "application/json"
                }
              }
            }
          },
          "version": 0,
          "primarySingleMetric": {
            "key": "revenue-per-user",
            "_versionId": "f07a5c3d-94b2-4e61-8d0f-6bc1a29e57d4",
            "name": "Revenue per user",
            "kind": "custom",
            "isNumeric": true,
            "unitAggregationType": "sum",
            "analysisType": "mean",
            "eventKey": "purchase",
            "analysisUnit": "user",
            "_links": {
              "self": {
                "href": "/api/v2/metrics/my-project/revenue-per-user",
                "type": "application/json"
              }
            }
          },
          "randomizationUnit": "user",
          "attributes": [
            "country",
            "device"
          ],
          "treatments": [
            {
              "_id": "1b7f92d8-3ac5-4e04-96db-f8e05a417c63",
              "name": "Without recommendations",
              "allocationPercent": "80",
              "baseline": true,
              "parameters": [
                {
                  "flagKey": "home-recommendations",
                  "variationId": "1b7f92d8-3ac5-4e04-96db-f8e05a417c63"
                }
              ]
            },
            {
              "_id": "94de06a7-c82b-4f19-b53e-2a6c7f10d8b5",
              "name": "With recommendations",
              "allocationPercent": "20",
              "baseline": false,
              "parameters": [
                {
                  "flagKey": "home-recommendations",
                  "variationId": "94de06a7-c82b-4f19-b53e-2a6c7f10d8b5"
                }
              ]
            }
          ],
          "metrics": [
            {
              "key": "revenue-per-user",
              "_versionId": "f07a5c3d-94b2-4e61-8d0f-6bc1a29e57d4",
              "name": "Revenue per user",
              "kind": "custom",
              "isGroup": false,
              "isNumeric": true,
              "analysisType": "mean",
              "eventKey": "purchase",
              "analysisUnit": "user",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/revenue-per-user",
                  "type": "application/json"
                }
              }
            }
          ],
          "covariateInfo": {
            "id": "7c4e1a93-d80b-4f62-b5a7-29e6f3c0d418",
            "fileName": "revenue-2022-05.csv",
            "createdAt": 1653992400000
          }
        }
      },
      "documented-sample": {
        "summary": "The sample that LaunchDarkly documents, as published.",
        "value": {
          "hypothesis": "The new button placement will increase conversion",
          "status": "running",
          "createdAt": 1654104600000,
          "_id": "12ab3c45de678910fgh12345",
          "startedAt": 1655314200000,
          "endedAt": 1656610200000,
          "winningTreatmentId": "122c9f3e-da26-4321-ba68-e0fc02eced58",
          "winningReason": "We ran this iteration for two weeks and the winning variation was clear",
          "canReshuffleTraffic": true,
          "flags": {},
          "reallocationFrequencyMillis": 3600000,
          "version": 0,
          "primaryMetric": {
            "key": "metric-key-123abc",
            "_versionId": "string",
            "name": "My metric",
            "kind": "custom",
            "_links": {
              "self": {
                "href": "/api/v2/metrics/my-project/my-metric",
                "type": "application/json"
              }
            },
            "isGroup": true,
            "isNumeric": true,
            "eventKey": "event-key-123abc",
            "metrics": [
              {
                "key": "metric-key-123abc",
                "name": "Example metric",
                "kind": "custom",
                "_links": {
                  "self": {
                    "href": "/api/v2/metrics/my-project/my-metric",
                    "type": "application/json"
                  }
                },
                "_versionId": "version-id-123abc",
                "isNumeric": true,
                "unitAggregationType": "sum",
                "eventKey": "event-key-123abc",
                "nameInGroup": "Step 1",
                "analysisUnits": [
                  "user"
                ],
                "randomizationUnits": [
                  "user"
                ]
              }
            ]
          },
          "primarySingleMetric": {
            "key": "metric-key-123abc",
            "name": "Example metric",
            "kind": "custom",
            "_links": {
              "self": {
                "href": "/api/v2/metrics/my-project/my-metric",
                "type": "application/json"
              }
            },
            "_versionId": "version-id-123abc",
            "isNumeric": true,
            "unitAggregationType": "sum",
            "eventKey": "event-key-123abc"
          },
          "primaryFunnel": {
            "key": "metric-group-key-123abc",
            "name": "My metric group",
            "kind": "funnel",
            "_links": {
              "parent": {
                "href": "/api/v2/projects/my-project",
                "type": "application/json"
              },
              "self": {
                "href": "/api/v2/projects/my-project/metric-groups/my-metric-group",
                "type": "application/json"
              }
            },
            "metrics": [
              {
                "key": "metric-key-123abc",
                "name": "Example metric",
                "kind": "custom",
                "_links": {
                  "self": {
                    "href": "/api/v2/metrics/my-project/my-metric",
                    "type": "application/json"
                  }
                },
                "_versionId": "version-id-123abc",
                "isNumeric": true,
                "unitAggregationType": "sum",
                "eventKey": "event-key-123abc",
                "nameInGroup": "Step 1",
                "analysisUnits": [
                  "user"
                ],
                "randomizationUnits": [
                  "user"
                ]
              }
            ]
          },
          "randomizationUnit": "user",
          "attributes": [
            "string"
          ],
          "treatments": [
            {
              "name": "Treatment 1",
              "allocationPercent": "10",
              "_id": "122c9f3e-da26-4321-ba68-e0fc02eced58",
              "baseline": true,
              "parameters": [
                {
                  "variationId": "string",
                  "flagKey": "string"
                }
              ]
            }
          ],
          "metrics": [
            {
              "key": "metric-key-123abc",
              "_versionId": "string",
              "name": "My metric",
              "kind": "custom",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/my-metric",
                  "type": "application/json"
                }
              },
              "isGroup": true,
              "isNumeric": true,
              "eventKey": "event-key-123abc",
              "metrics": [
                {
                  "key": "metric-key-123abc",
                  "name": "Example metric",
                  "kind": "custom",
                  "_links": {
                    "self": {
                      "href": "/api/v2/metrics/my-project/my-metric",
                      "type": "application/json"
                    }
                  },
                  "_versionId": "version-id-123abc",
                  "isNumeric": true,
                  "unitAggregationType": "sum",
                  "eventKey": "event-key-123abc",
                  "nameInGroup": "Step 1",
                  "analysisUnits": [
                    "user"
                  ],
                  "randomizationUnits": [
                    "user"
                  ]
                }
              ]
            }
          ],
          "layerSnapshot": {
            "key": "checkout-flow",
            "name": "Checkout Flow",
            "reservationPercent": 10,
            "otherReservationPercent": 70
          },
          "covariateInfo": {
            "id": "74a49a2b-4834-4246-917e-5d85231d8c2a",
            "fileName": "covariate.csv",
            "createdAt": 1654104600000
          },
          "secondaryMetrics": [
            {
              "key": "metric-key-123abc",
              "name": "Example metric",
              "kind": "custom",
              "_links": {
                "self": {
                  "href": "/api/v2/metrics/my-project/my-metric",
                  "type": "application/json"
                }
              },
              "_versionId": "version-id-123abc",
              "isNumeric": true,
              "unitAggregationType": "sum",
              "eventKey": "event-key-123abc"
            }
          ]
        }
      }
    }
  },
  "400": {
    "headers": [
      "x-ratelimit-global-limit",
      "x-ratelimit-global-remaining",
      "x-ratelimit-route-limit",
      "x-ratelimit-route-remaining",
      "x-ratelimit-reset",
      "x-ratelimit-auth-token-limit",
      "x-ratelimit-auth-token-remaining",
      "x-ratelimit-auth-token-reset"
    ],
    "examples": {
      "invalid-request": {
        "summary": "A request that breaks a rule of the body.",
        "value": {
          "code": "invalid_request",
          "message": "The request body is not valid",
          "id": "8d0f5c1e-6a3b-4f27-9c58-1e7a2b90d4c1"
        }
      }
    }
  },
  "401": {
    "headers": [
      "x-ratelimit-global-limit",
      "x-ratelimit-global-remaining",
      "x-ratelimit-route-limit",
      "x-ratelimit-route-remaining",
      "x-ratelimit-reset",
      "x-ratelimit-auth-token-limit",
      "x-ratelimit-auth-token-remaining",
      "x-ratelimit-auth-token-reset"
    ],
    "examples": {
      "unauthorized": {
        "summary": "A call without a valid access token, or one that the token may not make.",
        "value": {
          "code": "unauthorized",
          "message": "The access token is not valid",
          "id": "0b7e9a44-52d1-4c8f-8e63-f4a1c2d3e5b6"
        }
      }
    }
  },
  "403": {
    "headers": [
      "x-ratelimit-global-limit",
      "x-ratelimit-global-remaining",
      "x-ratelimit-route-limit",
      "x-ratelimit-route-remaining",
      "x-ratelimit-reset",
      "x-ratelimit-auth-token-limit",
      "x-ratelimit-auth-token-remaining",
      "x-ratelimit-auth-token-reset"
    ],
    "examples": {
      "forbidden": {
        "summary": "A token whose role does not allow the call.",
        "value": {
          "code": "forbidden",
          "message": "The access token does not allow this action",
          "id": "c41d6b0a-9e72-4d35-a1f8-37b5e0c9d812"
        }
      }
    }
  },
  "404": {
    "headers": [
      "x-ratelimit-global-limit",
      "x-ratelimit-global-remaining",
      "x-ratelimit-route-limit",
      "x-ratelimit-route-remaining",
      "x-ratelimit-reset",
      "x-ratelimit-auth-token-limit",
      "x-ratelimit-auth-token-remaining",
      "x-ratelimit-auth-token-reset"
    ],
    "examples": {
      "not-found": {
        "summary": "A key in the path that names nothing.",
        "value": {
          "code": "not_found",
          "message": "The experiment was not found",
          "id": "5f2a8e13-b7c4-49d0-96e1-d8c3a4b5f607"
        }
      }
    }
  },
  "429": {
    "headers": [
      "x-ratelimit-global-limit",
      "x-ratelimit-global-remaining",
      "x-ratelimit-route-limit",
      "x-ratelimit-route-remaining",
      "x-ratelimit-reset",
      "x-ratelimit-auth-token-limit",
      "x-ratelimit-auth-token-remaining",
      "x-ratelimit-auth-token-reset",
      "retry-after"
    ],
    "examples": {
      "rate-limited": {
        "summary": "A call beyond the limit of the current window.",
        "value": {
          "code": "rate_limited",
          "message": "The rate limit was exceeded; try again later",
          "id": "e96b3d78-14fa-4a0c-b2d7-60f1c8e9a253"
        }
      }
    }
  }
};
