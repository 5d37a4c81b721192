/** The way out of the deprecated operation: what it did, as instructions of Update experiment. */

import type { Experiment, IterationInput, KnownInstruction } from '../../generated/schema.d.ts';
import { differencesOf } from './compare.ts';
import { type FieldUpdates, instructions } from './instructions.ts';

/** What Update experiment can do of what an input asks for. */
export interface Migration {
  /** The instructions, empty where there is nothing to do or no documented way. */
  readonly instructions: KnownInstruction[];
  /** What cannot be carried over, and why. */
  readonly notCarriedOver: { readonly field: string; readonly reason: string }[];
  /** What happens beside it, such as an iteration that starts at once. */
  readonly notes: string[];
}

/**
 * Returns the instructions that do through Update experiment what create iteration would do with an input: only what
 * differs from the experiment, as far as its `mutableFieldsByStatus` allows. Pure: it sends nothing. The names of the fields
 * are those of the input, which practice shows and LaunchDarkly's document does not say.
 *
 * @param experiment The experiment, read with `expand` of `treatments` and `mutableFieldsByStatus`, and of
 *   `draftIteration`.
 */
export function toSemanticPatch(
  input: IterationInput,
  { experiment }: { experiment: Pick<Experiment, 'currentIteration' | 'draftIteration' | 'mutableFieldsByStatus'> },
): Migration {
  const { currentIteration: current, draftIteration: draft, mutableFieldsByStatus } = experiment;
  const base = draft?.status === 'not_started' ? draft : current;
  if (!base || base.status === 'stopped') {
    const reason = base
      ? 'After a stop, LaunchDarkly documents no way to a new iteration but the deprecated operation.'
      : 'The experiment shows no iteration to change: create experiment embeds the first one.';
    return { instructions: [], notCarriedOver: Object.keys(input).map((field) => ({ field, reason })), notes: [] };
  }
  const mutable = mutableFieldsByStatus?.not_started;
  const wanted = differencesOf(input, base);
  const reasonOf = (field: string) => {
    if (field === 'flags') return 'The flag of an experiment cannot change; use a new experiment.';
    if (mutable && !mutable[field]?.includes('update')) return 'mutableFieldsByStatus does not allow it.';
    return undefined;
  };
  const notCarriedOver = wanted.flatMap((field) => {
    const reason = reasonOf(field);
    return reason ? [{ field, reason }] : [];
  });
  const carried = wanted.filter((field) => !reasonOf(field));
  const value: FieldUpdates = Object.fromEntries(
    carried.map((field) => [field, { operation: 'update', value: input[field as keyof IterationInput] }]),
  );
  if (base.status === 'running') {
    return {
      instructions: [instructions.saveAndStartNewIteration(carried.length > 0 ? { value } : {})],
      notCarriedOver,
      notes: [
        'The running iteration ends and the new one starts at once: there is no draft beside a running iteration.',
      ],
    };
  }
  return {
    instructions: carried.length > 0 ? [instructions.updateExperimentFields(value)] : [],
    notCarriedOver,
    notes: ['The draft that exists is changed; no second one is created.'],
  };
}
