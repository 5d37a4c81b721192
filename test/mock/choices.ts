/** How the response of the mock is chosen, whichever adapter it is behind. */
import { describe, expect, it } from 'vitest';
import type { ContractResponse } from '../../src/mock/override.ts';
import type { ScenarioName } from '../../src/mock/scenarios.ts';
import { everyOperation, headers, minimal, path, post, type Start, started, using } from './adapter.ts';

const otherPath = path.replace('/x/', '/y/');

export function describeChoices(name: string, start: Start): void {
  describe(`${name}, asked for a response`, () => {
    const adapter = started(start);

    it.each(
      everyOperation.flatMap(({ named, ...request }) => named.map(([name, status]) => ({ ...request, name, status }))),
    )('gives the named one $name of $id', async ({ method, target, body, name: example, status }) => {
      const init = { method, headers: { ...headers, prefer: `example=${example}` }, ...(body && { body }) };
      const response = await adapter().fetch(adapter().url + target, init);
      expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/json']);
    });

    it.each(everyOperation)('gives a success to $id where nothing is asked for', async ({ method, target, body }) => {
      const response = await adapter().fetch(adapter().url + target, { method, headers, ...(body && { body }) });
      expect(response.status).toBe(200);
    });

    it('says that it is the mock that has no such response, for one of another operation', async () => {
      const response = await post(adapter(), minimal, { prefer: 'example=archive-experiment' });
      expect([response.status, (await response.json()).message]).toEqual([
        400,
        expect.stringContaining('createIteration has no response "archive-experiment". This message is from the mock'),
      ]);
    });

    it.each([
      ['code=200, example=multi-armed-bandit', 200, { reallocationFrequencyMillis: 3_600_000 }],
      ['example=multi-armed-bandit, code=200', 200, { reallocationFrequencyMillis: 3_600_000 }],
      ['Example = "multi-armed-bandit"', 200, { reallocationFrequencyMillis: 3_600_000 }],
      ['CODE=403', 403, { code: 'forbidden' }],
      ['code="429"', 429, { code: 'rate_limited' }],
      ['respond-async, wait=10, code=404', 404, { code: 'not_found' }],
      ['code=429, code=404', 429, { code: 'rate_limited' }],
      ['x="a, code=429"', 200, { status: 'not_started' }],
      ['wait=10;code=429', 200, { status: 'not_started' }],
      ['codec=429', 200, { status: 'not_started' }],
      ['', 200, { status: 'not_started' }],
    ])('reads the preferences %s by their grammar', async (prefer, status, body) => {
      const response = await post(adapter(), minimal, { prefer });
      expect([response.status, await response.json()]).toMatchObject([status, body]);
    });

    it('takes the same from the query', async () => {
      const response = await post(adapter(), minimal, {}, `${path}?__code=200&__example=multi-armed-bandit`);
      expect(await response.json()).toMatchObject({ reallocationFrequencyMillis: 3_600_000 });
    });

    it.each(['', '*/*', 'application/*', 'APPLICATION/JSON', 'text/html, */*;q=0.1', 'application/json;q=0.001'])(
      'gives JSON to a caller who accepts %j',
      async (accept) => {
        expect((await post(adapter(), minimal, { accept })).status).toBe(200);
      },
    );

    it.each(['X-Ratelimit-Global-Remaining', 'X-Ratelimit-Route-Remaining', 'X-Ratelimit-Reset', 'Retry-After'])(
      'sends 429 with the header %s',
      async (header) => {
        const response = await post(adapter(), minimal, { prefer: 'code=429' });
        expect(response.headers.get(header)).toMatch(/^\d+$/);
        expect(Number(response.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() - 1_000);
      },
    );
  });

  describe(`${name}, in a scenario`, () => {
    it.each<[ScenarioName, number[]]>([
      ['rate-limited-once', [429, 200, 200]],
      ['rate-limited-twice', [429, 429, 200, 200]],
      ['flaky', [503, 200, 503, 200]],
    ])(
      '%s goes through its steps, for each experiment by itself, and again after a reset',
      async (scenario, expected) => {
        await using(start, { scenario }, async (adapter) => {
          const statuses = async (target: string) => {
            const seen: number[] = [];
            for (const _ of expected) seen.push((await post(adapter, minimal, {}, target)).status);
            return seen;
          };
          expect(await statuses(path)).toEqual(expected);
          expect(await statuses(otherPath)).toEqual(expected);
          adapter.reset();
          expect(await statuses(path)).toEqual(expected);
        });
      },
    );

    it('counts what is asked for by a header too', async () => {
      await using(start, {}, async (adapter) => {
        const prefer = 'example=rate-limited-once';
        const statuses = [];
        for (let count = 0; count < 2; count += 1) statuses.push((await post(adapter, minimal, { prefer })).status);
        expect(statuses).toEqual([429, 200]);
      });
    });

    it('lets a slow response be aborted', async () => {
      await using(start, { scenario: 'slow' }, async (adapter) => {
        const init = { method: 'POST', headers, body: JSON.stringify(minimal), signal: AbortSignal.timeout(100) };
        await expect(adapter.fetch(adapter.url + path, init)).rejects.toThrow();
      });
    });

    it('refuses to start with an unknown name, and lists the known ones', async () => {
      const scenario = 'nothing' as ScenarioName;
      await expect(start({ scenario })).rejects.toThrow(/no scenario "nothing".*rate-limited-once/);
    });
  });

  describe(`${name}, with a response of its user`, () => {
    const responding = (respond: (response: ContractResponse, request: unknown) => unknown, body: unknown = minimal) =>
      using(start, { respond: respond as never }, async (adapter) => {
        const response = await post(adapter, body);
        return { status: response.status, headers: response.headers, body: await response.json() };
      });

    it('sends what the user makes of it', async () => {
      const seen: unknown[] = [];
      const {
        status,
        headers: sent,
        body,
      } = await responding(async (response, request) => {
        seen.push(request);
        if (response.status !== 200) throw new Error('unexpected');
        return {
          ...response,
          headers: { ...response.headers, 'x-more': '1' },
          body: { ...response.body, status: 'running', startedAt: 1 },
        };
      });
      expect([status, sent.get('x-more'), body]).toMatchObject([200, '1', { status: 'running', startedAt: 1 }]);
      const keys = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
      expect(seen).toMatchObject([{ operation: 'createIteration', path: keys, body: minimal }]);
    });

    it('sends an error of the contract, or a failure of the server', async () => {
      const conflict = { status: 404, headers: {}, body: { code: 'not_found', message: 'Gone' } };
      expect(await responding(() => conflict)).toMatchObject({ status: 404, body: conflict.body });
      expect(await responding(() => ({ status: 503, headers: {}, body: 'down' }))).toMatchObject({
        status: 503,
        body: 'down',
      });
    });

    it.each<[string, (response: ContractResponse) => unknown, string]>([
      [
        'a body that breaks the contract',
        (response) => ({ ...response, body: { ...(response.body as object), createdAt: 'now' } }),
        'createdAt must be an integer, but is a string.',
      ],
      ['a status that the contract has not', (response) => ({ ...response, status: 201 }), '201'],
      [
        'an error of another shape',
        () => ({ status: 404, headers: {}, body: { error: 'no' } }),
        'code must be present',
      ],
      ['no body', (response) => ({ ...response, body: undefined }), 'body'],
      ['a header that cannot be sent', (response) => ({ ...response, headers: { 'x y': '1' } }), 'failed: '],
      ['headers that no client reads', (response) => ({ ...response, headers: { x: 'a'.repeat(4_000) } }), '3000'],
      ['nothing', () => undefined, 'failed: '],
      [
        'an exception',
        () => {
          throw new Error('a mistake in the test');
        },
        'a mistake in the test',
      ],
    ])("says that it is the user's mistake if that is %s", async (_mistake, respond, says) => {
      const { status, body } = await responding(respond);
      expect([status, body.code]).toEqual([500, 'internal_error']);
      expect(body.message).toMatch(/^The option respond of the mock /);
      expect(body.message).toContain(says);
    });

    it('does not ask the user about a request that breaks the contract', async () => {
      const respond = () => expect.unreachable();
      expect(await responding(respond, {})).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    });

    it('leaves the named responses as they are, whatever the user does to one', async () => {
      const spoil = (response: ContractResponse) => {
        if (response.status === 429) response.body.message = 'spoilt';
        return response;
      };
      await using(start, { respond: spoil }, async (adapter) => {
        await post(adapter, minimal, { prefer: 'code=429' });
      });
      await using(start, {}, async (adapter) => {
        const body = await (await post(adapter, minimal, { prefer: 'code=429' })).json();
        expect(body.message).not.toBe('spoilt');
      });
    });
  });
}
