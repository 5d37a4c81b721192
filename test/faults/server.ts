/** A server that treats each request as it is told to, and counts what it does. */

import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Certificate } from './certificate.ts';
import { Clock } from './clock.ts';
import { listen, portOf } from './network.ts';

/** What the server saw of one call. */
export interface Counts {
  arrived: number;
  created: number;
}

/** One request, and what can be done with it. */
export interface Exchange {
  response: ServerResponse;
  socket: Socket;
  /** Which call the request belongs to: the hypothesis in its body, or an empty text where it has none. */
  id: string;
  /** Which request of its call it is, from 1. */
  attempt: number;
  /** Which request of the server it is, from 1. */
  nth: number;
  /** When it arrived, and when the first request of the server did: times of day of the server's clock. */
  at: number;
  firstAt: number;
  /** The URL of a second server, which nothing should ever reach. */
  elsewhere: string;
  /** Counts an iteration as created. */
  create(): void;
  /** Waits, in milliseconds of the server's clock. */
  wait(ms: number): Promise<void>;
}

export type Behavior = (exchange: Exchange) => unknown;

export interface FaultServerSetup {
  behavior: Behavior;
  /** The time that the server goes by. */
  clock?: Clock;
  tls?: Certificate | undefined;
  /** Responds before the body of the request was read. */
  early?: boolean | undefined;
  /** What happens to a connection as soon as it is accepted. */
  connection?: ((socket: Socket) => void) | undefined;
}

/** A server at 127.0.0.1 that treats each request as it is told to and counts what it does. */
export class FaultServer {
  /** The calls in the order in which they first arrived. */
  readonly calls = new Map<string, Counts>();
  /** Emits `request` when a request has arrived. */
  readonly events = new EventEmitter();
  /** How many requests came to the second server. */
  strayed = 0;
  /** How many requests are under way. */
  active = 0;
  readonly #setup: FaultServerSetup;
  readonly #clock: Clock;
  readonly #server: Server;
  readonly #elsewhere: Server;
  readonly #pending = new Set<Promise<void>>();
  #close: (() => Promise<void>)[] = [];
  #requests = 0;
  #firstAt = 0;

  private constructor(setup: FaultServerSetup) {
    const { tls, connection } = setup;
    this.#setup = setup;
    this.#clock = setup.clock ?? new Clock();
    const listener = (request: IncomingMessage, response: ServerResponse) => this.#take(request, response);
    this.#server = tls ? createTlsServer(tls, listener) : createServer(listener);
    if (connection) this.#server.on('connection', connection);
    this.#elsewhere = createServer((request, response) => {
      this.strayed += 1;
      request.resume();
      response.end('{"_id":"elsewhere"}');
    });
  }

  static async start(setup: FaultServerSetup): Promise<FaultServer> {
    const server = new FaultServer(setup);
    server.#close = await Promise.all([server.#server, server.#elsewhere].map(listen));
    return server;
  }

  get port(): number {
    return portOf(this.#server);
  }

  get url(): string {
    return `${this.#setup.tls ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  /** Waits until every request has been dealt with, those included that nobody waits for any more. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Closes every connection. Where the server has a clock of its own, what still waits waits for ever. */
  async close(): Promise<void> {
    if (!this.#setup.clock) this.#clock.end();
    await Promise.all(this.#close.map((close) => close()));
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    this.active += 1;
    response.on('close', () => {
      this.active -= 1;
    });
    const treated = this.#treat(request, response);
    this.#pending.add(treated);
    treated.finally(() => this.#pending.delete(treated));
  }

  async #treat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = this.#clock.date();
    response.sendDate = false;
    response.setHeader('date', new Date(at).toUTCString());
    this.#requests += 1;
    this.#firstAt ||= at;
    const nth = this.#requests;
    const id = this.#setup.early ? '' : hypothesisOf(await bodyOf(request));
    const counts = this.calls.get(id) ?? { arrived: 0, created: 0 };
    this.calls.set(id, counts);
    counts.arrived += 1;
    this.events.emit('request');
    await this.#setup.behavior({
      response,
      socket: request.socket,
      id,
      attempt: counts.arrived,
      nth,
      at,
      firstAt: this.#firstAt,
      elsewhere: `http://127.0.0.1:${portOf(this.#elsewhere)}/`,
      create: () => {
        counts.created += 1;
      },
      wait: (ms) => this.#clock.wait(ms),
    });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
  } catch {
    // The client gave up in the middle of its request, which arrived nevertheless.
  }
  return text;
}

function hypothesisOf(body: string): string {
  return /"hypothesis":"([^"]{1,100})"/.exec(body)?.[1] ?? '';
}
