import { answers, closes, creates, creating, hangs, inTurn, iterationJson, resets } from './behaviours.ts';
import { type Fault, neverSent, noAnswer, refusal, unclear, unreadable } from './fault.ts';
import { fetchFailing, refusingUrl, systemError } from './network.ts';

const again = { retryUnknownOutcome: true, totalTimeoutMs: 8_000 };
const limited = answers({ status: 429 });

/** Calls whose caller would rather have duplicates than failures. */
export const repeating: Fault[] = [
  {
    name: 'a reset, repeated',
    server: inTurn(resets, creates()),
    options: again,
    expect: { kind: 'success', arrived: 2, created: 1 },
  },
  {
    name: 'a reset after creating, repeated',
    server: inTurn(creating(resets), creates()),
    options: again,
    expect: { kind: 'success', arrived: 2, created: 2 },
  },
  {
    name: '503, repeated',
    server: inTurn(answers({ status: 503 }), creates()),
    options: again,
    expect: { kind: 'success', arrived: 2, created: 1 },
  },
  {
    name: 'headers that never come, repeated',
    server: inTurn(hangs, creates()),
    options: { ...again, attemptTimeoutMs: 500 },
    expect: { kind: 'success', arrived: 2, created: 1 },
  },
  {
    name: 'FIN for ever, repeated',
    server: closes,
    options: again,
    expect: { ...noAnswer, arrived: 3, attempts: 3 },
  },
  {
    name: 'half an answer is not repeated',
    server: inTurn(creates({ body: iterationJson.slice(0, 99) }), creates()),
    options: again,
    expect: unreadable,
  },
  {
    name: '409 is not repeated',
    server: inTurn(answers({ status: 409 }), creates()),
    options: again,
    expect: refusal(409),
  },
  {
    name: 'a reset after creating, and then 400',
    server: inTurn(creating(resets), answers({ status: 400 })),
    options: again,
    expect: { ...unclear(400, 1), arrived: 2, attempts: 2 },
  },
  {
    name: 'a reset after creating, and then 429 for ever',
    server: inTurn(creating(resets), limited),
    options: again,
    expect: { ...unclear(429, 1), arrived: 3, attempts: 3 },
  },
  {
    name: 'a connection that is refused is still repeated',
    options: async ({ defer }) => ({ ...again, baseUrl: await refusingUrl(defer) }),
    expect: { ...neverSent, attempts: 3 },
  },
  {
    name: 'a reset after creating, and then a refused connection',
    options: () => ({ ...again, fetch: resetThenRefused() }),
    expect: { ...noAnswer, arrived: 0, attempts: 3 },
  },
];

/** Fails as if the first connection were lost and all later ones were refused. */
function resetThenRefused(): () => Promise<Response> {
  let calls = 0;
  return async () => {
    calls += 1;
    return fetchFailing(calls === 1 ? systemError('ECONNRESET', 'read') : systemError('ECONNREFUSED', 'connect'))('');
  };
}
