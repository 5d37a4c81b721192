/** What many calls of one client meet at once: hanging backends, limits, one signal. */

import { getEventListeners } from 'node:events';
import { creates, creating, hangs, inTurn, limited, limitedFor, resets, responds } from './behaviors.ts';
import type { Crowd, Member } from './crowd.ts';
import type { Stage } from './fault.ts';
import { remains } from './limits.ts';

const second = 1_000;
const hour = 3_600 * second;

const succeeded = ({ kind }: Member) => kind === 'success';
const isUnsent = ({ kind, outcome, attempts }: Member) =>
  kind === 'timeout' && outcome === 'not_applied' && attempts === 0;
const unlike = (members: Member[], wanted: (member: Member) => boolean) => {
  const others = members.filter((member) => !wanted(member));
  const [first] = others;
  return (
    first &&
    `${others.length} calls ended otherwise, such as ${first.kind} ${first.outcome} ${first.attempts}: ${first.message}, after ${Math.round(first.ms)} ms`
  );
};
const refusals = (members: Member[]) =>
  members.reduce((sum, { arrived, created }) => sum + arrived - Math.min(created, arrived), 0);
const listenersOf = ({ controller }: Stage) => {
  const { length } = getEventListeners(controller.signal, 'abort');
  return length > 0 ? `left ${length} listeners` : undefined;
};

/** Calls against a server that creates so many iterations in a window, tells what remains, and refuses the rest. */
function windows(kind: 'Global' | 'Route' | 'Auth-Token', perWindow: number, windowMs: number): Crowd {
  const requests = new Map<number, string[]>();
  return {
    name: `60 calls at once, ${perWindow} in a window of the ${kind} limit`,
    calls: 60,
    server(exchange) {
      const window = Math.floor((exchange.at - exchange.firstAt) / windowMs);
      const inWindow = [...(requests.get(window) ?? []), exchange.id];
      requests.set(window, inWindow);
      const remaining = Math.max(0, perWindow - inWindow.length);
      const headers = remains(kind, remaining, exchange.firstAt + (window + 1) * windowMs);
      const behavior = inWindow.length > perWindow ? limited(headers) : creates({ headers });
      return behavior(exchange);
    },
    options: patient,
    complaint(members) {
      const burnt = refusals(members);
      // Within a window, requests go on several connections, and may overtake each other.
      const byWindow = [...requests.values()].map((ids) => ids.map((id) => Number(id.replace('call ', ''))));
      const isInOrder = byWindow.every((ids, index) => Math.max(...ids) < Math.min(...(byWindow[index + 1] ?? [61])));
      return unlike(members, succeeded) ?? (burnt > 0 ? `${burnt} were refused` : isInOrder ? undefined : 'out of order');
    },
  };
}

const patient = { totalTimeoutMs: 120 * second };

export const crowds: Crowd[] = [
  ...(['Global', 'Route', 'Auth-Token'] as const).map((kind) => windows(kind, 10, 3 * second)),
  {
    name: '20 calls on a backend that hangs',
    calls: 20,
    server: hangs,
    options: { attemptTimeoutMs: second, totalTimeoutMs: 3 * second },
    complaint(members) {
      const unsent = members.filter(isUnsent).length;
      const isHonest = (member: Member) => isUnsent(member) === (member.arrived === 0);
      return unlike(members, isHonest) ?? (unsent < 12 ? `${20 - unsent} were sent` : undefined);
    },
  },
  {
    name: '20 calls of which the first hangs and the others would not',
    calls: 20,
    server: inTurn(creating(hangs), creates()),
    options: { attemptTimeoutMs: 10 * second, totalTimeoutMs: 30 * second },
    complaint(members) {
      const [first, ...others] = members;
      const slowest = Math.max(...others.map(({ ms }) => ms));
      const isHonest = first?.kind === 'timeout' && first.outcome === 'unknown';
      return unlike(others, succeeded) ?? (isHonest && slowest < 3 * second ? undefined : `waited ${slowest} ms`);
    },
  },
  {
    name: '20 calls, 429 without a word for ten seconds',
    calls: 20,
    server: limitedFor(10 * second, () => ({})),
    options: { totalTimeoutMs: 40 * second, maxRetries: 3 },
    complaint(members) {
      const burnt = refusals(members);
      return unlike(members, succeeded) ?? (burnt > 3 ? `${burnt} were refused` : undefined);
    },
  },
  {
    name: '20 calls after a response with nothing remaining and a reset in an hour',
    calls: 20,
    server: (exchange) => creates({ headers: remains('Global', 0, exchange.at + hour) })(exchange),
    async start(call, [first, ...ids]) {
      const before = await call(first ?? '');
      return [before, ...(await Promise.all(ids.map(call)))];
    },
    complaint(members) {
      const isFast = ({ ms, retryAfterMs = 0 }: Member) => ms < second && retryAfterMs > 60 * second;
      return unlike(members.slice(1), (member) => isUnsent(member) && isFast(member));
    },
  },
  {
    name: '20 calls, all refused with a reset in an hour',
    calls: 20,
    server: (exchange) => limited(remains('Auth-Token', 0, exchange.at + hour))(exchange),
    complaint(members) {
      const isRefused = ({ outcome, retryAfterMs = 0 }: Member) =>
        outcome === 'not_applied' && retryAfterMs > 60 * second;
      const burnt = refusals(members);
      return unlike(members, isRefused) ?? (burnt > 1 ? `${burnt} were refused` : undefined);
    },
  },
  {
    name: '16 calls at once under one signal',
    calls: 16,
    options: { throttle: false },
    complaint: (members, stage) => unlike(members, succeeded) ?? listenersOf(stage),
  },
  {
    name: '16 calls under one signal, in the queue of the rate limit',
    calls: 16,
    complaint: (members, stage) => unlike(members, succeeded) ?? listenersOf(stage),
  },
  {
    name: '16 calls that their one signal aborts',
    calls: 16,
    server: ({ wait }) => wait(hour),
    start(call, ids, { controller, server }) {
      server.events.once('request', () => controller.abort());
      return Promise.all(ids.map(call));
    },
    complaint: (members, stage) => unlike(members, ({ kind }) => kind === 'aborted') ?? listenersOf(stage),
  },
  {
    name: '20 calls of which every second is reset, after creating or before',
    calls: 20,
    server: (exchange) => [creates(), resets, creates(), creating(resets)][exchange.nth % 4]?.(exchange),
    complaint: (members) => unlike(members, ({ kind, outcome }) => kind === 'success' || outcome === 'unknown'),
  },
  {
    name: '20 calls of which every third is refused, for good or for a second',
    calls: 20,
    server: (exchange) =>
      [creates(), responds({ status: 400 }), limited({ 'retry-after': '1' })][exchange.nth % 3]?.(exchange),
    options: { ...patient, maxRetries: 50 },
    complaint: (members) => unlike(members, ({ kind, status }) => kind === 'success' || status === 400),
  },
];
