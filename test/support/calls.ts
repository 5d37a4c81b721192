/** What the tests of the transport and of the client share: a scripted `fetch`, and promises that are watched. */

import { inspect } from 'node:util';
import { expect, vi } from 'vitest';
import { type IterationError, isIterationError } from '../../src/transport/error.ts';

export const accessToken = 'api-canary-token';
export const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
/** An experiment with what the contract requires, and no iteration. */
export const experiment = {
  key: 'x',
  name: 'X',
  environmentKey: 'e',
  _maintainerId: 'm',
  _creationDate: 1,
  _links: {},
};

/** What one request gets: a response, an error to reject with, or what makes either of the signal of the request. */
export type Step = Response | Error | ((signal: AbortSignal, init: RequestInit) => Response | Promise<Response>);

/** A request that was sent, and when, on the clock of `performance`. */
export interface Sent {
  url: string;
  init: RequestInit & { headers: Record<string, string> };
  at: number;
}

/** A `fetch` that takes one step for each request, and rejects what comes after the last. */
export function scripted(...steps: Step[]) {
  const requests: Sent[] = [];
  const send = async (url: unknown, init: RequestInit = {}) => {
    requests.push({ url: String(url), init: init as Sent['init'], at: performance.now() });
    const step = steps[requests.length - 1] ?? new Error('no step is left for this request');
    if (step instanceof Error) throw step;
    return typeof step === 'function' ? step(init.signal as AbortSignal, init) : step;
  };
  return { fetch: send as typeof fetch, requests };
}

/** A step that never responds, and rejects when its signal aborts. */
export const hangs: Step = (signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** A step that responds later. */
export const later =
  (ms: number, response: () => Response): Step =>
  () =>
    new Promise((resolve) => {
      setTimeout(() => resolve(response()), ms);
    });

/** The error of a connection that was never established. */
export const refused = () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
/** The error of a connection that ended somewhere on the way. */
export const reset = () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });

/** A body that ends with an error after its first bytes. */
export function breakingOff(start = '{"status": '): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(start));
      controller.error(new TypeError('terminated'));
    },
  });
}

/** What a promise has come to so far. */
export interface Watched<T> {
  state: 'pending' | 'resolved' | 'rejected';
  value?: T;
  /** When it settled, on the clock of `performance`. */
  at?: number;
  error?: IterationError;
}

/** Watches a promise, so that a test may look at it while a fake clock runs. */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const watched: Watched<T> = { state: 'pending' };
  promise.then(
    (value) => Object.assign(watched, { state: 'resolved', value, at: performance.now() }),
    (error) => Object.assign(watched, { state: 'rejected', error, at: performance.now() }),
  );
  return watched;
}

/** The error that a call rejects with. Nothing that it shows holds the token. */
export async function failureOf(promise: Promise<unknown>): Promise<IterationError> {
  const error = await promise.then(
    (value) => expect.fail(`resolved to ${inspect(value)}`),
    (thrown: unknown) => thrown,
  );
  expect(isIterationError(error), inspect(error)).toBe(true);
  expect(textOf(error)).not.toContain('canary');
  return error as IterationError;
}

/** All that a value shows to somebody who prints or logs it. */
export function textOf(value: unknown): string {
  const { stack, cause } = value as Error;
  return [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), stack, inspect(cause)].join('\n');
}

/** A signal that counts the listeners that it has. */
export function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal) as (...args: unknown[]) => void;
  const remove = signal.removeEventListener.bind(signal) as (...args: unknown[]) => void;
  signal.addEventListener = (...args: unknown[]) => {
    listeners.add(args[1]);
    add(...args);
  };
  signal.removeEventListener = (...args: unknown[]) => {
    listeners.delete(args[1]);
    remove(...args);
  };
  return { controller, signal, listeners };
}

/** Waits for a call through its own waits, on fake timers. */
export async function through<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  await vi.runAllTimersAsync();
  return promise;
}
