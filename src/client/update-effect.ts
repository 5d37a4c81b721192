/** Determines from an experiment whether an update took effect. */

import type { Experiment, FieldUpdate, KnownInstruction } from '../../generated/schema.d.ts';

/** The iterations of an experiment as they were before an update, as far as a start or a stop depends on them. */
export type IterationsBefore = {
  readonly [Key in 'currentIteration' | 'draftIteration']?:
    | { readonly _id?: string | undefined; readonly status?: string | undefined }
    | undefined;
};

/** Whether an experiment is in the state that an instruction leads to, or why that is unclear. */
type Effect = boolean | { readonly unclear: string };

/**
 * Says whether an experiment, including its draft, is in the state that an update leads to. The instructions of an update
 * are applied all or none, so one missing effect is enough for `false`.
 *
 * @param before The experiment as read before the update: only it shows which iteration was to be started.
 */
export function effectOf(
  instructions: readonly KnownInstruction[],
  now: Experiment,
  before: IterationsBefore | undefined,
): Effect {
  const parts = instructions.flatMap(({ kind }) => partsOf[kind] ?? []);
  if (new Set(parts).size < parts.length) return { unclear: 'One of the instructions may have undone another.' };
  return together(instructions.map((instruction) => effectOfOne(instruction, now, before)));
}

/** What each instruction changes. If two change the same part, the effect of the first may no longer be visible. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  updateName: ['fields'],
  updateDescription: ['fields'],
  updateExperimentFields: ['fields'],
  archiveExperiment: ['archive'],
  restoreExperiment: ['archive'],
  startIteration: ['life'],
  stopIteration: ['life'],
  saveAndStartNewIteration: ['life', 'fields'],
};

function together(effects: readonly Effect[]): Effect {
  if (effects.includes(false)) return false;
  return effects.find((effect) => effect !== true) ?? true;
}

function effectOfOne(instruction: KnownInstruction, now: Experiment, before: IterationsBefore | undefined): Effect {
  const { currentIteration: current, draftIteration: draft, archivedDate } = now;
  const isStopped = current?.status === 'stopped';
  switch (instruction.kind) {
    case 'updateName':
      return now.name === instruction.value;
    case 'updateDescription':
      return (now.description ?? '') === instruction.value;
    case 'archiveExperiment':
      return archivedDate !== undefined;
    case 'restoreExperiment':
      return archivedDate === undefined;
    case 'updateExperimentFields':
      return effectOfFields(instruction.value, now);
    case 'stopIteration': {
      const { winningTreatmentId, winningReason } = instruction;
      const running = before?.currentIteration?._id;
      if (running !== undefined && current?._id !== running) return { unclear: whichStopped };
      if (!isStopped) return false;
      const isSo = current.winningTreatmentId === winningTreatmentId && current.winningReason === winningReason;
      return isSo || { unclear: 'The iteration was stopped, but with a different winner or reason.' };
    }
    case 'startIteration': {
      const waiting = before?.draftIteration ?? before?.currentIteration;
      if (!current || current.status === 'not_started') return false;
      if (waiting?._id === undefined || waiting.status !== 'not_started') return { unclear: whichStarted };
      if (current._id === waiting._id) return true;
      return draft?._id === waiting._id ? false : { unclear: whichStarted };
    }
    case 'saveAndStartNewIteration': {
      const ended = before?.currentIteration;
      if (ended?._id === undefined || current?._id === undefined) return { unclear: whichStarted };
      return current._id !== ended._id || (isStopped ? { unclear: whichStarted } : false);
    }
    default:
      return { unclear: 'One of the instructions is unknown.' };
  }
}

const whichStopped = 'A different iteration is current now, so it is unclear whether the earlier one was stopped.';
const whichStarted =
  'It is unclear which iteration was to start: pass the experiment as it was before, with its draftIteration.';

function effectOfFields(updates: Readonly<Record<string, FieldUpdate>>, now: Experiment): Effect {
  const effects = Object.entries(updates).map(([field, update]): Effect => {
    const shown = shownIn(field, now);
    const [first, ...others] = shown.map((value) => effectOfField(value, update));
    const isSame = first !== undefined && others.every((one) => one === first);
    return isSame ? first : { unclear: `The experiment does not show whether ${JSON.stringify(field)} was changed.` };
  });
  return together(effects);
}

/** The values of a documented field: of the experiment, or of each iteration that the update may have meant. */
function shownIn(field: string, { name, tags, currentIteration, draftIteration }: Experiment): unknown[] {
  if (field === 'name') return [name];
  if (field === 'tags') return [tags ?? []];
  if (field !== 'hypothesis') return [];
  return [currentIteration, draftIteration].flatMap((one) => (one ? [one.hypothesis] : []));
}

function effectOfField(shown: unknown, { operation, value }: FieldUpdate): boolean {
  if (!Array.isArray(shown)) return operation === 'remove' ? shown === undefined : shown === value;
  const values: unknown[] = [value].flat();
  if (operation === 'remove')
    return value === undefined ? shown.length === 0 : !values.some((one) => shown.includes(one));
  return values.every((one) => shown.includes(one)) && (operation === 'add' || shown.length === values.length);
}
