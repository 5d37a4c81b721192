/**
 * The functions of an experiment, each of which takes a client as its first argument, so that a bundle includes only
 * the imported ones. The client of the package's main entry point has all of them as methods.
 */

export { type EnsuredIteration, ensureIteration } from './client/ensure-iteration.ts';
export {
  archiveExperiment,
  type ExpandableField,
  type ExpandedExperiment,
  getExperiment,
  restoreExperiment,
  type SemanticPatch,
  saveAndStartNewIteration,
  startIteration,
  stopIteration,
  updateExperiment,
  updateExperimentFields,
} from './client/experiment.ts';
export { type FieldUpdates, instructions } from './client/instructions.ts';
export { type Migration, toSemanticPatch } from './client/migrate.ts';
export {
  type Reconciliation,
  reconcile,
  type UpdateLookSettings,
  type UpdateReconciliation,
} from './client/reconcile.ts';
export { toIterationInput } from './contract/iteration-input.ts';
