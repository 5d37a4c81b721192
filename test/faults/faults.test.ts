import { beforeAll, describe, expect, it } from 'vitest';
import { faults } from './faults.ts';
import { limitProblems, runAgainstLimit } from './limit.ts';
import { randomProblems, runAtRandom } from './random.ts';
import { withResources } from './resources.ts';
import { runFaults } from './run.ts';

describe('the client tells the truth about', () => {
  const verdicts = new Map<string, string>();
  let left = ['the faults were not run'];

  beforeAll(async () => {
    const run = await withResources(() => runFaults(faults));
    for (const { name, verdict } of run.result) verdicts.set(name, verdict);
    left = run.left;
  }, 120_000);

  it.each(faults.map(({ name }) => name))('%s', (name) => {
    expect(verdicts.get(name)).toBe('ok');
  });

  it('every fault by its own name, and leaves no timer and no socket behind', () => {
    expect(verdicts.size).toBe(faults.length);
    expect(left).toEqual([]);
  });
});

describe('many calls at once', () => {
  it('are never created twice and never misreported, whatever the server does', { timeout: 60_000 }, async () => {
    const { result: run, left } = await withResources(() => runAtRandom({ calls: 2_000 }));
    expect(randomProblems(run), `seed ${run.seed}`).toEqual([]);
    expect(left).toEqual([]);
  });

  it('keep to the rate limit, in their order, without a refusal', { timeout: 60_000 }, async () => {
    expect(limitProblems(await runAgainstLimit())).toEqual([]);
  });
});
