/** Many calls at once, and what must come of each of them. */

import { setImmediate } from 'node:timers/promises';
import { createIterationClient, type IterationClient } from '../../src/index.ts';
import { creates } from './behaviors.ts';
import { type Fault, iterationOf, type Options, path, type Stage } from './fault.ts';
import { lies } from './judge.ts';
import type { Result } from './run.ts';
import { described, failureOf, graceMs, onStage, type Said } from './stage.ts';
import { canary } from './token.ts';

/** What came of one of the calls. */
export type Member = Said & {
  arrived: number;
  created: number;
  /** When the call ended, in milliseconds of its clock since all of them began. */
  ms: number;
};

/** A fault that shows only when many calls meet it. */
export interface Crowd extends Pick<Fault, 'name' | 'server' | 'options'> {
  calls: number;
  /** How the calls are made. By default all at once. */
  start?: (call: (id: string) => Promise<Member>, ids: string[], stage: Stage) => Promise<Member[]>;
  /** What is wrong with the calls, which are given in their order; nothing if it returns nothing. */
  complaint(members: Member[], stage: Stage): string | undefined;
}

const usual = { attemptTimeoutMs: 2_000, totalTimeoutMs: 10_000, deprecationNotice: false };
const allAtOnce: NonNullable<Crowd['start']> = (call, ids) => Promise.all(ids.map(call));

/** Lets many calls meet a fault, and judges each and all of them. */
export async function runCrowd(crowd: Crowd): Promise<Result> {
  return onStage({ server: crowd.server ?? creates() }, async (stage, watching) => {
    const { clock, server } = stage;
    const own = typeof crowd.options === 'function' ? await crowd.options(stage) : crowd.options;
    const options = { ...usual, accessToken: canary, baseUrl: server.url, ...own, ...watching(own) };
    const ids = Array.from({ length: crowd.calls }, (_, index) => `call ${index + 1}`);
    const call = memberOf(createIterationClient(options), stage, options);
    const members = await (crowd.start ?? allAtOnce)(call, ids, stage);
    await clock.wait(200);
    for (const [index, member] of members.entries()) Object.assign(member, server.calls.get(ids[index] ?? ''));
    for (let turn = 0; turn < 3; turn += 1) await setImmediate();
    const complaints = [
      clock.timers.size > 0 && `left ${clock.timers.size} timers`,
      ...members.flatMap((member) => lies(member)),
      members.some(({ kind }) => kind === 'not an IterationError') && 'a call did not end, or not as it should',
      ...members.map(({ arrived, attempts }) => attempts !== undefined && arrived > attempts && 'sent again by itself'),
      crowd.complaint(members, stage),
    ];
    const verdict = [...new Set(complaints.filter(Boolean))].join('; ') || 'ok';
    return { name: crowd.name, ...summaryOf(members), verdict };
  });
}

function memberOf(client: IterationClient, { clock, controller: { signal } }: Stage, options: Options) {
  const limitMs = Number(options.totalTimeoutMs) + graceMs;
  return async (id: string): Promise<Member> => {
    const start = clock.now();
    const make = () => client.createIteration(path, iterationOf(id), { signal });
    const thrown = await failureOf(clock, limitMs, make);
    return { ...described(thrown), arrived: 0, created: 0, ms: clock.now() - start };
  };
}

/** The calls in one line: what most of them are. */
function summaryOf(members: Member[]): Pick<Result, 'kind' | 'outcome' | 'arrived' | 'created'> {
  const sum = (key: 'arrived' | 'created') => members.reduce((total, member) => total + member[key], 0);
  const count = (member: Member) => members.filter(({ kind }) => kind === member.kind).length;
  const [first] = [...members].sort((a, b) => count(b) - count(a));
  return {
    kind: first?.kind ?? 'success',
    outcome: first?.outcome,
    arrived: sum('arrived'),
    created: sum('created'),
  };
}
