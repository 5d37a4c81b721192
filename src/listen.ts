import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a server listens. */
export interface ListenOptions {
  port: number;
  /** Takes the next free port where the wanted one is taken. */
  auto: boolean;
  host: string;
}

/** A server that answers. */
export interface Listening {
  /** Where it answers, such as `http://127.0.0.1:4010`, without a slash at the end. */
  url: string;
  port: number;
  /** Stops it and ends every connection. */
  close(): Promise<void>;
}

/**
 * Starts a server. Resolves once it listens.
 *
 * @throws Error, in one sentence, when the port is taken.
 */
export async function listen(server: Server, { port, auto, host }: ListenOptions): Promise<Listening> {
  for (let wanted = port; ; wanted += 1) {
    try {
      await listenOn(server, wanted, host);
      break;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken) throw error;
      if (!auto || wanted >= 65_535)
        throw new Error(`Port ${wanted} of ${host} is taken; choose another, or 0 for any.`);
    }
  }
  const { port: actual, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${host}]` : host}:${actual}`,
    port: actual,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
