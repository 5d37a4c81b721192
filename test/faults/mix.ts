import { answers, closes, creates, creating, hangs, iterationJson, resets, trickles, writes } from './behaviours.ts';
import { randomOf } from './prng.ts';
import type { Behaviour } from './server.ts';

const half = iterationJson.slice(0, iterationJson.length / 2);
const cut = `HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: ${iterationJson.length}\n\n${half}`;

/** Creates only when the client has given up already. */
const createsLate: Behaviour = async (exchange) => {
  await exchange.wait(200);
  return creates()(exchange);
};

/** What a request meets, each as often as its number says. */
const mix: [number, Behaviour][] = [
  [40, creates()],
  [6, answers({ status: 429 })],
  [3, (exchange) => answers({ status: 429, headers: { 'x-ratelimit-reset': `${Date.now() + 100}` } })(exchange)],
  [3, answers({ status: 400 })],
  [3, answers({ status: 302, headers: { location: '/' } })],
  [4, answers({ status: 500 })],
  [4, creates({ status: 502 })],
  [3, answers({ status: 503, headers: { 'retry-after': '0' } })],
  [3, creates({ status: 504, body: '' })],
  [5, resets],
  [5, creating(resets)],
  [3, closes],
  [3, creating(closes)],
  [3, hangs],
  [3, creating(hangs)],
  [3, createsLate],
  [3, creates({ body: half })],
  [3, creating(writes(cut, resets))],
  [3, creating(trickles({ status: 200 }))],
];

/** Treats each request as chance has it: the same for the same seed, call and attempt, in whatever order they come. */
export function mixedBehaviour(seed: number): Behaviour {
  const total = mix.reduce((sum, [weight]) => sum + weight, 0);
  return (exchange): unknown => {
    let left = randomOf(seed, `${exchange.id}, attempt ${exchange.attempt}`)() * total;
    for (const [weight, behaviour] of mix) {
      left -= weight;
      if (left < 0) return behaviour(exchange);
    }
    return undefined;
  };
}
