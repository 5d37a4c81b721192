/** Connections that die when a request was read, and whether a runtime then sends it again by itself. */

import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { getExperiment200Running } from '../../../generated/examples.js';
import { iterationJson } from '../behaviors.ts';
import { listen, portOf } from '../network.ts';

/** What the server saw of one call. */
interface Seen {
  requests: number;
  /** How many of them came on a connection that had been used before. */
  reused: number;
  /** How many of them said how long their body is, as a server that refuses chunks demands. */
  withLength: number;
}

const experimentJson = JSON.stringify(getExperiment200Running);

/** How each call ended, by its hypothesis or its comment, as test/package/consumer/resend.ts prints it. */
export type Ends = Readonly<Record<string, string>>;

/** Runs a program against a server whose connections die, and returns what is wrong with what it sent. */
export async function resendProblems(run: (url: string) => Promise<Ends>): Promise<string[]> {
  const seen = new Map<string, Seen>();
  const used = new Map<Socket, number>();
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    const { socket, headers, url = '' } = request;
    const times = (used.get(socket) ?? 0) + 1;
    used.set(socket, times);
    const id = /"(?:hypothesis|comment)":"([^"]+)"/.exec(body)?.[1] ?? 'nobody';
    const { requests, reused, withLength } = seen.get(id) ?? { requests: 0, reused: 0, withLength: 0 };
    const hasLength = headers['content-length'] === String(Buffer.byteLength(body));
    seen.set(id, {
      requests: requests + 1,
      reused: reused + Number(times > 1),
      withLength: withLength + Number(hasLength),
    });
    // On a reused connection the second request dies, so the first is served.
    if (url.includes('/reused-') && times === 1)
      return response.end(request.method === 'PATCH' ? experimentJson : iterationJson);
    return url.includes('-reset') ? socket.resetAndDestroy() : socket.destroy();
  });
  const close = await listen(server);
  try {
    return problemsOf(await run(`http://127.0.0.1:${portOf(server)}`), seen);
  } finally {
    await close();
  }
}

/** What is wrong: a request that nobody sent, a false word of its outcome, or a run that proves nothing. */
function problemsOf(ends: Ends, seen: ReadonlyMap<string, Seen>): string[] {
  const calls = Object.entries(ends).map(([id, end]) => ({
    id,
    end,
    ...{ requests: 0, reused: 0, withLength: 0, ...seen.get(id) },
  }));
  const died = calls.filter(({ end }) => end !== 'success');
  const diedReused = died.filter(({ reused }) => reused > 0);
  return [
    ...calls.flatMap(({ id, end, requests, withLength }) => [
      ...(requests === 1 ? [] : [`${id}: ${requests} requests for one attempt, which ended as ${end}`]),
      ...(withLength === requests ? [] : [`${id}: ${requests - withLength} requests without the length of their body`]),
      ...(/^(success|network unknown 1)$/.test(end) ? [] : [`${id}: ended as ${end}`]),
    ]),
    ...[...seen.keys()].filter((id) => !(id in ends)).map((id) => `a request of ${id}`),
    ...(diedReused.length > 0 && diedReused.length < died.length ? [] : ['no connection died fresh, or none reused']),
  ];
}

async function readAll(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
