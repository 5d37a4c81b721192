import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scratchCopy } from '../support/scratch.ts';

it('the demo shows request, response, refusal and failures, and what to try next', () => {
  const copy = scratchCopy();
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'demo'], { cwd: copy, encoding: 'utf8' });
  rmSync(copy, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const text of [
    ...['createIteration(path, {', "status: 'not_started'", "name: 'Treatment 2'", 'flags must be an object'],
    ...['outcome not_applied', 'outcome unknown', 'make docs-serve'],
  ]) {
    expect(stdout).toContain(text);
  }
  expect(stdout).not.toContain('[Object]');
});
