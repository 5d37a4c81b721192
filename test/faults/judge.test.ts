import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createIterationClient, type IterationError } from '../../src/index.ts';
import { type Expectation, type Fault, iterationOf, judged, path } from './fault.ts';
import { faults } from './faults.ts';
import { judge, type Observation } from './judge.ts';
import { runFault } from './run.ts';
import { canary } from './token.ts';

type MakeClient = typeof createIterationClient;

const outcomes = ['created', 'not_created', 'unknown'] as const;
const highest = (range: number | [number, number]) => (typeof range === 'number' ? range : range[1]);

/** What an honest client is seen to do. */
function honest(expected: Expectation): Observation {
  const [kind] = [expected.kind].flat() as [Observation['kind']];
  const [outcome] = [expected.outcome].flat();
  return {
    kind,
    outcome: kind === 'success' ? undefined : outcome,
    status: expected.status,
    attempts: expected.attempts === undefined ? undefined : highest(expected.attempts),
    retryAfterMs: expected.retryAfterMs?.[0],
    arrived: highest(expected.arrived),
    created: highest(expected.created),
    strayed: 0,
    timers: 0,
    took: 0,
    deadline: 1,
    shown: '',
  };
}

/** What a client is seen to do that lies in one respect. */
function lies(expected: Expectation): Partial<Observation>[] {
  const { arrived, created, status, attempts, retryAfterMs } = expected;
  const isSuccess = [expected.kind].flat()[0] === 'success';
  const told = [expected.outcome].flat();
  const others = isSuccess ? outcomes : outcomes.filter((outcome) => !told.includes(outcome));
  return [
    { kind: 'not an IterationError' },
    ...others.map((outcome) => ({ outcome })),
    { arrived: highest(arrived) + 1 },
    { created: highest(created) + 1 },
    ...(status === undefined ? [] : [{ status: status + 1 }]),
    ...(attempts === undefined || isSuccess ? [] : [{ attempts: highest(attempts) + 1 }]),
    { retryAfterMs: retryAfterMs ? retryAfterMs[0] - 1 : 1 },
    { strayed: 1 },
    { timers: 1 },
    { took: 2 },
    { shown: `authorization: ${canary}` },
  ];
}

describe('the judge', () => {
  it.each(faults)('accepts what is expected of $name, and nothing else', ({ expect: expected }) => {
    expect(judge(expected, honest(expected))).toBe('ok');
    for (const lie of lies(expected)) {
      expect(judge(expected, { ...honest(expected), ...lie }), JSON.stringify(lie)).not.toBe('ok');
    }
  });
});

/** Runs the fault of a name with a client that is wrong in some way. */
async function verdictOn(name: string, make: MakeClient): Promise<string> {
  const fault = faults.find((candidate) => candidate.name === name) as Fault;
  return (await runFault(fault, { make })).verdict;
}

describe('a client is found out that', () => {
  it('sends again what may have been created', async () => {
    const make: MakeClient = (options) => createIterationClient({ ...options, retryUnknownOutcome: true });
    expect(await verdictOn('a reset before the headers, after creating', make)).toContain('created 3');
  });

  it('follows redirects', async () => {
    const make: MakeClient = (options) =>
      createIterationClient({ ...options, fetch: (request) => fetch(new Request(request, { redirect: 'follow' })) });
    expect(await verdictOn('307 to another host', make)).toContain('another host');
  });

  it('does not wait as long as it is told to', async () => {
    const make: MakeClient = (options) =>
      createIterationClient({
        ...options,
        fetch: async (request) => {
          const { body, status } = await fetch(request);
          return new Response(body, { status });
        },
      });
    expect(await verdictOn('429 with Retry-After and a later reset', make)).toContain('arrived 3');
  });

  it('says not_created of everything', async () => {
    const make = changing((error) => Object.assign(error, { outcome: 'not_created' }));
    expect(await verdictOn('500, after creating', make)).toContain('but the server created');
  });

  it('shows the access token on its error', async () => {
    const make = changing((error) => Object.defineProperty(error, 'request', { value: { token: [canary] } }));
    expect(await verdictOn('400', make)).toContain('shows the access token');
  });

  it('never ends', async () => {
    const make: MakeClient = () => ({ createIteration: () => new Promise(() => {}) });
    expect(await verdictOn('an access token that never comes', make)).toContain('took');
  });

  it('leaves a timer running', async () => {
    // Timers count as the client's by the file that starts them.
    const start = compileFunction('return setTimeout(() => {}, 60_000)', [], { filename: '/src/client/leak.js' });
    const timers: NodeJS.Timeout[] = [];
    const make: MakeClient = (options) => ({
      createIteration: (...call) => {
        timers.push(start());
        return createIterationClient(options).createIteration(...call);
      },
    });
    expect(await verdictOn('201 with the iteration', make)).toBe('left 1 timers');
    for (const timer of timers) clearTimeout(timer);
  });
});

/** Makes clients whose errors are changed on their way to the caller. */
function changing(change: (error: IterationError) => unknown): MakeClient {
  return (options) => ({
    createIteration: () =>
      createIterationClient(options)
        .createIteration(path, iterationOf(judged))
        .catch((error) => {
          throw change(error);
        }),
  });
}
