/** Written by `make generate` from spec/. Do not edit. */

export declare const createIterationRoute: {
  readonly id: "createIteration";
  readonly method: "POST";
  readonly path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations";
};

export declare const getExperimentRoute: {
  readonly id: "getExperiment";
  readonly method: "GET";
  readonly path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}";
};

export declare const patchExperimentRoute: {
  readonly id: "patchExperiment";
  readonly method: "PATCH";
  readonly path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}";
};

export declare const createIteration: {
  readonly id: "createIteration";
  readonly method: "POST";
  readonly path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations";
  readonly deprecated: true;
  readonly parameters: readonly [
    { readonly name: "projectKey"; readonly in: "path"; readonly required: true },
    { readonly name: "environmentKey"; readonly in: "path"; readonly required: true },
    { readonly name: "experimentKey"; readonly in: "path"; readonly required: true },
    { readonly name: "LD-API-Version"; readonly in: "header"; readonly required: false },
  ];
  readonly request: { readonly required: true; readonly content: { readonly "application/json": "IterationInput" } };
  readonly responses: {
    readonly 200: {
      readonly content: { readonly "application/json": "IterationRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 400: {
      readonly content: { readonly "application/json": "InvalidRequestErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 401: {
      readonly content: { readonly "application/json": "UnauthorizedErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 403: {
      readonly content: { readonly "application/json": "ForbiddenErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 404: {
      readonly content: { readonly "application/json": "NotFoundErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 429: {
      readonly content: { readonly "application/json": "RateLimitedErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
        readonly "retry-after": { readonly type: "integer" };
      };
    };
  };
};

export declare const getExperiment: {
  readonly id: "getExperiment";
  readonly method: "GET";
  readonly path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}";
  readonly deprecated: false;
  readonly parameters: readonly [
    { readonly name: "projectKey"; readonly in: "path"; readonly required: true },
    { readonly name: "environmentKey"; readonly in: "path"; readonly required: true },
    { readonly name: "experimentKey"; readonly in: "path"; readonly required: true },
    { readonly name: "LD-API-Version"; readonly in: "header"; readonly required: false },
    { readonly name: "expand"; readonly in: "query"; readonly required: false },
  ];
  readonly responses: {
    readonly 200: {
      readonly content: { readonly "application/json": "Experiment" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 400: {
      readonly content: { readonly "application/json": "InvalidRequestErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 401: {
      readonly content: { readonly "application/json": "UnauthorizedErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 403: {
      readonly content: { readonly "application/json": "ForbiddenErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 404: {
      readonly content: { readonly "application/json": "NotFoundErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 405: {
      readonly content: { readonly "application/json": "MethodNotAllowedErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 429: {
      readonly content: { readonly "application/json": "RateLimitedErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
        readonly "retry-after": { readonly type: "integer" };
      };
    };
  };
};

export declare const patchExperiment: {
  readonly id: "patchExperiment";
  readonly method: "PATCH";
  readonly path: "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}";
  readonly deprecated: false;
  readonly parameters: readonly [
    { readonly name: "projectKey"; readonly in: "path"; readonly required: true },
    { readonly name: "environmentKey"; readonly in: "path"; readonly required: true },
    { readonly name: "experimentKey"; readonly in: "path"; readonly required: true },
    { readonly name: "LD-API-Version"; readonly in: "header"; readonly required: false },
  ];
  readonly request: {
    readonly required: true;
    readonly content: { readonly "application/json; domain-model=launchdarkly.semanticpatch": "ExperimentPatchInput" };
  };
  readonly responses: {
    readonly 200: {
      readonly content: { readonly "application/json": "Experiment" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 400: {
      readonly content: { readonly "application/json": "InvalidRequestErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 401: {
      readonly content: { readonly "application/json": "UnauthorizedErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 403: {
      readonly content: { readonly "application/json": "ForbiddenErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 404: {
      readonly content: { readonly "application/json": "NotFoundErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 409: {
      readonly content: { readonly "application/json": "StatusConflictErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
      };
    };
    readonly 429: {
      readonly content: { readonly "application/json": "RateLimitedErrorRep" };
      readonly headers: {
        readonly "x-ratelimit-global-limit": { readonly type: "integer" };
        readonly "x-ratelimit-global-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-route-limit": { readonly type: "integer" };
        readonly "x-ratelimit-route-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-reset": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-limit": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-remaining": { readonly type: "integer" };
        readonly "x-ratelimit-auth-token-reset": { readonly type: "integer" };
        readonly "retry-after": { readonly type: "integer" };
      };
    };
  };
};

/** Every operation of the contract, by its ID. */
export declare const operations: {
  readonly createIteration: typeof createIteration;
  readonly getExperiment: typeof getExperiment;
  readonly patchExperiment: typeof patchExperiment;
};
