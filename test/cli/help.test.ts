import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { command } from './terminal.ts';

describe('the command line', () => {
  it('helps, with the exit codes, and prints its version', async () => {
    expect(await command(['help'])).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes:') });
    expect(await command(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Exit codes:') });
    expect(await command(['--version'])).toMatchObject({ code: 0, out: `${manifest.version}\n` });
    expect(await command([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: ') });
  });

  it.each(['create', 'get', 'start', 'stop', 'update', 'migrate', 'validate', 'mock', 'proxy'])(
    'helps with %s: an example, its exit codes, and where the token comes from',
    async (name) => {
      const { code, out } = await command(['help', name]);
      expect(code).toBe(0);
      expect(out).toContain(`npx launchdarkly-iteration-contract ${name} `);
      expect(out).toMatch(/^Exit codes:\n {2}0 /m);
      expect(out).toMatch(/access token/);
      expect(await command([name, '--help'])).toEqual({ code, out, err: '' });
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(112);
    },
  );

  it.each([
    [['destroy'], 'There is no command "destroy". The commands are: create, get, start'],
    [['help', 'destroy'], 'There is no command "destroy".'],
    [['destroy', '--help'], 'There is no command "destroy".'],
    [['validate', '--strickt'], "unknown option '--strickt' (Did you mean --strict?)"],
    [['validate', '--format', 'xml'], "argument 'xml' is invalid. Allowed choices are text, json, github-actions."],
    [['create', 'a', 'b'], 'too many arguments'],
    [['create', '--server'], "option '--server <name or URL>' argument missing"],
    [['x\n::error::\u001b[31m'], 'There is no command "x\\n::error::\\u001b[31m"'],
    [['create', '--x\n::add-mask::e'], "unknown option '--x\\u000a::add-mask::e'"],
  ])('refuses %j in one line, with exit code 2', async (args, message) => {
    const { code, out, err } = await command(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(err).toContain(message);
  });
});
