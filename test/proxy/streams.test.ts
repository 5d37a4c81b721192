import { describe, expect, it } from 'vitest';
import { send, through } from './stand-in.ts';

describe('a response of another operation', () => {
  it('is passed on as it comes, and may be a stream of events that never ends', async () => {
    const aborted = Promise.withResolvers<void>();
    await through(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('data: 1\n\n');
        const timer = setInterval(() => response.write('data: 2\n\n'), 20);
        response.on('close', () => {
          clearInterval(timer);
          aborted.resolve();
        });
      },
      async ({ url, reports }) => {
        const caller = new AbortController();
        const response = await fetch(`${url}/events`, { signal: caller.signal });
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
        let text = '';
        // Beyond the time limit of the proxy.
        for (const start = Date.now(); Date.now() - start < 300; ) text += (await reader?.read())?.value;
        expect(text).toMatch(/^data: 1\n\ndata: 2\n\n/);
        caller.abort();
        await aborted.promise;
        while (reports.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        expect(reports).toMatchObject([{ status: 200, response: 'not_in_contract', path: '/events' }]);
      },
      { timeoutMs: 100 },
    );
  });

  it('may be larger than what is read of a response that is checked', async () => {
    const body = Buffer.alloc(30 * 1024 * 1024, 'a');
    await through({ body }, async ({ url, reports }) => {
      const response = await send(url, { method: 'GET', path: '/download' });
      expect(response.body.equals(body)).toBe(true);
      expect(response.headers['content-length']).toBeUndefined();
      expect(reports).toMatchObject([{ response: 'not_in_contract', issues: [{ rule: 'operation' }] }]);
    });
  });

  it('is broken off where the upstream breaks it off or takes too long, and that is reported', async () => {
    for (const breaks of [true, false]) {
      await through(
        (_request, response) => {
          response.writeHead(200, { 'content-length': '100' }).write('{');
          if (breaks) setTimeout(() => response.destroy(), 20);
        },
        async ({ url, reports }) => {
          await expect(send(url, { method: 'GET', path: '/x' })).rejects.toThrow();
          while (reports.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
          expect(reports[0]?.issues.map(({ rule }) => rule)).toEqual(['operation', 'upstream']);
        },
        { timeoutMs: 200 },
      );
    }
  });
});
