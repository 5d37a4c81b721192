/** Responses that repeat the access token: it must not show in anything that the caller gets. */

import { creates, iterationJson, responds } from './behaviors.ts';
import { type Expectation, type Fault, refusal, success, unclear, unreadable } from './fault.ts';
import { canary } from './token.ts';

const iteration: Record<string, unknown> = JSON.parse(iterationJson);
/** An iteration in which one thing, and only that, breaks the contract. */
const broken = (change: object) => JSON.stringify({ ...iteration, ...change });

const applied: Expectation = { ...unreadable, outcome: 'applied' };
const encoded = encodeURIComponent(canary);

/** Where a response that breaks the contract may repeat the token. */
const places: [string, object][] = [
  ['a value of a wrong type', { createdAt: canary }],
  ['a value beside the one that is wrong', { createdAt: 'now', hypothesis: `No: ${canary}.` }],
  ['a key', { flags: { [canary]: 'x' } }],
  ['a key of a key', { flags: { a: { [canary]: { [`${canary}/b`]: 1 } } } }],
  ['an index', { treatments: [{ [canary]: canary }, canary, [canary]] }],
  ['a link', { createdAt: null, _links: { self: { href: `/api?token=${encoded}`, type: canary } } }],
  [
    'its own depth',
    { createdAt: null, targetingRuleClauses: Array.from({ length: 70 }).reduce((inner) => [inner], canary) },
  ],
];

/** Headers of a response that hold the token, by name and by value. */
const headers = { 'x-token': canary, 'set-cookie': `token=${canary}`, [canary]: 'name', 'x-request-id': canary };

export const echoes: Fault[] = [
  ...places.map(
    ([place, change]): Fault => ({
      name: `200 that breaks the contract, strictly, with the token in ${place}`,
      server: creates({ body: broken(change), headers }),
      options: ({ told }) => ({ strict: true, onContractDrift: (drift) => told.push(drift) }),
      expect: applied,
    }),
  ),
  {
    name: '200 that breaks the contract with the token in a key, as onContractDrift is told of it',
    server: creates({ body: broken({ flags: { [canary]: 'x' }, [canary]: 1 }) }),
    options: ({ told }) => ({ onContractDrift: (drift) => told.push(drift) }),
    expect: success,
  },
  {
    name: '403 whose every field is the access token',
    server: responds({
      status: 403,
      headers,
      body: JSON.stringify({ code: canary, message: `No: ${canary}`, id: canary }),
    }),
    expect: refusal(403),
  },
  {
    name: '403 whose every field is the access token, with letters escaped',
    server: responds({
      status: 403,
      body: JSON.stringify({ code: canary, message: canary, id: canary }).replaceAll('-', '\\u002d'),
    }),
    expect: refusal(403),
  },
  {
    name: '403 whose message is the access token in the middle of a long text',
    server: responds({
      status: 403,
      body: JSON.stringify({ message: `${'x'.repeat(490)}${canary}${'x'.repeat(9_000)}` }),
    }),
    expect: refusal(403),
  },
  {
    name: '302 to a place with the access token',
    server: responds({ status: 302, headers: { ...headers, location: `/?token=${encoded}` } }),
    expect: unclear(302),
  },
  { name: '200 with a text that is the access token', server: creates({ body: `No: ${canary}` }), expect: unreadable },
  {
    name: '200 with JSON that holds the access token and is no iteration',
    server: creates({ headers, body: JSON.stringify({ [canary]: [canary, { a: canary }] }) }),
    expect: unreadable,
  },
  {
    name: 'a fetch that throws the access token, in its cause and its code',
    options: {
      fetch: async () => {
        const cause = Object.assign(new Error(canary), { code: canary, name: canary });
        throw new TypeError(`authorization: ${canary}`, { cause });
      },
    },
    expect: { kind: 'network', outcome: 'unknown', arrived: 0, created: 0, attempts: 1 },
  },
];
