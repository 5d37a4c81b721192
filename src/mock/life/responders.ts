/** How a stateful mock responds: each operation acts on the experiment in its path, as LaunchDarkly's would. */

import type { ExperimentPatchInput, IterationInput, KnownInstruction } from '../../../generated/schema.d.ts';
import { validators } from '../../../generated/validators.js';
import { compare } from '../../contract/validate.ts';
import { draftOf, tooMany } from '../draft.ts';
import type { Responder, ValidRequest } from '../operations/responder.ts';
import { randomOf } from '../random.ts';
import type { Problem } from '../responses.ts';
import { type Life, momentOf, type Refusal, waiting, withDraft } from './life.ts';
import { type ExperimentKeys, largestLife } from './lives.ts';
import { applyInstruction, type Surroundings } from './rules.ts';
import { experimentOf, newLife } from './view.ts';
import type { World } from './world.ts';

const nothing: ReadonlySet<string> = new Set();

/** A responder of each operation. */
export function statefulResponders(world: World) {
  return {
    getExperiment: (request) => get(request, world),
    createIteration: (request) => create(request, world),
    patchExperiment: (request) => patch(request, world),
  } satisfies Record<string, Responder>;
}

function get({ path, query }: ValidRequest, { lives }: World): ReturnType<Responder> {
  const keys = path as ExperimentKeys;
  const expand = new Set(query.getAll('expand').flatMap((names) => names.split(',')));
  return { status: 200, json: JSON.stringify(experimentOf(lives.get(keys) ?? newLife(keys), expand)) };
}

function create({ path, body }: ValidRequest, world: World): ReturnType<Responder> {
  const keys = path as ExperimentKeys;
  const input = body as IterationInput;
  const problem = tooMany(input);
  if (problem) return problem;
  const life = world.lives.get(keys) ?? newLife(keys);
  const existing = waiting(life);
  const unknown = 'What LaunchDarkly does if a draft already exists is not known.';
  if (existing && world.existingDraft === 'refuse') {
    return { status: 400, message: 'The experiment already has a draft.', note: unknown };
  }
  const next = { ...life, steps: life.steps + 1 };
  const random = randomOf(JSON.stringify([path, next.steps, life.since]));
  const draft = { ...draftOf(keys.projectKey, input, random), createdAt: momentOf(next) };
  const note = existing && `The existing draft was replaced. ${unknown}`;
  return keep(world, keys, withDraft(next, draft), draft, note);
}

function patch({ path, body, headers }: ValidRequest, world: World): ReturnType<Responder> {
  const keys = path as ExperimentKeys;
  const { instructions } = body as ExperimentPatchInput;
  let life: Life = world.lives.get(keys) ?? newLife(keys);
  for (const [index, instruction] of instructions.entries()) {
    const outcome = applyInstruction(life, instruction as KnownInstruction, surroundingsOf(keys, world));
    if ('message' in outcome) return refused(outcome, index, instructions.length);
    life = outcome;
  }
  const shown = experimentOf(life, nothing);
  const [issue] = compare(validators.Experiment, shown, 'response').issues;
  if (issue) return { status: 400, message: `The experiment would break the contract: ${issue.message}` };
  const isPlain = !/;\s*domain-model=/i.test(headers['content-type'] ?? '');
  return keep(world, keys, life, shown, isPlain ? plainNote : undefined);
}

const plainNote =
  'LaunchDarkly documents that a body without domain-model=launchdarkly.semanticpatch is rejected; in practice it has been accepted.';

/** A semantic patch is applied as a whole or not at all. */
function refused({ status, message, note }: Refusal, index: number, count: number): Problem {
  const place = count > 1 ? `instructions[${index}]: ` : '';
  return { status, message: `${place}${message} Nothing was applied.`, logged: message, ...(note && { note }) };
}

/** Remembers an experiment, and responds with what became of it. */
function keep(world: World, keys: ExperimentKeys, life: Life, response: unknown, note = ''): ReturnType<Responder> {
  const forgotten = world.lives.set(keys, life);
  if (forgotten === undefined) {
    const message = `The mock remembers at most ${largestLife} characters per experiment: POST /__reset to start over.`;
    return { status: 413, message };
  }
  const experiments = forgotten === 1 ? 'experiment' : 'experiments';
  const loss =
    forgotten > 0
      ? `To make room, the mock forgot ${forgotten} ${experiments} that had not changed for the longest time.`
      : '';
  const notes = [note, loss].filter((one) => one !== '').join(' ');
  return { status: 200, json: JSON.stringify(response), ...(notes !== '' && { note: notes }) };
}

function surroundingsOf(keys: ExperimentKeys, { lives, flagsOff }: World): Surroundings {
  const { projectKey, environmentKey } = keys;
  return {
    project: projectKey,
    isOn: (flagKey) => !flagsOff.has(JSON.stringify([projectKey, environmentKey, flagKey])),
    isTaken(flagKey, rule) {
      for (const { current } of lives.neighbors(keys)) {
        const { flags = {} } = current?.status === 'running' ? current : {};
        if (Object.hasOwn(flags, flagKey) && flags[flagKey]?.targetingRule === rule) return true;
      }
      return false;
    },
  };
}
