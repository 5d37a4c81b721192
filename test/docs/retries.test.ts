import { MutationObserver, QueryClient } from '@tanstack/query-core';
import { afterEach, describe, expect, it } from 'vitest';
import { createIterationRequestTwoTreatments as input } from '../../generated/examples.js';
import { createIterationClient } from '../../src/index.ts';
import { closes, creates, creating, inTurn, limited, responds } from '../faults/behaviors.ts';
import { type Behavior, FaultServer } from '../faults/server.ts';
import { runSnippet } from './snippet.ts';

let server: FaultServer;
afterEach(() => server.close());

/** A client without retries of its own, of a server that behaves so. */
async function clientOf(behavior: Behavior) {
  server = await FaultServer.start({ behavior });
  return createIterationClient({ accessToken: 'api-any', baseUrl: server.url, maxRetries: 0, throttle: false });
}

const counts = () => [...server.calls.values()].find(({ created, arrived }) => created + arrived > 0);
type Client = Awaited<ReturnType<typeof clientOf>>;

interface Mutation {
  mutationFn: (value: typeof input) => Promise<unknown>;
  retry: number | ((n: number, error: Error) => boolean);
}

async function mutate(options: Mutation): Promise<unknown> {
  const mutation = new MutationObserver(new QueryClient(), { ...options, retryDelay: 1 });
  return mutation.mutate(input).catch((error: unknown) => error);
}

describe("TanStack Query with the guide's condition", async () => {
  const { createIterationMutation } = await runSnippet<{ createIterationMutation: (client: Client) => Mutation }>(
    'tanstack-query.ts',
  );

  it.each([
    ['a 502 after the iteration was created', creating(responds({ status: 502 }))],
    ['a connection that breaks after the iteration was created', creating(closes)],
  ])('sends %s once', async (_name, behavior) => {
    const error = await mutate(createIterationMutation(await clientOf(behavior)));
    expect(error).toMatchObject({ outcome: 'unknown', retryable: false });
    expect(counts()).toEqual({ arrived: 1, created: 1 });
  });

  it('retries what a rate limit rejected, and creates once', async () => {
    const limit = limited({ 'retry-after': '0' });
    await mutate(createIterationMutation(await clientOf(inTurn(limit, limit, creates()))));
    expect(counts()).toEqual({ arrived: 3, created: 1 });
  });

  it('would create four iterations with a number in its place', async () => {
    const mutation = createIterationMutation(await clientOf(creating(responds({ status: 502 }))));
    await mutate({ ...mutation, retry: 3 });
    expect(counts()).toEqual({ arrived: 4, created: 4 });
  });
});

describe('a job queue with the job of the guide', async () => {
  type Job = (client: Client, value: typeof input) => Promise<{ state: string; outcome?: string }>;
  const { createIterationJob } = await runSnippet<{ createIterationJob: Job }>('queue.ts');

  /** As queues do: a job that throws runs again, four times in all. */
  async function work(client: Client): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await createIterationJob(client, input);
      } catch (error) {
        if (attempt === 4) return error;
      }
    }
  }

  /** Reads say that there is no iteration; creates behave as given. */
  const afterReads =
    (create: Behavior): Behavior =>
    (exchange) =>
      exchange.id === '' ? responds({ status: 200, body: experiment })(exchange) : create(exchange);
  const experiment = JSON.stringify({
    ...{ key: 'checkout-button', name: 'x', _maintainerId: 'x', _creationDate: 1, environmentKey: 'x', _links: {} },
  });

  it('runs a job again that a rate limit refused, and creates once', async () => {
    let refusals = 0;
    const limitedTwice: Behavior = (exchange) => {
      refusals += 1;
      return (refusals <= 2 ? limited({ 'retry-after': '0' }) : creates())(exchange);
    };
    expect(await work(await clientOf(afterReads(limitedTwice)))).toMatchObject({ state: 'created' });
    expect(server.calls.get(input.hypothesis)).toEqual({ arrived: 3, created: 1 });
  });

  it('leaves a refused request to a person, and sends it once', async () => {
    const client = await clientOf(afterReads(responds({ status: 400 })));
    expect(await work(client)).toMatchObject({ state: 'needs a person', outcome: 'not_applied' });
    expect(server.calls.get(input.hypothesis)).toEqual({ arrived: 1, created: 0 });
  });
});

describe('SWR with the options of the guide', () => {
  it('reads again only after temporary errors', async () => {
    process.env['LAUNCHDARKLY_ACCESS_TOKEN'] = 'api-any';
    const { swrOptions } = await runSnippet<{ swrOptions: { shouldRetryOnError: (error: unknown) => boolean } }>(
      'swr.ts',
    );
    const errorOf = async (behavior: Behavior) =>
      (await clientOf(behavior))
        .getExperiment({ projectKey: 'p', environmentKey: 'e', experimentKey: 'x' })
        .catch((e) => e);
    expect(swrOptions.shouldRetryOnError(await errorOf(limited()))).toBe(true);
    await server.close();
    expect(swrOptions.shouldRetryOnError(await errorOf(responds({ status: 404 })))).toBe(false);
    expect(swrOptions.shouldRetryOnError(new Error('of the page'))).toBe(false);
  });
});
