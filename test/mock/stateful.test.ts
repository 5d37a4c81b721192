/** The life of an experiment in the mock that remembers, met through the client. */
import { describe, expect, it } from 'vitest';
import {
  createIteration200TwoTreatments as draftExample,
  getExperiment200Running as running,
  createIterationRequestTwoTreatments as twoTreatments,
} from '../../generated/examples.js';
import { createIterationClient, type IterationInput, instructions, type KnownInstruction } from '../../src/index.ts';
import { createMockFetch, type MockSeed, type StatefulOptions } from '../../src/mock/fetch.ts';
import { createMock } from '../../src/mock/handler.ts';
import { failureOf, path } from '../support/calls.ts';

const input: IterationInput = twoTreatments;
const winningTreatmentId = String(input.treatments[1]?.parameters[0]?.variationId);
const winner = { winningTreatmentId, winningReason: 'It won' };
const all = ['draftIteration', 'previousIterations', 'treatments'] as const;
const update = (value: unknown) => ({ operation: 'update' as const, value });

/** A client of a mock that remembers. It is strict: a response that breaks the contract fails the call. */
function clientOf(stateful: StatefulOptions | true = true) {
  const mockFetch = createMockFetch({ stateful });
  const client = createIterationClient({ accessToken: 'api-any', mock: true, fetch: mockFetch, strict: true });
  const read = () => client.getExperiment(path, { expand: all });
  return { client, read, reset: mockFetch.reset };
}

/** A client whose experiment has a running iteration. */
async function clientOfRunning(options?: StatefulOptions) {
  const made = clientOf(options);
  await made.client.createIteration(path, input);
  await made.client.startIteration(path);
  return made;
}

const refusalOf = async (call: Promise<unknown>) => {
  const { status, message, outcome } = await failureOf(call);
  expect(outcome).toBe('not_applied');
  return `${status} ${message.replace(/^The server responded with \d+: /, '')}`;
};

describe('a mock that remembers', () => {
  it('leads an iteration from its draft to its winner, and keeps it among the previous ones', async () => {
    const { client, read } = clientOf();
    expect(await read()).not.toHaveProperty('currentIteration');
    const created = await client.createIteration(path, input);
    expect(await read()).toMatchObject({ draftIteration: { ...created, status: 'not_started' } });

    const started = await client.startIteration(path);
    expect(started.currentIteration).toMatchObject({ _id: created._id, status: 'running' });
    expect(await read()).not.toHaveProperty('draftIteration');

    const next = await client.saveAndStartNewIteration(path, { value: { hypothesis: update('Another') } });
    expect(next.currentIteration).toMatchObject({ hypothesis: 'Another', status: 'running' });
    const { previousIterations: [first, ...others] = [], currentIteration } = await read();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ _id: created._id, status: 'stopped', hypothesis: input.hypothesis });
    expect(currentIteration?._id).not.toBe(created._id);
    expect(currentIteration?.treatments).toEqual(created.treatments);

    const stopped = await client.stopIteration(path, winner);
    expect(stopped.currentIteration).toMatchObject({ status: 'stopped', ...winner });
    const { createdAt, startedAt = 0, endedAt = 0 } = stopped.currentIteration ?? { createdAt: 0 };
    expect([createdAt <= startedAt, startedAt < endedAt]).toEqual([true, true]);
  });

  it('shows only what is requested', async () => {
    const { client } = await clientOfRunning();
    await client.createIteration(path, input);
    const plain = (await client.getExperiment(path)) as Record<string, unknown>;
    for (const name of ['draftIteration', 'previousIterations', 'analysisConfig', 'mutableFieldsByStatus']) {
      expect(plain).not.toHaveProperty(name);
    }
    expect(plain['currentIteration']).not.toHaveProperty('treatments');
    const patched = await client.updateExperiment(path, { instructions: [] });
    expect(patched).toEqual(plain);
    const rich = await client.getExperiment(path, {
      expand: ['analysisConfig', 'mutableFieldsByStatus', 'treatments'],
    });
    expect(Object.keys(rich)).toEqual(expect.arrayContaining(['analysisConfig', 'mutableFieldsByStatus']));
    expect(rich.currentIteration?.treatments).toHaveLength(2);
    expect(rich).not.toHaveProperty('draftIteration');
  });

  it('keeps experiments, environments and projects apart', async () => {
    const { client } = await clientOfRunning();
    for (const other of [{ projectKey: 'p2' }, { environmentKey: 'e2' }, { experimentKey: 'x2' }]) {
      const experiment = await client.getExperiment({ ...path, ...other }, { expand: all });
      expect(experiment).not.toHaveProperty('currentIteration');
    }
  });

  it.each<[string, StatefulOptions | undefined, (made: ReturnType<typeof clientOf>) => Promise<unknown>, string]>([
    ['there is no draft', undefined, ({ client }) => client.startIteration(path), '400 There is no draft to start'],
    [
      'a flag is off',
      { seed: { flagsOff: [{ projectKey: 'p', environmentKey: 'e', flagKey: 'checkout-button' }] } },
      async ({ client }) => {
        await client.createIteration(path, input);
        await client.startIteration(path);
      },
      '400 A flag of the iteration is off',
    ],
    [
      'no allocation is above zero',
      undefined,
      async ({ client }) => {
        const treatments = input.treatments.map((treatment) => ({ ...treatment, allocationPercent: '0.0' }));
        await client.createIteration(path, { ...input, treatments });
        await client.startIteration(path);
      },
      '400 No treatment of the iteration has an allocation above zero',
    ],
    [
      'there is no randomization unit',
      undefined,
      async ({ client }) => {
        await client.createIteration(path, { ...input, randomizationUnit: '' });
        await client.startIteration(path);
      },
      '400 The iteration has no randomizationUnit',
    ],
    [
      'the experiment is archived',
      undefined,
      async ({ client }) => {
        await client.createIteration(path, input);
        await client.archiveExperiment(path);
        await client.startIteration(path);
      },
      '400 The experiment is archived',
    ],
  ])('starts nothing where %s', async (_case, options, start, message) => {
    const made = clientOf(options);
    expect(await refusalOf(start(made))).toContain(message);
    expect(await made.read()).not.toHaveProperty('currentIteration');
  });

  it('needs a justification to start while an iteration is running, which then ends', async () => {
    const { client, read } = await clientOfRunning();
    const draft = await client.createIteration(path, input);
    expect(await refusalOf(client.startIteration(path))).toContain('400 changeJustification is required');
    await client.startIteration(path, { changeJustification: 'A new color' });
    const { currentIteration, previousIterations } = await read();
    expect(currentIteration).toMatchObject({ _id: draft._id, status: 'running' });
    expect(previousIterations).toMatchObject([{ status: 'stopped' }]);
  });

  it('stops only what runs, with a reason and a winner that is one of its treatments', async () => {
    const { client } = await clientOfRunning();
    const stop = (changes: object) =>
      client.updateExperiment(path, { instructions: [{ kind: 'stopIteration', ...changes }] });
    const sentence = '400 To stop an iteration, winningTreatmentId and winningReason are required';
    expect(await refusalOf(stop({}))).toContain(sentence);
    expect(await refusalOf(stop({ winningTreatmentId }))).toContain(sentence);
    expect(await refusalOf(stop({ ...winner, winningTreatmentId: 'nobody' }))).toContain(
      'must be the _id of a treatment',
    );
    await stop(winner);
    expect(await refusalOf(stop(winner))).toContain('400 No iteration is running');
    expect(await refusalOf(client.saveAndStartNewIteration(path))).toContain('400 No iteration is running');
  });

  it('refuses a start on a rule that another running experiment uses, with the code that has been seen', async () => {
    const { client } = await clientOfRunning();
    const other = { ...path, experimentKey: 'other' };
    await client.createIteration(other, input);
    const error = await failureOf(client.startIteration(other));
    expect(error).toMatchObject({ status: 409, code: 'optimistic_locking_error', outcome: 'not_applied' });
    await client.stopIteration(path, winner);
    expect(await client.startIteration(other)).toMatchObject({ currentIteration: { status: 'running' } });
  });

  it('applies all instructions of a patch, in their order, or none', async () => {
    const { client, read } = await clientOfRunning();
    const before = await read();
    const broken: KnownInstruction[] = [
      instructions.updateName('Never'),
      instructions.stopIteration(winner),
      instructions.stopIteration(winner),
    ];
    const refusal = await refusalOf(client.updateExperiment(path, { instructions: broken }));
    expect(refusal).toMatch(/^400 instructions\[2\]: No iteration is running\. Nothing was applied\./);
    expect(await read()).toEqual(before);
    const whole = { instructions: [instructions.stopIteration(winner), instructions.archiveExperiment()] };
    const after = await client.updateExperiment(path, whole);
    expect(after).toMatchObject({ archivedDate: expect.any(Number), currentIteration: { status: 'stopped' } });
  });

  it('does not change what already has the requested value', async () => {
    const { client } = clientOf();
    const archived = await client.archiveExperiment(path);
    expect(await client.archiveExperiment(path)).toEqual(archived);
    const tags = { tags: { operation: 'add' as const, value: ['a', 'b'] } };
    await client.updateExperimentFields(path, tags);
    expect(await client.updateExperimentFields(path, tags)).toMatchObject({ tags: ['a', 'b'] });
    await client.updateExperimentFields(path, { tags: { operation: 'remove', value: ['a'] } });
    const restored = await client.restoreExperiment(path);
    expect(restored).toMatchObject({ tags: ['b'] });
    expect(restored).not.toHaveProperty('archivedDate');
  });

  it('changes the fields that the status allows, and no others', async () => {
    const { client, read } = clientOf();
    await client.createIteration(path, input);
    await client.updateExperimentFields(path, {
      name: update('New'),
      hypothesis: update('Another'),
      attributes: update(['country']),
      primarySingleMetricKey: { operation: 'remove' },
      primaryFunnelKey: update('checkout-funnel'),
    });
    const { draftIteration, name } = await read();
    expect([name, draftIteration?.hypothesis, draftIteration?.attributes]).toEqual(['New', 'Another', ['country']]);
    expect(draftIteration?.primaryFunnel?.key).toBe('checkout-funnel');
    expect(draftIteration).not.toHaveProperty('primarySingleMetric');
    await client.startIteration(path);
    const change = (value: Parameters<typeof client.updateExperimentFields>[1]) =>
      client.updateExperimentFields(path, value);
    await change({ metrics: { operation: 'add', value: [{ key: 'refunds' }] } });
    expect((await read()).currentIteration?.metrics?.map(({ key }) => key)).toContain('refunds');
    expect(await refusalOf(change({ hypothesis: update('x') }))).toContain('does not allow update of "hypothesis"');
    expect(await refusalOf(change({ nonsense: update('x') }))).toContain('does not allow update of "nonsense"');
    expect(await refusalOf(change({ toString: update('x') }))).toContain('does not allow update of "toString"');
    expect(await refusalOf(change({ name: update(5) }))).toContain('would break the contract: name must be');
    const wrong = client.saveAndStartNewIteration(path, { value: { metrics: update([{ isGroup: true }]) } });
    expect(await refusalOf(wrong)).toContain('metrics[0].key');
  });

  it('refuses an instruction that it does not know', async () => {
    const { client } = clientOf();
    const unknown = { kind: 'explode' } as unknown as KnownInstruction;
    expect(await refusalOf(client.updateExperiment(path, { instructions: [unknown] }))).toMatch(/^400 .*explode/);
  });

  it('replaces an existing draft, or rejects another one, as configured', async () => {
    const replacing = clientOf();
    await replacing.client.createIteration(path, input);
    const second = await replacing.client.createIteration(path, { ...input, hypothesis: 'Another' });
    expect(await replacing.read()).toMatchObject({ draftIteration: { _id: second._id, hypothesis: 'Another' } });
    const refusing = clientOf({ existingDraft: 'refuse' });
    const first = await refusing.client.createIteration(path, input);
    expect(await refusalOf(refusing.client.createIteration(path, input))).toContain(
      '400 The experiment already has a draft',
    );
    expect(await refusing.read()).toMatchObject({ draftIteration: { _id: first._id } });
  });

  it('responds the same to the same sequence, and starts over after a reset', async () => {
    const texts: string[] = [];
    const made = clientOf();
    for (const client of [made.client, made.client, clientOf().client]) {
      const first = await client.createIteration(path, input);
      const second = await client.createIteration(path, input);
      expect(second._id).not.toBe(first._id);
      texts.push(JSON.stringify([first, second, await client.startIteration(path)]));
      made.reset();
    }
    expect(new Set(texts).size).toBe(1);
    expect(await made.read()).not.toHaveProperty('currentIteration');
  });

  it('keeps the scenarios: what they refuse changes nothing', async () => {
    const fetch = createMockFetch({ stateful: true, scenario: 'flaky' });
    const client = createIterationClient({ accessToken: 'api-any', mock: true, fetch, maxRetries: 0 });
    expect((await failureOf(client.createIteration(path, input))).status).toBe(503);
    expect(await client.getExperiment(path, { expand: all })).not.toHaveProperty('draftIteration');
  });

  it('can be static or stateful, but not both', () => {
    expect(() => createMockFetch({ stateful: true, static: true })).toThrow(
      'A mock can be static or stateful, but not both.',
    );
    const wrong = { existingDraft: 'keep' } as unknown as StatefulOptions;
    expect(() => createMockFetch({ stateful: wrong })).toThrow('existingDraft must be "replace" or "refuse".');
  });
});

describe('the log of a mock that remembers', () => {
  const mock = createMock({ stateful: true });
  const target = '/api/v2/projects/p/environments/e/experiments/x';
  const send = (method: string, to: string, body: unknown, type = 'application/json') =>
    mock.handle({
      method,
      target: to,
      headers: { authorization: 'a', 'content-type': type },
      body: JSON.stringify(body),
    });
  const semantic = 'application/json; domain-model=launchdarkly.semanticpatch';
  const stop = { instructions: [{ kind: 'stopIteration' }] };

  it('says what LaunchDarkly does not document', async () => {
    const archive = { instructions: [{ kind: 'archiveExperiment' }, { kind: 'restoreExperiment' }] };
    expect(await send('PATCH', target, archive, semantic)).toMatchObject({ status: 200, note: undefined });
    const plain = await send('PATCH', target, archive);
    expect(plain).toMatchObject({ status: 200, note: expect.stringContaining('domain-model') });
    expect((await send('POST', `${target}/iterations`, input)).note).toBeUndefined();
    const replaced = await send('POST', `${target}/iterations`, input);
    expect(replaced.note).toMatch(/^The existing draft was replaced\. What LaunchDarkly does .* is not known\.$/);
    await send('PATCH', target, { instructions: [{ kind: 'startIteration' }] }, semantic);
    const refused = await send('PATCH', target, stop, semantic);
    expect(refused).toMatchObject({ status: 400, note: expect.stringContaining('does not document it') });
  });
});

describe('the seed of a mock that remembers', () => {
  const currentIteration = { ...draftExample, ...running.currentIteration };
  const experiment = { ...running, currentIteration };
  const seed: MockSeed = { experiments: [{ projectKey: 'p', experiment }] };
  const seeded = { projectKey: 'p', environmentKey: running.environmentKey, experimentKey: running.key };

  const flag = { projectKey: 'p', environmentKey: 'e', flagKey: 'f' };

  it('is what Get experiment returns, at the beginning and after each reset', async () => {
    const { client, reset } = clientOf({ seed });
    const before = await client.getExperiment(seeded, { expand: all });
    expect(before.currentIteration).toEqual(currentIteration);
    const id = before.currentIteration?.treatments?.[0]?._id as string;
    const { currentIteration: stopped } = await client.stopIteration(seeded, { ...winner, winningTreatmentId: id });
    expect(stopped?.endedAt).toBeGreaterThan(Number(stopped?.startedAt));
    reset();
    expect(await client.getExperiment(seeded, { expand: all })).toEqual(before);
  });

  it('may have a first iteration that never started as the current one, which starts', async () => {
    const neverStarted = { key: 'x', environmentKey: 'e', currentIteration: draftExample };
    const { client } = clientOf({ seed: { experiments: [{ projectKey: 'p', experiment: neverStarted }] } });
    expect(await client.getExperiment(path)).toMatchObject({ currentIteration: { status: 'not_started' } });
    expect(await client.reconcile(path, input)).toMatchObject({ status: 'found', where: 'currentIteration' });
    const started = await client.startIteration(path);
    expect(started.currentIteration).toMatchObject({ _id: draftExample._id, status: 'running' });
    expect(await client.getExperiment(path, { expand: all })).not.toHaveProperty('previousIterations');
  });

  it.each<[string, unknown, string]>([
    ['no object', [], 'must be an object'],
    ['an unknown property', { flags: [] }, 'flags is not in the contract'],
    ['no list', { experiments: {} }, 'experiments must be an array'],
    [
      'no key',
      { experiments: [{ projectKey: 'p', experiment: { environmentKey: 'e' } }] },
      'experiments[0].experiment.key must be present',
    ],
    ['a flag of no project', { flagsOff: [{ flagKey: 'f' }] }, 'flagsOff[0].projectKey must be present'],
    ['a flag with more to it', { flagsOff: [{ ...flag, on: false }] }, 'flagsOff[0].on is not in the contract'],
    [
      'what breaks the contract',
      { experiments: [{ projectKey: 'p', experiment: { ...running, currentIteration: { status: 5 } } }] },
      'experiments[0].experiment.currentIteration.hypothesis must be present',
    ],
    [
      'a draft that runs',
      { experiments: [{ projectKey: 'p', experiment: { ...running, draftIteration: running.currentIteration } }] },
      'experiments[0] has a draftIteration that has started.',
    ],
    [
      'an experiment twice',
      { experiments: [...(seed.experiments ?? []), ...(seed.experiments ?? [])] },
      'experiments[1] is a duplicate',
    ],
    [
      'too much',
      { experiments: [{ projectKey: 'p', experiment: { ...running, description: 'x'.repeat(5_000_000) } }] },
      'experiments[0] is more than the mock can remember',
    ],
  ])('is refused with %s, with the place', (_case, wrong, message) => {
    expect(() => createMockFetch({ stateful: { seed: wrong as MockSeed } })).toThrow(message);
  });
});

describe('the memory of a mock that remembers', () => {
  it('is bounded: it forgets the experiments that have not changed for the longest time, and says so', async () => {
    const mock = createMock({ stateful: true });
    const description = 'x'.repeat(1_000_000);
    const notes: (string | undefined)[] = [];
    for (let index = 0; index < 60; index += 1) {
      const { note } = await mock.handle({
        method: 'PATCH',
        target: `/api/v2/projects/p/environments/e/experiments/x${index}`,
        headers: { authorization: 'a', 'content-type': 'application/json; domain-model=launchdarkly.semanticpatch' },
        body: JSON.stringify({ instructions: [{ kind: 'updateDescription', value: description }] }),
      });
      notes.push(note);
    }
    expect(notes.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => undefined));
    expect(notes.at(-1)).toMatch(/the mock forgot 1 experiment that had not changed for the longest time/);
  });

  it('refuses an experiment that grows beyond its share, and keeps it as it was', async () => {
    const { client } = clientOf();
    const metrics = Array.from({ length: 4_900 }, (_none, index) => ({ key: `metric-${index}`, isGroup: true }));
    await client.createIteration(path, { ...input, hypothesis: 'Small' });
    expect(await refusalOf(client.createIteration(path, { ...input, metrics }))).toMatch(/^413 .*__reset/);
    const { draftIteration } = await client.getExperiment(path, { expand: ['draftIteration'] });
    expect(draftIteration?.hypothesis).toBe('Small');
  });
});
