import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driftOf } from '../../src/contract/validate.ts';
import type { IterationInput, IterationRep } from '../../src/index.ts';
import type { MockOptions } from '../../src/mock/core.ts';
import { scenarios } from '../../src/mock/scenarios.ts';
import { document, requestExamples } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { type Case, refusals } from './refusals.ts';
import { shared, sharedOfRequest } from './shared.ts';

/** A mock behind one of its fronts. */
export interface Front {
  /** The base URL at which it answers. */
  url: string;
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

const path = '/api/v2/projects/p/environments/e/experiments/x/iterations';
const headers = { authorization: 'api-token', 'content-type': 'application/json' };
const minimal = requestExamples.find(([name]) => name === 'minimal')?.[1];

/**
 * Describes what the mock does, whichever front it is behind.
 *
 * @param start Starts a mock behind the front.
 * @param isWhole Whether the front takes every request, or those of the operation alone.
 */
export function describeBehaviour(
  name: string,
  start: (options?: MockOptions) => Promise<Front>,
  isWhole = true,
): void {
  const withFront = async <T>(options: MockOptions, use: (front: Front) => Promise<T>): Promise<T> => {
    const front = await start(options);
    return use(front).finally(() => front.close());
  };
  const post = (front: Front, body: unknown, extra: Record<string, string> = {}) =>
    front.fetch(front.url + path, { method: 'POST', headers: { ...headers, ...extra }, body: JSON.stringify(body) });

  describe(name, () => {
    let front: Front;
    beforeAll(async () => {
      front = await start();
    });
    afterAll(() => front.close());

    it.each(requestExamples)('echoes the example %s', async (_name, example) => {
      const response = await post(front, example);
      const answer = (await response.json()) as IterationRep;
      expect(response.status).toBe(200);
      expect(answer.status).toBe('not_started');
      expect(driftOf(answer)).toEqual({ issues: [], additions: [] });
      expect(shared(answer)).toEqual(sharedOfRequest(example as IterationInput));
    });

    it('echoes 500 drawn requests, each within the contract and in agreement with its request', async () => {
      const inputs = valuesOf(document.components.schemas['IterationInput'] ?? {});
      const agrees = fc.asyncProperty(inputs, async (body) => {
        const sent = JSON.parse(JSON.stringify(body));
        const response = await post(front, sent);
        const answer = await response.json();
        expect(driftOf(answer)).toEqual({ issues: [], additions: [] });
        expect(shared(answer)).toEqual(sharedOfRequest(sent));
      });
      await fc.assert(agrees, { numRuns: 500 });
    });

    it('gives the same bytes for the same request, and others for another', async () => {
      const texts = await Promise.all(
        [minimal, minimal, { ...(minimal as object), hypothesis: 'Another' }].map(async (body) =>
          (await post(front, body)).text(),
        ),
      );
      expect(texts[0]).toBe(texts[1]);
      expect(JSON.parse(texts[0] ?? '')._id).not.toBe(JSON.parse(texts[2] ?? '')._id);
    });

    it.each(Object.entries(scenarios).filter(([, { turns }]) => turns[0]?.example !== undefined))(
      'gives the named answer %s when it is asked for',
      async (example, { turns }) => {
        const response = await post(front, minimal, { prefer: `example=${example}` });
        expect(response.status).toBe(turns[0]?.status);
        expect(response.headers.get('content-type')).toBe('application/json');
      },
    );

    it.each(['X-Ratelimit-Global-Remaining', 'X-Ratelimit-Route-Remaining', 'X-Ratelimit-Reset', 'Retry-After'])(
      'answers 429 with the header %s',
      async (header) => {
        const response = await post(front, minimal, { prefer: 'code=429' });
        expect(response.headers.get(header)).toMatch(/^\d+$/);
        expect(Number(response.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() - 1_000);
      },
    );

    it.each(refusals.filter(({ target }) => isWhole || target === undefined))(
      'refuses $title with $status, in the shape of the API',
      async ({ status, code, says, ...request }: Case) => {
        const response = await front.fetch(front.url + (request.target ?? path), {
          method: request.method ?? 'POST',
          headers: request.headers ?? headers,
          ...(request.body !== undefined && { body: request.body }),
        });
        const body = await response.json();
        expect([response.status, body]).toEqual([
          status,
          { code, message: expect.any(String), id: expect.any(String) },
        ]);
        expect(body.message).toContain(says);
      },
    );

    it('goes through the turns of a scenario', async () => {
      const statuses = (scenario: string, count: number) =>
        withFront({ scenario }, async (other) => {
          const seen: number[] = [];
          for (let index = 0; index < count; index += 1) seen.push((await post(other, minimal)).status);
          return seen;
        });
      expect(await statuses('rate-limited-once', 3)).toEqual([429, 200, 200]);
      expect(await statuses('rate-limited-twice', 4)).toEqual([429, 429, 200, 200]);
      expect(await statuses('flaky', 4)).toEqual([503, 200, 503, 200]);
    });

    it('lets a slow answer be aborted', async () => {
      await withFront({ scenario: 'slow' }, async (other) => {
        const signal = AbortSignal.timeout(100);
        const slow = other.fetch(other.url + path, { method: 'POST', headers, body: JSON.stringify(minimal), signal });
        await expect(slow).rejects.toThrow();
      });
    });

    it('refuses to start with a scenario that there is not, and names those there are', async () => {
      await expect(start({ scenario: 'nothing' })).rejects.toThrow(/no scenario "nothing".*rate-limited-once/);
    });

    it('lets a page of another origin call, and HEAD be asked', async () => {
      const preflight = await front.fetch(front.url + path, {
        method: 'OPTIONS',
        headers: { origin: 'http://localhost:3000', 'access-control-request-headers': 'authorization, content-type' },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
      const head = await front.fetch(front.url + path, { method: 'HEAD', headers });
      expect([head.status, await head.text()]).toEqual([405, '']);
    });
  });
}
