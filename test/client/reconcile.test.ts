/** What a look at the experiment says after an unknown outcome, and creating at most once. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createIterationClient,
  type FieldUpdates,
  type IterationInput,
  type IterationRep,
  instructions,
  isIterationError,
  type KnownInstruction,
  type UpdateLookSettings,
} from '../../src/index.ts';
import { experiment, path, through } from '../support/calls.ts';

const input: IterationInput = {
  hypothesis: 'A green button helps',
  metrics: [{ key: 'm' }],
  primarySingleMetricKey: 'm',
  treatments: [
    { name: 'Grey', baseline: true, allocationPercent: '50', parameters: [{ flagKey: 'f', variationId: 'v1' }] },
    { name: 'Green', baseline: false, allocationPercent: '50', parameters: [{ flagKey: 'f', variationId: 'v2' }] },
  ],
  flags: { f: { ruleId: 'fallthrough', flagConfigVersion: 3 } },
};

/** The iteration that the API returns for the input. Its treatments have the names of the flag's variations. */
function draft(changes: Partial<IterationRep> = {}): IterationRep {
  return {
    _id: 'i1',
    hypothesis: input.hypothesis,
    status: 'not_started',
    createdAt: 1,
    randomizationUnit: 'user',
    canReshuffleTraffic: true,
    flags: { f: { targetingRule: 'fallthrough', flagConfigVersion: 3, _links: {} } },
    treatments: [
      {
        _id: 'v2',
        name: 'on',
        baseline: false,
        allocationPercent: '50',
        parameters: [{ flagKey: 'f', variationId: 'v2' }],
      },
      {
        _id: 'v1',
        name: 'off',
        baseline: true,
        allocationPercent: '50.0',
        parameters: [{ flagKey: 'f', variationId: 'v1' }],
      },
    ],
    metrics: [{ key: 'm', name: 'M', kind: 'custom', isGroup: false, _links: {}, _versionId: '1' }],
    ...changes,
  };
}

const experimentWith = (iterations: { draftIteration?: unknown; currentIteration?: unknown }) =>
  Response.json({ ...experiment, ...iterations });

/** A client of a server that keeps what it created, and breaks as it is told to. */
function world({ reads = 0, breaks = [] as ('before' | 'after')[], appearsAfter = 0 } = {}) {
  const created: IterationRep[] = [];
  const counts = { get: 0, post: 0 };
  const send = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    if (init?.method === 'GET') {
      counts.get += 1;
      if (counts.get <= reads) return new Response('', { status: 500 });
      const visible = counts.get > appearsAfter ? created.at(-1) : undefined;
      return experimentWith(visible ? { draftIteration: visible } : {});
    }
    counts.post += 1;
    const fault = breaks[counts.post - 1];
    if (fault !== 'before') created.push(draft({ _id: `i${counts.post}` }));
    if (fault) throw new TypeError('terminated');
    return Response.json(created.at(-1));
  };
  const client = createIterationClient({ accessToken: 'api-token', fetch: send as typeof fetch });
  return { client, created, counts };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function lookAt(iterations: Parameters<typeof experimentWith>[0]) {
  const client = createIterationClient({ accessToken: 'api-token', fetch: async () => experimentWith(iterations) });
  return client.reconcile(path, input);
}

describe('a look at the experiment', () => {
  it.each(['draftIteration', 'currentIteration'] as const)(
    'finds the iteration as %s, by its variations',
    async (where) => {
      expect(await lookAt({ [where]: draft() })).toEqual({ status: 'found', where, iteration: draft() });
    },
  );

  it('finds one iteration that is shown in both places', async () => {
    const found = await lookAt({ draftIteration: draft(), currentIteration: draft() });
    expect(found).toMatchObject({ status: 'found', where: 'draftIteration' });
  });

  it.each([
    ['another hypothesis', { hypothesis: 'Another' }],
    [
      'another variation',
      { treatments: [{ ...draft().treatments?.[0], parameters: [{ flagKey: 'f', variationId: 'v9' }] }] },
    ],
    ['another allocation', { treatments: draft().treatments?.map((one) => ({ ...one, allocationPercent: '10' })) }],
    ['another flag', { flags: { g: { targetingRule: 'fallthrough', flagConfigVersion: 3, _links: {} } } }],
    ['other metrics', { metrics: [] }],
  ])('sees that an iteration with %s is a different one', async (_what, changes) => {
    expect(await lookAt({ draftIteration: draft(changes as Partial<IterationRep>) })).toMatchObject({
      status: 'absent',
    });
  });

  it('sees that there is none, and how long ago the attempt ended', async () => {
    const { client } = world({ breaks: ['before'] });
    const error = await client.createIteration(path, input).catch((thrown: unknown) => thrown);
    if (!isIterationError(error)) throw new Error('The call did not fail as it should.');
    expect(error.outcome).toBe('unknown');
    vi.advanceTimersByTime(250);
    expect(await client.reconcile(path, input, error)).toEqual({ status: 'absent', sinceAttemptMs: 250 });
  });

  it.each([
    ['two are alike', { draftIteration: draft(), currentIteration: draft({ _id: 'i2' }) }, /match/],
    ['it has started already', { currentIteration: draft({ status: 'running' }) }, /already running/],
    ['the response has no treatments', { draftIteration: draft({ treatments: undefined as never }) }, /omits/],
    [
      'a version of a flag alone differs',
      { draftIteration: draft({ flags: { f: { targetingRule: 'fallthrough', flagConfigVersion: 4, _links: {} } } }) },
      /omits/,
    ],
  ])('is undecided if %s', async (_what, iterations, reason) => {
    expect(await lookAt(iterations)).toMatchObject({ status: 'undecided', reason: expect.stringMatching(reason) });
  });

  it('takes the units of analysis and the kinds of metrics into account that the input names', async () => {
    const metric = { key: 'm', name: 'M', kind: 'custom', isGroup: false, _links: {}, _versionId: '1' } as const;
    const statusOf = async (asked: object, seen: object) => {
      const draftIteration = draft({ metrics: [{ ...metric, ...seen }] });
      const fetchIt = async () => experimentWith({ draftIteration });
      const client = createIterationClient({ accessToken: 'api-token', fetch: fetchIt });
      return (await client.reconcile(path, { ...input, metrics: [{ key: 'm', ...asked }] })).status;
    };
    expect(await statusOf({ analysisUnit: 'organization' }, { analysisUnit: 'organization' })).toBe('found');
    expect(await statusOf({ analysisUnit: 'user' }, { analysisUnit: null })).toBe('found');
    expect(await statusOf({ analysisUnit: 'organization' }, { analysisUnit: null })).toBe('undecided');
    expect(await statusOf({ analysisUnit: 'organization' }, {})).toBe('undecided');
    expect(await statusOf({ isGroup: true }, {})).toBe('absent');
  });

  it.each([401, 403])('is undecided if the token cannot read: %i', async (status) => {
    const fetchIt = async () => Response.json({ code: 'forbidden', message: 'No' }, { status });
    const client = createIterationClient({ accessToken: 'api-token', fetch: fetchIt });
    const look = await client.reconcile(path, input);
    expect(look).toMatchObject({
      status: 'undecided',
      reason: 'The access token is not allowed to read the experiment.',
    });
  });

  it('is undecided if the read fails', async () => {
    const { client } = world({ reads: 99 });
    expect(await through(client.reconcile(path, input))).toMatchObject({ status: 'undecided', error: { status: 500 } });
  });
});

describe('a look at what became of an update', () => {
  const { startIteration, stopIteration, updateName, updateDescription, archiveExperiment, restoreExperiment } =
    instructions;
  const winner = { winningTreatmentId: 'v2', winningReason: 'It is better' };
  const waiting = draft();
  const running = draft({ status: 'running' });
  const other = draft({ _id: 'i2', status: 'running' });
  const stopped = draft({ status: 'stopped', ...winner });
  const fields = (value: FieldUpdates) => instructions.updateExperimentFields(value);
  const tags = (operation: 'add' | 'update' | 'remove', value?: unknown) =>
    fields({ tags: { operation, value } as never });
  const hypothesis = fields({ hypothesis: { operation: 'update', value: input.hypothesis } });

  async function lookFor(sent: KnownInstruction[], now: object, before?: UpdateLookSettings['before']) {
    const client = createIterationClient({ accessToken: 'a', fetch: async () => experimentWith(now) });
    return client.reconcile(path, { instructions: sent }, undefined, { before });
  }

  it.each<[string, KnownInstruction, object, object, UpdateLookSettings['before']?]>([
    ['updateName', updateName('New'), { name: 'New' }, { name: 'Old' }],
    ['updateDescription', updateDescription('New'), { description: 'New' }, { description: 'Old' }],
    ['updateDescription to nothing', updateDescription(''), {}, { description: 'Old' }],
    ['archiveExperiment', archiveExperiment(), { archivedDate: 0 }, {}],
    ['restoreExperiment', restoreExperiment(), {}, { archivedDate: 0 }],
    ['an update of name', fields({ name: { operation: 'update', value: 'New' } }), { name: 'New' }, { name: 'Old' }],
    ['an addition to tags', tags('add', ['a', 'b']), { tags: ['b', 'c', 'a'] }, { tags: ['a'] }],
    ['an addition of one tag', tags('add', 'a'), { tags: ['a'] }, {}],
    ['an update of tags', tags('update', ['a', 'b']), { tags: ['b', 'a'] }, { tags: ['a', 'b', 'c'] }],
    ['a removal of tags', tags('remove', ['a']), { tags: ['b'] }, { tags: ['a', 'b'] }],
    ['a removal of all tags', tags('remove'), {}, { tags: ['a'] }],
    [
      'an update of hypothesis',
      hypothesis,
      { currentIteration: waiting },
      { currentIteration: draft({ hypothesis: 'B' }) },
    ],
    ['stopIteration', stopIteration(winner), { currentIteration: stopped }, { currentIteration: running }],
    [
      'startIteration',
      startIteration(),
      { currentIteration: running },
      { draftIteration: waiting, currentIteration: other },
      { draftIteration: waiting, currentIteration: other },
    ],
    [
      'a first startIteration',
      startIteration(),
      { currentIteration: running },
      { currentIteration: waiting },
      { currentIteration: waiting },
    ],
    [
      'saveAndStartNewIteration',
      instructions.saveAndStartNewIteration(),
      { currentIteration: other },
      { currentIteration: running },
      { currentIteration: running },
    ],
  ])('tells whether %s took effect', async (_what, instruction, after, without, before) => {
    expect(await lookFor([instruction], after, before)).toMatchObject({ status: 'found', experiment: after });
    expect(await lookFor([instruction], without, before)).toMatchObject({ status: 'absent', experiment: without });
  });

  it('finds an update only where each of its instructions took effect, for all do or none', async () => {
    const both = [updateName('New'), archiveExperiment()];
    expect(await lookFor(both, { name: 'New', archivedDate: 1 })).toMatchObject({ status: 'found' });
    expect(await lookFor(both, { name: 'New' })).toMatchObject({ status: 'absent' });
    expect(await lookFor([startIteration(), updateName('New')], { currentIteration: running })).toMatchObject({
      status: 'absent',
    });
    expect(await lookFor([startIteration(), updateName('X')], { currentIteration: running })).toMatchObject({
      status: 'undecided',
    });
  });

  it.each<[string, KnownInstruction, object, RegExp, UpdateLookSettings['before']?]>([
    ['which iteration was to start', startIteration(), { currentIteration: running }, /which iteration was to start/],
    [
      'which iteration ended',
      instructions.saveAndStartNewIteration(),
      { currentIteration: running },
      /which iteration was to start/,
    ],
    [
      'which draft replaced the one that was to start',
      startIteration(),
      { currentIteration: other },
      /which iteration was to start/,
      { draftIteration: waiting },
    ],
    [
      'whether a stop is the one that was asked for',
      stopIteration(winner),
      { currentIteration: draft({ status: 'stopped' }) },
      /different winner/,
    ],
    [
      'what became of an iteration that is no more the current one',
      stopIteration(winner),
      { currentIteration: other },
      /different iteration/,
      { currentIteration: running },
    ],
    [
      'whether it replaced a stopped iteration',
      instructions.saveAndStartNewIteration(),
      { currentIteration: stopped },
      /which iteration/,
      { currentIteration: running },
    ],
    [
      'which hypothesis was changed',
      hypothesis,
      { currentIteration: running, draftIteration: draft({ hypothesis: 'B' }) },
      /"hypothesis"/,
    ],
    [
      'of a field that the experiment does not show',
      fields({ metrics: { operation: 'add', value: [] } }),
      {},
      /"metrics"/,
    ],
    ['of an instruction that is not known', { kind: 'fly' } as never, {}, /is unknown/],
  ])('is undecided if it does not show %s', async (_what, instruction, now, reason, before) => {
    const look = await lookFor([instruction], now, before);
    expect(look).toMatchObject({ status: 'undecided', reason: expect.stringMatching(reason) });
  });

  it.each([
    [stopIteration(winner), startIteration()],
    [tags('add', ['a']), tags('remove', ['a'])],
    [instructions.saveAndStartNewIteration(), updateName('New')],
    [archiveExperiment(), restoreExperiment()],
  ])('is undecided if an instruction may undo another one of the update', async (...both) => {
    expect(await lookFor(both, { currentIteration: running }, { currentIteration: waiting })).toMatchObject({
      status: 'undecided',
      reason: 'One of the instructions may have undone another.',
    });
  });

  it('says how long ago the call ended where the update was not applied', async () => {
    const client = createIterationClient({
      accessToken: 'a',
      fetch: async (_url, init) => {
        if (init?.method === 'PATCH') throw new TypeError('terminated');
        return experimentWith({});
      },
    });
    const patch = { instructions: [archiveExperiment()] };
    const error = await client.updateExperiment(path, patch).catch((thrown: unknown) => thrown);
    if (!isIterationError(error)) throw new Error('The call did not fail as it should.');
    expect(error.outcome).toBe('unknown');
    vi.advanceTimersByTime(250);
    expect(await client.reconcile(path, patch, error)).toMatchObject({ status: 'absent', sinceAttemptMs: 250 });
  });
});

describe('ensureIteration', () => {
  it('creates once, and returns the draft that is there when it runs again', async () => {
    const { client, created, counts } = world();
    expect(await through(client.ensureIteration(path, input))).toMatchObject({
      created: true,
      iteration: { _id: 'i1' },
    });
    expect(await through(client.ensureIteration(path, input))).toMatchObject({
      created: false,
      iteration: { _id: 'i1' },
    });
    expect([created.length, counts.post]).toEqual([1, 1]);
  });

  it('finds what an unknown outcome had created, also where it shows late, and sends nothing again', async () => {
    for (const appearsAfter of [0, 4]) {
      const { client, created, counts } = world({ breaks: ['after'], appearsAfter });
      expect(await through(client.ensureIteration(path, input))).toMatchObject({ created: true });
      expect([created.length, counts.post]).toEqual([1, 1]);
    }
  });

  it('sends again after an unknown outcome only where looks for as long as the time allows found nothing', async () => {
    const { client, created, counts } = world({ breaks: ['before'] });
    expect(await through(client.ensureIteration(path, input))).toMatchObject({
      created: true,
      iteration: { _id: 'i2' },
    });
    expect([created.length, counts.post]).toEqual([1, 2]);
    expect(counts.get).toBeGreaterThan(3);
  });

  it('cannot rule out a second iteration where the first shows only after the last look', async () => {
    const { client, created } = world({ breaks: ['after'], appearsAfter: 1_000 });
    await through(client.ensureIteration(path, input));
    expect(created).toHaveLength(2);
  });

  it('sends nothing if the first look is undecided', async () => {
    const fetchIt = async () => experimentWith({ currentIteration: draft({ status: 'running' }) });
    const client = createIterationClient({ accessToken: 'api-token', fetch: fetchIt });
    const error = await client.ensureIteration(path, input).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'undecided', outcome: 'not_applied', attempts: 0 });
    const unreadable = world({ reads: 99 });
    const readError = await through(unreadable.client.ensureIteration(path, input).catch((thrown: unknown) => thrown));
    expect(readError).toMatchObject({ kind: 'http', status: 500, outcome: 'not_applied' });
    expect(unreadable.counts.post).toBe(0);
  });
});
