/** Many calls at random in some runtime, and whether what they say is what the server did. */

import { refusingUrl } from '../network.ts';
import { FaultServer } from '../server.ts';
import { type Programs, type Runtime, runProgram } from './child.ts';
import type { Ended, Ending, RandomJob, RandomReport, Sabotage } from './job.ts';
import { mixedBehavior } from './mix.ts';

/** What came of the calls. */
export interface RandomRun {
  seed: number;
  calls: number;
  /** How the calls ended. */
  endings: Record<Ending, number>;
  /** Calls for which more than one iteration was created. */
  duplicates: number;
  /** Calls of which more requests arrived than the client sent. */
  resent: number;
  /** Calls that say not_applied although the server created. */
  falseNotApplied: number;
  /** Calls that succeed or say applied although the server did not create. */
  falseApplied: number;
  /** Calls that did not end by the time that they promise, on the clock of their event loop. */
  hangs: number;
  /** Timers, listeners, warnings and errors that show the access token. */
  leaks: string[];
}

export interface RandomOptions {
  calls?: number | undefined;
  atOnce?: number | undefined;
  seed?: number | undefined;
  sabotage?: Sabotage | undefined;
}

/** Makes many calls, so many at once, and compares what the client says with what the server did. */
export async function runAtRandom(
  runtime: Runtime,
  programs: Programs,
  { calls = 2_000, atOnce = 50, seed = Date.now() % 1_000_000, sabotage }: RandomOptions = {},
): Promise<RandomRun> {
  const server = await FaultServer.start({ behavior: mixedBehavior(seed) });
  const cleanUps: (() => unknown)[] = [() => server.close()];
  const defer = (cleanUp: () => unknown) => cleanUps.push(cleanUp);
  try {
    const urls = { url: server.url, refusingUrl: await refusingUrl(defer) };
    const job: RandomJob = { client: programs.client, ...urls, calls, atOnce, seed, sabotage };
    const report = await runProgram<RandomReport>(runtime, programs.random, { FAULTS_JOB: JSON.stringify(job) });
    // A server may create after the client has given up.
    await server.idle();
    return { seed, calls, ...summary(report, server.calls) };
  } finally {
    await Promise.all(cleanUps.map((cleanUp) => cleanUp()));
  }
}

/** What is wrong with a run: nothing, if the client is honest and the run met every ending. */
export function randomProblems({ endings, leaks, ...run }: RandomRun): string[] {
  const { duplicates, resent, falseNotApplied, falseApplied, hangs } = run;
  const { strange, hang, ...honest } = endings;
  const missing = Object.entries(honest).filter(([, count]) => count === 0);
  const wrong = { duplicates, resent, falseNotApplied, falseApplied, hangs, strange };
  return [
    ...Object.entries(wrong).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : [])),
    ...leaks.map((leak) => `left ${leak}`),
    ...missing.map(([ending]) => `no call ended as ${ending}, so the run proves nothing`),
  ];
}

function summary({ ended, leaks }: RandomReport, calls: FaultServer['calls']): Omit<RandomRun, 'seed' | 'calls'> {
  const endings = { success: 0, not_applied: 0, applied: 0, unknown: 0, responded: 0, strange: 0, hang: 0 };
  for (const { ending } of ended) endings[ending] += 1;
  const seen = ({ id }: Ended) => calls.get(id) ?? { arrived: 0, created: 0 };
  const count = (holds: (call: Ended) => boolean) => ended.filter(holds).length;
  return {
    endings,
    leaks,
    duplicates: count((call) => seen(call).created > 1),
    resent: count((call) => call.attempts !== undefined && seen(call).arrived > call.attempts),
    falseNotApplied: count((call) => call.ending === 'not_applied' && seen(call).created > 0),
    falseApplied: count((call) => /^(success|applied)$/.test(call.ending) && seen(call).created === 0),
    hangs: endings.hang,
  };
}
