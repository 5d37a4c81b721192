import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMock, errorAnswer, type Mock, type MockAnswer } from './prism.ts';

/** A mock server that answers. */
export interface MockServer {
  /** Where it answers, such as `http://127.0.0.1:4010`, without a slash at the end. */
  url: string;
  /** Stops it and ends every connection. */
  close(): Promise<void>;
}

const bodyLimit = 10 * 1024 * 1024;

/**
 * Starts a mock of create iteration on 127.0.0.1, from the package's own OpenAPI document. Resolves once it answers.
 *
 * @param port The port, by default a free one. Rejects when it is taken.
 */
export async function startMockServer({ port = 0 }: { port?: number } = {}): Promise<MockServer> {
  const file = new URL('../../generated/openapi.json', import.meta.url);
  const mock = await createMock(JSON.parse(readFileSync(file, 'utf8')));
  const server = createServer((request, response) => void handle(mock, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function handle(mock: Mock, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { status, headers, body } = await answer(mock, request);
    response.writeHead(status, { ...headers, ...crossOrigin });
    response.end(request.method === 'HEAD' || status === 204 ? undefined : JSON.stringify(body));
  } catch (error) {
    // The caller broke off while sending, or the mock has a bug; either way this connection is over, and no other.
    response.destroy(error instanceof Error ? error : undefined);
  }
}

/** Any page may call the mock: it holds no secret, and a frontend runs on another port. */
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, Authorization',
  'access-control-allow-methods': 'POST',
  'access-control-expose-headers': '*',
};

/** Prism hangs on malformed JSON and dies of a malformed path, so neither gets there. */
async function answer(mock: Mock, request: IncomingMessage): Promise<MockAnswer> {
  if (request.method === 'OPTIONS') return { status: 204, headers: {}, body: undefined };
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  if (!isDecodable(path)) return errorAnswer(400, 'invalid_request', 'The path is not percent-encoded.');
  const text = await readBody(request);
  if (text === undefined) return errorAnswer(413, 'request_too_large', `The body is larger than ${bodyLimit} bytes.`);
  const body = parseJson(text);
  if (body instanceof SyntaxError) return errorAnswer(400, 'invalid_request', `The body is not JSON: ${body.message}`);
  const headers = { ...headersOf(request), 'content-length': String(Buffer.byteLength(text)) };
  const method = (request.method ?? 'GET').toLowerCase();
  return mock({ method, path, query: new URLSearchParams(query), headers, body });
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Returns the body's text, or `undefined` when it is larger than the limit. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));
}
