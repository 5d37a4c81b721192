import { createIterationClient } from '../../src/index.ts';
import { answers, creates } from './behaviours.ts';
import { iterationOf, path } from './fault.ts';
import { type Behaviour, FaultServer } from './server.ts';
import { canary } from './token.ts';

/** What came of many calls at once against a server that takes few in a while. */
export interface LimitRun {
  calls: number;
  perWindow: number;
  /** How many requests were answered with 429. */
  refused: number;
  /** How many calls failed. */
  failed: number;
  /** Calls for which more than one iteration was created. */
  duplicates: number;
  /** Whether the calls arrived in the order in which they were made. */
  inOrder: boolean;
  /** The requests of each window that had any. */
  windows: number[];
}

/** Makes calls with one client, all at once, against a server with so many requests in a window. */
export async function runAgainstLimit({ calls = 100, perWindow = 10, windowMs = 400 } = {}): Promise<LimitRun> {
  const windows = new Map<number, number>();
  const server = await FaultServer.start({ behaviour: limitedTo(perWindow, windowMs, windows) });
  const client = createIterationClient({
    accessToken: canary,
    baseUrl: server.url,
    totalTimeoutMs: 60_000,
    maxWaitMs: 15_000,
  });
  const ids = Array.from({ length: calls }, (_, index) => `call ${index}`);
  const results = await Promise.allSettled(ids.map((id) => client.createIteration(path, iterationOf(id))));
  const arrived = [...server.calls.keys()];
  const counts = [...server.calls.values()];
  await server.close();
  return {
    calls,
    perWindow,
    refused: counts.reduce((sum, count) => sum + count.arrived - count.created, 0),
    failed: results.filter(({ status }) => status === 'rejected').length,
    duplicates: counts.filter(({ created }) => created > 1).length,
    inOrder: arrived.join() === ids.join(),
    windows: [...windows.values()],
  };
}

/** What is wrong with a run: nothing, if every call got through in its turn and none was refused on the way. */
export function limitProblems({ refused, failed, duplicates, inOrder, windows, perWindow }: LimitRun): string[] {
  const overfull = windows.filter((requests) => requests > perWindow).length;
  const counts = { refused, failed, duplicates, 'overfull windows': overfull };
  return [
    ...Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : [])),
    ...(inOrder ? [] : ['the calls did not arrive in their order']),
  ];
}

function limitedTo(perWindow: number, windowMs: number, windows: Map<number, number>): Behaviour {
  return (exchange) => {
    const window = Math.floor((Date.now() - exchange.firstAt) / windowMs);
    const requests = (windows.get(window) ?? 0) + 1;
    windows.set(window, requests);
    const headers = {
      'x-ratelimit-global-remaining': String(Math.max(0, perWindow - requests)),
      'x-ratelimit-reset': String(exchange.firstAt + (window + 1) * windowMs),
    };
    return requests > perWindow ? answers({ status: 429, headers })(exchange) : creates({ headers })(exchange);
  };
}
