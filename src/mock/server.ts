import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Listening, listen } from '../listen.ts';
import { createMock, type Mock, type MockOptions } from './core.ts';
import { type Log, type LogStyle, logTo } from './log.ts';
import { bodyLimit, type MockAnswer } from './message.ts';

/** How to start a mock server. */
export interface MockServerOptions extends MockOptions {
  /** The port, by default 0: a free one. A port that is taken rejects, unless `auto` is set. */
  port?: number;
  /** Takes the next free port where the wanted one is taken. By default `false`. */
  auto?: boolean;
  /** The address to listen on, by default 127.0.0.1: this machine alone. */
  host?: string;
  /** How each request is logged, to standard error. By default `silent`. */
  log?: LogStyle;
}

/** A mock server that answers. */
export type MockServer = Listening;

/**
 * Starts a mock of create iteration. Resolves once it answers.
 *
 * @throws Error, in one sentence, when the port is taken or the scenario is unknown.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { port = 0, auto = false, host = '127.0.0.1' } = options;
  const mock = createMock(options);
  const log = logTo(process.stderr, options.log ?? 'silent');
  const server = createServer((request, response) => void handle(mock, log, request, response));
  return listen(server, { port, auto, host });
}

async function handle(mock: Mock, log: Log, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const start = performance.now();
  const { method = 'GET', url: target = '/' } = request;
  try {
    const answer = await mock({ method, target, headers: headersOf(request), text: await readBody(request) });
    if (answer.delayMs > 0) await pause(answer.delayMs, response);
    send(response, answer);
    log({ method, target, answer, ms: performance.now() - start });
  } catch {
    // The caller broke off while sending, or the mock has a bug; either way this connection is over, and no other.
    response.destroy();
  }
}

function send(response: ServerResponse, { status, headers, body }: MockAnswer): void {
  const length = Buffer.byteLength(body);
  response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': length });
  // ASCII alone goes out in one write with the head, without being encoded.
  response.end(body, length === body.length ? 'latin1' : 'utf8');
}

/** Waits, but not for a caller that has gone. */
function pause(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Returns the body's text, or `undefined` when it is larger than the limit. Rejects when the caller breaks off. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
    });
    request.on('end', () => resolve(size <= bodyLimit ? Buffer.concat(chunks).toString('utf8') : undefined));
    request.on('error', reject);
    request.on('aborted', reject);
  });
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const name in headers) joined[name] = String(headers[name]);
  return joined;
}
