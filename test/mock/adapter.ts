/** A mock behind one of its adapters, as the tests of its behavior use it. */
import { afterAll, beforeAll } from 'vitest';
import { examples } from '../../generated/examples.js';
import { operations } from '../../generated/operations.js';
import type { IterationInput } from '../../src/index.ts';
import type { MockOptions } from '../../src/mock/handler.ts';
import { requestExamples } from '../support/document.ts';

export interface Adapter {
  /** The base URL at which it responds. */
  url: string;
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  reset(): void;
  close(): Promise<void>;
}

export type Start = (options?: MockOptions) => Promise<Adapter>;

export const path = '/api/v2/projects/p/environments/e/experiments/x/iterations';

/** Each operation with a valid request, and each of its named responses with the status. */
export const everyOperation = Object.values(operations).map(({ id, method, path: template }) => {
  const { request, responses } = examples[id];
  const [example] = Object.values(request) as { value: unknown }[];
  const body = example && JSON.stringify(example.value);
  const named = Object.entries(responses).flatMap(([status, group]) =>
    Object.keys(group).map((name) => [name, Number(status)] as const),
  );
  return { id, method, target: template.replace(/\{\w+\}/g, 'key'), body, named };
});

export const headers = { authorization: 'api-token', 'content-type': 'application/json' };
export const minimal = requestExamples.find(([name]) => name === 'minimal')?.[1] as IterationInput;

/** Posts a body, as JSON unless it is a text, with headers beside the usual ones. */
export function post(
  adapter: Adapter,
  body: unknown,
  extra: Record<string, string> = {},
  target = path,
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return adapter.fetch(adapter.url + target, { method: 'POST', headers: { ...headers, ...extra }, body: text });
}

/** Starts a mock for the tests of a block; it is there once they run. */
export function started(start: Start, options: MockOptions = {}): () => Adapter {
  let adapter: Adapter;
  beforeAll(async () => {
    adapter = await start(options);
  });
  afterAll(() => adapter.close());
  return () => adapter;
}

/** Starts a mock, uses it, and stops it. */
export async function using<T>(start: Start, options: MockOptions, use: (adapter: Adapter) => Promise<T>): Promise<T> {
  const adapter = await start(options);
  return use(adapter).finally(() => adapter.close());
}
