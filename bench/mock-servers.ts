/** The mocks that have no command of their own, each in a process: it takes a name, a port and a validator's path. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createIteration200TwoTreatments } from '../generated/examples.js';
import type { Validators } from './validators.ts';

const text = JSON.stringify(createIteration200TwoTreatments);
const json = { 'content-type': 'application/json' };

/** Typed by hand, since the root project compiles without the peers. */
const load = <Module>(name: string): Promise<Module> => import(name);

type Respond = (request: Request) => Promise<Response | undefined>;

const servers: Record<string, (port: number) => Promise<void>> = {
  async scalar(port) {
    const [{ createMockServer }, { serve }] = await Promise.all([
      load<Scalar>('@scalar/mock-server'),
      load<Hono>('@hono/node-server'),
    ]);
    const document = readFileSync('generated/openapi.json', 'utf8');
    const { fetch } = await createMockServer({ document });
    serve({ fetch, port, hostname: '127.0.0.1' });
  },
  async msw(port) {
    const { getResponse, http, HttpResponse } = await import('msw');
    const route = '*/api/v2/projects/:projectKey/environments/:environmentKey/experiments/:experimentKey/iterations';
    const handlers = [
      http.post(route, async ({ request }) => {
        await request.json();
        return HttpResponse.json(JSON.parse(text));
      }),
    ];
    listen(port, (request) => getResponse(handlers, request));
  },
  async limit(port) {
    const { input } = await load<Validators>(process.argv[4] ?? '');
    createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
      request.on('end', () => respondTo(request, response, body, input));
    }).listen(port, '127.0.0.1');
  },
};

function respondTo(request: IncomingMessage, response: ServerResponse, body: string, input: Validators['input']): void {
  const isRight =
    request.method === 'POST' &&
    /^\/api\/v2\/projects\/[^/]+\/environments\/[^/]+\/experiments\/[^/]+\/iterations$/.test(request.url ?? '');
  if (!isRight) response.writeHead(404).end();
  else if (!input(JSON.parse(body)))
    response.writeHead(400, json).end('{"code":"invalid_request","message":"invalid"}');
  else response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) }).end(text);
}

interface Scalar {
  createMockServer(options: { document: string }): Promise<{ fetch: (request: Request) => Promise<Response> }>;
}
interface Hono {
  serve(options: { fetch: (request: Request) => Promise<Response>; port: number; hostname: string }): unknown;
}

/** MSW has no server of its own: node:http in front of its handlers. */
function listen(port: number, respond: Respond): void {
  createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    const init = {
      method: request.method ?? 'GET',
      headers,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    };
    const result = await respond(new Request(`http://127.0.0.1:${port}${request.url}`, init));
    const body = Buffer.from((await result?.arrayBuffer()) ?? new ArrayBuffer(0));
    response
      .writeHead(result?.status ?? 404, { ...Object.fromEntries(result?.headers ?? []), 'content-length': body.length })
      .end(body);
  }).listen(port, '127.0.0.1');
}

await servers[process.argv[2] ?? '']?.(Number(process.argv[3]));
