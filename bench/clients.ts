/** The clients that are measured: each creates an iteration, and resolves to the body of the response. */
import { deepStrictEqual } from 'node:assert';
import { createIteration200TwoTreatments, createIterationRequestTwoTreatments } from '../generated/examples.js';
import type { IterationInput, paths } from '../generated/schema.d.ts';
import { generatedClients, load, loadGenerated } from './peers.ts';

/** A call of a client. */
export type Call = () => Promise<unknown>;

/** The body of each call. */
export const body = createIterationRequestTwoTreatments;
/** What each call must resolve to. */
export const iteration = createIteration200TwoTreatments;
/** The response to each call. */
export const responseText = JSON.stringify(iteration);
/** Its headers. */
export const responseHeaders = {
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(responseText)),
};
/** The baseline of all comparisons. */
export const baseline = 'bare fetch';

const realFetch = fetch;
const token = 'api-token';
const keys = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
const route = '/api/v2/projects/p/environments/e/experiments/x/iterations';
const json = { 'content-type': 'application/json' };

/** The essential parts of a request. */
export interface Sent {
  method: string | undefined;
  path: string;
  authorization: string | null | undefined;
  body: unknown;
}

/** The clients on a server, with a fetch of their own: the built package and its peers, the baseline first. */
export async function clients(baseUrl: string, send: typeof fetch): Promise<Record<string, Call>> {
  return {
    [baseline]: bare(baseUrl, send),
    'openapi-fetch': await openapiFetch(baseUrl, send),
    './client': await built('client/index.js', baseUrl, send),
    '. (validates)': await built('index.js', baseUrl, send),
    'launchdarkly-api-typescript': await vendor(baseUrl, send),
    'redocly generate-client': await redocly(baseUrl, send),
    '@hey-api/openapi-ts': await heyApi(baseUrl, send),
    'orval (fetch)': await orval(baseUrl),
  };
}

/**
 * Makes each client call once, and compares the request, as `sent` tells of it, and what the call resolves to.
 *
 * @throws AssertionError for one that does something else.
 */
export async function assertSameWork(all: Record<string, Call>, sent: () => Promise<Sent>): Promise<void> {
  const expected: Sent = { method: 'POST', path: route, authorization: token, body: JSON.parse(JSON.stringify(body)) };
  for (const [name, call] of Object.entries(all)) {
    deepStrictEqual(await call(), JSON.parse(responseText), `${name} resolves to something else.`);
    deepStrictEqual(await sent(), expected, `${name} sends something else.`);
  }
}

function bare(baseUrl: string, send: typeof fetch): Call {
  const init = { method: 'POST', headers: { authorization: token, ...json } };
  return async () => (await send(baseUrl + route, { ...init, body: JSON.stringify(body) })).json();
}

async function openapiFetch(baseUrl: string, send: typeof fetch): Promise<Call> {
  const { default: createClient } = await load<typeof import('openapi-fetch')>('openapi-fetch');
  const client = createClient<paths>({ baseUrl, headers: { authorization: token }, fetch: send });
  const path = '/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}/iterations';
  return async () => (await client.POST(path, { params: { path: keys }, body })).data;
}

async function built(file: string, baseUrl: string, send: typeof fetch): Promise<Call> {
  const entry = new URL(`../dist/${file}`, import.meta.url).href;
  const { createIterationClient }: typeof import('../src/index.ts') = await import(entry);
  const client = createIterationClient({ accessToken: token, baseUrl, fetch: send });
  return () => client.createIteration(keys, body);
}

/** On a server with its own transport, node:http; on a stub with the one of its transports that takes a fetch. */
async function vendor(baseUrl: string, send: typeof fetch): Promise<Call> {
  const { Configuration, ExperimentsApi } = await load<Vendor>('launchdarkly-api-typescript');
  const settings = send === realFetch ? {} : { adapter: 'fetch', env: { fetch: send, Request, Response } };
  const api = new ExperimentsApi(new Configuration({ apiKey: token, basePath: baseUrl, baseOptions: settings }));
  return async () => (await api.createIteration('p', 'e', 'x', body)).data;
}

interface Vendor {
  Configuration: new (options: object) => object;
  ExperimentsApi: new (
    configuration: object,
  ) => { createIteration(...args: [string, string, string, IterationInput]): Promise<{ data: unknown }> };
}

async function redocly(serverUrl: string, send: typeof fetch): Promise<Call> {
  type Client = { createIteration(call: { path: typeof keys; body: IterationInput }): Promise<unknown> };
  type Module = { OPERATIONS: object; createClient(operations: object, options: object): Client };
  const { OPERATIONS, createClient } = await loadGenerated<Module>(generatedClients.redocly);
  const client = createClient(OPERATIONS, { serverUrl, fetch: send, auth: { apiKey: { ApiKey: token } } });
  return () => client.createIteration({ path: keys, body });
}

async function heyApi(baseUrl: string, send: typeof fetch): Promise<Call> {
  type Module = { createIteration(call: object): Promise<{ data: unknown }> };
  const { createIteration } = await loadGenerated<Module>(generatedClients['hey-api']);
  const settings = { baseUrl, fetch: send, auth: token, path: keys, body };
  return async () => (await createIteration(settings)).data;
}

/** It calls the global fetch, which the caller replaces for a stub, at a base that is read on each call. */
async function orval(baseUrl: string): Promise<Call> {
  type Module = {
    createIteration(...args: [string, string, string, IterationInput, object]): Promise<{ data: unknown }>;
  };
  const { createIteration } = await loadGenerated<Module>(generatedClients.orval);
  const options = { headers: { authorization: token } };
  Object.assign(globalThis, { orvalBase: baseUrl });
  return async () => (await createIteration('p', 'e', 'x', body, options)).data;
}
