/** What the examples of experiments say is possible, and is what their parameters and requests asked for. */
import { describe, expect, it } from 'vitest';
import type { components } from '../../generated/schema.d.ts';
import { document, operationOf, requestExamplesOf, resolve, responseExamples } from '../support/document.ts';

type Schemas = components['schemas'];
type Experiment = Schemas['Experiment'];
type Iteration = Schemas['IterationRep'];

const [reading, updating] = [operationOf('getExperiment'), operationOf('patchExperiment')];
const read = responseExamples('200', reading.operation) as [string, Experiment][];
const updated = responseExamples('200', updating.operation) as [string, Experiment][];
const patches = Object.fromEntries(requestExamplesOf(updating.operation)) as Record<
  string,
  Schemas['ExperimentPatchInput']
>;
const { currentIteration: stoppedIteration } = Object.fromEntries(read)['stopped-with-winner'] as Experiment;

const iterationsOf = (experiment: Experiment): Iteration[] =>
  [experiment.currentIteration, experiment.draftIteration, ...(experiment.previousIterations ?? [])].filter(
    (one) => one !== undefined,
  );

/** The example of a parameter for a case. */
function parameterOf(name: string, example: string): string | undefined {
  const { examples = {} } = reading.parameters.find((parameter) => parameter.name === name) ?? {};
  return examples[example] && String(resolve(examples[example]).value);
}

describe('every example of an experiment', () => {
  it.each([...read, ...updated])('%s has the times and the winner that fit the status of each iteration', (_, one) => {
    const known = new Set((stoppedIteration?.treatments ?? []).map(({ _id }) => _id));
    expect(known.size).toBe(2);
    for (const iteration of iterationsOf(one)) {
      const { status, createdAt, startedAt, endedAt, winningTreatmentId } = iteration;
      expect([startedAt !== undefined, endedAt !== undefined, winningTreatmentId !== undefined]).toEqual([
        status !== 'not_started',
        status === 'stopped',
        status === 'stopped',
      ]);
      const times = [one._creationDate, createdAt, startedAt, endedAt].filter((time) => time !== undefined);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      if (winningTreatmentId) expect(known).toContain(winningTreatmentId);
    }
  });

  it.each([...read, ...updated])('%s is of the project, environment and experiment of its path', (name, one) => {
    const [project, environment, key] = ['projectKey', 'environmentKey', 'experimentKey'].map((parameter) =>
      parameterOf(parameter, name),
    );
    expect([one.environmentKey, one.key]).toEqual([environment, key]);
    expect(one._links['self']?.href).toBe(`/api/v2/projects/${project}/environments/${environment}/experiments/${key}`);
  });

  it.each([...read, ...updated])('%s has what was asked to be expanded, and nothing else of it', (name, one) => {
    const asked = read.some(([known]) => known === name) ? (parameterOf('expand', name)?.split(',') ?? []) : [];
    const iterations = iterationsOf(one);
    const present = {
      analysisConfig: one.analysisConfig !== undefined,
      draftIteration: one.draftIteration !== undefined,
      mutableFieldsByStatus: one.mutableFieldsByStatus !== undefined,
      previousIterations: one.previousIterations !== undefined,
      secondaryMetrics: iterations.some(({ secondaryMetrics }) => secondaryMetrics),
      treatments: iterations.some(({ treatments }) => treatments),
    };
    // The draft that never-started asks for has been seen as the current iteration.
    const empty = name === 'never-started' ? ['draftIteration'] : [];
    const expected = asked.filter((field) => !empty.includes(field));
    expect(Object.entries(present).flatMap(([field, is]) => (is ? [field] : []))).toEqual(expected);
  });
});

describe('the examples of Get experiment', () => {
  it('show each state of an experiment', () => {
    const states = read.map(([name, one]) => [
      name,
      [one.currentIteration?.status, one.draftIteration?.status, one.archivedDate !== undefined],
    ]);
    expect(Object.fromEntries(states)).toEqual({
      'never-started': ['not_started', undefined, false],
      'draft-beside-running': ['running', 'not_started', false],
      running: ['running', undefined, false],
      'stopped-with-winner': ['stopped', undefined, false],
      archived: ['stopped', undefined, true],
    });
  });
});

describe('the examples of Update experiment', () => {
  it('show each instruction, by its name', () => {
    const { discriminator } = document.components.schemas['KnownInstruction'] as {
      discriminator: { mapping: Record<string, string> };
    };
    const shown = Object.entries(patches).map(([name, { instructions }]) => {
      const kinds = instructions.map(({ kind }) => kind);
      expect(kinds.map((kind) => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))).toEqual([name]);
      return kinds[0];
    });
    expect(shown.toSorted()).toEqual(Object.keys(discriminator.mapping).toSorted());
  });

  it.each(updated)('%s responds with what its instruction did', (name, one) => {
    const [instruction] = patches[name]?.instructions ?? [];
    const iteration = one.currentIteration;
    const done: Record<Schemas['KnownInstruction']['kind'], unknown> = {
      updateName: { value: one.name },
      updateDescription: { value: one.description },
      updateExperimentFields: {
        value: { name: { value: one.name }, tags: { value: expect.arrayContaining(one.tags?.slice(-1) ?? []) } },
      },
      saveAndStartNewIteration: {
        value: { hypothesis: { value: iteration?.status === 'running' ? iteration.hypothesis : undefined } },
      },
      startIteration: iteration?.status === 'running' ? {} : undefined,
      stopIteration: {
        winningTreatmentId: iteration?.status === 'stopped' ? iteration.winningTreatmentId : undefined,
        winningReason: iteration?.winningReason,
      },
      archiveExperiment: one.archivedDate === undefined ? undefined : {},
      restoreExperiment: one.archivedDate === undefined ? {} : undefined,
    };
    expect(instruction).toMatchObject(done[instruction?.kind as keyof typeof done] as object);
  });

  it('gives the new iteration of saveAndStartNewIteration an ID of its own', () => {
    const ids = updated.map(([name, one]) => [name, one.currentIteration?._id]);
    const others = ids.filter(([name]) => name !== 'save-and-start-new-iteration').map(([, id]) => id);
    expect(others).not.toContain(Object.fromEntries(ids)['save-and-start-new-iteration']);
  });
});
