/** A box between client and server that writes into a connection what neither of them did. */

import { connect, createServer, type Socket } from 'node:net';
import { listen, portOf } from './network.ts';

/** A box before a server. */
export interface Middlebox {
  port: number;
  /** Cuts the client off from the server, and writes to it in the server's place. */
  write(bytes: Buffer): void;
}

/** Starts a box before a port of this machine. */
export async function middlebox(port: number, defer: (cleanUp: () => unknown) => void): Promise<Middlebox> {
  const pairs: [Socket, Socket][] = [];
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) socket.on('error', () => {});
    client.pipe(upstream);
    upstream.pipe(client);
    client.on('close', () => upstream.destroy());
    pairs.push([client, upstream]);
  });
  defer(await listen(server));
  return {
    port: portOf(server),
    write(bytes) {
      for (const [client, upstream] of pairs) {
        upstream.unpipe(client);
        client.end(bytes);
      }
    },
  };
}
