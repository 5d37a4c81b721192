/** Starts a server, returns its address, and stops it without cutting off responses in progress. */

import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';

/** Where a server listens. */
export interface ListenOptions {
  port: number;
  /** Takes the next free port if the requested one is taken. */
  auto: boolean;
  /** An address or a name of this machine; an empty string for every address that it has. */
  host: string;
}

/** A server that listens. */
export interface Listening {
  /** A URL that reaches it from this machine, such as `http://127.0.0.1:4010`, without a slash at the end. */
  url: string;
  port: number;
  /** Stops it: responses in progress may finish, for at most 1.5 seconds; then every connection is closed. */
  close(): Promise<void>;
}

/** In milliseconds. Together with the start and the end of a process, this keeps a stop below two seconds. */
const graceMs = 1_500;

/**
 * Starts a server. Resolves once it listens.
 *
 * @throws Error, in one sentence, when the port is taken or the host is not an address of this machine.
 */
export async function listen(server: Server, { port, auto, host }: ListenOptions): Promise<Listening> {
  for (let wanted = port; ; wanted += 1) {
    try {
      await listenOn(server, wanted, host);
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') throw new Error(refusal(code, wanted, host));
      if (!auto || wanted >= 65_535) {
        throw new Error(`Port ${wanted} of ${named(host)} is taken; choose another, or 0 for any.`);
      }
    }
  }
  const { port: actual } = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(host, actual),
    port: actual,
    close() {
      stopped ??= stop(server);
      return stopped;
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

function refusal(code: string | undefined, port: number, host: string): string {
  if (code === 'EACCES') return `Port ${port} of ${named(host)} needs more privileges; choose 1024 or above.`;
  return `${named(host)} is not an address of this machine (${code}); choose 127.0.0.1, or another that it has.`;
}

function named(host: string): string {
  return host === '' ? 'every address' : host;
}

/**
 * Returns a URL that reaches a server from this machine. A wildcard address cannot be connected to, and an IPv6 address
 * needs brackets.
 */
function urlOf(host: string, port: number): string {
  const [, address = host] = /^\[(.*)\]$/.exec(host) ?? [];
  const isUnspecified = address === '' || /^0*(\.0*){3}$/.test(address) || /^[0:]+$/.test(address);
  if (isUnspecified) return `http://${isIPv6(address) ? '[::1]' : '127.0.0.1'}:${port}`;
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection becomes idle when its response is finished; Node would keep it for the next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
