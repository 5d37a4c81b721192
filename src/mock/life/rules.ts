/** The rules of an iteration's life cycle, as LaunchDarkly documents them or, failing that, as observed in practice. */

import type { IterationRep, KnownInstruction } from '../../../generated/schema.d.ts';
import { randomOf } from '../random.ts';
import { changeFields, refusedFields } from './fields.ts';
import { type Life, momentOf, practiceNote, type Refusal, waiting } from './life.ts';

/** What the rules need to know about other experiments and flags. */
export interface Surroundings {
  readonly project: string;
  /** Whether a flag is on in the environment. */
  isOn(flagKey: string): boolean;
  /** Whether another experiment of the environment runs on a rule of a flag. */
  isTaken(flagKey: string, rule: string | undefined): boolean;
}

/** The most previous iterations that are remembered. */
const mostPrevious = 20;

/** Applies an instruction; or says why it cannot be applied, and changes nothing. */
export function applyInstruction(life: Life, instruction: KnownInstruction, world: Surroundings): Life | Refusal {
  const next = { ...life, steps: life.steps + 1 };
  const { experiment } = life;
  switch (instruction.kind) {
    case 'updateName':
      return { ...next, experiment: { ...experiment, name: instruction.value } };
    case 'updateDescription':
      return { ...next, experiment: { ...experiment, description: instruction.value } };
    case 'archiveExperiment':
      return { ...next, experiment: { ...experiment, archivedDate: experiment.archivedDate ?? momentOf(next) } };
    case 'restoreExperiment': {
      const { archivedDate: _, ...restored } = experiment;
      return { ...next, experiment: restored };
    }
    case 'updateExperimentFields':
      return updateFields(next, instruction, world);
    case 'startIteration':
      return start(next, instruction.changeJustification, world);
    case 'stopIteration':
      return stop(next, instruction);
    case 'saveAndStartNewIteration':
      return saveAndStart(next, instruction, world);
    default: {
      const message = `${JSON.stringify(String((instruction as { kind: unknown }).kind).slice(0, 60))} is not a known instruction.`;
      return { status: 400, message };
    }
  }
}

type Instruction<Kind> = Extract<KnownInstruction, { kind: Kind }>;

function updateFields(life: Life, { value }: Instruction<'updateExperimentFields'>, world: Surroundings) {
  // For a draft beside a running iteration, nothing is documented: the current one is updated.
  const target = life.current?.status === 'running' || !life.draft ? 'current' : 'draft';
  const iteration = life[target];
  const refusal = refusedFields(value, iteration?.status ?? 'not_started');
  if (refusal) return refusal;
  const changed = changeFields({ experiment: life.experiment, iteration }, value, world.project);
  return 'message' in changed ? changed : { ...life, experiment: changed.experiment, [target]: changed.iteration };
}

function start(life: Life, changeJustification: string | undefined, world: Surroundings): Life | Refusal {
  const iteration = waiting(life);
  if (!iteration) return { status: 400, message: 'There is no draft to start: create an iteration first.' };
  if (life.current?.status === 'running' && !changeJustification) {
    return { status: 400, message: 'changeJustification is required while an iteration is running.' };
  }
  return obstacleTo(life, iteration, world) ?? begin({ ...life, draft: undefined }, iteration);
}

/** Makes an iteration the running one; the one that ran before it ends. */
function begin(life: Life, iteration: IterationRep): Life {
  const { current } = life;
  const moment = momentOf(life);
  const ended = current?.status === 'running' ? { ...current, status: 'stopped' as const, endedAt: moment } : current;
  return {
    ...life,
    current: { ...iteration, status: 'running', startedAt: moment },
    previous: [...(ended && ended.status !== 'not_started' ? [ended] : []), ...life.previous].slice(0, mostPrevious),
  };
}

/** Why an iteration cannot start. */
function obstacleTo({ experiment }: Life, iteration: IterationRep, world: Surroundings): Refusal | undefined {
  const flags = Object.entries(iteration.flags ?? {});
  const isOff = flags.some(([key]) => !world.isOn(key));
  const hasAllocation = iteration.treatments?.some(({ allocationPercent }) => Number(allocationPercent) > 0);
  const isTaken = flags.some(([key, { targetingRule }]) => world.isTaken(key, targetingRule));
  if (experiment.archivedDate !== undefined) return { status: 400, message: 'The experiment is archived.' };
  if (isOff) return { status: 400, message: 'A flag of the iteration is off: turn it on first.' };
  if (!iteration.randomizationUnit) return { status: 400, message: 'The iteration has no randomizationUnit.' };
  if (!hasAllocation) return { status: 400, message: 'No treatment of the iteration has an allocation above zero.' };
  if (!isTaken) return undefined;
  return {
    status: 409,
    message: 'The rule of a flag is already used by another running experiment.',
    note: practiceNote,
  };
}

function stop(
  life: Life,
  { winningTreatmentId, winningReason }: Partial<Instruction<'stopIteration'>>,
): Life | Refusal {
  const { current } = life;
  if (current?.status !== 'running') return { status: 400, message: 'No iteration is running.' };
  if (!winningTreatmentId || !winningReason) {
    const message = 'To stop an iteration, winningTreatmentId and winningReason are required.';
    return { status: 400, message, note: practiceNote };
  }
  if (!current.treatments?.some(({ _id }) => _id === winningTreatmentId)) {
    return { status: 400, message: 'winningTreatmentId must be the _id of a treatment of the running iteration.' };
  }
  const winner = { winningTreatmentId, winningReason };
  return { ...life, current: { ...current, status: 'stopped', endedAt: momentOf(life), ...winner } };
}

function saveAndStart(
  life: Life,
  { value = {} }: Instruction<'saveAndStartNewIteration'>,
  world: Surroundings,
): Life | Refusal {
  const { experiment, current } = life;
  if (current?.status !== 'running') return { status: 400, message: 'No iteration is running.' };
  const refusal = refusedFields(value, 'not_started');
  if (refusal) return refusal;
  const changed = changeFields({ experiment, iteration: current }, value, world.project);
  if ('message' in changed) return changed;
  const { startedAt: _started, ...iteration } = changed.iteration ?? current;
  const next = { ...iteration, _id: newId(current._id, life.steps), createdAt: momentOf(life), version: 0 };
  return obstacleTo(life, next, world) ?? begin({ ...life, experiment: changed.experiment }, next);
}

/** An ID derived from that of the previous iteration. */
function newId(id: string | undefined, steps: number): string {
  return randomOf(`${id} ${steps}`).hex(24);
}
