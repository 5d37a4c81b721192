/** Written by `make generate` from spec/. Do not edit. */

export interface paths {
    "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 * integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create iteration
         * @deprecated
         * @description Creates an iteration of an experiment. An iteration records the experiment during one block of time.
         *
         * The new iteration has the status `not_started` and shows up as the `draftIteration` of its experiment, which
         * [Get experiment](https://launchdarkly.com/docs/api/experiments/get-experiment) leaves out unless it is called with
         * `?expand=draftIteration`. A first iteration that never started has been seen as the `currentIteration` instead: look
         * for a draft in both. It starts and stops through
         * [Update experiment](https://launchdarkly.com/docs/api/experiments/patch-experiment), with the instructions
         * `startIteration` and `stopIteration`; see
         * [Start experiment iterations](https://launchdarkly.com/docs/home/experimentation/start-stop-exp).
         *
         * **Deprecated.** LaunchDarkly will remove this operation in a future version. Use the instructions
         * `updateExperimentFields` and `saveAndStartNewIteration` of Update experiment instead. They are not a full replacement:
         * none of them makes a draft beside a running iteration without starting it.
         */
        post: operations["createIteration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 * integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        /**
         * Get experiment
         * @description Returns an experiment with its current iteration. By default it has no draft, no previous iterations, no treatments
         * and no secondary metrics: `expand` asks for them. A field that is asked for and empty is left out as well.
         *
         * Whoever looks for a draft calls with `?expand=draftIteration`, and looks at a `currentIteration` with the status
         * `not_started` too: a first iteration that never started has been seen there.
         */
        get: operations["getExperiment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update experiment
         * @description Updates an experiment by instructions: its fields, the start and the stop of its iterations, its archiving.
         * LaunchDarkly's navigation lists this operation as Patch experiment.
         *
         * The body is a semantic patch: all of its instructions are applied or, if one is invalid, none. An instruction that
         * changes nothing succeeds. The media type needs its parameter `domain-model=launchdarkly.semanticpatch`;
         * LaunchDarkly documents that a body without it is interpreted as a JSON patch and rejected with 400, though it has
         * been accepted here in practice.
         *
         * A 409 means a conflict with a concurrent update; the call may be repeated. The same status has been seen when the
         * rule of the flag is used by another running experiment, which waiting does not resolve.
         */
        patch: operations["patchExperiment"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        MetricInput: MetricInput;
        TreatmentParameterInput: TreatmentParameterInput;
        TreatmentInput: TreatmentInput;
        FlagInput: FlagInput;
        PrimaryMetricSelector: PrimaryMetricSelector;
        IterationInput: IterationInput;
        Link: Link;
        FlagRep: FlagRep;
        MetricInGroupRep: MetricInGroupRep;
        DependentMetricOrMetricGroupRep: DependentMetricOrMetricGroupRep;
        MetricV2Rep: MetricV2Rep;
        DependentMetricGroupRepWithMetrics: DependentMetricGroupRepWithMetrics;
        ParameterRep: ParameterRep;
        TreatmentRep: TreatmentRep;
        LayerSnapshotRep: LayerSnapshotRep;
        CovariateInfoRep: CovariateInfoRep;
        IterationRep: IterationRep;
        ErrorCode: ErrorCode;
        ErrorMessage: ErrorMessage;
        ErrorId: ErrorId;
        InvalidRequestErrorRep: InvalidRequestErrorRep;
        UnauthorizedErrorRep: UnauthorizedErrorRep;
        ForbiddenErrorRep: ForbiddenErrorRep;
        NotFoundErrorRep: NotFoundErrorRep;
        RateLimitedErrorRep: RateLimitedErrorRep;
        AccessDeniedReason: AccessDeniedReason;
        AccessDenied: AccessDenied;
        AccessAllowedReason: AccessAllowedReason;
        AccessAllowedRep: AccessAllowedRep;
        Access: Access;
        AnalysisConfigRep: AnalysisConfigRep;
        MutableFieldsByStatusRep: MutableFieldsByStatusRep;
        Experiment: Experiment;
        MethodNotAllowedErrorRep: MethodNotAllowedErrorRep;
        UpdateNameInstruction: UpdateNameInstruction;
        UpdateDescriptionInstruction: UpdateDescriptionInstruction;
        UpdateExperimentFieldsInstruction: UpdateExperimentFieldsInstruction;
        SaveAndStartNewIterationInstruction: SaveAndStartNewIterationInstruction;
        StartIterationInstruction: StartIterationInstruction;
        StopIterationInstruction: StopIterationInstruction;
        ArchiveExperimentInstruction: ArchiveExperimentInstruction;
        RestoreExperimentInstruction: RestoreExperimentInstruction;
        FieldUpdate: FieldUpdate;
        KnownInstruction: KnownInstruction;
        UnknownInstruction: UnknownInstruction;
        Instruction: Instruction;
        ExperimentPatchInput: ExperimentPatchInput;
        StatusConflictErrorRep: StatusConflictErrorRep;
    };
    responses: {
        /** The iteration was created. Its status is `not_started`. */
        Iteration: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": IterationRep;
            };
        };
        /** The request is malformed or breaks a rule. */
        InvalidRequest: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": InvalidRequestErrorRep;
            };
        };
        /** The access token is missing or invalid, or it may not make this call. */
        Unauthorized: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": UnauthorizedErrorRep;
            };
        };
        /** The access token may not do this to the experiment. */
        Forbidden: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": ForbiddenErrorRep;
            };
        };
        /** No such project, environment or experiment. */
        NotFound: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": NotFoundErrorRep;
            };
        };
        /** Too many requests in the current window. */
        RateLimited: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                /**
                 * Sent on limits by IP address: the number of seconds to wait, at least, before any further call to the API. Add
                 * jitter and back off.
                 * @example 10
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": RateLimitedErrorRep;
            };
        };
        /** The experiment, with what `expand` asked for. */
        Experiment: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": Experiment;
            };
        };
        /** The method is not allowed here. */
        MethodNotAllowed: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": MethodNotAllowedErrorRep;
            };
        };
        /** The experiment as it is after the update. Nothing is expanded. */
        UpdatedExperiment: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": Experiment;
            };
        };
        /** The update conflicts with another one, or with another running experiment. Nothing was applied. */
        StatusConflict: {
            headers: {
                /**
                 * The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 * it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 * of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": StatusConflictErrorRep;
            };
        };
    };
    parameters: {
        /** The key of the project. */
        projectKey: string;
        /** The key of the environment. */
        environmentKey: string;
        /** The key of the experiment. */
        experimentKey: string;
        /**
         * The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
         * integration to send it explicitly.
         * @example 20240415
         */
        "LD-API-Version": string;
        /**
         * The fields to add to the response, separated by commas: `analysisConfig`, `draftIteration`, `mutableFieldsByStatus`,
         * `previousIterations`, `secondaryMetrics`, `treatments`.
         */
        expand: string;
    };
    requestBodies: never;
    headers: {
        /**
         * The number of requests that the account may send to the whole API in one window of ten seconds.
         * @example 100
         */
        "X-Ratelimit-Global-Limit": number;
        /**
         * The number of requests that the account may still send to the whole API in the current window.
         * @example 98
         */
        "X-Ratelimit-Global-Remaining": number;
        /**
         * The number of requests that the account may send to this route in one window of ten seconds.
         * @example 50
         */
        "X-Ratelimit-Route-Limit": number;
        /**
         * The number of requests that the account may still send to this route in the current window.
         * @example 48
         */
        "X-Ratelimit-Route-Remaining": number;
        /**
         * When the current window of the global and the route limit ends, in epoch milliseconds.
         * @example 1654104610000
         */
        "X-Ratelimit-Reset": number;
        /**
         * The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
         * it.
         * @example 40
         */
        "X-Ratelimit-Auth-Token-Limit": number;
        /**
         * The number of requests that this access token may still send in the current window.
         * @example 38
         */
        "X-Ratelimit-Auth-Token-Remaining": number;
        /**
         * When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
         * of it.
         * @example 1654104610000
         */
        "X-Ratelimit-Auth-Token-Reset": number;
        /**
         * Sent on limits by IP address: the number of seconds to wait, at least, before any further call to the API. Add
         * jitter and back off.
         * @example 10
         */
        "Retry-After": number;
    };
    pathItems: never;
}
/** A metric or metric group to measure. */
export interface MetricInput {
    /** The key of the metric or metric group. */
    key: string;
    /**
     * Whether the key is that of a metric group (`true`) or of a metric (`false`).
     * @default false
     */
    isGroup?: boolean;
    /**
     * Whether the metric is primary (`true`) or secondary (`false`). Deprecated: use `primarySingleMetricKey`
     * and `primaryFunnelKey` of the iteration.
     * @deprecated
     */
    primary?: boolean;
    /** The context kind by which the metric is analyzed. By default, the iteration's randomization unit. */
    analysisUnit?: string;
}
/** One variation of one flag. */
export interface TreatmentParameterInput {
    /** The key of the flag. */
    flagKey: string;
    /** The ID of the flag's variation. */
    variationId: string;
}
/** One of the alternatives that the iteration compares. */
export interface TreatmentInput {
    /** The name of the treatment. */
    name: string;
    /** Whether the other treatments are compared against this one. */
    baseline: boolean;
    /** The percentage of traffic that the treatment gets, a decimal number written as a string. */
    allocationPercent: string;
    /** Which variation of which flag the treatment serves. */
    parameters: readonly TreatmentParameterInput[];
}
/** The targeting rule of a flag that the iteration uses. */
export interface FlagInput {
    /** The ID of the targeting rule, or `fallthrough` for the flag's default rule while it is on. */
    ruleId: string;
    /**
     * The version of the flag's configuration in the environment: `environments.<environmentKey>.version` of Get feature
     * flag, or `environments.<environmentKey>._version` of the targeting of an AI Config. The top-level version is
     * another number.
     */
    flagConfigVersion: number;
    /**
     * The ID of the variation for traffic outside the analysis. When it is absent, the variation of the baseline
     * treatment serves, if there is one.
     */
    notInExperimentVariationId?: string;
}
/** At least one of `primarySingleMetricKey` and `primaryFunnelKey` must be present; both may be. */
export type PrimaryMetricSelector = {
    /** The key of the primary metric. */
    primarySingleMetricKey: string;
} | {
    /** The key of the primary funnel metric group. */
    primaryFunnelKey: string;
};
/** What each `IterationInput` has. */
export interface IterationInputProperties {
    /** What the experiment is expected to show. */
    hypothesis: string;
    /**
     * Whether traffic may move from one variation to another when you increase or decrease the traffic in the
     * experiment's audience (`true`), or all of it keeps the variation that it was first given (`false`).
     * @default true
     */
    canReshuffleTraffic?: boolean;
    /** The metrics and metric groups that the iteration measures. */
    metrics: readonly MetricInput[];
    /** The key of the primary metric. */
    primarySingleMetricKey?: string;
    /** The key of the primary funnel metric group. */
    primaryFunnelKey?: string;
    /** What the iteration compares. A treatment serves variations that the flags already have. */
    treatments: readonly TreatmentInput[];
    /** The flags and targeting rules that the iteration uses, by flag key. An object, not its JSON text. */
    flags: {
        [key: string]: FlagInput;
    };
    /**
     * The context kind by which traffic is split between the treatments.
     * @default user
     */
    randomizationUnit?: string;
    /** How often the allocation is updated, in milliseconds. */
    reallocationFrequencyMillis?: number;
    /** The ID of the covariate file (CSV), for stratified sampling. */
    covariateId?: string;
    /** The context attributes by which the results can be sliced. */
    attributes?: readonly string[];
}
/** `IterationInput`: Primary single metric. */
export interface IterationInputWithPrimarySingleMetric extends IterationInputProperties {
    /** The key of the primary metric. */
    primarySingleMetricKey: string;
}
/** `IterationInput`: Primary funnel. */
export interface IterationInputWithPrimaryFunnel extends IterationInputProperties {
    /** The key of the primary funnel metric group. */
    primaryFunnelKey: string;
}
/** The iteration to create. It names at least one primary metric; see `PrimaryMetricSelector`. */
export type IterationInput = IterationInputWithPrimaryFunnel | IterationInputWithPrimarySingleMetric;
/** Where a related resource is, and its media type. */
export interface Link {
    /** The address of the resource, relative to the server. */
    href?: string;
    /** The media type of the resource. */
    type?: string;
}
/** A flag that the iteration uses, with its targeting rule. */
export interface FlagRep {
    /** The targeting rule, `fallthrough` for the flag's default rule. */
    targetingRule?: string;
    /** The description of the targeting rule. */
    targetingRuleDescription?: string;
    /** The clauses by which the rule targets contexts. LaunchDarkly does not document their shape. */
    targetingRuleClauses?: unknown[];
    /** The version of the flag's configuration. */
    flagConfigVersion?: number;
    /** The ID of the variation for traffic outside the analysis. */
    notInExperimentVariationId?: string;
    /** Related resources, by relation. */
    _links: {
        [key: string]: Link;
    };
}
/** A metric as a member of a metric group. */
export interface MetricInGroupRep {
    /** The key of the metric. */
    key: string;
    /** The ID of the version of the metric. */
    _versionId?: string;
    /** The name of the metric. */
    name: string;
    /**
     * The kind of event that the metric follows.
     * @enum {string}
     */
    kind: "pageview" | "click" | "custom" | "trace" | (string & {});
    /**
     * For custom metrics: whether a numeric value is compared with a baseline (`true`) or a conversion is counted
     * (`false`).
     */
    isNumeric?: boolean;
    /**
     * How the events of one unit are aggregated.
     * @enum {string}
     */
    unitAggregationType?: "sum" | "average" | "count_distinct" | (string & {});
    /**
     * How the values of the metric are analyzed.
     * @enum {string}
     */
    analysisType?: "mean" | "percentile" | (string & {});
    /** The key of the event that the metric follows. For custom metrics. */
    eventKey?: string;
    /** The context kind by which the metric is analyzed. */
    analysisUnit?: string;
    /** Related resources, by relation. */
    _links: {
        [key: string]: Link;
    };
    /**
     * The name of the metric within its group, which may differ from its own. Present if and only if the group is a
     * funnel.
     */
    nameInGroup?: string;
    /**
     * The randomization units of the metric. Deprecated, use `analysisUnits`.
     * @deprecated
     */
    randomizationUnits?: string[];
    /** The context kinds by which the metric can be analyzed. */
    analysisUnits?: string[];
}
/** A metric or a metric group, discriminated by `isGroup`. */
export interface DependentMetricOrMetricGroupRep {
    /** The key of the metric or metric group. */
    key: string;
    /** The ID of the version of the metric or metric group. */
    _versionId: string;
    /** The name of the metric or metric group. */
    name: string;
    /**
     * The kind of event that the metric follows, or the type of the metric group.
     * @enum {string}
     */
    kind: "pageview" | "click" | "custom" | "trace" | "funnel" | "standard" | (string & {});
    /**
     * For custom and trace metrics: whether a numeric value is compared with a baseline (`true`) or a conversion is
     * counted (`false`).
     */
    isNumeric?: boolean;
    /** The key of the event that the metric follows. For custom metrics. */
    eventKey?: string;
    /** Related resources, by relation. */
    _links: {
        [key: string]: Link;
    };
    /** Whether this is a metric group (`true`) or a metric (`false`). */
    isGroup: boolean;
    /** The metrics of the metric group, in order. */
    metrics?: MetricInGroupRep[];
    /**
     * How the values of the metric are analyzed. Set for metrics alone, not for metric groups.
     * @enum {string}
     */
    analysisType?: "mean" | "percentile" | (string & {});
    /** The context kind by which the metric is analyzed. `null` stands for the randomization unit of the iteration. */
    analysisUnit?: string | null;
}
/** A metric. */
export interface MetricV2Rep {
    /** The key of the metric. */
    key: string;
    /** The ID of the version of the metric. */
    _versionId?: string;
    /** The name of the metric. */
    name: string;
    /**
     * The kind of event that the metric follows.
     * @enum {string}
     */
    kind: "pageview" | "click" | "custom" | "trace" | (string & {});
    /**
     * For custom metrics: whether a numeric value is compared with a baseline (`true`) or a conversion is counted
     * (`false`).
     */
    isNumeric?: boolean;
    /**
     * How the events of one unit are aggregated.
     * @enum {string}
     */
    unitAggregationType?: "sum" | "average" | "count_distinct" | (string & {});
    /**
     * How the values of the metric are analyzed.
     * @enum {string}
     */
    analysisType?: "mean" | "percentile" | (string & {});
    /** The key of the event that the metric follows. For custom metrics. */
    eventKey?: string;
    /** The context kind by which the metric is analyzed. */
    analysisUnit?: string;
    /** Related resources, by relation. */
    _links: {
        [key: string]: Link;
    };
}
/** A metric group with its metrics. */
export interface DependentMetricGroupRepWithMetrics {
    /** The key of the metric group. */
    key: string;
    /** The name of the metric group. */
    name: string;
    /**
     * The type of the metric group.
     * @enum {string}
     */
    kind: "funnel" | "standard" | (string & {});
    /** Related resources, by relation. */
    _links: {
        [key: string]: Link;
    };
    /** The metrics of the metric group. */
    metrics?: MetricInGroupRep[];
}
/** One variation of one flag. */
export interface ParameterRep {
    /** The ID of the flag's variation. */
    variationId?: string;
    /** The key of the flag. */
    flagKey?: string;
}
/** One of the alternatives that the iteration compares. */
export interface TreatmentRep {
    /** The ID of the treatment, which is the ID of the flag's variation. */
    _id?: string;
    /**
     * The name of the flag's variation, which need not be the name that was sent. Match a treatment that was sent with one
     * that is returned by `parameters[]`.
     */
    name: string;
    /** The percentage of traffic that the treatment gets, a decimal number written as a string. */
    allocationPercent: string;
    /** Whether the other treatments are compared against this one. */
    baseline?: boolean;
    /** Which variation of which flag the treatment serves. */
    parameters?: ParameterRep[];
}
/** A layer as it was when the iteration stopped. */
export interface LayerSnapshotRep {
    /** The key of the layer. */
    key: string;
    /** The name of the layer. */
    name: string;
    /** The percentage of the layer's traffic that was reserved for this iteration. */
    reservationPercent: number;
    /** The percentage of the layer's traffic that was reserved for the other experiments of the environment. */
    otherReservationPercent: number;
}
/** A covariate file, used for stratified sampling. */
export interface CovariateInfoRep {
    /** The ID of the covariate file. */
    id: string;
    /** The name of the covariate file. */
    fileName: string;
    /**
     * When the covariate file was created, in epoch milliseconds.
     * Format: int64
     */
    createdAt: number;
}
/** An iteration of an experiment. */
export interface IterationRep {
    /** The ID of the iteration. */
    _id?: string;
    /** What the experiment is expected to show. */
    hypothesis: string;
    /**
     * Whether the iteration has started and stopped. A new one is `not_started`.
     * @enum {string}
     */
    status: "not_started" | "running" | "stopped" | (string & {});
    /**
     * When the iteration was created, in epoch milliseconds.
     * Format: int64
     */
    createdAt: number;
    /**
     * When the iteration started, in epoch milliseconds.
     * Format: int64
     */
    startedAt?: number;
    /**
     * When the iteration stopped, in epoch milliseconds.
     * Format: int64
     */
    endedAt?: number;
    /** The ID of the treatment chosen as the winner when the iteration stopped. */
    winningTreatmentId?: string;
    /** Why the iteration was stopped. */
    winningReason?: string;
    /**
     * Whether traffic may move from one variation to another when the experiment's audience changes (`true`), or all of
     * it keeps the variation that it was first given (`false`).
     */
    canReshuffleTraffic?: boolean;
    /** The flags that the iteration uses, by flag key. */
    flags?: {
        [key: string]: FlagRep;
    };
    /** How often the allocation is updated, in milliseconds. Present for multi-armed bandits alone. */
    reallocationFrequencyMillis?: number;
    /** The current version of the iteration. */
    version?: number;
    /**
     * The primary metric. Deprecated, use `primarySingleMetric` and `primaryFunnel`.
     * @deprecated
     */
    primaryMetric?: DependentMetricOrMetricGroupRep;
    /** The primary metric. */
    primarySingleMetric?: MetricV2Rep;
    /** The primary funnel metric group. */
    primaryFunnel?: DependentMetricGroupRepWithMetrics;
    /** The context kind by which traffic is split between the treatments. */
    randomizationUnit?: string;
    /** The context attributes that are available as filters of the results. */
    attributes?: string[];
    /** What the iteration compares. */
    treatments?: TreatmentRep[];
    /**
     * The secondary metrics. Deprecated, use `metrics`.
     * @deprecated
     */
    secondaryMetrics?: MetricV2Rep[];
    /** The metrics and metric groups that the iteration measures. */
    metrics?: DependentMetricOrMetricGroupRep[];
    /** The experiment's layer as it was when the iteration stopped. Absent outside a layer. */
    layerSnapshot?: LayerSnapshotRep;
    /** The covariate file of a stratified sample. */
    covariateInfo?: CovariateInfoRep;
}
/** What went wrong, for programs. */
export type ErrorCode = string;
/** What went wrong, for people. */
export type ErrorMessage = string;
/** A unique identifier of this error, to quote to LaunchDarkly's support. */
export type ErrorId = string;
/** The body of a 400 response. Its known `code` is `invalid_request`. */
export interface InvalidRequestErrorRep {
    code: ErrorCode;
    message: ErrorMessage;
    id?: ErrorId;
}
/** The body of a 401 response. Its known `code` is `unauthorized`. */
export interface UnauthorizedErrorRep {
    code: ErrorCode;
    message: ErrorMessage;
    id?: ErrorId;
}
/** The body of a 403 response. Its known `code` is `forbidden`. */
export interface ForbiddenErrorRep {
    code: ErrorCode;
    message: ErrorMessage;
    id?: ErrorId;
}
/** The body of a 404 response. Its known `code` is `not_found`. */
export interface NotFoundErrorRep {
    code: ErrorCode;
    message: ErrorMessage;
    id?: ErrorId;
}
/** The body of a 429 response. Its known `code` is `rate_limited`. */
export interface RateLimitedErrorRep {
    code: ErrorCode;
    message: ErrorMessage;
    id?: ErrorId;
}
/** The statement of a role by which an action is denied. */
export interface AccessDeniedReason {
    /** The specifiers of the resources that the statement covers. */
    resources?: string[];
    /** The specifiers of the resources that it leaves out. Set only where `resources` and `notActions` are empty. */
    notResources?: string[];
    /** The actions that the statement covers. */
    actions?: string[];
    /** The actions that it leaves out. Set only where `actions` and `notResources` are empty. */
    notActions?: string[];
    /**
     * Whether the statement allows or denies.
     * @enum {string}
     */
    effect: "allow" | "deny" | (string & {});
    /** The name of the role. */
    role_name?: string;
}
/** An action that is denied, and the statement of a role that says so. */
export interface AccessDenied {
    /** The action. */
    action: string;
    /** The statement that decides it. */
    reason: AccessDeniedReason;
}
/** The statement of a role by which an action is allowed. */
export interface AccessAllowedReason {
    /** The specifiers of the resources that the statement covers. */
    resources?: string[];
    /** The specifiers of the resources that it leaves out. Set only where `resources` and `notActions` are empty. */
    notResources?: string[];
    /** The actions that the statement covers. */
    actions?: string[];
    /** The actions that it leaves out. Set only where `actions` and `notResources` are empty. */
    notActions?: string[];
    /**
     * Whether the statement allows or denies.
     * @enum {string}
     */
    effect: "allow" | "deny" | (string & {});
    /** The name of the role. */
    role_name?: string;
}
/** An action that is allowed, and the statement of a role that says so. */
export interface AccessAllowedRep {
    /** The action. */
    action: string;
    /** The statement that decides it. */
    reason: AccessAllowedReason;
}
/** The actions that the caller may and may not take, each with the reason. */
export interface Access {
    /** The actions that are denied. */
    denied: AccessDenied[];
    /** The actions that are allowed. */
    allowed: AccessAllowedRep[];
}
/** How the results of an experiment are analyzed. */
export interface AnalysisConfigRep {
    /**
     * For the Bayesian methodology: the threshold of the probabilities to beat the baseline and to be best, from 0 to
     * 100, a decimal number written as a string.
     */
    bayesianThreshold?: string;
    /**
     * For the frequentist methodology: the threshold of significance, from 0.0 to 1.0, a decimal number written as a
     * string.
     */
    significanceThreshold?: string;
    /** For the frequentist methodology: on which sides the test looks. */
    testDirection?: string;
    /**
     * How the results are corrected for multiple comparisons.
     * @enum {string}
     */
    multipleComparisonCorrectionMethod?: "bonferroni" | "benjamini-hochberg" | (string & {});
    /**
     * What the correction for multiple comparisons counts.
     * @enum {string}
     */
    multipleComparisonCorrectionScope?: "variations" | "variations-and-metrics" | "metrics" | (string & {});
    /** For the frequentist methodology: whether sequential testing is on. */
    sequentialTestingEnabled?: boolean;
}
/**
 * For each status of the current iteration, the fields that `updateExperimentFields` may change, each with the operations
 * that are allowed: `add`, `update`, `remove`. LaunchDarkly publishes no list of the fields.
 */
export interface MutableFieldsByStatusRep {
    /** The operations that are allowed before the iteration starts, by field. */
    not_started?: {
        [key: string]: string[];
    };
    /** The operations that are allowed while the iteration runs, by field. */
    running?: {
        [key: string]: string[];
    };
    /** The operations that are allowed once the iteration has stopped, by field. */
    stopped?: {
        [key: string]: string[];
    };
}
/**
 * An experiment with its current iteration. What `expand` can name is left out unless the call asks for it, and where it
 * is empty.
 */
export interface Experiment {
    /** The ID of the experiment. */
    _id?: string;
    /** The key of the experiment. */
    key: string;
    /** The name of the experiment. */
    name: string;
    /** The description of the experiment. */
    description?: string;
    /** The ID of the member who maintains the experiment. */
    _maintainerId: string;
    /**
     * When the experiment was created, in epoch milliseconds.
     * Format: int64
     */
    _creationDate: number;
    /** The key of the environment that the experiment belongs to. */
    environmentKey: string;
    /**
     * How the results are analyzed.
     * @enum {string}
     */
    methodology?: "bayesian" | "frequentist" | "export_only" | (string & {});
    /**
     * Where the data of the metrics comes from. LaunchDarkly's own documents disagree about the last two values.
     * @enum {string}
     */
    dataSource?: "launchdarkly" | "snowflake" | "databricks" | "redshift" | (string & {});
    /**
     * When the experiment was archived, in epoch milliseconds. Absent where it is not archived.
     * Format: int64
     */
    archivedDate?: number;
    /** The tags of the experiment. */
    tags?: string[];
    /** Related resources, by relation. */
    _links: {
        [key: string]: Link;
    };
    /** The ID of the holdout that the experiment is part of. */
    holdoutId?: string;
    /** The current iteration. A first iteration that never started has been seen here too, with the status `not_started`. */
    currentIteration?: IterationRep;
    /** The type of the experiment. Known are `experiment`, `mab` (multi-armed bandit) and `holdout`. */
    type?: string;
    /** What the caller may do with the experiment. */
    _access?: Access;
    /** The iteration that has not started yet. Only with `expand=draftIteration`. */
    draftIteration?: IterationRep;
    /** The iterations before the current one. Only with `expand=previousIterations`. */
    previousIterations?: IterationRep[];
    /** How the analysis is configured. Only with `expand=analysisConfig`. */
    analysisConfig?: AnalysisConfigRep;
    /**
     * Which fields an update may change, by the status of the current iteration. Only with
     * `expand=mutableFieldsByStatus`.
     */
    mutableFieldsByStatus?: MutableFieldsByStatusRep;
}
/** The body of a 405 response. Its known `code` is `method_not_allowed`. */
export interface MethodNotAllowedErrorRep {
    code: ErrorCode;
    message: ErrorMessage;
    id?: ErrorId;
}
/**
 * Updates the name of the experiment. Deprecated, use `updateExperimentFields`.
 * @deprecated
 */
export interface UpdateNameInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "updateName";
    /** The new name. */
    value: string;
}
/**
 * Updates the description of the experiment. Deprecated, use `updateExperimentFields`.
 * @deprecated
 */
export interface UpdateDescriptionInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "updateDescription";
    /** The new description. */
    value: string;
}
/**
 * Changes fields of the experiment or of its current iteration. Which fields and operations are allowed depends on the
 * status of the iteration; `mutableFieldsByStatus` of Get experiment lists them.
 */
export interface UpdateExperimentFieldsInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "updateExperimentFields";
    /** The changes, by field. LaunchDarkly documents `name` and `tags`, and publishes no full list. */
    value: {
        [key: string]: FieldUpdate;
    };
}
/**
 * Stops the running iteration, makes a new one from it, changes fields of the new one, and starts it. Each repeat ends
 * another iteration.
 */
export interface SaveAndStartNewIterationInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "saveAndStartNewIteration";
    /** Why the iteration is stopped and another one started. */
    changeJustification?: string;
    /**
     * The changes of the new iteration, by field, as in `updateExperimentFields`. LaunchDarkly documents `hypothesis`, and
     * publishes no full list.
     */
    value?: {
        [key: string]: FieldUpdate;
    };
}
/**
 * Starts an iteration that was created before. Its flag must be on and not archived, its `randomizationUnit` set, and the
 * `allocationPercent` of at least one treatment not zero.
 */
export interface StartIterationInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "startIteration";
    /** Why a new iteration starts. Required where the experiment is running already. */
    changeJustification?: string;
}
/** Stops the current iteration. */
export interface StopIterationInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "stopIteration";
    /** The ID of the winning treatment, the `_id` in `treatments` of Get experiment. */
    winningTreatmentId?: string;
    /** Why this treatment wins. */
    winningReason?: string;
}
/** Archives the experiment. It is hidden by default, and no iteration of it can start. */
export interface ArchiveExperimentInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "archiveExperiment";
}
/** Restores an archived experiment. Its iterations can start again. */
export interface RestoreExperimentInstruction {
    /**
     * What to do.
     * @constant
     */
    kind: "restoreExperiment";
}
/** What to do with one field. */
export type FieldUpdate = {
    /**
     * Whether the value is added to the field or takes its place.
     * @enum {string}
     */
    operation: "add" | "update";
    /** The new value, of the type that the field has. */
    value: unknown;
} | {
    /**
     * The field, or a value of it, is removed.
     * @constant
     */
    operation: "remove";
    /** Optional here. LaunchDarkly does not document what it means. */
    value?: unknown;
};
/** An instruction that LaunchDarkly documents, discriminated by `kind`. */
export type KnownInstruction = UpdateNameInstruction | UpdateDescriptionInstruction | UpdateExperimentFieldsInstruction | SaveAndStartNewIterationInstruction | StartIterationInstruction | StopIterationInstruction | ArchiveExperimentInstruction | RestoreExperimentInstruction;
/**
 * An instruction of a kind that this contract does not know. LaunchDarkly adds kinds, so whoever reads a patch meets them
 * without an error; whoever writes one keeps to `KnownInstruction`.
 */
export interface UnknownInstruction {
    /** What to do. */
    kind: string;
}
/** One thing that an update does. */
export type Instruction = KnownInstruction;
/** A semantic patch of an experiment. All of its instructions are applied, or none. */
export interface ExperimentPatchInput {
    /** Why the experiment is updated. */
    comment?: string;
    /** What to do, in this order. */
    instructions: readonly Instruction[];
}
/** The body of a 409 response. Its known `code` is `optimistic_locking_error`. */
export interface StatusConflictErrorRep {
    code: ErrorCode;
    message: ErrorMessage;
    id?: ErrorId;
}
export type ResponseIteration = components['responses']['Iteration'];
export type ResponseInvalidRequest = components['responses']['InvalidRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseExperiment = components['responses']['Experiment'];
export type ResponseMethodNotAllowed = components['responses']['MethodNotAllowed'];
export type ResponseUpdatedExperiment = components['responses']['UpdatedExperiment'];
export type ResponseStatusConflict = components['responses']['StatusConflict'];
export type ParameterProjectKey = components['parameters']['projectKey'];
export type ParameterEnvironmentKey = components['parameters']['environmentKey'];
export type ParameterExperimentKey = components['parameters']['experimentKey'];
export type ParameterLdApiVersion = components['parameters']['LD-API-Version'];
export type ParameterExpand = components['parameters']['expand'];
export type HeaderXRatelimitGlobalLimit = components['headers']['X-Ratelimit-Global-Limit'];
export type HeaderXRatelimitGlobalRemaining = components['headers']['X-Ratelimit-Global-Remaining'];
export type HeaderXRatelimitRouteLimit = components['headers']['X-Ratelimit-Route-Limit'];
export type HeaderXRatelimitRouteRemaining = components['headers']['X-Ratelimit-Route-Remaining'];
export type HeaderXRatelimitReset = components['headers']['X-Ratelimit-Reset'];
export type HeaderXRatelimitAuthTokenLimit = components['headers']['X-Ratelimit-Auth-Token-Limit'];
export type HeaderXRatelimitAuthTokenRemaining = components['headers']['X-Ratelimit-Auth-Token-Remaining'];
export type HeaderXRatelimitAuthTokenReset = components['headers']['X-Ratelimit-Auth-Token-Reset'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    createIteration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 * integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        /** The iteration to create. */
        requestBody: {
            content: {
                "application/json": IterationInput;
            };
        };
        responses: {
            200: components["responses"]["Iteration"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
        };
    };
    getExperiment: {
        parameters: {
            query?: {
                /**
                 * The fields to add to the response, separated by commas: `analysisConfig`, `draftIteration`, `mutableFieldsByStatus`,
                 * `previousIterations`, `secondaryMetrics`, `treatments`.
                 */
                expand?: components["parameters"]["expand"];
            };
            header?: {
                /**
                 * The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 * integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Experiment"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["RateLimited"];
        };
    };
    patchExperiment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 * integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        /** The instructions. */
        requestBody: {
            content: {
                "application/json; domain-model=launchdarkly.semanticpatch": ExperimentPatchInput;
            };
        };
        responses: {
            200: components["responses"]["UpdatedExperiment"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["StatusConflict"];
            429: components["responses"]["RateLimited"];
        };
    };
}
