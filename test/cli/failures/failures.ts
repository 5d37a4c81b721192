/** Every way to fail that is tried, and the run of all. */
import { changeFailures } from './changes.ts';
import { type Failure, type Result, runFailure } from './failure.ts';
import { inputFailures } from './input.ts';
import { contradictions } from './judge.ts';
import { outputFailures } from './output.ts';
import { processFailures } from './process.ts';
import { responseFailures } from './responses.ts';

export const failures: readonly Failure[] = [
  ...outputFailures,
  ...responseFailures,
  ...processFailures,
  ...inputFailures,
  ...changeFailures,
];

/** A result, and where it contradicts what happened. */
export type Judged = Result & { readonly problems: readonly string[] };

/** Runs failures, a few at a time, and gives what came of each, in their order. */
export async function runFailures(list: readonly Failure[], command: readonly string[]): Promise<Judged[]> {
  const results: Judged[] = [];
  const queue = [...list.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, failure] = next;
      const result = await runFailure(failure, command);
      results[index] = { ...result, problems: contradictions(failure, result) };
    }
  };
  await Promise.all([work(), work(), work()]);
  return results;
}
