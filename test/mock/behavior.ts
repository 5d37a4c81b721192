/** What the mock does with a request, whichever adapter it is behind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples } from '../../generated/examples.js';
import { driftOf } from '../../src/contract/validate.ts';
import type { IterationInput, IterationRep } from '../../src/index.ts';
import { document, requestExamples } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { headers, minimal, path, post, type Start, started } from './adapter.ts';
import { type Case, refusals } from './refusals.ts';
import { shared, sharedOfRequest } from './shared.ts';

/** @param isWhole Whether the adapter takes every request, or those of the operation alone. */
export function describeBehavior(name: string, start: Start, isWhole: boolean): void {
  describe(`${name}, told to remember`, () => {
    const adapter = started(start, { stateful: true });

    it('shows the draft that it made until it is reset', async () => {
      const created: IterationRep = await (await post(adapter(), minimal)).json();
      const url = adapter().url + path.replace(/\/iterations$/, '?expand=draftIteration,treatments');
      const draft = async () => (await (await adapter().fetch(url, { headers })).json()).draftIteration;
      expect(await draft()).toEqual(created);
      adapter().reset();
      expect(await draft()).toBeUndefined();
    });
  });

  describe(`${name}, asked for nothing`, () => {
    const adapter = started(start);

    it.each(requestExamples)('echoes the example %s', async (_name, example) => {
      const response = await post(adapter(), example);
      const body = (await response.json()) as IterationRep;
      expect(response.status).toBe(200);
      expect(body.status).toBe('not_started');
      expect(driftOf(body)).toEqual({ issues: [], additions: [] });
      expect(shared(body)).toEqual(sharedOfRequest(example as IterationInput));
    });

    it.each(pairs())(
      'echoes the example %s as richly as the response of the same name',
      async (_name, request, response) => {
        const body = await (await post(adapter(), request)).json();
        const missing = [...placesOf(response)].filter((place) => !placesOf(body).has(place));
        expect(missing).toEqual([]);
      },
    );

    it("gives each treatment the variation's ID", async () => {
      const body: IterationRep = await (await post(adapter(), minimal)).json();
      expect(body.treatments?.map(({ _id }) => _id)).toEqual(
        minimal.treatments.map(({ parameters }) => parameters[0]?.variationId),
      );
    });

    it('echoes 500 random requests, each response valid and matching its request', async () => {
      const inputs = valuesOf(document.components.schemas['IterationInput'] ?? {});
      const agrees = fc.asyncProperty(inputs, async (drawn) => {
        const sent = JSON.parse(JSON.stringify(drawn));
        const body = await (await post(adapter(), sent)).json();
        expect(driftOf(body)).toEqual({ issues: [], additions: [] });
        expect(shared(body)).toEqual(sharedOfRequest(sent));
      });
      await fc.assert(agrees, { numRuns: 500 });
    });

    it('gives the same bytes for the same request, and others for another', async () => {
      const bodies = [minimal, minimal, { ...minimal, hypothesis: 'Another' }];
      const texts = await Promise.all(bodies.map(async (body) => (await post(adapter(), body)).text()));
      expect(texts[0]).toBe(texts[1]);
      expect(JSON.parse(texts[0] ?? '')._id).not.toBe(JSON.parse(texts[2] ?? '')._id);
    });

    it('reads a body that starts with a byte order mark', async () => {
      expect((await post(adapter(), `\uFEFF${JSON.stringify(minimal)}`)).status).toBe(200);
    });

    it.each(refusals.filter(({ target }) => isWhole || target === undefined))(
      'refuses $title with $status, in the shape of the API',
      async ({ status, code, says, ...request }: Case) => {
        const response = await adapter().fetch(adapter().url + (request.target ?? path), {
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
  });
}

/** Each request example with the response of the same name, where that is a draft too. */
function pairs(): [string, unknown, unknown][] {
  const responses: Record<string, { value: IterationRep }> = examples.createIteration.responses[200];
  return requestExamples.flatMap(([name, request]) => {
    const response = responses[name]?.value;
    return response?.status === 'not_started' ? [[name, request, response]] : [];
  });
}

/** The places of a body that have a property; items of arrays and values of maps count as one. */
function placesOf(value: unknown, place = ''): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set([place]);
  const inner = (key: string) => (Array.isArray(value) || /\/(flags|_links)$/.test(place) ? '*' : key);
  return new Set([
    place,
    ...Object.entries(value).flatMap(([key, one]) => [...placesOf(one, `${place}/${inner(key)}`)]),
  ]);
}
