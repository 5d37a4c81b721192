/** Histories of ensureIteration: faults on the way, crashes between the attempts, and jobs that run again. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIterationRequestTwoTreatments as twoTreatments } from '../../generated/examples.js';
import {
  createIterationClient,
  type ExperimentClient,
  type IterationInput,
  type IterationRep,
  instructions,
  isIterationError,
  type KnownInstruction,
} from '../../src/index.ts';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { experiment, path, through } from '../support/calls.ts';

const input: IterationInput = twoTreatments;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What happens to one request: where it is lost, or what the server says instead, before or after it did its work. */
type Fate =
  | 'well'
  | 'lost before'
  | 'lost after'
  | '503 before'
  | '502 after'
  | 'silent after'
  | 'silent before'
  | '429';

/** What happens to the requests of a job, in their order; all else goes well. */
interface Fates {
  reads?: Fate[];
  changes?: Fate[];
}

/** What remains of a job that crashed: it never goes on. */
const crash = new Promise<never>(() => {});

/** The server and the network between. It counts what was created and what was applied, and by which request. */
function world() {
  const mockFetch = createMockFetch({ stateful: true });
  const created: string[] = [];
  const applied: string[] = [];
  /** @param crashAfter The job crashes with the response to this request on its way; by default it does not. */
  const job = ({ reads = [], changes = [] }: Fates = {}, crashAfter = Number.POSITIVE_INFINITY) => {
    let requests = 0;
    const left = { GET: [...reads], others: [...changes] };
    let onCrash = () => {};
    const crashed = new Promise<'crashed'>((resolve) => {
      onCrash = () => resolve('crashed');
    });
    const send = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
      requests += 1;
      const fate = left[init.method === 'GET' ? 'GET' : 'others'].shift() ?? 'well';
      const response = await respond(String(url), init, fate);
      if (requests < crashAfter) return response();
      onCrash();
      return crash;
    };
    const client = createIterationClient({
      accessToken: 'a',
      mock: true,
      fetch: send as typeof fetch,
      throttle: false,
    });
    return { client, crashed };
  };
  const respond = async (url: string, init: RequestInit, fate: Fate): Promise<() => Response | Promise<Response>> => {
    const isWork = fate === 'well' || fate.endsWith('after');
    const real = isWork ? await mockFetch(url, { ...init, signal: null }) : undefined;
    if (real && init.method === 'POST') created.push(String(((await real.clone().json()) as IterationRep)._id));
    if (real?.ok && init.method === 'PATCH') applied.push(String(init.body));
    if (real && fate === 'well') return () => real;
    if (/^\d/.test(fate))
      return () => new Response('', { status: Number(fate.slice(0, 3)), headers: { 'retry-after': '1' } });
    if (fate.startsWith('lost')) return () => Promise.reject(new TypeError('terminated'));
    return () =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
  };
  return { created, applied, job };
}

const fate = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>('well') },
  fc.constantFrom<Fate>('lost before', 'lost after', '503 before', '502 after', 'silent after', 'silent before', '429'),
);
/** Some jobs can read nothing, or nothing after their first look, and the changes of some are all lost. */
const blinded: Fate[] = ['well', ...Array<Fate>(90).fill('503 before')];
const deaf: Fate[] = ['lost before', 'silent before', 'lost before'];
const some = (maxLength: number) => fc.array(fate, { maxLength });
const run = fc.record({
  fates: fc.record({
    reads: fc.oneof({ weight: 3, arbitrary: some(6) }, fc.constantFrom(blinded, blinded.slice(1))),
    changes: fc.oneof({ weight: 3, arbitrary: some(3) }, fc.constant(deaf)),
  }),
  crashAfter: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
});
const runs = fc.array(run, { minLength: 1, maxLength: 4 });

describe('a job that ensures an iteration', () => {
  it('never makes two, nor claims anything false, in 500 random histories of faults, crashes and reruns', async () => {
    const seen = { created: 0, found: 0, crashed: 0, unknown: 0, notApplied: 0 };
    const isTrue = fc.asyncProperty(runs, async (history) => {
      const { created, job } = world();
      for (const { fates, crashAfter } of [...history, { fates: {}, crashAfter: undefined }]) {
        const before = created.length;
        const { client, crashed } = job(fates, crashAfter);
        const end = client.ensureIteration(path, input).catch((thrown: unknown) => thrown);
        const result = await through(Promise.race([end, crashed]));
        expect(created.length).toBeLessThanOrEqual(1);
        if (result === 'crashed') {
          seen.crashed += 1;
        } else if (isIterationError(result)) {
          if (result.outcome === 'not_applied') expect(created.length).toBe(before);
          seen[result.outcome === 'unknown' ? 'unknown' : 'notApplied'] += 1;
          const look = await through(job().client.reconcile(path, input, result));
          expect(look.status).toBe(created.length > 0 ? 'found' : 'absent');
          const blind = await through(
            job({ reads: Array(9).fill('lost before') }).client.reconcile(path, input, result),
          );
          expect(blind.status).toBe('undecided');
        } else {
          const { iteration, created: isNew } = result as { iteration: IterationRep; created: boolean };
          expect(created).toEqual([iteration._id]);
          expect(isNew).toBe(before === 0);
          seen[isNew ? 'created' : 'found'] += 1;
        }
      }
      // The last run meets no fault.
      expect(created).toHaveLength(1);
    });
    await fc.assert(isTrue, { numRuns: 500 });
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
  });

  it('says unknown, not not_applied, where a refusal follows an attempt that may have created one', async () => {
    let posts = 0;
    const send = async (_url: unknown, init: RequestInit = {}) => {
      if (init.method === 'GET') {
        return Response.json(experiment);
      }
      posts += 1;
      if (posts === 1) throw new TypeError('terminated');
      return Response.json({ code: 'invalid_request', message: 'No' }, { status: 400 });
    };
    const client = createIterationClient({ accessToken: 'a', mock: true, fetch: send as typeof fetch });
    const error = await through(client.ensureIteration(path, input).catch((thrown: unknown) => thrown));
    expect([posts, isIterationError(error) && error.outcome]).toEqual([2, 'unknown']);
  });
});

describe('what no job can rule out', () => {
  it('is a second iteration of two jobs that check at the same time', async () => {
    const { created, job } = world();
    const both = [job(), job()].map(({ client }) => client.ensureIteration(path, input));
    await through(Promise.all(both));
    expect(created).toHaveLength(2);
  });

  it('is a second iteration where the first is made only after a job that crashed was run again', async () => {
    const { created, job } = world();
    // The request of the first job is under way while it crashes, and arrives after all that the second one does.
    const { client, crashed } = job({ changes: ['silent before'] }, 2);
    await through(Promise.race([client.ensureIteration(path, input), crashed]));
    await through(job().client.ensureIteration(path, input));
    await through(job().client.createIteration(path, input));
    expect(created).toHaveLength(2);
  });
});

/** Ways to the state that an update meets. */
const ways: Record<string, (client: ExperimentClient) => Promise<unknown>> = {
  nothing: async () => {},
  draft: (client) => client.createIteration(path, input),
  running: async (client) => {
    await ways['draft']?.(client);
    await client.startIteration(path);
  },
  'running beside a draft': async (client) => {
    await ways['running']?.(client);
    await client.createIteration(path, input);
  },
  stopped: async (client) => {
    await ways['running']?.(client);
    const { currentIteration } = await client.getExperiment(path, { expand: ['treatments'] });
    await client.stopIteration(path, winnerOf(currentIteration));
  },
};

const winnerOf = (iteration: { treatments?: readonly { _id?: string }[] } | undefined) => ({
  winningTreatmentId: String(iteration?.treatments?.[0]?._id),
  winningReason: 'It is better',
});

const updates: Record<string, (now: { currentIteration?: Partial<IterationRep> | undefined }) => KnownInstruction> = {
  name: () => instructions.updateExperimentFields({ name: { operation: 'update', value: 'Another' } }),
  tags: () => instructions.updateExperimentFields({ tags: { operation: 'add', value: ['a'] } }),
  hypothesis: () => instructions.updateExperimentFields({ hypothesis: { operation: 'update', value: 'Another' } }),
  archive: () => instructions.archiveExperiment(),
  start: () => instructions.startIteration({ changeJustification: 'Needed' }),
  stop: ({ currentIteration }) => instructions.stopIteration(winnerOf(currentIteration)),
  'save and start': () => instructions.saveAndStartNewIteration({ changeJustification: 'Needed' }),
};

describe('an update', () => {
  it('is applied at most once where it must not be repeated, and a look says what became of it, in 500 drawn histories', async () => {
    const seen = { found: 0, absent: 0, undecided: 0 };
    const names = <T>(table: Record<string, T>) => fc.constantFrom(...Object.keys(table));
    const kinds = fc.uniqueArray(names(updates), { minLength: 1, maxLength: 2 });
    const isTrue = fc.asyncProperty(
      names(ways),
      kinds,
      some(4),
      fc.boolean(),
      async (way, wanted, changes, isKnown) => {
        const { applied, job } = world();
        const { client } = job();
        const expand = ['draftIteration', 'treatments'] as const;
        await through(Promise.resolve(ways[way]?.(client)));
        const before = await through(client.getExperiment(path, { expand }));
        applied.length = 0;
        const patch = { instructions: wanted.flatMap((name) => updates[name]?.(before) ?? []) };
        const call = job({ changes }).client.updateExperiment(path, patch);
        const result = await through(call.catch((thrown: unknown) => thrown));
        if (!isIterationError(result)) {
          expect(applied.length).toBeGreaterThanOrEqual(1);
        } else if (result.outcome !== 'unknown') {
          expect(applied).toHaveLength(result.outcome === 'applied' ? 1 : 0);
        }
        if (/start|stop/.test(wanted.join())) expect(applied.length).toBeLessThanOrEqual(1);
        const error = isIterationError(result) ? result : undefined;
        const look = await through(client.reconcile(path, patch, error, isKnown ? { before } : {}));
        seen[look.status] += 1;
        if (applied.length > 0) expect(look.status).not.toBe('absent');
        // Where nothing was applied, only what had been so before can be as the update would leave it: no start is.
        if (applied.length === 0 && look.status === 'found') expect(wanted.join()).not.toMatch(/start/);
        const blind = job({ reads: Array(9).fill('lost before') }).client;
        expect(await through(blind.reconcile(path, patch, error, { before }))).toMatchObject({ status: 'undecided' });
      },
    );
    await fc.assert(isTrue, { numRuns: 500 });
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
