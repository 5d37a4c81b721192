import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { load, requestBytes } from '../../bench/load.ts';
import { requestExamples } from '../support/document.ts';
import { refusals } from './refusals.ts';

const body = JSON.stringify(requestExamples[0]?.[1]);
const server = spawn(process.execPath, ['test/mock/serve.ts'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
let port = 0;

beforeAll(async () => {
  const [message] = await once(server, 'message');
  port = message.port;
});
afterAll(() => server.kill());

/** The memory that the server holds after a collection, in bytes. */
async function heap(): Promise<number> {
  server.send('heap');
  const [message] = await once(server, 'message');
  return message.heap;
}

it('10,000 requests over 32 connections all get the right response, bad ones of every kind too, and memory stays flat', async () => {
  const quarter = async (index: number) => {
    // Each body is another, so that nothing comes from memory.
    const bodies = Array.from({ length: 25 }, (_none, step) =>
      body.replace('green', `green ${index} ${step}`.padEnd(12)),
    );
    for (const each of bodies) {
      const { statuses } = await load({ port, request: () => requestBytes(each), requests: 100, connections: 32 });
      expect(statuses).toEqual({ 200: 100 });
    }
    return heap();
  };
  const after = [await quarter(0), await quarter(1), await quarter(2), await quarter(3)];
  expect((after[3] ?? 0) / (after[0] ?? 0)).toBeLessThan(1.2);

  for (const { method = 'POST', target, headers, body: sent, status } of refusals) {
    const path = target ?? '/api/v2/projects/p/environments/e/experiments/x/iterations';
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: headers ?? { authorization: 'api-token', 'content-type': 'application/json' },
      ...(sent !== undefined && { body: sent }),
    });
    await response.arrayBuffer();
    expect(response.status).toBe(status);
  }
  expect((await load({ port, request: () => requestBytes(body), requests: 100, connections: 32 })).statuses).toEqual({
    200: 100,
  });
}, 60_000);
