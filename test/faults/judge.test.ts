import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createIterationClient, type IterationClient, type IterationError } from '../../src/index.ts';
import { runCrowd } from './crowd.ts';
import { crowds } from './crowds.ts';
import type { Expectation, Fault, Range } from './fault.ts';
import { faults } from './faults.ts';
import { judge, type Observation } from './judge.ts';
import { runFault } from './run.ts';
import { canary } from './token.ts';

type MakeClient = typeof createIterationClient;

const outcomes = ['applied', 'not_applied', 'unknown'] as const;
const highest = (range: Range) => (typeof range === 'number' ? range : range[1]);

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
    retryable: false,
    message: undefined,
    arrived: highest(expected.arrived),
    // What is created goes by what is said of it, where either may be.
    created: outcome === 'not_applied' ? 0 : highest(expected.created),
    strayed: 0,
    timers: 0,
    listeners: 0,
    started: 0,
    ended: true,
    changed: false,
    shown: '',
  };
}

/** What a client is seen to do that lies in one respect. */
function liesOf(expected: Expectation): Partial<Observation>[] {
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
    ...(told[0] === 'not_applied' ? [] : [{ retryable: true }]),
    { strayed: 1 },
    { timers: 1 },
    { listeners: 1 },
    { started: 1_000 },
    { ended: false },
    { changed: true },
    { shown: `authorization: ${canary}` },
  ];
}

describe('the judge', () => {
  const plain = faults.map(({ name, expect: { says, ...expected } }) => ({ name, expected }));

  it.each(plain)('accepts what is expected of $name, and nothing else', ({ expected }) => {
    expect(judge(expected, honest(expected))).toBe('ok');
    for (const lie of liesOf(expected)) {
      expect(judge(expected, { ...honest(expected), ...lie }), JSON.stringify(lie)).not.toBe('ok');
    }
  });

  it('accepts a message that says what it must, and no other', () => {
    const expected: Expectation = { kind: 'aborted', outcome: 'unknown', arrived: 1, created: 0, says: /^The call/ };
    expect(judge(expected, { ...honest(expected), message: 'The call was aborted.' })).toBe('ok');
    expect(judge(expected, { ...honest(expected), message: 'It was aborted.' })).toContain('says "It was aborted."');
  });
});

/** Runs the fault of a name with a client that is wrong in some way. */
async function verdictOn(name: string, make: MakeClient): Promise<string> {
  const fault = faults.find((candidate) => candidate.name === name) as Fault;
  return (await runFault(fault, { make })).verdict;
}

/** Makes clients whose `createIteration` is another one. */
function making(
  change: (create: IterationClient['createIteration']) => IterationClient['createIteration'],
): MakeClient {
  return (options) => {
    const client = createIterationClient(options);
    return { ...client, createIteration: change(client.createIteration) };
  };
}

/** Makes clients whose errors are changed on their way to the caller. */
const changing = (change: (error: IterationError) => unknown): MakeClient =>
  making(
    (create) =>
      (...call) =>
        create(...call).catch((error) => {
          throw change(error);
        }),
  );

/** A function that counts as the client's, which goes by the file that it is in. */
const startTimer = compileFunction('return setTimeout(() => {}, 60_000)', [], { filename: '/src/client/leak.js' });

describe('the judge catches a client that', () => {
  it('sends again what may have been applied', async () => {
    const make = making(
      (create) =>
        (...call) =>
          create(...call).catch(() => create(...call)),
    );
    expect(await verdictOn('a reset before the headers, after creating', make)).toContain('created 2');
  });

  it('follows redirects', async () => {
    const make: MakeClient = (options) =>
      createIterationClient({ ...options, fetch: (url, init) => fetch(url, { ...init, redirect: 'follow' }) });
    expect(await verdictOn('307 to another host', make)).toContain('another host');
  });

  it('does not wait as long as the server asks', async () => {
    const make: MakeClient = (options) =>
      createIterationClient({
        ...options,
        fetch: async (url, init) => {
          const { body, status } = await fetch(url, init);
          return new Response(body, { status, headers: status === 429 ? { 'retry-after': '1' } : {} });
        },
      });
    expect(await verdictOn('429 with Retry-After and a later reset', make)).toContain('arrived 3');
  });

  it('says not_applied of everything', async () => {
    const make = changing((error) => Object.assign(error, { outcome: 'not_applied' }));
    expect(await verdictOn('500, after creating', make)).toContain('but the server created');
  });

  it('says applied of everything', async () => {
    const make = changing((error) => Object.assign(error, { outcome: 'applied' }));
    expect(await verdictOn('200 with HTML', make)).toContain('says applied, but nothing was');
  });

  it('says that everything is worth another call', async () => {
    const make = changing((error) => Object.assign(error, { retryable: true }));
    expect(await verdictOn('500', make)).toContain('says retryable');
  });

  it('shows the access token on its error', async () => {
    const make = changing((error) => Object.defineProperty(error, 'request', { value: { token: [canary] } }));
    expect(await verdictOn('400', make)).toContain('shows the access token');
  });

  it('passes the access token to its observers', async () => {
    const make: MakeClient = (options) =>
      createIterationClient({
        ...options,
        onRequest: (facts) => options.onRequest?.({ ...facts, operation: canary }),
      });
    expect(await verdictOn('201 with the iteration', make)).toContain('shows the access token');
  });

  it('changes its error afterwards', async () => {
    const make = changing((error) => {
      setImmediate(() => setImmediate(() => setImmediate(() => setImmediate(() => (error.message += 'late')))));
      return error;
    });
    expect(await verdictOn('400', make)).toContain('changed its error');
  });

  it('never ends', async () => {
    const make = making(() => () => new Promise(() => {}));
    expect(await verdictOn('an access token that never comes', make)).toContain('did not end');
  });

  it('leaves a timer running', async () => {
    const make = making((create) => (...call) => {
      startTimer();
      return create(...call);
    });
    expect(await verdictOn('201 with the iteration', make)).toBe('left 1 timers');
  });

  it('leaves a listener behind', async () => {
    const make = making((create) => (...call) => {
      call[2]?.signal?.addEventListener('abort', () => {});
      return create(...call);
    });
    expect(await verdictOn('201 with the iteration', make)).toBe('left 1 listeners');
  });

  it('sends everything at once, whatever the limit', async () => {
    const crowd = crowds.find(({ name }) => name === '60 calls at once, 10 in a window of the Global limit');
    const verdict =
      crowd && (await runCrowd({ ...crowd, options: { throttle: false, totalTimeoutMs: 120_000 } })).verdict;
    expect(verdict).toMatch(/calls ended otherwise|were refused/);
  });

  it('claims that nothing was sent although it was', async () => {
    const crowd = crowds.find(({ name }) => name === '20 calls on a backend that hangs');
    const patient = { throttle: false, attemptTimeoutMs: 1_000, totalTimeoutMs: 3_000 };
    expect(crowd && (await runCrowd({ ...crowd, options: patient })).verdict).toBe('20 were sent');
  });
});
