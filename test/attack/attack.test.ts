import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { hostileRequests } from './requests.ts';
import { hostileResponses } from './responses.ts';
import { attack, type Row, rawControlsOf, send, serve, stop, table } from './run.ts';

const valid = hostileRequests.find(({ title }) => title === 'blank lines before the request')?.bytes ?? Buffer.alloc(0);

function expectUnhurt(rows: readonly Row[], log: string): void {
  expect(rows.filter(({ isRight }) => !isRight)).toEqual([]);
  expect(rawControlsOf(log)).toEqual([]);
}

// Concurrent, since nearly all of their time is the half minute after which a server gives up on a caller.
it.concurrent('the mock survives every hostile request, ends each of them, and writes no control character', async () => {
  const mock = await serve('mock', '--log', 'json');
  try {
    const rows = await attack(hostileRequests, ({ bytes }) => send(mock.url, bytes));
    console.log(table('hostile requests to the mock', rows, mock.log()));
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expectUnhurt(rows, mock.log());
    expect(await send(mock.url, valid)).toBe(200);
    expect(await stop(mock)).toBe(0);
    const requests = mock
      .log()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(() => requests.map((line) => JSON.parse(line))).not.toThrow();
  } finally {
    await stop(mock);
  }
}, 300_000);

it.concurrent('the proxy survives them too, and every hostile response of its upstream', async () => {
  const sockets = new Set<Socket>();
  /** Responds with the bytes of the number in the path; without one, with a 503. */
  const upstream = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', (head) => {
      const [, number] = /\/n(\d+)[/ ]/.exec(head.toString('latin1')) ?? [];
      const row = hostileResponses[Number(number ?? -1)];
      if (!row) return void socket.end('HTTP/1.1 503 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      for (const bytes of row.bytes) socket.write(bytes);
      if (row.after === 'reset') socket.resetAndDestroy();
      else if (row.after === 'end') socket.end();
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const { port } = upstream.address() as { port: number };
  const proxy = await serve('proxy', '--upstream', `http://127.0.0.1:${port}/base`, '--json');
  const through = (target: string, isChecked: boolean) => {
    const head = ['host: localhost', 'authorization: api-canary-7f3e91c4', 'content-type: application/json'];
    const line = `${isChecked ? 'POST' : 'GET'} ${target} HTTP/1.1`;
    return send(proxy.url, Buffer.from([line, ...head, 'content-length: 2', '', '{}'].join('\r\n')));
  };
  try {
    const anything = [200, 204, 400, 401, 403, 404, 405, 408, 413, 417, 431, 502, 503, 'closed'] as const;
    const requests = hostileRequests.map((one) => ({ ...one, allowed: anything }));
    const [rows, passed] = await Promise.all([
      attack(hostileResponses, ({ isChecked }, index) =>
        through(
          isChecked ? `/api/v2/projects/n${index}/environments/e/experiments/x/iterations` : `/other/n${index}`,
          isChecked,
        ),
      ),
      attack(requests, ({ bytes }) => send(proxy.url, bytes)),
    ]);
    console.log(table('hostile responses to the proxy', rows, proxy.log()));
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expectUnhurt(rows, proxy.log());
    console.log(table('hostile requests to the proxy', passed, proxy.log()).split('\n').at(-1));
    expectUnhurt(passed, proxy.log());

    expect(await through('/plain', false)).toBe(503);
    // Some responses broke the contract, and some could not be checked.
    expect(await stop(proxy)).toBe(1);
    expect(proxy.log()).not.toContain('canary');
  } finally {
    await stop(proxy);
    for (const socket of sockets) socket.destroy();
    upstream.close();
  }
}, 600_000);
