/** What a client says, in some runtime, of hosts at which no connection, or none that lasts, can be made. */

import { createServer, type Server, type Socket } from 'node:net';
import { closes, hangs, resets } from '../behaviors.ts';
import { selfSignedCertificate } from '../certificate.ts';
import { middlebox } from '../middlebox.ts';
import { listen, portOf, refusingUrl } from '../network.ts';
import { type Behavior, FaultServer, type FaultServerSetup } from '../server.ts';
import { type Programs, type Runtime, runProgram } from './child.ts';
import type { ConnectJob, ConnectReport } from './job.ts';

type Defer = (cleanUp: () => unknown) => void;
type Family = 'Node' | 'Node 20' | 'Bun' | 'Deno';

interface Target {
  url(defer: Defer): Promise<string>;
  /** Whether the request is read, so that nobody can say that nothing was applied. */
  isRead?: boolean;
  /** Whether the runtime must accept any certificate to come that far. */
  trusting?: boolean;
  /** What is said of it, as `kind outcome attempts`; of a runtime that knows more or less than the others, apart. */
  says: string | RegExp;
  but?: Partial<Record<Family, string>>;
}

const retried = 'network not_applied 3';
const notSent = 'network not_applied 1';
const unknown = 'network unknown 1';
const selfSigned = selfSignedCertificate();
const oldVersions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

const serverUrl = (setup: Omit<FaultServerSetup, 'behavior'> & { behavior?: Behavior }) => async (defer: Defer) => {
  const server = await FaultServer.start({ behavior: hangs, ...setup });
  defer(() => server.close());
  return server.url.replace('127.0.0.1', 'localhost');
};

const socketUrl = (scheme: string, treat: (socket: Socket) => unknown) => async (defer: Defer) => {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    treat(socket);
  });
  defer(await listen(server));
  return `${scheme}://127.0.0.1:${portOf(server)}`;
};

/** A TLS server with a box before it, which writes plain text when the request was read. */
async function intrudedUrl(defer: Defer): Promise<string> {
  const server = await FaultServer.start({ behavior: hangs, tls: selfSigned });
  defer(() => server.close());
  const box = await middlebox(server.port, defer);
  server.events.on('request', () => box.write(Buffer.from('HTTP/1.1 502 Bad Gateway\r\n\r\n')));
  return `https://localhost:${box.port}`;
}

/** The hosts, by their names. Bun names a handshake as it names any connection that was lost. */
export const targets: Record<string, Target> = {
  'a refused connection': { url: refusingUrl, says: retried },
  'an unknown host': { url: async () => 'https://nothing.invalid', says: retried },
  'a blocked port': { url: async () => 'http://127.0.0.1:9', says: notSent, but: { Bun: retried } },
  'a certificate that signed itself': { url: serverUrl({ tls: selfSigned }), says: notSent },
  'a certificate that has expired': {
    url: serverUrl({ tls: selfSignedCertificate({ expired: true }) }),
    says: notSent,
  },
  'a port that speaks no TLS': {
    url: async (defer) => (await serverUrl({})(defer)).replace('http:', 'https:'),
    says: notSent,
    but: { 'Node 20': unknown, Bun: unknown },
  },
  'an old version of TLS': {
    url: serverUrl({ tls: { ...selfSigned, ...oldVersions } }),
    says: notSent,
    but: { Bun: unknown },
  },
  'FIN in the handshake': {
    url: socketUrl('https', (socket) => socket.once('data', () => socket.destroy())),
    says: notSent,
    but: { Bun: unknown },
  },
  // Node 20 may wait for a response from a connection that is gone.
  'FIN at once': { url: socketUrl('http', (socket) => socket.destroy()), says: /^(network|timeout) unknown 1$/ },
  'FIN after the request': { url: serverUrl({ behavior: closes }), isRead: true, says: unknown },
  'a reset after the request': { url: serverUrl({ behavior: resets }), isRead: true, says: unknown },
  'plain text within TLS': { url: intrudedUrl, isRead: true, trusting: true, says: unknown },
};

/** What is wrong with what is said in a runtime: nothing, if it is what is known of that runtime. */
export async function connectProblems(runtime: Runtime, programs: Programs): Promise<string[]> {
  const cleanUps: (() => unknown)[] = [];
  try {
    const urls = await Promise.all(
      Object.entries(targets).map(async ([name, { url }]) => [name, await url((cleanUp) => cleanUps.push(cleanUp))]),
    );
    const reports = await Promise.all(
      [false, true].map((trusting) => {
        const mine = urls.filter(([name]) => Boolean(targets[name ?? '']?.trusting) === trusting);
        const job: ConnectJob = { client: programs.client, targets: Object.fromEntries(mine) };
        return runProgram<ConnectReport>(runtime, programs.connect, { FAULTS_JOB: JSON.stringify(job) }, trusting);
      }),
    );
    return differences(familyOf(runtime), Object.assign({}, ...reports));
  } finally {
    await Promise.all(cleanUps.map((cleanUp) => cleanUp()));
  }
}

/** How a report differs from what is known of a runtime. */
export function differences(family: Family, report: ConnectReport): string[] {
  return Object.entries(targets).flatMap(([name, { says, but, isRead }]) => {
    const wanted = but?.[family] ?? says;
    const said = report[name];
    const lie = isRead && said?.includes('not_applied') ? ', though the request was read' : '';
    const isSo = typeof wanted === 'string' ? said === wanted : wanted.test(said ?? '');
    return isSo ? [] : [`${name}: ${said}${lie}, not ${wanted}`];
  });
}

function familyOf({ name }: Runtime): Family {
  const family = (['Node 20', 'Node', 'Bun', 'Deno'] as const).find((start) => name.startsWith(start));
  if (family) return family;
  throw new Error(`Nothing is known of ${name}.`);
}
