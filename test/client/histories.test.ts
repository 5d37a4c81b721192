/** Histories of ensureIteration: faults on the way, crashes between the attempts, and jobs that run again. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIterationRequestTwoTreatments as twoTreatments } from '../../generated/examples.js';
import { createIterationClient, type IterationInput, type IterationRep, isIterationError } from '../../src/index.ts';
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

/** The server and the network between. It counts what was created, and by which request. */
function world() {
  const mockFetch = createMockFetch({ stateful: true });
  const created: string[] = [];
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
    if (real && fate === 'well') return () => real;
    if (/^\d/.test(fate))
      return () => new Response('', { status: Number(fate.slice(0, 3)), headers: { 'retry-after': '1' } });
    if (fate.startsWith('lost')) return () => Promise.reject(new TypeError('terminated'));
    return () =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
  };
  return { created, job };
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
  it('never makes two, nor claims what is not so, in 500 drawn histories of faults, crashes and reruns', async () => {
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
  it('is a second iteration of two jobs that look at the same moment', async () => {
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

describe('a start', () => {
  it('is sent at most once by each call that may have started something, in 500 drawn histories', async () => {
    const isTrue = fc.asyncProperty(some(4), async (changes) => {
      const { job } = world();
      await through(job().client.createIteration(path, input));
      const result = await through(
        job({ changes })
          .client.startIteration(path)
          .catch((thrown: unknown) => thrown),
      );
      const experiment = await through(job().client.getExperiment(path));
      const isRunning = experiment.currentIteration?.status === 'running';
      if (!isIterationError(result)) expect(isRunning).toBe(true);
      else if (result.outcome === 'not_applied') expect(isRunning).toBe(false);
    });
    await fc.assert(isTrue, { numRuns: 500 });
  });
});
