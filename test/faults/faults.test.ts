import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCrowd } from './crowd.ts';
import { crowds } from './crowds.ts';
import { faults } from './faults.ts';
import { withResources } from './resources.ts';
import { inParallel, runFaults } from './run.ts';

/** Wall time, which a busy machine may need: nothing is judged by it. */
const patience = 1_200_000;

const names = [...faults, ...crowds].map(({ name }) => name);
const warnings: string[] = [];
const warn = ({ message }: Error) => warnings.push(message);

describe('the client tells the truth about', () => {
  const verdicts = new Map<string, string>();
  let left = ['the faults were not run'];

  beforeAll(async () => {
    process.on('warning', warn);
    // At once, since one of the crowds waits for ten seconds.
    const run = await withResources(() => Promise.all([runFaults(faults), inParallel(crowds, runCrowd)]));
    for (const { name, verdict } of run.result.flat()) verdicts.set(name, verdict);
    left = run.left;
  }, patience);
  afterAll(() => {
    process.off('warning', warn);
  });

  it.each(names)('%s', (name) => {
    expect(verdicts.get(name)).toBe('ok');
  });

  it('every fault by its own name, leaves no timer and no socket behind, and warns of nothing', () => {
    expect(verdicts.size).toBe(names.length);
    expect(left).toEqual([]);
    expect(warnings).toEqual([]);
  });
});
