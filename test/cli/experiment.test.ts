/** The commands of an experiment, run against the mock that remembers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MockServer, startMockServer } from '../../src/mock/server.ts';
import { examples, scratchFolder, valid } from './files.ts';
import { refusing, serve } from './server.ts';
import { command, type Surroundings } from './terminal.ts';

const { file, remove } = scratchFolder();
const iteration = file('iteration.json', valid);
const other = file('other.json', JSON.stringify({ ...(examples['two-treatments'] as object), hypothesis: 'Another' }));
const keys = ['--project', 'p', '--environment', 'e', '--experiment', 'x'];
const winner = ['--winner', 'a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2', '--reason', 'It won'];
let mock: MockServer;
let requests: string[] = [];

beforeAll(async () => {
  mock = await startMockServer({
    stateful: true,
    onReport: ({ method, status }) => requests.push(`${method} ${status}`),
  });
});
beforeEach(() => {
  mock.reset();
  requests = [];
});
afterAll(async () => {
  await mock.close();
  remove();
});

const run = (args: string[], surroundings?: Surroundings, server = mock.url) =>
  command([...args, ...keys, '--server', server], surroundings);

/** Runs commands that must succeed, and gives the last one's result. */
async function runAll(...all: string[][]) {
  let last = await run(['get']);
  for (const args of all) {
    last = await run(args);
    expect(last, args.join(' ')).toMatchObject({ code: 0 });
  }
  return last;
}

describe('the commands of an experiment', () => {
  it('lead an iteration from its file to its winner', async () => {
    const { out } = await runAll(['create', iteration], ['get']);
    expect(out).toMatch(/^experiment: X\n {2}draft: [0-9a-f]{24} not_started\n {4}hypothesis: A green checkout button/);
    expect(out).toMatch(/^ {4}treatment: 50 % .*, ID a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2$/m);
    expect((await runAll(['start'])).out).toMatch(/^experiment: X\n {2}current: [0-9a-f]{24} running$/m);
    const stopped = await runAll(['stop', ...winner]);
    expect(stopped.out).toMatch(/ stopped$/m);
    expect(stopped.out).toMatch(/^ {4}winner: a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2$/m);
    expect(stopped.err).toMatch(/^Updating the experiment at http:\S+ …\n$/);
  });

  it('print only JSON on standard output with --json', async () => {
    await runAll(['create', iteration], ['start']);
    const read = JSON.parse((await run(['get', '--json', '--expand', 'treatments'])).out);
    expect(read.currentIteration).toMatchObject({ status: 'running', treatments: expect.any(Array) });
    expect(JSON.parse((await run(['stop', ...winner, '--json'])).out).currentIteration.status).toBe('stopped');
    const refused = await run(['stop', ...winner, '--json']);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out).error).toMatchObject({ kind: 'http', status: 400, outcome: 'not_applied' });
  });

  it.each([
    [['get'], 'GET', undefined],
    [
      ['start', '--justification', 'why', '--comment', 'c'],
      'PATCH',
      { kind: 'startIteration', changeJustification: 'why' },
    ],
    [['stop', ...winner], 'PATCH', { kind: 'stopIteration', winningReason: 'It won' }],
    [['update', file('u.yaml', 'instructions: [{ kind: archiveExperiment }]')], 'PATCH', { kind: 'archiveExperiment' }],
  ])('show with --dry-run what %j would send, and send nothing', async (args, method, instruction) => {
    const { code, out } = await run([...args, '--dry-run', '--json'], { env: {} });
    const request = JSON.parse(out);
    expect({ code, method: request.method, requests }).toEqual({ code: 0, method, requests: [] });
    if (instruction === undefined) return;
    expect(request.headers['content-type']).toBe('application/json; domain-model=launchdarkly.semanticpatch');
    expect(JSON.parse(request.body).instructions).toMatchObject([instruction]);
    const { out: text } = await run([...args, '--dry-run'], { env: {} });
    expect(text.split('\n').at(-2)).toBe(request.body);
  });

  it('say what became of the experiment when the server refuses or fails', async () => {
    const refused = await run(['start']);
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('The experiment was not changed.'),
    });
    const failing = await serve(refusing(503));
    try {
      const update = await run(['stop', ...winner], {}, failing.url);
      expect(update).toMatchObject({ code: 3, err: expect.stringContaining('The experiment may have been changed.') });
      const read = await run(['get'], { signal: AbortSignal.timeout(500) }, failing.url);
      expect(read.code === 1 || read.code > 128).toBe(true);
      expect(read.err).toMatch(/Nothing was changed/);
    } finally {
      await failing.close();
    }
  });

  it.each(['ENOSPC', 'EPIPE'])('claim no more than is known when the output ends with %s', async (failure) => {
    await runAll(['create', iteration]);
    const started = await run(['start'], { failure });
    expect(started).toMatchObject({ code: 4, err: expect.stringContaining('do not send the update again') });
    const read = await run(['get'], { failure });
    expect(read.code).toBe(failure === 'EPIPE' ? 0 : 2);
    if (failure === 'ENOSPC') expect(read.err).toContain('(ENOSPC). Nothing was changed.');
  });
});

describe('update', () => {
  it('sends the instructions of a file', async () => {
    const patch = file('patch.yaml', 'comment: why\ninstructions:\n  - { kind: updateName, value: New }\n');
    expect(await run(['update', patch])).toMatchObject({ code: 0, out: 'experiment: New\n' });
  });

  it('sends nothing that breaks the contract, and says where', async () => {
    const patch = file('wrong.yaml', 'instructions:\n  - kind: updateName\n');
    const { code, err } = await run(['update', patch]);
    expect({ code, requests }).toEqual({ code: 1, requests: [] });
    expect(err).toMatch(/^error: \S+wrong\.yaml:2:\d+ instructions\[0\]\.value must be present/m);
  });

  it('points to what the contract does not know', async () => {
    const patch = file('typo.yaml', 'coment: why\ninstructions: []\n');
    expect((await run(['update', patch])).err).toMatch(/^advice: \S+typo\.yaml:1:\d+ coment is not in the contract/m);
  });
});

describe('create --once', () => {
  it('creates an iteration, and finds it when it runs again', async () => {
    const first = await run(['create', iteration, '--once', '--json']);
    const second = await run(['create', iteration, '--once', '--json']);
    expect([first.code, second.code, requests]).toEqual([0, 0, ['GET 200', 'POST 200', 'GET 200']]);
    expect(JSON.parse(second.out)).toMatchObject({ _id: JSON.parse(first.out)._id });
    expect(second.err).toContain('An equal draft already exists: nothing was created.');
    expect((await run(['create', iteration, '--once'])).out).toMatch(/^Found iteration [0-9a-f]{24}: not_started$/m);
    expect((await run(['create', other, '--once'])).out).toMatch(/^Created iteration/);
  });

  it('sends nothing where it cannot tell, and exits with 1', async () => {
    await runAll(['create', iteration], ['start']);
    const { code, err } = await run(['create', iteration, '--once']);
    expect({ code, posts: requests.filter((one) => one.startsWith('POST')).length }).toEqual({ code: 1, posts: 1 });
    expect(err).toContain('already running. Nothing was sent, to avoid a duplicate.');
  });
});

describe('migrate', () => {
  it('changes only what differs in the existing draft', async () => {
    await runAll(['create', iteration]);
    const shown = await run(['migrate', other, '--dry-run', '--json']);
    const value = { hypothesis: { operation: 'update', value: 'Another' } };
    expect(JSON.parse(shown.out)).toMatchObject({
      instructions: [{ kind: 'updateExperimentFields', value }],
      notCarriedOver: [],
    });
    expect((await run(['get'])).out).not.toContain('Another');
    await runAll(['migrate', other]);
    expect((await run(['get'])).out).toContain('hypothesis: Another');
    requests = [];
    const again = await run(['migrate', other]);
    expect([again.code, again.err, requests]).toEqual([0, expect.stringContaining('nothing to do'), ['GET 200']]);
  });

  it('ends a running iteration only with --start', async () => {
    await runAll(['create', iteration], ['start']);
    const refused = await run(['migrate', other]);
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('pass --start to confirm. Nothing was changed.'),
    });
    expect((await run(['get'])).out).not.toContain('Another');
    expect((await runAll(['migrate', other, '--start'])).out).toContain('hypothesis: Another');
  });

  it('sends nothing if something cannot be carried over, except with --partial', async () => {
    await runAll(['create', iteration]);
    const changed = { ...(examples['two-treatments'] as { flags: object }), hypothesis: 'Another' };
    const flags = { elsewhere: { ruleId: 'fallthrough', flagConfigVersion: 1 } };
    const moved = file('moved.json', JSON.stringify({ ...changed, flags }));
    const refused = await run(['migrate', moved]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('not carried over: flags') });
    expect((await run(['get'])).out).not.toContain('Another');
    await runAll(['migrate', moved, '--partial']);
    expect((await run(['get'])).out).toContain('Another');
  });

  it('says that there is no way after a stop', async () => {
    await runAll(['create', iteration], ['start'], ['stop', ...winner]);
    const { code, err } = await run(['migrate', other, '--partial', '--start']);
    expect(code).toBe(1);
    expect(err).toContain('There is no way to do this through Update experiment. Nothing was changed.');
  });
});
