import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIterationClient as createBareClient } from '../../src/client/index.ts';
import type { IterationClient, IterationClientOptions, IterationInput } from '../../src/index.ts';
import { type ContractDrift, createIterationClient, IterationError, servers } from '../../src/index.ts';
import { document, requestExamples, responseExamples } from '../support/document.ts';

const accessToken = 'api-canary-token';
const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
const iteration = requestExamples[0]?.[1] as IterationInput;
const response = responseExamples('200')[0]?.[1] as object;
const broken = { ...iteration, flags: '{}' } as unknown as IterationInput;

type Create = (options: IterationClientOptions) => IterationClient;

/** A client whose server responds with `body`, and the number of requests that it sent. */
function clientGiven(
  body: unknown,
  options: Partial<IterationClientOptions> = {},
  create: Create = createIterationClient,
) {
  const send = vi.fn(async (..._request: Parameters<typeof fetch>) => Response.json(body));
  return { client: create({ accessToken, fetch: send, ...options }), send };
}

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: IterationError) => error,
  );

afterEach(() => vi.unstubAllGlobals());

describe('the validation of what is sent', () => {
  it('refuses a broken iteration before it is sent, with its issues', async () => {
    const { client, send } = clientGiven(response);
    const error = await failureOf(client.createIteration(path, broken));
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied', attempts: 0 });
    expect(error?.issues).toMatchObject([{ pointer: '/flags', rule: 'type', found: 'string' }]);
    expect(send).not.toHaveBeenCalled();
  });

  it('can be switched off, and is not in the bare client', async () => {
    for (const { client, send } of [
      clientGiven(response, { validate: false }),
      clientGiven(response, {}, createBareClient),
    ]) {
      await client.createIteration(path, broken);
      expect(send).toHaveBeenCalledOnce();
    }
  });
});

describe('the check of responses', () => {
  const drifted = { ...response, status: 'paused', newProperty: 1, createdAt: 'yesterday' };

  it('reports drift and gives the response all the same', async () => {
    const reports: ContractDrift[] = [];
    const { client } = clientGiven(drifted, { onContractDrift: (drift) => reports.push(drift) });
    expect(await client.createIteration(path, iteration)).toEqual(drifted);
    expect(reports).toMatchObject([
      { issues: [{ pointer: '/createdAt' }], additions: [{ pointer: '/newProperty' }, { pointer: '/status' }] },
    ]);
  });

  it('reports nothing for a response that follows the contract', async () => {
    const onContractDrift = vi.fn();
    const { client } = clientGiven(response, { onContractDrift });
    await client.createIteration(path, iteration);
    expect(onContractDrift).not.toHaveBeenCalled();
  });

  it('returns the iteration even if the report throws', async () => {
    const onContractDrift = () => {
      throw new Error('report');
    };
    const { client } = clientGiven(drifted, { onContractDrift });
    expect(await client.createIteration(path, iteration)).toEqual(drifted);
  });

  it('fails the call when it is strict, with the outcome applied and the response body', async () => {
    const { client } = clientGiven(drifted, { strict: true });
    const error = await failureOf(client.createIteration(path, iteration));
    expect(error).toMatchObject({
      kind: 'invalid_response',
      outcome: 'applied',
      status: 200,
      attempts: 1,
      responseBody: drifted,
    });
    expect(error?.issues).toMatchObject([{ pointer: '/createdAt' }]);
  });

  it('is never strict about additions', async () => {
    const grown = { ...response, status: 'paused', newProperty: 1 };
    const { client } = clientGiven(grown, { strict: true });
    expect(await client.createIteration(path, iteration)).toEqual(grown);
  });
});

describe('the access token', () => {
  it.each([
    ['a function', () => accessToken],
    ['an async function', async () => accessToken],
  ])('may come from %s, called once per call', async (_case, give) => {
    const ask = vi.fn(give);
    const { client, send } = clientGiven(response, { accessToken: ask });
    await client.createIteration(path, iteration);
    await client.createIteration(path, iteration);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(new Headers(send.mock.calls[0]?.[1]?.headers).get('authorization')).toBe(accessToken);
  });

  it.each([
    ['gives an SDK key', () => 'sdk-canary'],
    ['gives nothing', () => ''],
    ['gives no string', () => undefined as unknown as string],
  ])('is not sent when its function %s', async (_case, give) => {
    const { client, send } = clientGiven(response, { accessToken: give });
    const error = await failureOf(client.createIteration(path, iteration));
    expect(error).toMatchObject({ kind: 'invalid_input', outcome: 'not_applied' });
    expect(send).not.toHaveBeenCalled();
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('canary');
  });

  it.each(['string', 'function'])(
    'is nowhere in an error, given as a %s, even if fetch and server repeat it',
    async (form) => {
      const token = form === 'string' ? accessToken : () => accessToken;
      const sends = [
        async () =>
          Response.json({ code: accessToken, message: `Bad ${accessToken}`, id: accessToken }, { status: 403 }),
        async () => new Response(`not JSON ${accessToken}`),
        async (...request: unknown[]) =>
          Promise.reject(Object.assign(new TypeError(accessToken), { cause: { request, code: accessToken } })),
        async (...request: unknown[]) => Promise.reject({ request }),
        async () => Promise.reject(accessToken),
      ];
      for (const send of sends) {
        const client = createIterationClient({ accessToken: token, fetch: send, maxRetries: 0 });
        const error = (await failureOf(client.createIteration(path, iteration))) as IterationError;
        expect(error).toBeInstanceOf(IterationError);
        const shown = [
          inspect(error, { depth: 10, showHidden: true }),
          JSON.stringify(error),
          String(error),
          error.stack,
        ];
        expect(shown.join() + inspect(error.cause, { depth: 10 }) + inspect(client, { depth: 10 })).not.toContain(
          'canary',
        );
      }
    },
  );
});

describe('the options', () => {
  it('name the servers of the contract', () => {
    expect(Object.values(servers)).toEqual(document.servers.map(({ url }) => url));
    expect(Object.keys(servers)).toEqual(['commercial', 'eu', 'federal']);
  });

  it('refuse to run in a browser, unless told that it is a mock', () => {
    vi.stubGlobal('document', {});
    expect(() => createIterationClient({ accessToken })).toThrow(/browser must not hold an access token/);
    expect(() => createIterationClient({ accessToken, mock: true, baseUrl: 'http://iteration-mock' })).not.toThrow();
    vi.unstubAllGlobals();
    vi.stubGlobal('importScripts', () => {});
    expect(() => createIterationClient({ accessToken })).toThrow(IterationError);
  });

  it('set the version of the API, and refuse one that is not', async () => {
    const { client, send } = clientGiven(response, { apiVersion: 'beta' });
    await client.createIteration(path, iteration);
    expect(new Headers(send.mock.calls[0]?.[1]?.headers).get('ld-api-version')).toBe('beta');
    expect(() => createIterationClient({ accessToken, apiVersion: 'a\nb' })).toThrow(IterationError);
  });

  it('bound what an error keeps of a response', async () => {
    const send = async () => Response.json({ code: 'c'.repeat(1e6), message: 'm'.repeat(1e6) }, { status: 400 });
    const client = createIterationClient({ accessToken, fetch: send });
    const error = await failureOf(client.createIteration(path, iteration));
    expect(JSON.stringify([error?.message, error?.code]).length).toBeLessThan(1_200);
  });

  it('bound the body that is sent', async () => {
    const { client, send } = clientGiven(response);
    const error = await failureOf(client.createIteration(path, { ...iteration, hypothesis: 'ü'.repeat(600_000) }));
    expect(error).toMatchObject({ kind: 'invalid_input', message: 'The body is larger than 1048576 bytes.' });
    expect(send).not.toHaveBeenCalled();
  });
});
