/** Counts the listeners of a signal in any runtime. */

/** Returns a function that says how many more listeners were added to a signal than were removed. */
export function countListeners(signal: AbortSignal): () => number {
  const listeners = new Set<unknown>();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...added: Parameters<typeof addEventListener>) => {
    listeners.add(added[1]);
    return addEventListener.apply(signal, added);
  };
  signal.removeEventListener = (...removed: Parameters<typeof removeEventListener>) => {
    listeners.delete(removed[1]);
    return removeEventListener.apply(signal, removed);
  };
  return () => listeners.size;
}
