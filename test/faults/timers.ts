import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';

/** The timers that the client started in a call and that have neither fired nor been cleared. */
type Running = Map<number, NodeJS.Timeout>;

const calls = new AsyncLocalStorage<Running>();
const runningOf = new Map<number, Running>();

const hook = createHook({
  init(id, type, _trigger, resource) {
    const running = type === 'Timeout' ? calls.getStore() : undefined;
    if (!running || !new Error().stack?.includes('/src/client/')) return;
    running.set(id, resource as NodeJS.Timeout);
    runningOf.set(id, running);
  },
  destroy(id) {
    runningOf.get(id)?.delete(id);
    runningOf.delete(id);
  },
});

/**
 * Makes a call and counts the timers that the client left running when it was over: those that keep a process alive.
 * `process.getActiveResourcesInfo()` counts them for the whole process, and cannot say whose they are.
 */
export async function withTimers<T>(call: () => Promise<T>): Promise<{ result: T; timers: number }> {
  const running: Running = new Map();
  hook.enable();
  const result = await calls.run(running, call);
  // Node reports a cleared timer a little later.
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  const timers = [...running.values()].filter((timer) => timer.hasRef()).length;
  return { result, timers };
}
