/** The reason of a signal that a time-out aborted. */
export const timeout = Symbol('timeout');

/**
 * Runs a task under a signal of its own, which aborts with the parent or after `ms`. Settles at once when it aborts,
 * whatever the task does, and leaves neither a timer nor a listener behind.
 */
export async function within<T>(
  ms: number,
  parent: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const follow = () => controller.abort(parent?.reason);
  const timer = setTimeout(() => controller.abort(timeout), Math.min(ms, 2 ** 31 - 1));
  parent?.addEventListener('abort', follow);
  try {
    return await new Promise<T>((resolve, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
      if (parent?.aborted) follow();
      else task(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', follow);
  }
}

/** Resolves after `ms`; rejects at once with the signal's reason when it aborts. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await within(ms, signal, () => new Promise<never>(() => {})).catch((reason) => {
    if (reason !== timeout) throw reason;
  });
}
