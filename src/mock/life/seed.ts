/** Reads the initial state of a stateful mock. */

import type { Experiment } from '../../../generated/schema.d.ts';
import { type Schema, validators } from '../../../generated/validators.js';
import type { Path } from '../../contract/pointer.ts';
import { compare } from '../../contract/validate.ts';
import type { Life } from './life.ts';
import { createLives, type ExperimentKeys } from './lives.ts';
import { newLife } from './view.ts';

/** The initial state of a stateful mock. */
export interface MockSeed {
  /**
   * Experiments, each as Get experiment returns it, with `draftIteration`, `currentIteration` and `previousIterations`
   * if there are any. Only `key` and `environmentKey` are required; the rest is made up.
   */
  readonly experiments?: readonly SeededExperiment[] | undefined;
  /** Flags that are off. All others are on. */
  readonly flagsOff?: readonly SeededFlag[] | undefined;
}

/** An experiment of a seed. */
export interface SeededExperiment {
  readonly projectKey: string;
  readonly experiment: Partial<Experiment> & Pick<Experiment, 'key' | 'environmentKey'>;
}

/** A flag of a seed. */
export interface SeededFlag {
  readonly projectKey: string;
  readonly environmentKey: string;
  readonly flagKey: string;
}

/** What a seed holds. */
export interface Seed {
  readonly experiments: readonly { readonly keys: ExperimentKeys; readonly life: Life }[];
  readonly flagsOff: ReadonlySet<string>;
}

/** A seed that cannot be used, and the location of the problem. */
export class SeedError extends Error {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}

const text = { type: 'string' };
const flag = { projectKey: text, environmentKey: text, flagKey: text };
const experiment = { ...validators.Experiment.schema, required: ['key', 'environmentKey'] };
const schema: Schema = {
  type: 'object',
  properties: {
    experiments: {
      type: 'array',
      items: { type: 'object', required: ['projectKey', 'experiment'], properties: { projectKey: text, experiment } },
    },
    flagsOff: { type: 'array', items: { type: 'object', required: Object.keys(flag), properties: flag } },
  },
};

/**
 * Reads a seed.
 *
 * @throws SeedError for the first problem, with a message that names its location.
 */
export function readSeed(value: MockSeed): Seed {
  const { issues, additions } = compare({ schema, isExact: () => false }, value, 'sent');
  // An experiment may have properties that the contract does not know yet; a seed itself may not.
  const [issue] = [...issues, ...additions.filter(({ path }) => path.length < 4)];
  if (issue) throw new SeedError(issue.path, issue.message);
  const { experiments = [], flagsOff = [] } = value;
  const lives = createLives();
  return {
    experiments: experiments.map((one, index) => {
      const seeded = readExperiment(one);
      const refuse = (what: string): never => {
        throw new SeedError(['experiments', index], `experiments[${index}] ${what}.`);
      };
      if (seeded.life.draft && seeded.life.draft.status !== 'not_started')
        refuse('has a draftIteration that has started');
      if (lives.get(seeded.keys)) refuse('is a duplicate: list each experiment once');
      if (lives.set(seeded.keys, seeded.life) !== 0)
        refuse('is more than the mock can remember: list fewer or smaller experiments');
      return seeded;
    }),
    flagsOff: new Set(flagsOff.map((one) => JSON.stringify([one.projectKey, one.environmentKey, one.flagKey]))),
  };
}

/** A copy, so that a later change to the seed does not affect the mock. */
function readExperiment(seeded: SeededExperiment): Seed['experiments'][number] {
  const { projectKey, experiment: given }: SeededExperiment = JSON.parse(JSON.stringify(seeded));
  const keys = { projectKey, environmentKey: given.environmentKey, experimentKey: given.key };
  const fresh = newLife(keys);
  const { currentIteration: current, draftIteration: draft, previousIterations: previous = [], ...others } = given;
  const moments = [current, draft, ...previous].flatMap((one) => [one?.createdAt, one?.startedAt, one?.endedAt]);
  const known = [given._creationDate, given.archivedDate, ...moments].filter((moment) => moment !== undefined);
  // The next step comes after every time in the seed.
  const since = Math.max(fresh.since, ...known);
  return { keys, life: { ...fresh, experiment: { ...fresh.experiment, ...others }, current, draft, previous, since } };
}
