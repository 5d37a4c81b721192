/** Written by `make generate` from spec/. Do not edit. */

export interface paths {
    "/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 *     integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** @description The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** @description The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** @description The key of the experiment. */
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
         *     The new iteration has the status `not_started` and shows up as the `draftIteration` of its experiment, which
         *     [Get experiment](https://launchdarkly.com/docs/api/experiments/get-experiment) leaves out unless it is called with
         *     `?expand=draftIteration`. A first iteration that never started has been seen as the `currentIteration` instead: look
         *     for a draft in both. It starts and stops through
         *     [Update experiment](https://launchdarkly.com/docs/api/experiments/patch-experiment), with the instructions
         *     `startIteration` and `stopIteration`; see
         *     [Start experiment iterations](https://launchdarkly.com/docs/home/experimentation/start-stop-exp).
         *
         *     **Deprecated.** LaunchDarkly will remove this operation in a future version. Use the instructions
         *     `updateExperimentFields` and `saveAndStartNewIteration` of Update experiment instead. They are no full replacement:
         *     none of them makes a draft beside a running iteration without starting it.
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
                 * @description The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 *     integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** @description The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** @description The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** @description The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        /**
         * Get experiment
         * @description Returns an experiment with its current iteration. By default it has no draft, no previous iterations, no treatments
         *     and no secondary metrics: `expand` asks for them. A field that is asked for and empty is left out as well.
         *
         *     Whoever looks for a draft calls with `?expand=draftIteration`, and looks at a `currentIteration` with the status
         *     `not_started` too: a first iteration that never started has been seen there.
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
         *     LaunchDarkly's menu calls this operation Patch experiment.
         *
         *     The body is a semantic patch: all of its instructions are applied or, where one is invalid, none. What is already as
         *     asked is left alone and succeeds. The media type needs its parameter `domain-model=launchdarkly.semanticpatch`;
         *     LaunchDarkly documents that a body without it is taken for a JSON patch and refused with 400, though it has been
         *     seen to be accepted here.
         *
         *     A 409 means a conflict with a concurrent update, which may be called again. The same status has been seen where the
         *     rule of the flag is in another running experiment, which no waiting cures.
         */
        patch: operations["patchExperiment"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A metric or metric group to measure. */
        MetricInput: {
            /** @description The key of the metric or metric group. */
            key: string;
            /**
             * @description Whether the key is that of a metric group (`true`) or of a metric (`false`).
             * @default false
             */
            isGroup?: boolean;
            /**
             * @deprecated
             * @description Whether the metric is primary (`true`) or secondary (`false`). Deprecated: use `primarySingleMetricKey`
             *     and `primaryFunnelKey` of the iteration.
             */
            primary?: boolean;
            /** @description The context kind by which the metric is analyzed. By default, the iteration's randomization unit. */
            analysisUnit?: string;
        };
        /** @description One variation of one flag. */
        TreatmentParameterInput: {
            /** @description The key of the flag. */
            flagKey: string;
            /** @description The ID of the flag's variation. */
            variationId: string;
        };
        /** @description One of the alternatives that the iteration compares. */
        TreatmentInput: {
            /** @description The name of the treatment. */
            name: string;
            /** @description Whether the other treatments are compared against this one. */
            baseline: boolean;
            /** @description The percentage of traffic that the treatment gets, a decimal number written as a string. */
            allocationPercent: string;
            /** @description Which variation of which flag the treatment serves. */
            parameters: components["schemas"]["TreatmentParameterInput"][];
        };
        /** @description The targeting rule of a flag that the iteration uses. */
        FlagInput: {
            /** @description The ID of the targeting rule, or `fallthrough` for the flag's default rule while it is on. */
            ruleId: string;
            /**
             * @description The version of the flag's configuration in the environment: `environments.<environmentKey>.version` of Get feature
             *     flag, or `environments.<environmentKey>._version` of the targeting of an AI Config. The top-level version is
             *     another number.
             */
            flagConfigVersion: number;
            /**
             * @description The ID of the variation for traffic outside the analysis. When it is absent, the variation of the baseline
             *     treatment serves, if there is one.
             */
            notInExperimentVariationId?: string;
        };
        /** @description At least one of `primarySingleMetricKey` and `primaryFunnelKey` must be present; both may be. */
        PrimaryMetricSelector: {
            /** @description The key of the primary metric. */
            primarySingleMetricKey: string;
        } | {
            /** @description The key of the primary funnel metric group. */
            primaryFunnelKey: string;
        };
        /** @description The iteration to create. It names at least one primary metric; see `PrimaryMetricSelector`. */
        IterationInput: {
            /** @description What the experiment is expected to show. */
            hypothesis: string;
            /**
             * @description Whether traffic may move from one variation to another when you increase or decrease the traffic in the
             *     experiment's audience (`true`), or all of it keeps the variation that it was first given (`false`).
             * @default true
             */
            canReshuffleTraffic?: boolean;
            /** @description The metrics and metric groups that the iteration measures. */
            metrics: components["schemas"]["MetricInput"][];
            /** @description The key of the primary metric. */
            primarySingleMetricKey?: string;
            /** @description The key of the primary funnel metric group. */
            primaryFunnelKey?: string;
            /** @description What the iteration compares. A treatment serves variations that the flags already have. */
            treatments: components["schemas"]["TreatmentInput"][];
            /** @description The flags and targeting rules that the iteration uses, by flag key. An object, not its JSON text. */
            flags: {
                [key: string]: components["schemas"]["FlagInput"];
            };
            /**
             * @description The context kind by which traffic is split between the treatments.
             * @default user
             */
            randomizationUnit?: string;
            /** @description How often the allocation is updated, in milliseconds. */
            reallocationFrequencyMillis?: number;
            /** @description The ID of the covariate file (CSV), for stratified sampling. */
            covariateId?: string;
            /** @description The context attributes by which the results can be sliced. */
            attributes?: string[];
        } & components["schemas"]["PrimaryMetricSelector"];
        /** @description Where a related resource is, and its media type. */
        Link: {
            /** @description The address of the resource, relative to the server. */
            href?: string;
            /** @description The media type of the resource. */
            type?: string;
        };
        /** @description A flag that the iteration uses, with its targeting rule. */
        FlagRep: {
            /** @description The targeting rule, `fallthrough` for the flag's default rule. */
            targetingRule?: string;
            /** @description The description of the targeting rule. */
            targetingRuleDescription?: string;
            /** @description The clauses by which the rule targets contexts. LaunchDarkly does not document their shape. */
            targetingRuleClauses?: unknown[];
            /** @description The version of the flag's configuration. */
            flagConfigVersion?: number;
            /** @description The ID of the variation for traffic outside the analysis. */
            notInExperimentVariationId?: string;
            /** @description Related resources, by relation. */
            _links: {
                [key: string]: components["schemas"]["Link"];
            };
        };
        /** @description A metric as a member of a metric group. */
        MetricInGroupRep: {
            /** @description The key of the metric. */
            key: string;
            /** @description The ID of the version of the metric. */
            _versionId?: string;
            /** @description The name of the metric. */
            name: string;
            /**
             * @description The kind of event that the metric follows.
             * @enum {string}
             */
            kind: "pageview" | "click" | "custom" | "trace" | (string & {});
            /**
             * @description For custom metrics: whether a numeric value is compared with a baseline (`true`) or a conversion is counted
             *     (`false`).
             */
            isNumeric?: boolean;
            /**
             * @description How the events of one unit are aggregated.
             * @enum {string}
             */
            unitAggregationType?: "sum" | "average" | "count_distinct" | (string & {});
            /**
             * @description How the values of the metric are analyzed.
             * @enum {string}
             */
            analysisType?: "mean" | "percentile" | (string & {});
            /** @description The key of the event that the metric follows. For custom metrics. */
            eventKey?: string;
            /** @description The context kind by which the metric is analyzed. */
            analysisUnit?: string;
            /** @description Related resources, by relation. */
            _links: {
                [key: string]: components["schemas"]["Link"];
            };
            /**
             * @description The name of the metric within its group, which may differ from its own. Present if and only if the group is a
             *     funnel.
             */
            nameInGroup?: string;
            /**
             * @deprecated
             * @description The randomization units of the metric. Deprecated, use `analysisUnits`.
             */
            randomizationUnits?: string[];
            /** @description The context kinds by which the metric can be analyzed. */
            analysisUnits?: string[];
        };
        /** @description A metric or a metric group, discriminated by `isGroup`. */
        DependentMetricOrMetricGroupRep: {
            /** @description The key of the metric or metric group. */
            key: string;
            /** @description The ID of the version of the metric or metric group. */
            _versionId: string;
            /** @description The name of the metric or metric group. */
            name: string;
            /**
             * @description The kind of event that the metric follows, or the type of the metric group.
             * @enum {string}
             */
            kind: "pageview" | "click" | "custom" | "trace" | "funnel" | "standard" | (string & {});
            /**
             * @description For custom and trace metrics: whether a numeric value is compared with a baseline (`true`) or a conversion is
             *     counted (`false`).
             */
            isNumeric?: boolean;
            /** @description The key of the event that the metric follows. For custom metrics. */
            eventKey?: string;
            /** @description Related resources, by relation. */
            _links: {
                [key: string]: components["schemas"]["Link"];
            };
            /** @description Whether this is a metric group (`true`) or a metric (`false`). */
            isGroup: boolean;
            /** @description The metrics of the metric group, in order. */
            metrics?: components["schemas"]["MetricInGroupRep"][];
            /**
             * @description How the values of the metric are analyzed. Set for metrics alone, not for metric groups.
             * @enum {string}
             */
            analysisType?: "mean" | "percentile" | (string & {});
            /** @description The context kind by which the metric is analyzed. `null` stands for the randomization unit of the iteration. */
            analysisUnit?: string | null;
        };
        /** @description A metric. */
        MetricV2Rep: {
            /** @description The key of the metric. */
            key: string;
            /** @description The ID of the version of the metric. */
            _versionId?: string;
            /** @description The name of the metric. */
            name: string;
            /**
             * @description The kind of event that the metric follows.
             * @enum {string}
             */
            kind: "pageview" | "click" | "custom" | "trace" | (string & {});
            /**
             * @description For custom metrics: whether a numeric value is compared with a baseline (`true`) or a conversion is counted
             *     (`false`).
             */
            isNumeric?: boolean;
            /**
             * @description How the events of one unit are aggregated.
             * @enum {string}
             */
            unitAggregationType?: "sum" | "average" | "count_distinct" | (string & {});
            /**
             * @description How the values of the metric are analyzed.
             * @enum {string}
             */
            analysisType?: "mean" | "percentile" | (string & {});
            /** @description The key of the event that the metric follows. For custom metrics. */
            eventKey?: string;
            /** @description The context kind by which the metric is analyzed. */
            analysisUnit?: string;
            /** @description Related resources, by relation. */
            _links: {
                [key: string]: components["schemas"]["Link"];
            };
        };
        /** @description A metric group with its metrics. */
        DependentMetricGroupRepWithMetrics: {
            /** @description The key of the metric group. */
            key: string;
            /** @description The name of the metric group. */
            name: string;
            /**
             * @description The type of the metric group.
             * @enum {string}
             */
            kind: "funnel" | "standard" | (string & {});
            /** @description Related resources, by relation. */
            _links: {
                [key: string]: components["schemas"]["Link"];
            };
            /** @description The metrics of the metric group. */
            metrics?: components["schemas"]["MetricInGroupRep"][];
        };
        /** @description One variation of one flag. */
        ParameterRep: {
            /** @description The ID of the flag's variation. */
            variationId?: string;
            /** @description The key of the flag. */
            flagKey?: string;
        };
        /** @description One of the alternatives that the iteration compares. */
        TreatmentRep: {
            /** @description The ID of the treatment, which is the ID of the flag's variation. */
            _id?: string;
            /**
             * @description The name of the flag's variation, which need not be the name that was sent. Match a treatment that was sent with one
             *     that is returned by `parameters[]`.
             */
            name: string;
            /** @description The percentage of traffic that the treatment gets, a decimal number written as a string. */
            allocationPercent: string;
            /** @description Whether the other treatments are compared against this one. */
            baseline?: boolean;
            /** @description Which variation of which flag the treatment serves. */
            parameters?: components["schemas"]["ParameterRep"][];
        };
        /** @description A layer as it was when the iteration stopped. */
        LayerSnapshotRep: {
            /** @description The key of the layer. */
            key: string;
            /** @description The name of the layer. */
            name: string;
            /** @description The percentage of the layer's traffic that was reserved for this iteration. */
            reservationPercent: number;
            /** @description The percentage of the layer's traffic that was reserved for the other experiments of the environment. */
            otherReservationPercent: number;
        };
        /** @description A covariate file, used for stratified sampling. */
        CovariateInfoRep: {
            /** @description The ID of the covariate file. */
            id: string;
            /** @description The name of the covariate file. */
            fileName: string;
            /**
             * Format: int64
             * @description When the covariate file was created, in epoch milliseconds.
             */
            createdAt: number;
        };
        /** @description An iteration of an experiment. */
        IterationRep: {
            /** @description The ID of the iteration. */
            _id?: string;
            /** @description What the experiment is expected to show. */
            hypothesis: string;
            /**
             * @description Whether the iteration has started and stopped. A new one is `not_started`.
             * @enum {string}
             */
            status: "not_started" | "running" | "stopped" | (string & {});
            /**
             * Format: int64
             * @description When the iteration was created, in epoch milliseconds.
             */
            createdAt: number;
            /**
             * Format: int64
             * @description When the iteration started, in epoch milliseconds.
             */
            startedAt?: number;
            /**
             * Format: int64
             * @description When the iteration stopped, in epoch milliseconds.
             */
            endedAt?: number;
            /** @description The ID of the treatment chosen as the winner when the iteration stopped. */
            winningTreatmentId?: string;
            /** @description Why the iteration was stopped. */
            winningReason?: string;
            /**
             * @description Whether traffic may move from one variation to another when the experiment's audience changes (`true`), or all of
             *     it keeps the variation that it was first given (`false`).
             */
            canReshuffleTraffic?: boolean;
            /** @description The flags that the iteration uses, by flag key. */
            flags?: {
                [key: string]: components["schemas"]["FlagRep"];
            };
            /** @description How often the allocation is updated, in milliseconds. Present for multi-armed bandits alone. */
            reallocationFrequencyMillis?: number;
            /** @description The current version of the iteration. */
            version?: number;
            /**
             * @deprecated
             * @description The primary metric. Deprecated, use `primarySingleMetric` and `primaryFunnel`.
             */
            primaryMetric?: components["schemas"]["DependentMetricOrMetricGroupRep"];
            /** @description The primary metric. */
            primarySingleMetric?: components["schemas"]["MetricV2Rep"];
            /** @description The primary funnel metric group. */
            primaryFunnel?: components["schemas"]["DependentMetricGroupRepWithMetrics"];
            /** @description The context kind by which traffic is split between the treatments. */
            randomizationUnit?: string;
            /** @description The context attributes that are available as filters of the results. */
            attributes?: string[];
            /** @description What the iteration compares. */
            treatments?: components["schemas"]["TreatmentRep"][];
            /**
             * @deprecated
             * @description The secondary metrics. Deprecated, use `metrics`.
             */
            secondaryMetrics?: components["schemas"]["MetricV2Rep"][];
            /** @description The metrics and metric groups that the iteration measures. */
            metrics?: components["schemas"]["DependentMetricOrMetricGroupRep"][];
            /** @description The experiment's layer as it was when the iteration stopped. Absent outside a layer. */
            layerSnapshot?: components["schemas"]["LayerSnapshotRep"];
            /** @description The covariate file of a stratified sample. */
            covariateInfo?: components["schemas"]["CovariateInfoRep"];
        };
        /** @description What went wrong, for programs. */
        ErrorCode: string;
        /** @description What went wrong, for people. */
        ErrorMessage: string;
        /** @description A unique identifier of this error, to quote to LaunchDarkly's support. */
        ErrorId: string;
        /** @description The body of a 400 response. Its known `code` is `invalid_request`. */
        InvalidRequestErrorRep: {
            code: components["schemas"]["ErrorCode"];
            message: components["schemas"]["ErrorMessage"];
            id?: components["schemas"]["ErrorId"];
        };
        /** @description The body of a 401 response. Its known `code` is `unauthorized`. */
        UnauthorizedErrorRep: {
            code: components["schemas"]["ErrorCode"];
            message: components["schemas"]["ErrorMessage"];
            id?: components["schemas"]["ErrorId"];
        };
        /** @description The body of a 403 response. Its known `code` is `forbidden`. */
        ForbiddenErrorRep: {
            code: components["schemas"]["ErrorCode"];
            message: components["schemas"]["ErrorMessage"];
            id?: components["schemas"]["ErrorId"];
        };
        /** @description The body of a 404 response. Its known `code` is `not_found`. */
        NotFoundErrorRep: {
            code: components["schemas"]["ErrorCode"];
            message: components["schemas"]["ErrorMessage"];
            id?: components["schemas"]["ErrorId"];
        };
        /** @description The body of a 429 response. Its known `code` is `rate_limited`. */
        RateLimitedErrorRep: {
            code: components["schemas"]["ErrorCode"];
            message: components["schemas"]["ErrorMessage"];
            id?: components["schemas"]["ErrorId"];
        };
        /** @description The statement of a role by which an action is denied. */
        AccessDeniedReason: {
            /** @description The specifiers of the resources that the statement covers. */
            resources?: string[];
            /** @description The specifiers of the resources that it leaves out. Set only where `resources` and `notActions` are empty. */
            notResources?: string[];
            /** @description The actions that the statement covers. */
            actions?: string[];
            /** @description The actions that it leaves out. Set only where `actions` and `notResources` are empty. */
            notActions?: string[];
            /**
             * @description Whether the statement allows or denies.
             * @enum {string}
             */
            effect: "allow" | "deny" | (string & {});
            /** @description The name of the role. */
            role_name?: string;
        };
        /** @description An action that is denied, and the statement of a role that says so. */
        AccessDenied: {
            /** @description The action. */
            action: string;
            /** @description The statement that decides it. */
            reason: components["schemas"]["AccessDeniedReason"];
        };
        /** @description The statement of a role by which an action is allowed. */
        AccessAllowedReason: {
            /** @description The specifiers of the resources that the statement covers. */
            resources?: string[];
            /** @description The specifiers of the resources that it leaves out. Set only where `resources` and `notActions` are empty. */
            notResources?: string[];
            /** @description The actions that the statement covers. */
            actions?: string[];
            /** @description The actions that it leaves out. Set only where `actions` and `notResources` are empty. */
            notActions?: string[];
            /**
             * @description Whether the statement allows or denies.
             * @enum {string}
             */
            effect: "allow" | "deny" | (string & {});
            /** @description The name of the role. */
            role_name?: string;
        };
        /** @description An action that is allowed, and the statement of a role that says so. */
        AccessAllowedRep: {
            /** @description The action. */
            action: string;
            /** @description The statement that decides it. */
            reason: components["schemas"]["AccessAllowedReason"];
        };
        /** @description The actions that the caller may and may not take, each with the reason. */
        Access: {
            /** @description The actions that are denied. */
            denied: components["schemas"]["AccessDenied"][];
            /** @description The actions that are allowed. */
            allowed: components["schemas"]["AccessAllowedRep"][];
        };
        /** @description How the results of an experiment are analyzed. */
        AnalysisConfigRep: {
            /**
             * @description For the Bayesian methodology: the threshold of the probabilities to beat the baseline and to be best, from 0 to
             *     100, a decimal number written as a string.
             */
            bayesianThreshold?: string;
            /**
             * @description For the frequentist methodology: the threshold of significance, from 0.0 to 1.0, a decimal number written as a
             *     string.
             */
            significanceThreshold?: string;
            /** @description For the frequentist methodology: on which sides the test looks. */
            testDirection?: string;
            /**
             * @description How the results are corrected for multiple comparisons.
             * @enum {string}
             */
            multipleComparisonCorrectionMethod?: "bonferroni" | "benjamini-hochberg" | (string & {});
            /**
             * @description What the correction for multiple comparisons counts.
             * @enum {string}
             */
            multipleComparisonCorrectionScope?: "variations" | "variations-and-metrics" | "metrics" | (string & {});
            /** @description For the frequentist methodology: whether sequential testing is on. */
            sequentialTestingEnabled?: boolean;
        };
        /**
         * @description For each status of the current iteration, the fields that `updateExperimentFields` may change, each with the operations
         *     that are allowed: `add`, `update`, `remove`. LaunchDarkly publishes no list of the fields.
         */
        MutableFieldsByStatusRep: {
            /** @description The operations that are allowed before the iteration starts, by field. */
            not_started?: {
                [key: string]: string[];
            };
            /** @description The operations that are allowed while the iteration runs, by field. */
            running?: {
                [key: string]: string[];
            };
            /** @description The operations that are allowed once the iteration has stopped, by field. */
            stopped?: {
                [key: string]: string[];
            };
        };
        /**
         * @description An experiment with its current iteration. What `expand` can name is left out unless the call asks for it, and where it
         *     is empty.
         */
        Experiment: {
            /** @description The ID of the experiment. */
            _id?: string;
            /** @description The key of the experiment. */
            key: string;
            /** @description The name of the experiment. */
            name: string;
            /** @description The description of the experiment. */
            description?: string;
            /** @description The ID of the member who maintains the experiment. */
            _maintainerId: string;
            /**
             * Format: int64
             * @description When the experiment was created, in epoch milliseconds.
             */
            _creationDate: number;
            /** @description The key of the environment that the experiment belongs to. */
            environmentKey: string;
            /**
             * @description How the results are analyzed.
             * @enum {string}
             */
            methodology?: "bayesian" | "frequentist" | "export_only" | (string & {});
            /**
             * @description Where the data of the metrics comes from. LaunchDarkly's own documents disagree about the last two values.
             * @enum {string}
             */
            dataSource?: "launchdarkly" | "snowflake" | "databricks" | "redshift" | (string & {});
            /**
             * Format: int64
             * @description When the experiment was archived, in epoch milliseconds. Absent where it is not archived.
             */
            archivedDate?: number;
            /** @description The tags of the experiment. */
            tags?: string[];
            /** @description Related resources, by relation. */
            _links: {
                [key: string]: components["schemas"]["Link"];
            };
            /** @description The ID of the holdout that the experiment is part of. */
            holdoutId?: string;
            /** @description The current iteration. A first iteration that never started has been seen here too, with the status `not_started`. */
            currentIteration?: components["schemas"]["IterationRep"];
            /** @description The type of the experiment. Known are `experiment`, `mab` (multi-armed bandit) and `holdout`. */
            type?: string;
            /** @description What the caller may do with the experiment. */
            _access?: components["schemas"]["Access"];
            /** @description The iteration that has not started yet. Only with `expand=draftIteration`. */
            draftIteration?: components["schemas"]["IterationRep"];
            /** @description The iterations before the current one. Only with `expand=previousIterations`. */
            previousIterations?: components["schemas"]["IterationRep"][];
            /** @description How the analysis is configured. Only with `expand=analysisConfig`. */
            analysisConfig?: components["schemas"]["AnalysisConfigRep"];
            /**
             * @description Which fields an update may change, by the status of the current iteration. Only with
             *     `expand=mutableFieldsByStatus`.
             */
            mutableFieldsByStatus?: components["schemas"]["MutableFieldsByStatusRep"];
        };
        /** @description The body of a 405 response. Its known `code` is `method_not_allowed`. */
        MethodNotAllowedErrorRep: {
            code: components["schemas"]["ErrorCode"];
            message: components["schemas"]["ErrorMessage"];
            id?: components["schemas"]["ErrorId"];
        };
        /**
         * @deprecated
         * @description Updates the name of the experiment. Deprecated, use `updateExperimentFields`.
         */
        UpdateNameInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "updateName";
            /** @description The new name. */
            value: string;
        };
        /**
         * @deprecated
         * @description Updates the description of the experiment. Deprecated, use `updateExperimentFields`.
         */
        UpdateDescriptionInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "updateDescription";
            /** @description The new description. */
            value: string;
        };
        /** @description What to do with one field. */
        FieldUpdate: {
            /**
             * @description Whether the value is added to the field or takes its place.
             * @enum {string}
             */
            operation: "add" | "update";
            /** @description The new value, of the type that the field has. */
            value: unknown;
        } | {
            /**
             * @description The field, or a value of it, is removed.
             * @constant
             */
            operation: "remove";
            /** @description Optional here. LaunchDarkly does not document what it means. */
            value?: unknown;
        };
        /**
         * @description Changes fields of the experiment or of its current iteration. Which fields and operations are allowed depends on the
         *     status of the iteration; `mutableFieldsByStatus` of Get experiment lists them.
         */
        UpdateExperimentFieldsInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "updateExperimentFields";
            /** @description The changes, by field. LaunchDarkly documents `name` and `tags`, and publishes no full list. */
            value: {
                [key: string]: components["schemas"]["FieldUpdate"];
            };
        };
        /**
         * @description Stops the running iteration, makes a new one from it, changes fields of the new one, and starts it. Each repeat ends
         *     another iteration.
         */
        SaveAndStartNewIterationInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "saveAndStartNewIteration";
            /** @description Why the iteration is stopped and another one started. */
            changeJustification?: string;
            /**
             * @description The changes of the new iteration, by field, as in `updateExperimentFields`. LaunchDarkly documents `hypothesis`, and
             *     publishes no full list.
             */
            value?: {
                [key: string]: components["schemas"]["FieldUpdate"];
            };
        };
        /**
         * @description Starts an iteration that was created before. Its flag must be on and not archived, its `randomizationUnit` set, and the
         *     `allocationPercent` of at least one treatment not zero.
         */
        StartIterationInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "startIteration";
            /** @description Why a new iteration starts. Required where the experiment is running already. */
            changeJustification?: string;
        };
        /** @description Stops the current iteration. */
        StopIterationInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "stopIteration";
            /** @description The ID of the winning treatment, the `_id` in `treatments` of Get experiment. */
            winningTreatmentId?: string;
            /** @description Why this treatment wins. */
            winningReason?: string;
        };
        /** @description Archives the experiment. It is hidden by default, and no iteration of it can start. */
        ArchiveExperimentInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "archiveExperiment";
        };
        /** @description Restores an archived experiment. Its iterations can start again. */
        RestoreExperimentInstruction: {
            /**
             * @description What to do.
             * @constant
             */
            kind: "restoreExperiment";
        };
        /** @description An instruction that LaunchDarkly documents, discriminated by `kind`. */
        KnownInstruction: components["schemas"]["UpdateNameInstruction"] | components["schemas"]["UpdateDescriptionInstruction"] | components["schemas"]["UpdateExperimentFieldsInstruction"] | components["schemas"]["SaveAndStartNewIterationInstruction"] | components["schemas"]["StartIterationInstruction"] | components["schemas"]["StopIterationInstruction"] | components["schemas"]["ArchiveExperimentInstruction"] | components["schemas"]["RestoreExperimentInstruction"];
        /**
         * @description An instruction of a kind that this contract does not know. LaunchDarkly adds kinds, so whoever reads a patch meets them
         *     without an error; whoever writes one keeps to `KnownInstruction`.
         */
        UnknownInstruction: {
            /** @description What to do. */
            kind: string;
        };
        /** @description One thing that an update does. */
        Instruction: components["schemas"]["KnownInstruction"];
        /** @description A semantic patch of an experiment. All of its instructions are applied, or none. */
        ExperimentPatchInput: {
            /** @description Why the experiment is updated. */
            comment?: string;
            /** @description What to do, in this order. */
            instructions: components["schemas"]["Instruction"][];
        };
        /** @description The body of a 409 response. Its known `code` is `optimistic_locking_error`. */
        StatusConflictErrorRep: {
            code: components["schemas"]["ErrorCode"];
            message: components["schemas"]["ErrorMessage"];
            id?: components["schemas"]["ErrorId"];
        };
    };
    responses: {
        /** @description The iteration was created. Its status is `not_started`. */
        Iteration: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IterationRep"];
            };
        };
        /** @description The request is malformed or breaks a rule. */
        InvalidRequest: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InvalidRequestErrorRep"];
            };
        };
        /** @description The access token is missing or invalid, or it may not make this call. */
        Unauthorized: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedErrorRep"];
            };
        };
        /** @description The access token may not do this to the experiment. */
        Forbidden: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenErrorRep"];
            };
        };
        /** @description No such project, environment or experiment. */
        NotFound: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundErrorRep"];
            };
        };
        /** @description Too many requests in the current window. */
        RateLimited: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                /**
                 * @description Sent on limits by IP address: the number of seconds to wait, at least, before any further call to the API. Add
                 *     jitter and back off.
                 * @example 10
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitedErrorRep"];
            };
        };
        /** @description The experiment, with what `expand` asked for. */
        Experiment: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Experiment"];
            };
        };
        /** @description The method is not allowed here. */
        MethodNotAllowed: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MethodNotAllowedErrorRep"];
            };
        };
        /** @description The experiment as it is after the update. Nothing is expanded. */
        UpdatedExperiment: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Experiment"];
            };
        };
        /** @description The update conflicts with another one, or with another running experiment. Nothing was applied. */
        StatusConflict: {
            headers: {
                /**
                 * @description The number of requests that the account may send to the whole API in one window of ten seconds.
                 * @example 100
                 */
                "X-Ratelimit-Global-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to the whole API in the current window.
                 * @example 98
                 */
                "X-Ratelimit-Global-Remaining"?: number;
                /**
                 * @description The number of requests that the account may send to this route in one window of ten seconds.
                 * @example 50
                 */
                "X-Ratelimit-Route-Limit"?: number;
                /**
                 * @description The number of requests that the account may still send to this route in the current window.
                 * @example 48
                 */
                "X-Ratelimit-Route-Remaining"?: number;
                /**
                 * @description When the current window of the global and the route limit ends, in epoch milliseconds.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Reset"?: number;
                /**
                 * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
                 *     it.
                 * @example 40
                 */
                "X-Ratelimit-Auth-Token-Limit"?: number;
                /**
                 * @description The number of requests that this access token may still send in the current window.
                 * @example 38
                 */
                "X-Ratelimit-Auth-Token-Remaining"?: number;
                /**
                 * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
                 *     of it.
                 * @example 1654104610000
                 */
                "X-Ratelimit-Auth-Token-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusConflictErrorRep"];
            };
        };
    };
    parameters: {
        /** @description The key of the project. */
        projectKey: string;
        /** @description The key of the environment. */
        environmentKey: string;
        /** @description The key of the experiment. */
        experimentKey: string;
        /**
         * @description The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
         *     integration to send it explicitly.
         * @example 20240415
         */
        "LD-API-Version": string;
        /**
         * @description The fields to add to the response, separated by commas: `analysisConfig`, `draftIteration`, `mutableFieldsByStatus`,
         *     `previousIterations`, `secondaryMetrics`, `treatments`.
         */
        expand: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The number of requests that the account may send to the whole API in one window of ten seconds.
         * @example 100
         */
        "X-Ratelimit-Global-Limit": number;
        /**
         * @description The number of requests that the account may still send to the whole API in the current window.
         * @example 98
         */
        "X-Ratelimit-Global-Remaining": number;
        /**
         * @description The number of requests that the account may send to this route in one window of ten seconds.
         * @example 50
         */
        "X-Ratelimit-Route-Limit": number;
        /**
         * @description The number of requests that the account may still send to this route in the current window.
         * @example 48
         */
        "X-Ratelimit-Route-Remaining": number;
        /**
         * @description When the current window of the global and the route limit ends, in epoch milliseconds.
         * @example 1654104610000
         */
        "X-Ratelimit-Reset": number;
        /**
         * @description The number of requests that this access token may send in one window of ten seconds. Other tokens do not share
         *     it.
         * @example 40
         */
        "X-Ratelimit-Auth-Token-Limit": number;
        /**
         * @description The number of requests that this access token may still send in the current window.
         * @example 38
         */
        "X-Ratelimit-Auth-Token-Remaining": number;
        /**
         * @description When the current window of the access token's limit ends, in epoch milliseconds. `X-Ratelimit-Reset` says nothing
         *     of it.
         * @example 1654104610000
         */
        "X-Ratelimit-Auth-Token-Reset": number;
        /**
         * @description Sent on limits by IP address: the number of seconds to wait, at least, before any further call to the API. Add
         *     jitter and back off.
         * @example 10
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type MetricInput = components['schemas']['MetricInput'];
export type TreatmentParameterInput = components['schemas']['TreatmentParameterInput'];
export type TreatmentInput = components['schemas']['TreatmentInput'];
export type FlagInput = components['schemas']['FlagInput'];
export type PrimaryMetricSelector = components['schemas']['PrimaryMetricSelector'];
export type IterationInput = components['schemas']['IterationInput'];
export type Link = components['schemas']['Link'];
export type FlagRep = components['schemas']['FlagRep'];
export type MetricInGroupRep = components['schemas']['MetricInGroupRep'];
export type DependentMetricOrMetricGroupRep = components['schemas']['DependentMetricOrMetricGroupRep'];
export type MetricV2Rep = components['schemas']['MetricV2Rep'];
export type DependentMetricGroupRepWithMetrics = components['schemas']['DependentMetricGroupRepWithMetrics'];
export type ParameterRep = components['schemas']['ParameterRep'];
export type TreatmentRep = components['schemas']['TreatmentRep'];
export type LayerSnapshotRep = components['schemas']['LayerSnapshotRep'];
export type CovariateInfoRep = components['schemas']['CovariateInfoRep'];
export type IterationRep = components['schemas']['IterationRep'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorMessage = components['schemas']['ErrorMessage'];
export type ErrorId = components['schemas']['ErrorId'];
export type InvalidRequestErrorRep = components['schemas']['InvalidRequestErrorRep'];
export type UnauthorizedErrorRep = components['schemas']['UnauthorizedErrorRep'];
export type ForbiddenErrorRep = components['schemas']['ForbiddenErrorRep'];
export type NotFoundErrorRep = components['schemas']['NotFoundErrorRep'];
export type RateLimitedErrorRep = components['schemas']['RateLimitedErrorRep'];
export type AccessDeniedReason = components['schemas']['AccessDeniedReason'];
export type AccessDenied = components['schemas']['AccessDenied'];
export type AccessAllowedReason = components['schemas']['AccessAllowedReason'];
export type AccessAllowedRep = components['schemas']['AccessAllowedRep'];
export type Access = components['schemas']['Access'];
export type AnalysisConfigRep = components['schemas']['AnalysisConfigRep'];
export type MutableFieldsByStatusRep = components['schemas']['MutableFieldsByStatusRep'];
export type Experiment = components['schemas']['Experiment'];
export type MethodNotAllowedErrorRep = components['schemas']['MethodNotAllowedErrorRep'];
export type UpdateNameInstruction = components['schemas']['UpdateNameInstruction'];
export type UpdateDescriptionInstruction = components['schemas']['UpdateDescriptionInstruction'];
export type FieldUpdate = components['schemas']['FieldUpdate'];
export type UpdateExperimentFieldsInstruction = components['schemas']['UpdateExperimentFieldsInstruction'];
export type SaveAndStartNewIterationInstruction = components['schemas']['SaveAndStartNewIterationInstruction'];
export type StartIterationInstruction = components['schemas']['StartIterationInstruction'];
export type StopIterationInstruction = components['schemas']['StopIterationInstruction'];
export type ArchiveExperimentInstruction = components['schemas']['ArchiveExperimentInstruction'];
export type RestoreExperimentInstruction = components['schemas']['RestoreExperimentInstruction'];
export type KnownInstruction = components['schemas']['KnownInstruction'];
export type UnknownInstruction = components['schemas']['UnknownInstruction'];
export type Instruction = components['schemas']['Instruction'];
export type ExperimentPatchInput = components['schemas']['ExperimentPatchInput'];
export type StatusConflictErrorRep = components['schemas']['StatusConflictErrorRep'];
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
                 * @description The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 *     integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** @description The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** @description The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** @description The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        /** @description The iteration to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["IterationInput"];
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
                 * @description The fields to add to the response, separated by commas: `analysisConfig`, `draftIteration`, `mutableFieldsByStatus`,
                 *     `previousIterations`, `secondaryMetrics`, `treatments`.
                 */
                expand?: components["parameters"]["expand"];
            };
            header?: {
                /**
                 * @description The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 *     integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** @description The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** @description The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** @description The key of the experiment. */
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
                 * @description The dated version of the API to use, as `YYYYMMDD`. The newest is `20240415`. LaunchDarkly asks every
                 *     integration to send it explicitly.
                 * @example 20240415
                 */
                "LD-API-Version"?: components["parameters"]["LD-API-Version"];
            };
            path: {
                /** @description The key of the project. */
                projectKey: components["parameters"]["projectKey"];
                /** @description The key of the environment. */
                environmentKey: components["parameters"]["environmentKey"];
                /** @description The key of the experiment. */
                experimentKey: components["parameters"]["experimentKey"];
            };
            cookie?: never;
        };
        /** @description The instructions. */
        requestBody: {
            content: {
                "application/json; domain-model=launchdarkly.semanticpatch": components["schemas"]["ExperimentPatchInput"];
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
