import { createServer, type IncomingMessage, request as overHttp, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect } from 'vitest';
import { type ProxyReport, type ProxyServerOptions, startProxyServer } from '../../src/proxy/server.ts';
import { pathTemplate, requestExamples, responseExamples } from '../support/document.ts';

/** The access token of every request. No report, no output and no error may hold any part of it. */
export const token = 'api-canary-7f3e91c4';
export const path = pathTemplate.replace(/\{\w+\}/g, 'key');
export const validRequest = requestExamples[0]?.[1] as Record<string, unknown>;
export const validResponse = responseExamples('200')[0]?.[1] as Record<string, unknown>;

/** What the stand-in responds with; by default, what the contract documents. An empty header is left out. */
export interface StandInResponse {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** A request or a response as it was on the wire. */
export interface Seen {
  method: string;
  target: string;
  rawHeaders: string[];
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Responds to a request in any way at all. */
export type Behavior = StandInResponse | ((request: Seen, response: ServerResponse) => void);

/** Starts an upstream of this machine that responds as told and remembers every request. */
export async function standIn(behavior: Behavior = {}) {
  const seen: Seen[] = [];
  const sockets = new Set<object>();
  const server = createServer(async (request, response) => {
    const { method = '', url: target = '', rawHeaders, headers } = request;
    const one = { method, target, rawHeaders, headers, body: await buffer(request) };
    seen.push(one);
    if (typeof behavior === 'function') behavior(one, response);
    else faithful(behavior, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    sockets,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function faithful(
  { status = 200, headers, body = JSON.stringify(validResponse) }: StandInResponse,
  to: ServerResponse,
) {
  to.writeHead(status, present({ 'content-type': 'application/json', ...headers })).end(body);
}

/** The headers but those that are empty. */
function present(headers: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}

interface Received {
  status: number | undefined;
  statusText: string | undefined;
  rawHeaders: string[];
  headers: IncomingMessage['headers'];
  body: Buffer;
}

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** Sends a request as it is, and gives the response as it is: `fetch` would add headers and decompress. */
export function send(url: string, sent: Sent = {}): Promise<Received> {
  const { method = 'POST', path: target = path, body = method === 'POST' ? JSON.stringify(validRequest) : '' } = sent;
  const headers = { authorization: token, ...(body !== '' && { 'content-type': 'application/json' }), ...sent.headers };
  const given = present(headers);
  return new Promise((resolve, reject) => {
    const options = { method, agent: false as const, path: target, headers: given, signal: AbortSignal.timeout(5_000) };
    const request = overHttp(url, options, (response) => {
      const { statusCode: status, statusMessage: statusText, rawHeaders, headers } = response;
      buffer(response).then((read) => resolve({ status, statusText, rawHeaders, headers, body: read }), reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Starts a proxy before a stand-in, uses both, and stops both. Nothing that it says may hold the token. */
export async function through<T>(
  behavior: Behavior,
  use: (proxy: {
    url: string;
    reports: ProxyReport[];
    seen: Seen[];
    sockets: Set<object>;
    close(): Promise<void>;
  }) => Promise<T>,
  options: Partial<ProxyServerOptions> = {},
): Promise<T> {
  const upstream = await standIn(behavior);
  const reports: ProxyReport[] = [];
  const onReport = (report: ProxyReport) => void reports.push(report);
  const proxy = await startProxyServer({ upstream: upstream.url, onReport, ...options });
  try {
    return await use({ ...proxy, reports, seen: upstream.seen, sockets: upstream.sockets });
  } finally {
    await proxy.close();
    await upstream.close();
    expect(JSON.stringify(reports)).not.toContain('canary');
  }
}

/** Sends one request through a proxy, and gives its response and its one report. */
export async function exchange(behavior: Behavior, sent: Sent = {}, options: Partial<ProxyServerOptions> = {}) {
  return through(
    behavior,
    async ({ url, reports, seen }) => {
      const response = await send(url, sent);
      const [report] = reports;
      if (!report || reports.length !== 1) throw new Error(`${reports.length} reports of one request`);
      return { response, report, seen };
    },
    options,
  );
}

/** Starts an upstream that sends bare bytes as soon as the head of a request has come, and then ends, or says no more. */
export async function bareUpstream(bytes: string | Buffer, after: 'end' | 'wait' = 'end') {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => (after === 'end' ? socket.end(bytes) : socket.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
