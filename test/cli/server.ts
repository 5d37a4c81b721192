/** A server that creates iterations, counts them, and then responds as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the server does once it has read a request. It calls `create` where it creates an iteration. */
export type Behavior = (response: ServerResponse, create: () => void, request: IncomingMessage) => void;

/** What the API responds with, as far as the commands care. */
export const created = {
  _id: '65b8f1c2a9d4e7f301234567',
  status: 'not_started',
  hypothesis: 'A green button helps',
  createdAt: 1_700_000_000_000,
  treatments: [{ name: 'Grey', allocationPercent: '50', baseline: true }],
};

/** Creates an iteration and responds with a body, which is JSON unless it is text. */
export function creating(body: unknown = created, status = 200): Behavior {
  return (response, create) => {
    create();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Creates nothing and responds with a status. */
export function refusing(status: number, body: unknown = { code: 'x', message: 'No' }, headers = {}): Behavior {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

/** Starts a server on a free port. */
export async function serve(behavior: Behavior) {
  const state = { behavior, created: 0, bodies: [] as string[] };
  const create = () => {
    state.created += 1;
  };
  const server = createServer(async (request, response) => {
    try {
      state.bodies.push(await text(request));
    } catch {
      return;
    }
    state.behavior(response, create, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  });
}
