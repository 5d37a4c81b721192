/** Hosts that cannot be reached, and ways to reach one that can. */

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

type Send = (...sent: Parameters<typeof fetch>) => Promise<Response>;

/** Lets a server listen on a free port. Returns what closes it, with every socket that it holds. */
export async function listen(server: Server): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return async () => {
    const closed = once(server.close(), 'close');
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/**
 * A URL on this machine at which nothing listens. Its port is that of a client's end of a connection: as long as that
 * is open, no server gets the port.
 */
export async function refusingUrl(defer: (cleanUp: () => unknown) => void): Promise<string> {
  const server = createServer();
  const close = await listen(server);
  const socket = connect(portOf(server), '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  defer(async () => {
    socket.destroy();
    await close();
  });
  return `http://127.0.0.1:${socket.localPort}`;
}

/** A URL on this machine at which connections are neither accepted nor refused. */
export async function deafUrl(defer: (cleanUp: () => unknown) => void): Promise<string> {
  const awake = new SharedArrayBuffer(4);
  const worker = new Worker(new URL('./deaf.ts', import.meta.url), { workerData: awake });
  const [{ port }] = (await once(worker, 'message')) as [AddressInfo];
  await delay(100);
  const sockets = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await delay(100);
  defer(async () => {
    for (const socket of sockets) socket.destroy();
    Atomics.notify(new Int32Array(awake), 0);
    await worker.terminate();
  });
  return `http://127.0.0.1:${port}`;
}

/**
 * A `fetch` of this Node whose connections are made as `connection` says: `timeout` in milliseconds, `ca` to trust.
 * Node gives away neither setting, but the class of its connection pool, which takes them.
 */
export async function fetchOver(
  connection: { timeout?: number; ca?: string },
  defer: (cleanUp: () => unknown) => void,
): Promise<Send> {
  // The pool exists from the first use of fetch.
  await fetch('data:,');
  const pool = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));
  const dispatcher = new pool.constructor({ connect: connection });
  defer(() => dispatcher.destroy());
  return (input, init) => fetch(input, { ...init, dispatcher } as RequestInit);
}

/** A `fetch` that fails as Node's does: with the cause that it was given. */
export function fetchFailing(cause: unknown): Send {
  return async () => {
    throw new TypeError('fetch failed', { cause });
  };
}

/** An error of the system as Node makes it: `syscall` is what the system was asked to do. */
export function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
}
