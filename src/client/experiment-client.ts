/** A client with every function of an experiment as a method. */

import type { IterationInput } from '../../generated/schema.d.ts';
import type { IterationError } from '../transport/error.ts';
import type { IterationClient, IterationPath } from './client.ts';
import { ensureIteration } from './ensure-iteration.ts';
import * as experiment from './experiment.ts';
import type { CallSettings } from './options.ts';
import { coreOf, keepCore } from './raw.ts';
import { type Reconciliation, reconcile, type UpdateLookSettings, type UpdateReconciliation } from './reconcile.ts';

/** A function of a client, as a method. */
type Method<F> = F extends (client: IterationClient, ...parameters: infer Parameters) => infer Result
  ? (...parameters: Parameters) => Result
  : never;

/** A client for the whole life cycle of an iteration. */
export interface ExperimentClient extends IterationClient {
  /**
   * Reads an experiment. `expand` names the fields to include, and the type of the result has only those: without
   * `draftIteration`, an experiment shows no draft.
   */
  getExperiment<Field extends experiment.ExpandableField = never>(
    path: IterationPath,
    options?: CallSettings & { expand?: readonly Field[] | undefined },
  ): Promise<experiment.ExpandedExperiment<Field>>;
  /**
   * Changes an experiment by instructions, all or none of which are applied. Retried only if nothing was applied and
   * waiting can help; after 409 at most twice, and only if every instruction is documented as harmless to repeat.
   */
  readonly updateExperiment: Method<typeof experiment.updateExperiment>;
  /** Starts the draft. Never repeat it blindly: read the experiment first. */
  readonly startIteration: Method<typeof experiment.startIteration>;
  /** Stops the running iteration, with its winner, whose variation the flag serves from then on. */
  readonly stopIteration: Method<typeof experiment.stopIteration>;
  /** Ends the running iteration and starts a new one at once. Never repeat it: each time ends an iteration. */
  readonly saveAndStartNewIteration: Method<typeof experiment.saveAndStartNewIteration>;
  /** Changes fields of the experiment or of its current iteration. */
  readonly updateExperimentFields: Method<typeof experiment.updateExperimentFields>;
  /** Archives the experiment. Harmless to repeat. */
  readonly archiveExperiment: Method<typeof experiment.archiveExperiment>;
  /** Takes the experiment out of the archive. Harmless to repeat. */
  readonly restoreExperiment: Method<typeof experiment.restoreExperiment>;
  /**
   * Reads the experiment to check what became of a call whose outcome is `unknown`: whether an iteration that
   * matches the input exists, or whether the experiment is as the update leaves it. The result is `found`, `absent`
   * (when it looked) or `undecided`; it never guesses.
   */
  reconcile(
    path: IterationPath,
    what: IterationInput,
    error?: IterationError | undefined,
    settings?: CallSettings,
  ): Promise<Reconciliation>;
  reconcile(
    path: IterationPath,
    what: experiment.SemanticPatch,
    error?: IterationError | undefined,
    settings?: UpdateLookSettings,
  ): Promise<UpdateReconciliation>;
  /**
   * Creates an iteration unless an equal draft exists, so that a job may run again. It cannot rule out two iterations
   * if two callers do this at the same time, or if one appears only after the last check.
   */
  readonly ensureIteration: Method<typeof ensureIteration>;
}

/** Gives a client every function of an experiment. */
export function withExperiments(client: IterationClient): ExperimentClient {
  const bind = <F extends (client: IterationClient, ...parameters: never[]) => unknown>(method: F) =>
    (async (...parameters: never[]) => method(client, ...parameters)) as unknown as Method<F>;
  const all: ExperimentClient = {
    ...client,
    getExperiment: (path, options) => experiment.getExperiment(client, path, options),
    updateExperiment: bind(experiment.updateExperiment),
    startIteration: bind(experiment.startIteration),
    stopIteration: bind(experiment.stopIteration),
    saveAndStartNewIteration: bind(experiment.saveAndStartNewIteration),
    updateExperimentFields: bind(experiment.updateExperimentFields),
    archiveExperiment: bind(experiment.archiveExperiment),
    restoreExperiment: bind(experiment.restoreExperiment),
    reconcile: bind(reconcile) as ExperimentClient['reconcile'],
    ensureIteration: bind(ensureIteration),
  };
  return keepCore(all, coreOf(client));
}
