/** Other implementations of `fetch` that callers bring: undici with a dispatcher of its own, and node-fetch. */

import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
// @ts-expect-error it has no types.
import nodeFetch2 from 'node-fetch-2';
import nodeFetch3 from 'node-fetch-3';
import * as undici6 from 'undici-6';
import * as undici7 from 'undici-7';
import * as undici8 from 'undici-8';
import { listen, portOf } from './network.ts';

type Fetch = typeof fetch;
/** What this uses of each undici, whose types differ. */
interface Undici {
  Agent: new (options?: object) => Dispatcher;
  ProxyAgent: new (url: string) => Dispatcher;
  fetch(url: string, init: object): Promise<unknown>;
}
interface Dispatcher {
  destroy(): Promise<void>;
}
type Defer = (cleanUp: () => unknown) => void;

const undicis = { 'undici 6': undici6, 'undici 7': undici7, 'undici 8': undici8 } as unknown as Record<string, Undici>;

/** Each implementation, by its name. */
export const foreignFetches: readonly (readonly [string, (defer: Defer) => Fetch])[] = [
  ...Object.entries(undicis).map(
    ([name, undici]) => [name, (defer: Defer) => over(undici, new undici.Agent(), defer)] as const,
  ),
  ['node-fetch 2', () => nodeFetch2 as unknown as Fetch],
  ['node-fetch 3', () => nodeFetch3 as unknown as Fetch],
];

/** What sends requests through a proxy that does something with the connection of each, by the version of undici. */
export const proxies: readonly (readonly [string, (tunnel: Tunnel, defer: Defer) => Promise<Fetch>])[] = Object.entries(
  undicis,
).map(([name, undici]) => [
  name,
  async (tunnel: Tunnel, defer: Defer) => over(undici, new undici.ProxyAgent(await proxyUrl(tunnel, defer)), defer),
]);

/** What a proxy does with a connection on which it was asked for a tunnel. */
export type Tunnel = (socket: Socket) => unknown;

function over(undici: Undici, dispatcher: Dispatcher, defer: Defer): Fetch {
  defer(() => dispatcher.destroy());
  return ((url: string, init: object) => undici.fetch(url, { ...init, dispatcher })) as Fetch;
}

async function proxyUrl(tunnel: Tunnel, defer: Defer): Promise<string> {
  const proxy: Server = createServer((_request, response) => response.writeHead(502).end());
  proxy.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => {});
    tunnel(socket);
  });
  defer(await listen(proxy));
  return `http://127.0.0.1:${portOf(proxy)}`;
}
