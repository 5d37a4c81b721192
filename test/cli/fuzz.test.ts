import { expect, it } from 'vitest';
import { fuzz } from './fuzz/fuzz.ts';

it('corrupted files are read the same way by every command, and sent as they are shown', async () => {
  const { codes, problems } = await fuzz(300, 7);
  expect(problems).toEqual([]);
  // Files of each kind, or the run proves nothing.
  expect(Object.keys(codes)).toEqual(['0', '1', '2']);
  for (const count of Object.values(codes)) expect(count).toBeGreaterThan(20);
});
