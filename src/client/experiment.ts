/** Get experiment and Update experiment, as functions of a client. */

import { getExperimentRoute as getRoute, patchExperimentRoute as patchRoute } from '../../generated/operations.js';
import type { Experiment, IterationRep, KnownInstruction } from '../../generated/schema.d.ts';
import { invalidInput } from '../transport/error.ts';
import type { IterationClient, IterationPath } from './client.ts';
import { type FieldUpdates, instructions, isHarmlessToRepeat } from './instructions.ts';
import { type CallSettings, guarded } from './options.ts';
import { coreOf } from './raw.ts';

/** The fields that Get experiment leaves out unless they are requested. */
export type ExpandableField =
  | 'previousIterations'
  | 'draftIteration'
  | 'secondaryMetrics'
  | 'treatments'
  | 'analysisConfig'
  | 'mutableFieldsByStatus';

type IterationField = 'treatments' | 'secondaryMetrics';
type ExperimentField = Exclude<ExpandableField, IterationField>;

type ExpandedIteration<Field> = Omit<IterationRep, IterationField> & Pick<IterationRep, Extract<Field, IterationField>>;

/** An experiment with the requested fields. */
export type ExpandedExperiment<Field extends ExpandableField = never> = Omit<
  Experiment,
  ExperimentField | 'currentIteration'
> & { currentIteration?: ExpandedIteration<Field> } & {
  [Key in Extract<Field, ExperimentField>]?: Key extends 'draftIteration'
    ? ExpandedIteration<Field>
    : Key extends 'previousIterations'
      ? ExpandedIteration<Field>[]
      : Experiment[Key];
};

/**
 * Reads an experiment. A read changes nothing, so it is retried after every failure that may be temporary.
 *
 * @param options `expand` names the fields to include: without `draftIteration`, an experiment shows no draft.
 * @throws IterationError on every failure.
 */
export async function getExperiment<Field extends ExpandableField = never>(
  client: IterationClient,
  path: IterationPath,
  options?: CallSettings & { expand?: readonly Field[] | undefined },
): Promise<ExpandedExperiment<Field>> {
  const { expand, ...settings } = options === undefined ? {} : guarded('options of a call', options, copyOf);
  if (expand !== undefined && !Array.isArray(expand)) throw invalidInput('expand must be an array of field names.');
  return coreOf(client).call<ExpandedExperiment<Field>>(settings, {
    route: getRoute,
    expectation: { operation: getRoute.id, recognizes: isExperiment, sentences: readSentences },
    path,
    query: expand && expand.length > 0 ? { expand: expand.join(',') } : undefined,
  });
}

const copyOf = <T extends object>(value: T): T => ({ ...value });

/** What Update experiment takes. */
export interface SemanticPatch {
  /** Why the experiment is updated. */
  readonly comment?: string | undefined;
  /** What to do, in this order; all of it, or nothing. */
  readonly instructions: readonly KnownInstruction[];
}

/**
 * Changes an experiment by instructions, all or none of which are applied. Retried only if nothing was applied and
 * waiting can help; after 409 at most twice, and only if every instruction is documented as harmless to repeat.
 *
 * @throws IterationError on every failure; its `outcome` says whether the instructions were applied.
 */
export async function updateExperiment(
  client: IterationClient,
  path: IterationPath,
  patch: SemanticPatch,
  settings?: CallSettings,
): Promise<Experiment> {
  return coreOf(client).call<Experiment>(settings, {
    route: patchRoute,
    expectation: {
      operation: patchRoute.id,
      recognizes: isExperiment,
      sentences: updateSentences,
      conflictRetries: Array.isArray(patch?.instructions) && patch.instructions.every(isHarmlessToRepeat) ? 2 : 0,
      noteOf: (status) => (status === 409 ? conflictNote : undefined),
    },
    path,
    body: patch,
    headers: { 'content-type': semanticPatch },
  });
}

/** Starts the draft of an experiment. Never repeat it blindly: read the experiment first. */
export async function startIteration(
  client: IterationClient,
  path: IterationPath,
  options: { changeJustification?: string | undefined; comment?: string | undefined } = {},
  settings?: CallSettings,
): Promise<Experiment> {
  const { comment, ...start } = guarded('options of the start', options, copyOf);
  return update(client, path, instructions.startIteration(start), comment, settings);
}

/** Stops the running iteration, with its winner. The flag serves the winner's variation from then on. */
export async function stopIteration(
  client: IterationClient,
  path: IterationPath,
  options: { winningTreatmentId: string; winningReason: string; comment?: string | undefined },
  settings?: CallSettings,
): Promise<Experiment> {
  const { comment, ...winner } = guarded('options of the stop', options, copyOf);
  return update(client, path, instructions.stopIteration(winner), comment, settings);
}

/** Ends the running iteration and starts a new one, with updates, at once. Never repeat it: each call ends an iteration. */
export async function saveAndStartNewIteration(
  client: IterationClient,
  path: IterationPath,
  options: {
    changeJustification?: string | undefined;
    value?: FieldUpdates | undefined;
    comment?: string | undefined;
  } = {},
  settings?: CallSettings,
): Promise<Experiment> {
  const { comment, ...changes } = guarded('options of the new iteration', options, copyOf);
  return update(client, path, instructions.saveAndStartNewIteration(changes), comment, settings);
}

/** Changes fields of the experiment or of its current iteration. */
export function updateExperimentFields(
  client: IterationClient,
  path: IterationPath,
  value: FieldUpdates,
  settings?: CallSettings,
): Promise<Experiment> {
  return update(client, path, instructions.updateExperimentFields(value), undefined, settings);
}

/** Archives the experiment. Harmless to repeat. */
export function archiveExperiment(client: IterationClient, path: IterationPath, settings?: CallSettings) {
  return update(client, path, instructions.archiveExperiment(), undefined, settings);
}

/** Takes the experiment out of the archive. Harmless to repeat. */
export function restoreExperiment(client: IterationClient, path: IterationPath, settings?: CallSettings) {
  return update(client, path, instructions.restoreExperiment(), undefined, settings);
}

function update(
  client: IterationClient,
  path: IterationPath,
  instruction: KnownInstruction,
  comment: string | undefined,
  settings: CallSettings | undefined,
): Promise<Experiment> {
  const patch = { ...(comment !== undefined && { comment }), instructions: [instruction] };
  return updateExperiment(client, path, patch, settings);
}

/** LaunchDarkly documents that without the parameter the body is interpreted as a JSON patch. */
const semanticPatch = 'application/json; domain-model=launchdarkly.semanticpatch';

const readSentences = {
  not_applied: 'Nothing was changed: this was a read.',
  applied: 'Nothing was changed: this was a read.',
  unknown: 'Nothing was changed: this was a read.',
};

const updateSentences = {
  not_applied: 'The experiment was not changed.',
  applied: 'The experiment was changed; do not send the update again.',
  unknown: 'The experiment may have been changed. Read it before you send the update again.',
};

const conflictNote =
  'A conflict may be temporary, but optimistic_locking_error may also mean that another running experiment uses the same rule, which waiting does not resolve.';

/** Whether a body is recognizably an experiment, by the properties that name it. */
function isExperiment(body: unknown): boolean {
  const { key, name, environmentKey } = (body ?? {}) as Partial<Experiment>;
  return [key, name, environmentKey].every((value) => typeof value === 'string');
}
