/** Written by `make generate` from spec/. Do not edit. */

export const createIterationRoute = {
  id: "createIteration",
  method: "POST",
  path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations",
};

export const getExperimentRoute = {
  id: "getExperiment",
  method: "GET",
  path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}",
};

export const patchExperimentRoute = {
  id: "patchExperiment",
  method: "PATCH",
  path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}",
};

export const createIteration = {
  id: "createIteration",
  method: "POST",
  path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations",
  deprecated: true,
  parameters: [
    { name: "projectKey", in: "path", required: true },
    { name: "environmentKey", in: "path", required: true },
    { name: "experimentKey", in: "path", required: true },
    { name: "LD-API-Version", in: "header", required: false },
  ],
  request: { required: true, content: { "application/json": "IterationInput" } },
  responses: {
    200: {
      content: { "application/json": "IterationRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    400: {
      content: { "application/json": "InvalidRequestErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    401: {
      content: { "application/json": "UnauthorizedErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    403: {
      content: { "application/json": "ForbiddenErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    404: {
      content: { "application/json": "NotFoundErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    429: {
      content: { "application/json": "RateLimitedErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
        "retry-after": { type: "integer" },
      },
    },
  },
};

export const getExperiment = {
  id: "getExperiment",
  method: "GET",
  path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}",
  deprecated: false,
  parameters: [
    { name: "projectKey", in: "path", required: true },
    { name: "environmentKey", in: "path", required: true },
    { name: "experimentKey", in: "path", required: true },
    { name: "LD-API-Version", in: "header", required: false },
    { name: "expand", in: "query", required: false },
  ],
  responses: {
    200: {
      content: { "application/json": "Experiment" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    400: {
      content: { "application/json": "InvalidRequestErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    401: {
      content: { "application/json": "UnauthorizedErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    403: {
      content: { "application/json": "ForbiddenErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    404: {
      content: { "application/json": "NotFoundErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    405: {
      content: { "application/json": "MethodNotAllowedErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    429: {
      content: { "application/json": "RateLimitedErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
        "retry-after": { type: "integer" },
      },
    },
  },
};

export const patchExperiment = {
  id: "patchExperiment",
  method: "PATCH",
  path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}",
  deprecated: false,
  parameters: [
    { name: "projectKey", in: "path", required: true },
    { name: "environmentKey", in: "path", required: true },
    { name: "experimentKey", in: "path", required: true },
    { name: "LD-API-Version", in: "header", required: false },
  ],
  request: { required: true, content: { "application/json; domain-model=launchdarkly.semanticpatch": "ExperimentPatchInput" } },
  responses: {
    200: {
      content: { "application/json": "Experiment" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    400: {
      content: { "application/json": "InvalidRequestErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    401: {
      content: { "application/json": "UnauthorizedErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    403: {
      content: { "application/json": "ForbiddenErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    404: {
      content: { "application/json": "NotFoundErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    409: {
      content: { "application/json": "StatusConflictErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
      },
    },
    429: {
      content: { "application/json": "RateLimitedErrorRep" },
      headers: {
        "x-ratelimit-global-limit": { type: "integer" },
        "x-ratelimit-global-remaining": { type: "integer" },
        "x-ratelimit-route-limit": { type: "integer" },
        "x-ratelimit-route-remaining": { type: "integer" },
        "x-ratelimit-reset": { type: "integer" },
        "x-ratelimit-auth-token-limit": { type: "integer" },
        "x-ratelimit-auth-token-remaining": { type: "integer" },
        "x-ratelimit-auth-token-reset": { type: "integer" },
        "retry-after": { type: "integer" },
      },
    },
  },
};

export const operations = { createIteration, getExperiment, patchExperiment };
