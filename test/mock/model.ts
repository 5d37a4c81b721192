/** A model of the life of an experiment, written apart from the mock's rules, and commands that try both. */
import fc, { type AsyncCommand } from 'fast-check';
import { expect } from 'vitest';
import { createIterationRequestTwoTreatments as twoTreatments } from '../../generated/examples.js';
import type { Experiment, ExperimentClient, IterationInput, KnownInstruction } from '../../src/index.ts';
import { failureOf } from '../support/calls.ts';

/** An iteration of the model. */
interface Iteration {
  id?: string | undefined;
  hypothesis: string;
  rule: string;
  hasTraffic: boolean;
  winner?: string;
}

interface ModelExperiment {
  name?: string;
  tags: string[];
  isArchived: boolean;
  draft?: Iteration | undefined;
  running?: Iteration | undefined;
  stopped: Iteration[];
}

export type Model = Record<string, ModelExperiment>;

/** What is modeled: two experiments of one environment. */
export const newModel = (): Model => ({ one: newExperiment(), two: newExperiment() });
const newExperiment = (): ModelExperiment => ({ tags: [], isArchived: false, stopped: [] });

const winnerId = String(twoTreatments.treatments[1]?.parameters[0]?.variationId);
const pathOf = (experimentKey: string) => ({ projectKey: 'p', environmentKey: 'e', experimentKey });
const everything = ['draftIteration', 'previousIterations', 'treatments'] as const;

/** What an instruction does to the model: returns the status with which it is refused, if it is. */
type Effect = (experiment: ModelExperiment, model: Model) => number | undefined;

interface Modeled {
  instruction: KnownInstruction;
  effect: Effect;
}

const start = (changeJustification?: string): Modeled => ({
  instruction: { kind: 'startIteration', ...(changeJustification !== undefined && { changeJustification }) },
  effect: (experiment, model) => {
    const { draft, running, isArchived } = experiment;
    if (!draft || (running && !changeJustification) || isArchived || !draft.hasTraffic) return 400;
    const others = Object.values(model).filter((other) => other !== experiment);
    if (others.some((other) => other.running?.rule === draft.rule)) return 409;
    if (running) experiment.stopped.unshift(running);
    experiment.running = draft;
    experiment.draft = undefined;
    return undefined;
  },
});

const stop = (winningTreatmentId: string | undefined): Modeled => ({
  instruction: { kind: 'stopIteration', winningReason: 'why', ...(winningTreatmentId && { winningTreatmentId }) },
  effect: (experiment) => {
    const { running } = experiment;
    if (!running || winningTreatmentId !== winnerId) return 400;
    experiment.stopped.unshift({ ...running, winner: winnerId });
    experiment.running = undefined;
    return undefined;
  },
});

const saveAndStart = (hypothesis: string | undefined): Modeled => ({
  instruction: {
    kind: 'saveAndStartNewIteration',
    ...(hypothesis !== undefined && { value: { hypothesis: { operation: 'update', value: hypothesis } } }),
  },
  effect: (experiment) => {
    const { running, isArchived } = experiment;
    if (!running || isArchived) return 400;
    experiment.stopped.unshift(running);
    experiment.running = { ...running, id: undefined, hypothesis: hypothesis ?? running.hypothesis };
    return undefined;
  },
});

const fields = (field: string, operation: 'add' | 'update' | 'remove', value: unknown, effect: Effect): Modeled => ({
  instruction: { kind: 'updateExperimentFields', value: { [field]: { operation, value } } } as KnownInstruction,
  effect,
});

const setHypothesis = (hypothesis: string): Modeled =>
  fields('hypothesis', 'update', hypothesis, (experiment) => {
    if (experiment.running || !experiment.draft) return 400;
    experiment.draft = { ...experiment.draft, hypothesis };
    return undefined;
  });

const tag = (operation: 'add' | 'remove', value: string): Modeled =>
  fields('tags', operation, [value], (experiment) => {
    experiment.tags = experiment.tags.filter((one) => operation === 'add' || one !== value);
    if (operation === 'add' && !experiment.tags.includes(value)) experiment.tags = [...experiment.tags, value];
    return undefined;
  });

const rename = (kind: 'updateName' | 'fields', value: string): Modeled => {
  const effect: Effect = (experiment) => {
    experiment.name = value;
    return undefined;
  };
  return kind === 'fields'
    ? fields('name', 'update', value, effect)
    : { instruction: { kind: 'updateName', value }, effect };
};

const archive = (isArchived: boolean): Modeled => ({
  instruction: { kind: isArchived ? 'archiveExperiment' : 'restoreExperiment' },
  effect: (experiment) => {
    experiment.isArchived = isArchived;
    return undefined;
  },
});

const text = fc.constantFrom('a', 'b', 'c');

const modeled = fc.oneof(
  { weight: 4, arbitrary: fc.option(text, { nil: undefined }).map(start) },
  { weight: 3, arbitrary: fc.constantFrom(winnerId, winnerId, 'nobody', undefined).map(stop) },
  { weight: 2, arbitrary: fc.option(text, { nil: undefined }).map(saveAndStart) },
  text.map(setHypothesis),
  fc.tuple(fc.constantFrom('add' as const, 'remove' as const), text).map(([operation, value]) => tag(operation, value)),
  fc.tuple(fc.constantFrom('updateName' as const, 'fields' as const), text).map(([kind, value]) => rename(kind, value)),
  fc.boolean().map(archive),
);

/** The IDs that a run has seen, so that a new iteration is seen to have a new one. */
export interface Real {
  client: ExperimentClient;
  ids: Set<string>;
}

abstract class Command implements AsyncCommand<Model, Real> {
  protected readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
  check = () => true;
  abstract run(model: Model, real: Real): Promise<void>;
  abstract toString(): string;
}

class Create extends Command {
  readonly #input: IterationInput;
  readonly #made: Iteration;
  constructor(key: string, made: Iteration) {
    super(key);
    const allocationPercent = made.hasTraffic ? '50' : '0';
    this.#made = made;
    this.#input = {
      ...twoTreatments,
      hypothesis: made.hypothesis,
      treatments: twoTreatments.treatments.map((treatment) => ({ ...treatment, allocationPercent })),
      flags: { 'checkout-button': { ruleId: made.rule, flagConfigVersion: 1 } },
    };
  }
  async run(model: Model, { client, ids }: Real) {
    const { _id: id } = await client.createIteration(pathOf(this.key), this.#input);
    expect(ids).not.toContain(id);
    ids.add(String(id));
    (model[this.key] as ModelExperiment).draft = { ...this.#made, id };
    await agrees(this.key, model, { client, ids });
  }
  toString = () => `create(${this.key}, ${JSON.stringify(this.#made)})`;
}

class Patch extends Command {
  readonly #patch: readonly Modeled[];
  constructor(key: string, patch: readonly Modeled[]) {
    super(key);
    this.#patch = patch;
  }
  async run(model: Model, real: Real) {
    const experiment = structuredClone(model[this.key] as ModelExperiment);
    const trial = { ...model, [this.key]: experiment };
    let status: number | undefined;
    for (const { effect } of this.#patch) status ??= effect(experiment, trial);
    const instructions = this.#patch.map(({ instruction }) => instruction);
    const call = real.client.updateExperiment(pathOf(this.key), { instructions });
    if (status === undefined) {
      await call;
      model[this.key] = experiment;
    } else {
      expect(await failureOf(call)).toMatchObject({ status, outcome: 'not_applied' });
    }
    await agrees(this.key, model, real);
  }
  toString = () => `patch(${this.key}, ${JSON.stringify(this.#patch.map(({ instruction }) => instruction))})`;
}

/** Compares all that is shown of an experiment with the model. */
async function agrees(key: string, model: Model, { client, ids }: Real): Promise<void> {
  const shown = (await client.getExperiment(pathOf(key), { expand: everything })) as Experiment;
  const experiment = model[key] as ModelExperiment;
  const { draft, running, stopped, tags, name, isArchived } = experiment;
  const { currentIteration: current, draftIteration, previousIterations = [] } = shown;
  // A new iteration that the mock has started has an ID that nobody has seen; from here on it keeps that.
  for (const iteration of [running, ...stopped]) {
    const match = [current, ...previousIterations].find(
      (one) => one?._id && !ids.has(one._id) && one.hypothesis === iteration?.hypothesis,
    );
    if (!iteration || iteration.id !== undefined) continue;
    iteration.id = String(match?._id);
    expect(match).toBeDefined();
    ids.add(iteration.id);
  }
  const view = (iteration: Experiment['currentIteration']) =>
    iteration && [iteration._id, iteration.hypothesis, iteration.status, iteration.winningTreatmentId];
  const wanted = (iteration: Iteration | undefined, status: string) =>
    iteration && [iteration.id, iteration.hypothesis, status, iteration.winner];
  const [last, ...earlier] = stopped;
  const ended = running ? stopped : earlier;
  expect({
    draft: view(draftIteration),
    current: view(current),
    previous: previousIterations.map(view),
    tags: shown.tags ?? [],
    isArchived: shown.archivedDate !== undefined,
    ...(name !== undefined && { name: shown.name }),
  }).toEqual({
    draft: wanted(draft, 'not_started'),
    current: running ? wanted(running, 'running') : wanted(last, 'stopped'),
    previous: ended.slice(0, 20).map((one) => wanted(one, 'stopped')),
    tags,
    isArchived,
    ...(name !== undefined && { name }),
  });
}

const key = fc.constantFrom('one', 'two');
const made = fc.record({
  hypothesis: text,
  rule: fc.constantFrom('rule-1', 'rule-2', 'fallthrough'),
  hasTraffic: fc.constantFrom(true, true, true, false),
});

/** Sequences of commands. */
export const commands = fc.commands(
  [
    fc.tuple(key, made).map(([one, iteration]) => new Create(one, iteration)),
    fc.tuple(key, modeled).map(([one, patch]) => new Patch(one, [patch])),
    fc.tuple(key, modeled).map(([one, patch]) => new Patch(one, [patch])),
    fc.tuple(key, fc.array(modeled, { maxLength: 4 })).map(([one, patch]) => new Patch(one, patch)),
  ],
  { maxCommands: 20, size: 'max' },
);
