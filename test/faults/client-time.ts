/** Puts the client, and nothing else in the process, on a clock of the test's. */

import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { type Clock, ClockTimer } from './clock.ts';

const clocks = new AsyncLocalStorage<Clock>();
let isInstalled = false;

/** Runs work in which the client's timers and its `performance.now` are those of a clock. */
export function onClock<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  if (!isInstalled) install();
  isInstalled = true;
  return clocks.run(clock, work);
}

function install(): void {
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const now = performance.now.bind(performance);
  const clientStart = (task: () => void, ms: number, ...rest: unknown[]) => {
    const clock = isOfClient(new Error().stack) ? clocks.getStore() : undefined;
    return clock
      ? clock.start(AsyncResource.bind(task), ms)
      : (start as (...all: unknown[]) => unknown)(task, ms, ...rest);
  };
  const { name, length, ...others } = Object.getOwnPropertyDescriptors(start);
  globalThis.setTimeout = Object.defineProperties(clientStart, others) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (timer) => {
    if (timer instanceof ClockTimer) timer.stop();
    else stop(timer);
  };
  performance.now = () => clocks.getStore()?.now() ?? now();
}

/** Whether the client itself started a timer, and not what it calls: the third line of the stack is the caller. */
function isOfClient(stack: string | undefined): boolean {
  return /\/src\/(transport|client)\//.test(stack?.split('\n')[2] ?? '');
}
