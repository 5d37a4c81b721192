/** The notice that create iteration is deprecated, each time in a process of its own. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Calls createIteration twice, by two clients with an option, and gives what the process wrote to standard error. */
async function noticesOf(option: string, flags: string[] = [], env: Record<string, string> = {}): Promise<string> {
  const program = `
    import { createIterationClient } from './src/index.ts';
    import { iterationInput } from './src/examples.ts';
    for (const _ of [1, 2]) {
      const fetch = async () => Response.json({ _id: 'i', status: 'not_started' });
      const client = createIterationClient({ accessToken: 'api-any', fetch, ${option} });
      await client.createIteration({ projectKey: 'p', environmentKey: 'e', experimentKey: 'x' }, iterationInput());
    }`;
  const args = [...flags, '--input-type=module', '--eval', program];
  const { stderr } = await run(process.execPath, args, { env: { ...process.env, ...env } });
  return stderr;
}

describe('the notice of the deprecation', () => {
  it('comes once per process, and says how to silence it', async () => {
    const text = await noticesOf('');
    expect(text.match(/LaunchDarkly has deprecated create iteration/g)).toHaveLength(1);
    expect(text).toContain('[LD_CREATE_ITERATION] DeprecationWarning');
    expect(text).toContain('deprecationNotice: false');
  });

  it.each<[string, Parameters<typeof noticesOf>]>([
    ['the option', ['deprecationNotice: false']],
    ['NODE_NO_WARNINGS', ['', [], { NODE_NO_WARNINGS: '1' }]],
    ['--no-deprecation', ['', ['--no-deprecation']]],
  ])('is silenced by %s', async (_what, parameters) => {
    expect(await noticesOf(...parameters)).toBe('');
  });
});
