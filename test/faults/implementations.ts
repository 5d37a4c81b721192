/** What other implementations of `fetch` report, and what proxies and middleboxes do to a request. */

import { gzipSync } from 'node:zlib';
import {
  closes,
  creates,
  creating,
  hangs,
  inTurn,
  iterationJson,
  limited,
  resets,
  responds,
  trickles,
} from './behaviors.ts';
import { selfSignedCertificate } from './certificate.ts';
import {
  type Expectation,
  type Fault,
  neverSent,
  noResponse,
  type Options,
  refusal,
  type Stage,
  success,
  unclear,
  unreadable,
} from './fault.ts';
import { foreignFetches, proxies, type Tunnel } from './foreign.ts';
import { middlebox } from './middlebox.ts';
import { fetchOver, refusingUrl } from './network.ts';

const selfSigned = selfSignedCertificate();
const gzip = { 'content-encoding': 'gzip' };

/** What is tried with every implementation. */
const tries: [string, Omit<Fault, 'name'>][] = [
  ['creates', { expect: success }],
  ['gets 200 in gzip', { server: creates({ headers: gzip, body: gzipSync(iterationJson) }), expect: success }],
  ['gets 9 MiB', { server: creates({ body: `{"_id": "${'x'.repeat(9 * 2 ** 20)}"}` }), expect: unreadable }],
  ['gets 400', { server: responds({ status: 400 }), expect: refusal(400) }],
  ['gets 500, after creating', { server: creates({ status: 500 }), expect: unclear(500, 1) }],
  [
    'is led to another host',
    {
      server: (exchange) => responds({ status: 307, headers: { location: exchange.elsewhere } })(exchange),
      expect: unclear(307),
    },
  ],
  [
    'waits after 429',
    { server: inTurn(limited({ 'retry-after': '1' }), creates()), expect: { ...success, arrived: 2 } },
  ],
  ['meets FIN', { server: creating(closes), expect: { ...noResponse, created: 1 } }],
  ['meets a reset', { server: creating(resets), expect: { ...noResponse, created: 1 } }],
  [
    'gets no headers',
    { server: hangs, options: { attemptTimeoutMs: 500 }, expect: { ...noResponse, kind: 'timeout' } },
  ],
  [
    'gets a body that trickles',
    {
      server: creating(trickles({ status: 200 })),
      options: { attemptTimeoutMs: 500 },
      expect: { ...unreadable, kind: 'timeout' },
    },
  ],
  [
    'is refused',
    { options: async ({ defer }) => ({ baseUrl: await refusingUrl(defer) }), expect: { ...neverSent, attempts: 3 } },
  ],
  ['meets a certificate that signed itself', { tls: selfSigned, expect: { ...neverSent, attempts: 1 } }],
  [
    'speaks TLS to a port that does not',
    {
      options: ({ server }) => ({ baseUrl: `https://127.0.0.1:${server.port}` }),
      expect: { ...neverSent, attempts: 1 },
    },
  ],
];

/** What a proxy does that does not open the tunnel. */
const refusals: [string, Tunnel, Partial<Expectation>?][] = [
  ['refuses the tunnel with 407', (socket) => socket.end('HTTP/1.1 407 No\r\n\r\n')],
  ['refuses the tunnel with 502', (socket) => socket.end('HTTP/1.1 502 No\r\n\r\n')],
  // undici 6 and 7 try for as long as they may.
  [
    'ends instead of a tunnel',
    (socket) => socket.end(),
    { kind: ['network', 'timeout'], outcome: ['unknown', 'not_applied'], attempts: [1, 3] },
  ],
  [
    'resets instead of a tunnel',
    (socket) => socket.resetAndDestroy(),
    { kind: ['network', 'timeout'], outcome: ['unknown', 'not_applied'] },
  ],
  [
    'opens the tunnel, and ends in the handshake',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', () => socket.destroy());
    },
  ],
];

/** What a middlebox writes into a connection after the request was read. */
const intrusions: [string, Buffer][] = [
  ['a page in plain text', Buffer.from('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')],
  ['an alert that a handshake failed', Buffer.from([0x15, 3, 3, 0, 2, 2, 40])],
  ['a record of another version', Buffer.concat([Buffer.from([0x17, 9, 9, 0, 40]), Buffer.alloc(40)])],
  ['a record that is too long', Buffer.concat([Buffer.from([0x17, 3, 3, 0xff, 0xff]), Buffer.alloc(40)])],
];

/** A client of a TLS server with a middlebox before it, which writes when the request was read. */
function behindMiddlebox(bytes: Buffer, fetchFor: (stage: Stage) => unknown) {
  return async (stage: Stage): Promise<Options> => {
    const box = await middlebox(stage.server.port, stage.defer);
    stage.server.events.on('request', () => box.write(bytes));
    return {
      baseUrl: `https://localhost:${box.port}`,
      fetch: (await fetchFor(stage)) as typeof fetch,
      attemptTimeoutMs: 2_000,
    };
  };
}

/** node-fetch, which shows what OpenSSL says, and trusts the test's certificate. */
async function trustingNodeFetch(): Promise<unknown> {
  const { Agent } = await import('node:https');
  const agent = new Agent({ ca: selfSigned.cert });
  const [, make] = foreignFetches.at(-1) ?? [];
  const send = make?.(() => {});
  return (url: string, init: object) => send?.(url, { ...init, agent } as RequestInit);
}

export const implementations: Fault[] = [
  ...foreignFetches.flatMap(([name, make]) =>
    tries.map(
      ([what, fault]): Fault => ({
        ...fault,
        name: `${name} ${what}`,
        options: async (stage) => ({
          ...(typeof fault.options === 'function' ? await fault.options(stage) : fault.options),
          fetch: make(stage.defer),
        }),
      }),
    ),
  ),
  ...proxies.flatMap(([name, through]) =>
    refusals.map(
      ([what, tunnel, expect]): Fault => ({
        name: `a proxy that ${what}, by ${name}`,
        tls: selfSigned,
        options: async ({ defer }) => ({ fetch: await through(tunnel, defer), attemptTimeoutMs: 1_000 }),
        expect: { ...neverSent, attempts: [1, 3], ...expect },
      }),
    ),
  ),
  ...intrusions.flatMap(([what, bytes]): Fault[] => {
    const expect: Expectation = { ...noResponse, kind: ['network', 'timeout'], created: 1 };
    const server = creating(hangs);
    const ownFetch = ({ defer }: Stage) => fetchOver({ ca: selfSigned.cert }, defer);
    return [
      {
        name: `${what} after the request, by a middlebox`,
        tls: selfSigned,
        server,
        options: behindMiddlebox(bytes, ownFetch),
        expect,
      },
      {
        name: `${what} after the request, by a middlebox, through node-fetch`,
        tls: selfSigned,
        server,
        options: behindMiddlebox(bytes, trustingNodeFetch),
        expect,
      },
    ];
  }),
];
