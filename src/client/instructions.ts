/** Builders of the instructions that Update experiment takes, and which of them may be repeated. */

import type { FieldUpdate, KnownInstruction } from '../../generated/schema.d.ts';

/** What happens to each field, such as `name`, `tags` or `hypothesis`. */
export type FieldUpdates = Readonly<Record<string, FieldUpdate>>;

/**
 * Builders of instructions. LaunchDarkly documents that a semantic patch does not change what already has the requested
 * value, so instructions that set a value may be repeated; those that start or stop an iteration may not.
 */
export const instructions = {
  /** Gives the experiment a name. Harmless to repeat. Deprecated by LaunchDarkly for `updateExperimentFields`. */
  updateName: (value: string) => ({ kind: 'updateName' as const, value }),
  /** Gives the experiment a description. Harmless to repeat. Deprecated by LaunchDarkly, like `updateName`. */
  updateDescription: (value: string) => ({ kind: 'updateDescription' as const, value }),
  /**
   * Changes fields of the experiment or of its current iteration, as far as `mutableFieldsByStatus` allows. Harmless to
   * repeat for `update` and `remove`, and for `add` of `tags`; for `add` to other lists, nothing is documented.
   */
  updateExperimentFields: (value: FieldUpdates) => ({ kind: 'updateExperimentFields' as const, value: { ...value } }),
  /**
   * Stops the running iteration, makes a new one from it with the updates, and starts that one at once. Never repeat
   * it: each time ends an iteration and its data.
   */
  saveAndStartNewIteration: (
    changes: { changeJustification?: string | undefined; value?: FieldUpdates | undefined } = {},
  ) => ({
    kind: 'saveAndStartNewIteration' as const,
    ...defined(changes),
  }),
  /**
   * Starts the draft. Never repeat it. The flag must be on, the randomization unit set, and one allocation above zero;
   * a justification is needed while an iteration is running.
   */
  startIteration: (changes: { changeJustification?: string | undefined } = {}) => ({
    kind: 'startIteration' as const,
    ...defined(changes),
  }),
  /**
   * Stops the running iteration. Do not repeat it: another one may be running by then. LaunchDarkly rejects it without
   * a winner, though that is not documented. From then on the flag serves the winner's variation.
   */
  stopIteration: (winner: { winningTreatmentId: string; winningReason: string }) => ({
    kind: 'stopIteration' as const,
    ...winner,
  }),
  /** Archives the experiment. Harmless to repeat. */
  archiveExperiment: () => ({ kind: 'archiveExperiment' as const }),
  /** Takes the experiment out of the archive. Harmless to repeat. */
  restoreExperiment: () => ({ kind: 'restoreExperiment' as const }),
} satisfies Record<string, (...args: never[]) => KnownInstruction>;

function defined<T extends object>(changes: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never;
}

const harmless = /^(updateName|updateDescription|archiveExperiment|restoreExperiment)$/;

/** Whether LaunchDarkly documents that an instruction may be repeated without harm. */
export function isHarmlessToRepeat(instruction: { readonly kind: string; readonly value?: unknown }): boolean {
  if (instruction.kind !== 'updateExperimentFields') return harmless.test(instruction.kind);
  const updates = Object.entries((instruction.value ?? {}) as FieldUpdates);
  return updates.every(([field, { operation }]) => operation !== 'add' || field === 'tags');
}
