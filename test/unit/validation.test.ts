import { readFileSync } from 'node:fs';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { initTRPC } from '@trpc/server';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  driftOf,
  type Issue,
  iterationInputSchema,
  iterationRepSchema,
  validateIterationInput,
  validateIterationRep,
} from '../../src/contract/validate.ts';
import type { IterationInput } from '../../src/index.ts';
import { requestExamples, responseExamples } from '../support/document.ts';

const [, example] = requestExamples[0] as [string, IterationInput];
const response = responseExamples('200')[0]?.[1] as Record<string, unknown>;
const documented = JSON.parse(readFileSync('test/fixtures/documented-request.json', 'utf8'));

const issuesOf = (value: unknown): readonly Issue[] => validateIterationInput(value).issues ?? [];
const messagesOf = (value: unknown) => issuesOf(value).map(({ message }) => message);

describe('the validation of an iteration to create', () => {
  it.each(requestExamples)('gives the example %s back as it is', (_name, value) => {
    expect(validateIterationInput(value)).toEqual({ value });
    expect(validateIterationInput(value)).toHaveProperty('value', value);
  });

  it('says of the documented sample that flags is JSON text, and that a primary key is missing', () => {
    expect(issuesOf(documented)).toEqual([
      {
        message: 'primarySingleMetricKey or primaryFunnelKey must be present; both may be.',
        path: [],
        pointer: '',
        rule: 'anyOf',
        found: 'object',
      },
      {
        message: 'flags must be an object, but is its JSON text: send the object itself, not a string.',
        path: ['flags'],
        pointer: '/flags',
        rule: 'type',
        found: 'string',
      },
    ]);
  });

  it('names the kind of value that was found, and of the value no more than a number to write as text', () => {
    const secret = 'api-canary';
    const kinds = [5, 1.5, true, null, [secret], { secret }, undefined].map((hypothesis) => ({
      ...example,
      hypothesis,
    }));
    expect(kinds.flatMap(messagesOf)).toEqual([
      'hypothesis must be a string, but is an integer: write "5".',
      'hypothesis must be a string, but is a number: write "1.5".',
      'hypothesis must be a string, but is a boolean.',
      'hypothesis must be a string, but is null.',
      'hypothesis must be a string, but is an array.',
      'hypothesis must be a string, but is an object.',
      'hypothesis must be present.',
    ]);
    expect(JSON.stringify(issuesOf({ ...example, metrics: secret, flags: secret }))).not.toContain('canary');
  });

  it('says of a primary key of a wrong type no more than that', () => {
    const { primarySingleMetricKey: _, ...rest } = example;
    expect(messagesOf({ ...rest, primaryFunnelKey: null })).toEqual([
      'primaryFunnelKey must be a string, but is null.',
    ]);
  });

  it('points to places behind keys that need an escape', () => {
    const [issue] = issuesOf({ ...example, flags: { 'a/b~c': { ruleId: 'fallthrough' } } });
    expect(issue).toMatchObject({
      pointer: '/flags/a~1b~0c/flagConfigVersion',
      path: ['flags', 'a/b~c', 'flagConfigVersion'],
      message: 'flags.a/b~c.flagConfigVersion must be present.',
    });
  });

  it('writes an index as a number in the path', () => {
    const treatments = [{ ...example.treatments[0], allocationPercent: 50 }];
    expect(issuesOf({ ...example, treatments })[0]).toMatchObject({
      path: ['treatments', 0, 'allocationPercent'],
      message: 'treatments[0].allocationPercent must be a string, but is an integer: write "50".',
    });
  });

  it('puts what stands nearer to the root first', () => {
    const value = { ...example, metrics: [{}], hypothesis: 5 };
    expect(issuesOf(value).map(({ pointer }) => pointer)).toEqual(['/hypothesis', '/metrics/0/key']);
  });

  it('takes unknown properties', () => {
    expect(issuesOf({ ...example, other: 1, metrics: [{ key: 'k', other: {} }] })).toEqual([]);
  });
});

describe('the issues of an iteration to create', () => {
  const { treatments, flags } = example;
  const [treatment] = treatments;

  it('say where flagKey and variationId belong that are on the treatment', () => {
    const misplaced = { name: 'A', baseline: true, allocationPercent: '50', flagKey: 'flag', variationId: 'variation' };
    expect(messagesOf({ ...example, treatments: [misplaced] })).toEqual([
      'treatments[0].parameters must be present: put flagKey and variationId into it, as parameters: [{ flagKey, variationId }].',
    ]);
  });

  it('say so for the one of them that is on the treatment, and nothing where neither is', () => {
    const bare = { name: 'A', baseline: true, allocationPercent: '50' };
    expect(messagesOf({ ...example, treatments: [{ ...bare, flagKey: 'flag' }, bare] })).toEqual([
      'treatments[0].parameters must be present: put flagKey into it, as parameters: [{ flagKey }].',
      'treatments[1].parameters must be present.',
    ]);
  });

  it('say of a number where a text belongs, and of a text where a number belongs, what to write', () => {
    const version = { flag: { ruleId: 'fallthrough', flagConfigVersion: '12' } };
    const value = { ...example, canReshuffleTraffic: 'false', treatments: [{ ...treatment, allocationPercent: 12.5 }] };
    expect(messagesOf({ ...value, flags: version })).toEqual([
      'canReshuffleTraffic must be a boolean, but is a string: write false, without quotes.',
      'treatments[0].allocationPercent must be a string, but is a number: write "12.5".',
      'flags.flag.flagConfigVersion must be an integer, but is a string: write 12, without quotes.',
    ]);
    const beyond = { flag: { ruleId: 'fallthrough', flagConfigVersion: '123456789012345678901234567890' } };
    expect(messagesOf({ ...example, flags: beyond })).toEqual([
      'flags.flag.flagConfigVersion must be an integer, but is a string.',
    ]);
  });

  it('say of an iteration that was read from the API what takes the place of what', () => {
    expect(messagesOf(response)).toEqual([
      'primarySingleMetricKey or primaryFunnelKey must be present; both may be: in an iteration that was read from the API, primarySingleMetricKey is primarySingleMetric.key.',
      'flags.checkout-button.ruleId must be present: an iteration that was read from the API has it as targetingRule.',
    ]);
  });

  it('say no more than what is missing where nothing takes its place', () => {
    const { primarySingleMetricKey: _, ...rest } = example;
    expect(messagesOf({ ...rest, flags: { flag: { flagConfigVersion: 1 } } })).toEqual([
      'primarySingleMetricKey or primaryFunnelKey must be present; both may be.',
      'flags.flag.ruleId must be present.',
    ]);
    const read = { ...rest, primarySingleMetric: { key: 'a' }, primaryFunnel: { key: 'b' } };
    expect(messagesOf(read)[0]).toMatch(
      /: in an iteration that was read from the API, primarySingleMetricKey is primarySingleMetric\.key and primaryFunnelKey is primaryFunnel\.key\.$/,
    );
  });

  it('say of a flag without its key that it belongs inside an entry', () => {
    const [flag] = Object.values(flags);
    expect(messagesOf({ ...example, flags: flag })[0]).toBe(
      'flags.ruleId must be an object, but is a string: put ruleId inside an entry, as { "key": { ruleId } }.',
    );
  });

  it('are at most a hundred, of which those nearest to the root come first, and a count of the others', () => {
    const wrong = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`flag-${index}`, {}]));
    const issues = issuesOf({ ...example, flags: wrong, attributes: 5, metrics: [{}] });
    expect(issues).toHaveLength(101);
    expect(issues.slice(0, 2).map(({ pointer }) => pointer)).toEqual(['/attributes', '/metrics/0/key']);
    expect(issues.at(-1)).toEqual({
      message: 'And 1902 more.',
      path: [],
      pointer: '',
      rule: 'maxIssues',
      found: '1902',
    });
    const hundred = Object.fromEntries(Object.entries(wrong).slice(0, 50));
    expect(issuesOf({ ...example, flags: hundred })).toHaveLength(100);
  });

  it('repeat no more than the beginning of a long key', () => {
    const [issue] = issuesOf({ ...example, flags: { ['\u{1f3c1}'.repeat(100_000)]: {} } });
    expect(issue?.message.length).toBeLessThan(150);
    expect(issue?.pointer.length).toBeLessThan(300);
    expect(issue?.path.join().length).toBeLessThan(300);
    expect(JSON.stringify(issue)).not.toMatch(/\\ud83c/);
    const deep = { a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[() => 1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]] };
    expect(messagesOf({ ...example, deep })[0]?.length).toBeLessThan(250);
  });

  it('take work that grows no faster than the value', () => {
    const readsOf = (size: number) => {
      let reads = 0;
      const counting: ProxyHandler<object> = {
        get(target, key, receiver) {
          reads += 1;
          const inner = Reflect.get(target, key, receiver);
          return typeof inner === 'object' && inner !== null ? new Proxy(inner, counting) : inner;
        },
        ownKeys(target) {
          const keys = Reflect.ownKeys(target);
          reads += keys.length;
          return keys;
        },
        getOwnPropertyDescriptor(target, key) {
          reads += 1;
          return Reflect.getOwnPropertyDescriptor(target, key);
        },
      };
      const entries = Array.from({ length: size }, (_, index) => [`flag-${index}`, {}]);
      const issues = issuesOf(new Proxy({ flags: Object.fromEntries(entries) }, counting));
      expect(issues.at(-1)?.message).toBe(`And ${2 * size + 4 - 100} more.`);
      return reads;
    };
    const [small, medium, large] = [1_000, 10_000, 100_000].map(readsOf) as [number, number, number];
    expect(medium / small).toBeLessThan(10.5);
    expect(large / medium).toBeLessThan(10.5);
  });
});

describe('the validation of a response', () => {
  it.each(responseExamples('200'))('takes the example %s without drift', (_name, value) => {
    expect(validateIterationRep(value)).toEqual({ value });
    expect(driftOf(value)).toEqual({ issues: [], additions: [] });
  });

  it('takes new properties and new enum values, and reports them as additions', () => {
    const value = { ...response, status: 'paused', newProperty: 1 };
    expect(validateIterationRep(value)).toEqual({ value });
    expect(driftOf(value).issues).toEqual([]);
    expect(driftOf(value).additions.map(({ pointer, rule }) => `${rule} ${pointer}`)).toEqual([
      'additionalProperties /newProperty',
      'enum /status',
    ]);
  });

  it('refuses a missing required property and a wrong type', () => {
    const { hypothesis: _missing, ...rest } = response;
    const value = { ...rest, status: 5, createdAt: '1654104600000' };
    const places = (validateIterationRep(value).issues ?? []).map(({ pointer, rule }) => `${rule} ${pointer}`);
    expect(places.sort()).toEqual(['required /hypothesis', 'type /createdAt', 'type /status']);
  });
});

describe('the Standard Schema objects', () => {
  it('have the interface of the specification, and infer the types of the contract', () => {
    expectTypeOf(iterationInputSchema).toExtend<StandardSchemaV1<IterationInput, IterationInput>>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof iterationInputSchema>>().toEqualTypeOf<IterationInput>();
    expect(iterationInputSchema['~standard']).toMatchObject({ version: 1, vendor: 'launchdarkly-iteration-contract' });
    expect(iterationRepSchema['~standard'].validate(response)).toEqual({ value: response });
  });

  it('work in a router that takes them', async () => {
    const { procedure, router, createCallerFactory } = initTRPC.create();
    const routes = router({
      create: procedure.input(iterationInputSchema).mutation(({ input }) => input.hypothesis),
    });
    const caller = createCallerFactory(routes)({});
    expect(await caller.create(example)).toBe(example.hypothesis);
    const refusal = await caller.create({ ...example, flags: '{}' as never }).catch((error) => error);
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', cause: { issues: [{ path: ['flags'] }] } });
  });
});

it('the generated validators hold no eval and import nothing', () => {
  const code = readFileSync('generated/validators.js', 'utf8');
  expect(code).not.toMatch(/\beval\b|new Function|\brequire\b\(|\bimport\b/);
});
