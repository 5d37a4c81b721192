import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCommand } from './failures/build.ts';
import { accessToken, type Failure, type Result } from './failures/failure.ts';
import { failures, type Judged, runFailures } from './failures/failures.ts';
import { contradictions } from './failures/judge.ts';
import { created } from './server.ts';

let built: Awaited<ReturnType<typeof buildCommand>>;
let results: Map<string, Judged>;

beforeAll(async () => {
  built = await buildCommand();
  const all = await runFailures(failures, [process.execPath, built.path]);
  results = new Map(all.map((result) => [result.name, result]));
}, 900_000);
afterAll(() => built.remove());

describe('the exit code of a process agrees with what the server created', () => {
  it('in as many ways to fail as there are names, and more than thirty', () => {
    expect(results.size).toBe(failures.length);
    expect(results.size).toBeGreaterThan(30);
  });

  it.each(failures.map(({ name }) => [name]))('when: %s', (name) => {
    const { problems, ...result } = results.get(name) as Judged;
    expect(problems, JSON.stringify(result)).toEqual([]);
  });

  it('and standard error has the ID where standard output is lost', () => {
    expect(results.get('stdout is full')?.err).toContain(`Its ID is ${created._id}.`);
  });
});

describe('the judge', () => {
  const usual: Result = { name: '', code: 0, created: 1, out: '', err: '' };
  it.each<[string, Partial<Result>, Partial<Failure>]>([
    ['an unknown code', { code: 13 }, { code: 13 }],
    ['another code than was expected', { code: 3 }, {}],
    ['a duplicate', { created: 2 }, {}],
    ['success without an iteration', { created: 0 }, {}],
    ['a refusal that created', { code: 1 }, { code: 1 }],
    ['wrong usage that created', { code: 2 }, { code: 2 }],
    ['a creation that is none', { code: 4, created: 0, err: created._id }, { code: 4 }],
    ['a sentence that denies', { code: 3, err: 'No iteration was created.' }, { code: 3 }],
    ['a sentence that invents', { code: 3, created: 0, err: 'The iteration was created.' }, { code: 3 }],
    ['a lost ID', { code: 4 }, { code: 4 }],
    ['an internal error without a word', { code: 70 }, { code: 70 }],
    ['a stack', { err: 'Error\n    at run (main.js:1:2)' }, {}],
    ['a control character', { out: 'a\u009b' }, {}],
    ['a workflow command', { err: 'a\n  ::add-mask::x' }, {}],
    ['the token', { err: accessToken }, {}],
  ])('objects to %s', (_case, result, failure) => {
    expect(contradictions({ name: '', code: 0 }, usual)).toEqual([]);
    expect(contradictions({ name: '', code: 0, ...failure }, { ...usual, ...result })).toHaveLength(1);
  });
});
