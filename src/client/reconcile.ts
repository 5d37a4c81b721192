/** Finds out what became of a call whose outcome is unknown. */

import type { IterationInput, IterationRep, KnownInstruction } from '../../generated/schema.d.ts';
import { type IterationError, isIterationError } from '../transport/error.ts';
import type { IterationClient, IterationPath } from './client.ts';
import { likenessOf } from './compare.ts';
import { type ExpandedExperiment, getExperiment, type SemanticPatch } from './experiment.ts';
import { type CallSettings, guarded } from './options.ts';
import { effectOf, type IterationsBefore } from './update-effect.ts';

/** What the experiment shows about an iteration that may have been created. */
export type Reconciliation =
  /** A matching iteration exists. Whether this call or another one created it is unknown. */
  | {
      readonly status: 'found';
      readonly iteration: IterationRep;
      readonly where: 'draftIteration' | 'currentIteration';
    }
  /** No matching iteration existed at the time of the read. One may still appear, especially soon after the attempt. */
  | { readonly status: 'absent'; readonly sinceAttemptMs?: number | undefined }
  | Undecided;

/** What the experiment shows about an update that may have been applied. */
export type UpdateReconciliation =
  /** The experiment is in the state that the update leads to. Whether this call or another one did it is unknown. */
  | { readonly status: 'found'; readonly experiment: LookedAt }
  /** At the time of the read it was not in that state. Instructions of an update are applied all or none. */
  | { readonly status: 'absent'; readonly experiment: LookedAt; readonly sinceAttemptMs?: number | undefined }
  | Undecided;

/** The experiment does not show it, or could not be read. */
interface Undecided {
  readonly status: 'undecided';
  readonly reason: string;
  readonly error?: IterationError | undefined;
}

/** Settings for reconciling an update. */
export interface UpdateLookSettings extends CallSettings {
  /**
   * The experiment as read before the update, with its `draftIteration`. Without it, nothing shows which iteration was to
   * be started, and the result for a start is `undecided` while any iteration is running.
   */
  readonly before?: IterationsBefore | undefined;
}

const expand = ['draftIteration', 'treatments'] as const;
type LookedAt = ExpandedExperiment<(typeof expand)[number]>;

/**
 * Reads the experiment, including its draft, and says what became of a call. For create iteration: whether a matching
 * iteration exists, as `draftIteration`, or as a `currentIteration` that has not started, as observed for a first iteration.
 * For Update experiment: whether the experiment is in the state that the update leads to. It never guesses, and rejects only
 * if an option is invalid.
 *
 * @param what What was sent: an iteration, or an update with its `instructions`.
 * @param error The error of the call, which tells how long ago it ended.
 */
export function reconcile(
  client: IterationClient,
  path: IterationPath,
  what: IterationInput,
  error?: IterationError | undefined,
  settings?: CallSettings,
): Promise<Reconciliation>;
export function reconcile(
  client: IterationClient,
  path: IterationPath,
  what: SemanticPatch,
  error?: IterationError | undefined,
  settings?: UpdateLookSettings,
): Promise<UpdateReconciliation>;
export async function reconcile(
  client: IterationClient,
  path: IterationPath,
  what: IterationInput | SemanticPatch,
  error?: IterationError | undefined,
  settings?: UpdateLookSettings,
): Promise<Reconciliation | UpdateReconciliation> {
  const instructions = guarded('contents of the call', what, instructionsOf);
  const { before, ...others } = settings ?? {};
  try {
    const experiment = await getExperiment(client, path, { ...others, expand });
    if (!instructions) return judge(what as IterationInput, experiment, error);
    const effect = effectOf(instructions, experiment, before);
    if (typeof effect === 'object') return { status: 'undecided', reason: effect.unclear };
    return effect ? { status: 'found', experiment } : { status: 'absent', experiment, ...timeSince(error) };
  } catch (thrown) {
    if (!isIterationError(thrown) || thrown.kind === 'invalid_input') throw thrown;
    const reason =
      thrown.status === 401 || thrown.status === 403
        ? 'The access token is not allowed to read the experiment.'
        : `The experiment could not be read: ${thrown.message}`;
    return { status: 'undecided', reason, error: thrown };
  }
}

/** Copies the instructions of an update; `undefined` for an iteration. */
function instructionsOf(sent: IterationInput | SemanticPatch): KnownInstruction[] | undefined {
  if (!('instructions' in sent)) return undefined;
  return guarded('instructions', sent.instructions, (list) => list.map((one) => ({ ...one })));
}

function timeSince(error: IterationError | undefined): { sinceAttemptMs?: number } {
  return error ? { sinceAttemptMs: Date.now() - error.endedAt } : {};
}

function judge(input: IterationInput, experiment: LookedAt, error: IterationError | undefined): Reconciliation {
  const seen = (['draftIteration', 'currentIteration'] as const).flatMap((where) => {
    const iteration: Partial<IterationRep> | undefined = experiment[where];
    return iteration ? [{ where, iteration, likeness: likenessOf(input, iteration) }] : [];
  });
  const alike = seen.filter(({ likeness }) => likeness === 'equal');
  const [first] = alike;
  const isOne = new Set(alike.map(({ iteration }) => iteration._id)).size === 1;
  if (alike.length > 1 && !(isOne && first?.iteration._id)) {
    return { status: 'undecided', reason: 'Two iterations match: draftIteration and currentIteration.' };
  }
  if (first) {
    const { where, iteration } = first;
    if (iteration.status === 'not_started') return { status: 'found', where, iteration: iteration as IterationRep };
    return { status: 'undecided', reason: `A matching iteration is already ${iteration.status}.` };
  }
  if (seen.some(({ likeness }) => likeness === 'unclear')) {
    return { status: 'undecided', reason: 'The response omits the treatments or the flags of an iteration.' };
  }
  return { status: 'absent', ...timeSince(error) };
}
