/** What bounds the responses of the mock, and who may read them, whichever adapter it is behind. */
import { describe, expect, it } from 'vitest';
import { headers, minimal, path, post, type Start, started } from './adapter.ts';

const cjk = Array.from({ length: 10 }, (_, index) => [`${'旗'.repeat(130)}${index}`, 5]);

export function describeLimits(name: string, start: Start): void {
  describe(`${name}, within limits`, () => {
    const adapter = started(start);

    it.each<[string, object, string]>([
      ['16,000 mistakes', { ...minimal, metrics: Array(16_000).fill(1) }, 'metrics[0] must be an object'],
      ['a flag key of 8,000 characters', { ...minimal, flags: { ['k'.repeat(8_000)]: 5 } }, 'flags.kkk'],
      ['ten flag keys of 130 characters of three bytes', { ...minimal, flags: Object.fromEntries(cjk) }, 'flags.旗'],
      [
        'a key that holds control characters',
        { ...minimal, flags: { 'a\r\nset-cookie: x\u0000\u009b': 5 } },
        'flags.a',
      ],
    ])('says what is wrong with %s in few bytes', async (_case, body, says) => {
      const response = await post(adapter(), body);
      const { message } = await response.json();
      expect(response.status).toBe(400);
      expect(message).toContain(says);
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(8_000);
      const sent = [...response.headers].map((pair) => pair.join(': ').length + 2);
      expect(sent.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_096);
      expect(JSON.parse(response.headers.get('sl-violations') ?? '')[0]).toMatchObject({ severity: 'Error' });
    });

    it('names the first twenty mistakes, and says how many more there are', async () => {
      const { message } = await (await post(adapter(), { ...minimal, metrics: Array(50).fill(1) })).json();
      expect(message.match(/metrics\[\d+\] must be/g)).toHaveLength(20);
      expect(message).toMatch(/ And 30 more\.$/);
    });

    it('does not repeat long scenario names, paths or preferences', async () => {
      const long = 'a'.repeat(10_000);
      for (const prefer of [`example=${long}`, `code=${long}`, `code=200, example=${long}`]) {
        const response = await post(adapter(), minimal, { prefer });
        expect(response.status).toBe(400);
        expect((await response.text()).length).toBeLessThan(9_000);
      }
    });

    it('refuses what would make a response of many megabytes', async () => {
      const response = await post(adapter(), { ...minimal, metrics: Array(20_000).fill({ key: 'a', isGroup: true }) });
      expect([response.status, (await response.text()).length < 1_000]).toEqual([413, true]);
    });
  });

  describe(`${name}, from a page of another origin`, () => {
    const adapter = started(start);
    const origin = 'http://localhost:3000';
    const asking = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, x-mine',
    };

    it('may be called with credentials, and its headers read', async () => {
      const preflight = await adapter().fetch(adapter().url + path, {
        method: 'OPTIONS',
        headers: { origin, ...asking },
      });
      expect(preflight.status).toBe(204);
      const response = await post(adapter(), minimal, { origin, prefer: 'code=429' });
      for (const one of [preflight, response]) {
        expect(one.headers.get('access-control-allow-origin')).toBe(origin);
        expect(one.headers.get('access-control-allow-credentials')).toBe('true');
        expect(one.headers.get('vary')).toBe('origin');
      }
      expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, x-mine');
      expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
      const exposed = response.headers.get('access-control-expose-headers')?.split(', ');
      for (const name of ['retry-after', 'x-ratelimit-reset', 'sl-violations']) expect(exposed).toContain(name);
      expect(exposed).not.toContain('*');
    });

    it('may be called without, also by a page that has no origin', async () => {
      const allowed = async (extra: Record<string, string>) =>
        (await post(adapter(), minimal, extra)).headers.get('access-control-allow-origin');
      expect(await allowed({})).toBe('*');
      expect(await allowed({ origin: 'null' })).toBe('null');
      expect(await allowed({ origin: `http://${'a'.repeat(5_000)}` })).toBe('*');
    });

    it('says who may call in errors too', async () => {
      expect((await post(adapter(), {}, { origin })).headers.get('access-control-allow-origin')).toBe(origin);
    });

    it('responds to HEAD without a body', async () => {
      const head = await adapter().fetch(adapter().url + path, { method: 'HEAD', headers });
      expect([head.status, await head.text()]).toEqual([405, '']);
    });
  });
}
