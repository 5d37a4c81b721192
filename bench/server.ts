/** A server that does as little as possible, for measuring clients: run as a process, it prints its port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { responseHeaders, responseText, type Sent } from './clients.ts';

function serve(): void {
  let last: { method?: string | undefined; path?: string | undefined; authorization?: string | undefined } = {};
  let chunks: Buffer[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(JSON.stringify({ ...last, body: JSON.parse(Buffer.concat(chunks).toString()) }));
      return;
    }
    const received: Buffer[] = [];
    request.on('data', (chunk) => received.push(chunk));
    request.on('end', () => {
      last = { method: request.method, path: request.url, authorization: request.headers.authorization };
      chunks = received;
      response.writeHead(200, responseHeaders).end(responseText);
    });
  });
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
}

/** Starts the server; `sent` tells of the last request. The caller stops it with `child.kill()`. */
export async function startServer(): Promise<{ baseUrl: string; child: ChildProcess; sent: () => Promise<Sent> }> {
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const baseUrl = `http://127.0.0.1:${String(port).trim()}`;
  return { baseUrl, child, sent: async () => (await fetch(baseUrl)).json() as Promise<Sent> };
}

if (import.meta.main) serve();
