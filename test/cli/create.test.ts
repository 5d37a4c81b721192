import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder, valid } from './files.ts';
import { type Behavior, created, creating, refusing, serve } from './server.ts';
import { command, type Surroundings, token } from './terminal.ts';

const { file, remove } = scratchFolder();
afterAll(remove);

const path = file('iteration.json', valid);
const keys = ['--project', 'p', '--environment', 'e', '--experiment', 'x'];

/** Runs `create` on a server of its own, and tells how many iterations that has created. */
async function create(behavior: Behavior, args: string[] = [path], surroundings: Surroundings = {}) {
  const server = await serve(behavior);
  try {
    const result = await command(['create', ...args, ...keys, '--server', server.url], surroundings);
    return { ...result, created: server.created, bodies: server.bodies };
  } finally {
    await server.close();
  }
}

describe('create', () => {
  it('creates the iteration and prints it', async () => {
    const { code, out, err, created: count } = await create(creating());
    expect({ code, count }).toEqual({ code: 0, count: 1 });
    expect(out.split('\n')).toEqual([
      `Created iteration ${created._id}: not_started`,
      '  hypothesis: A green button helps',
      '  created at: 2023-11-14T22:13:20.000Z',
      '  treatment: 50 % Grey (baseline)',
      '',
    ]);
    expect(err).toMatch(/^Creating the iteration at http:\S+ …\n$/);
  });

  it('prints the iteration as JSON, and nothing else on standard output', async () => {
    const { code, out } = await create(creating(), ['--json'], { input: valid });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(created);
  });

  it.each([
    ['lacks createdAt', { ...created, createdAt: undefined }],
    ['has createdAt as text', { ...created, createdAt: 'yesterday' }],
    ['has a createdAt beyond all dates', { ...created, createdAt: 1e300 }],
    ['has null for treatments', { ...created, treatments: null }],
    ['has strange treatments', { ...created, treatments: [null, 5, [], { name: {} }] }],
    ['has objects for text', { ...created, hypothesis: {}, status: [] }],
  ])('prints what it can where the response %s', async (_case, body) => {
    const { code, out } = await create(creating(body));
    expect(code).toBe(0);
    expect(out).toContain(`Created iteration ${created._id}`);
  });

  it('sends nothing when the iteration breaks the contract, and says where', async () => {
    const { code, out, err, bodies } = await create(creating(), ['test/fixtures/documented-request.json']);
    expect({ code, out, bodies }).toEqual({ code: 1, out: '', bodies: [] });
    expect(err).toMatch(/^error: test\S+:21:12 flags/m);
    expect(err).toMatch(/^error: the iteration breaks the contract: fix the errors first\. Nothing was sent\.$/m);
  });

  it('shows in a dry run exactly what it would send, and needs no token', async () => {
    const { bodies } = await create(creating());
    const shown = await create(creating(), [path, '--dry-run'], { env: {} });
    expect({ code: shown.code, bodies: shown.bodies }).toEqual({ code: 0, bodies: [] });
    const lines = shown.out.split('\n');
    expect(lines[0]).toMatch(/^POST http:\S+\/projects\/p\/environments\/e\/experiments\/x\/iterations$/);
    expect(lines.at(-2)).toBe(bodies[0]);
    const { out } = await create(creating(), [path, '--dry-run', '--json'], { env: {} });
    const request = JSON.parse(out);
    expect(request).toMatchObject({ method: 'POST', body: bodies[0] });
    expect(Object.keys(request.headers)).toContain('ld-api-version');
    expect(Object.keys(request.headers)).not.toContain('authorization');
  });

  it('takes the keys from the environment as well', async () => {
    const env = { LAUNCHDARKLY_PROJECT_KEY: 'P', LAUNCHDARKLY_ENVIRONMENT_KEY: 'E', LAUNCHDARKLY_EXPERIMENT_KEY: 'X' };
    const args = ['create', path, '--dry-run', '--experiment', 'mine'];
    expect(await command(args, { env })).toMatchObject({ code: 0, out: expect.stringContaining('/P/environments/E/') });
    expect(await command(args, { env })).toMatchObject({ out: expect.stringContaining('/experiments/mine/') });
  });

  it.each<[string, string[], Record<string, string>, string]>([
    ['no token', [], { LAUNCHDARKLY_ACCESS_TOKEN: '' }, 'LAUNCHDARKLY_ACCESS_TOKEN is not set'],
    ['Bearer', [], { LAUNCHDARKLY_ACCESS_TOKEN: `Bearer ${token}` }, 'LAUNCHDARKLY_ACCESS_TOKEN begins with "Bearer"'],
    ['a line break', [], { LAUNCHDARKLY_ACCESS_TOKEN: `${token}\n` }, 'LAUNCHDARKLY_ACCESS_TOKEN contains a space'],
    ['an SDK key', [], { LAUNCHDARKLY_ACCESS_TOKEN: 'sdk-canary' }, 'LAUNCHDARKLY_ACCESS_TOKEN is an SDK key'],
    ['a token of other letters', [], { LAUNCHDARKLY_ACCESS_TOKEN: 'canäry' }, 'LAUNCHDARKLY_ACCESS_TOKEN cannot be'],
    ['a planet', ['--server', 'mars'], {}, '--server must be commercial, eu, federal, or an HTTPS URL'],
    ['plain HTTP', ['--server', 'http://example.com'], {}, '--server must be commercial, eu, federal'],
    ['credentials', ['--server', 'https://u:canary@example.com'], {}, '--server must be commercial, eu, federal'],
    ['two keys', ['--project', 'a/b'], {}, '--project must be a key, not "a/b"'],
    ['dots', ['--environment', '..'], {}, '--environment must be a key, not ".."'],
    ['no key', ['--experiment', ''], {}, '--experiment is missing: pass it, or set LAUNCHDARKLY_EXPERIMENT_KEY'],
    ['a token in the arguments', ['--token', 'api-1'], {}, "unknown option '--token'"],
  ])('rejects %s with a message of its own, before it reads or sends anything', async (_case, args, env, message) => {
    const surroundings = { env: { LAUNCHDARKLY_ACCESS_TOKEN: token, ...env } };
    const { code, out, err } = await command(['create', 'nowhere.yaml', ...keys, ...args], surroundings);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(err).toContain(message);
  });

  it('names the variable that a wrong key came from', async () => {
    const env = { LAUNCHDARKLY_ACCESS_TOKEN: token, LAUNCHDARKLY_PROJECT_KEY: 'a/b' };
    const { code, err } = await command(['create', path, ...keys.slice(2)], { env });
    expect(code).toBe(2);
    expect(err).toContain('LAUNCHDARKLY_PROJECT_KEY must be a key, not "a/b"');
  });

  it('prints its help instead of waiting for input on a terminal', async () => {
    const { code, err } = await command(['create', ...keys], { isTTY: true });
    expect(code).toBe(2);
    expect(err).toContain('Usage: ');
  });

  it('takes one iteration', async () => {
    const two = file('two.yaml', `${valid}\n---\n${valid}`);
    const { code, err, bodies } = await create(creating(), [two]);
    expect({ code, bodies }).toEqual({ code: 2, bodies: [] });
    expect(err).toMatch(/^error: \S+two\.yaml:\d+:1 is a second iteration/);
  });

  it.each<[string, Behavior, number, string]>([
    ['403', refusing(403, { message: 'No', id: 'id-7' }), 1, "No iteration was created. Quote id-7 to LaunchDarkly's"],
    ['503', refusing(503), 3, 'An iteration may have been created. Before you call again, read the experiment'],
  ])('says after %s what became of the iteration', async (_case, behavior, code, sentence) => {
    const result = await create(behavior, [path, '--json']);
    expect(result).toMatchObject({ code, err: expect.stringContaining(sentence) });
    expect(JSON.parse(result.out).error).toMatchObject({ kind: 'http', message: expect.any(String) });
  });

  it('says what became of the iteration when a signal interrupts it, and exits with its number', async () => {
    const controller = new AbortController();
    const interrupting: Behavior = (_response, count) => {
      count();
      controller.abort('SIGTERM');
    };
    const { code, err } = await create(interrupting, [path], { signal: controller.signal });
    expect(code).toBe(143);
    expect(err).toMatch(/^error: interrupted by SIGTERM\. An iteration may have been created\./m);
  });

  it('says that nothing was sent when a signal interrupts it before', async () => {
    const { code, err, bodies } = await create(creating(), [path], { signal: AbortSignal.abort('SIGHUP') });
    expect({ code, bodies }).toEqual({ code: 129, bodies: [] });
    expect(err).toMatch(/^error: interrupted by SIGHUP\. Nothing was sent\.$/m);
  });

  it.each(['ENOSPC', 'EPIPE'])('says that the iteration exists when the output ends with %s', async (failure) => {
    const { code, err, created: count } = await create(creating(), [path], { failure });
    expect({ code, count }).toEqual({ code: 4, count: 1 });
    expect(err).toContain(`(${failure}). The iteration was created: do not create it again. Its ID is ${created._id}.`);
  });
});
