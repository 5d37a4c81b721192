/** What the server of the random run does with each request. */

import {
  closes,
  creates,
  creating,
  hangs,
  iterationJson,
  limited,
  resets,
  responds,
  trickles,
  writes,
} from '../behaviors.ts';
import { randomOf } from '../prng.ts';
import type { Behavior } from '../server.ts';

const half = iterationJson.slice(0, iterationJson.length / 2);
const cut = `HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: ${iterationJson.length}\n\n${half}`;

/** Creates only when the client has given up already. */
const createsLate: Behavior = async (exchange) => {
  await exchange.wait(900);
  return creates()(exchange);
};

/** Refuses until a little later, so that the client comes back. */
const limitedShortly: Behavior = (exchange) => limited({ 'x-ratelimit-reset': `${exchange.at + 100}` })(exchange);

/** A client that keeps to the limit would wait, with all its other calls, for as long as the documented window lasts. */
const limitedWithoutAWord: Behavior = (exchange) =>
  (exchange.id.startsWith('throttled') ? limitedShortly : limited())(exchange);

/** Creates, and says so in a way that breaks the contract. */
const createsOtherwise = creates({ body: '{"_id":"breaks the contract"}' });

/** What a request meets, each as often as its number says. */
const mix: [number, Behavior][] = [
  [25, creates()],
  [15, (exchange) => (exchange.id.startsWith('strict') ? createsOtherwise : creates())(exchange)],
  [4, createsOtherwise],
  [3, creates({ status: 201 })],
  [4, limitedWithoutAWord],
  [6, limitedShortly],
  [3, responds({ status: 400 })],
  [3, responds({ status: 302, headers: { location: '/' } })],
  [4, responds({ status: 500 })],
  [3, responds({ body: '{"message":"queued"}' })],
  [4, creates({ status: 502 })],
  [3, responds({ status: 503, headers: { 'retry-after': '0' } })],
  [3, creates({ status: 504, body: '' })],
  [5, resets],
  [5, creating(resets)],
  [3, closes],
  [3, creating(closes)],
  [2, hangs],
  [2, creating(hangs)],
  [2, createsLate],
  [3, creates({ body: half })],
  [3, creating(writes(cut, resets))],
  [2, creating(trickles({ status: 200 }))],
];

/** Treats each request as chance has it: the same for the same seed, call and attempt, in whatever order they come. */
export function mixedBehavior(seed: number): Behavior {
  const total = mix.reduce((sum, [weight]) => sum + weight, 0);
  return (exchange): unknown => {
    let left = randomOf(seed, `${exchange.id}, attempt ${exchange.attempt}`)() * total;
    for (const [weight, behavior] of mix) {
      left -= weight;
      if (left < 0) return behavior(exchange);
    }
    return undefined;
  };
}
