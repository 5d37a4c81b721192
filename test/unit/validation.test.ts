import { readFileSync } from 'node:fs';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { initTRPC } from '@trpc/server';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { IterationInput } from '../../src/index.ts';
import {
  driftOf,
  type Issue,
  iterationInputSchema,
  iterationRepSchema,
  validateIterationInput,
  validateIterationRep,
} from '../../src/validation/index.ts';
import { answerExamples, document, requestExamples, validatorOf } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';

const [, example] = requestExamples[0] as [string, IterationInput];
const answer = answerExamples('200')[0]?.[1] as Record<string, unknown>;
const inputSchema = document.components.schemas['IterationInput'] ?? {};
const documented = JSON.parse(readFileSync('test/fixtures/documented-request.json', 'utf8'));

const issuesOf = (value: unknown): readonly Issue[] => validateIterationInput(value).issues ?? [];
const messagesOf = (value: unknown) => issuesOf(value).map(({ message }) => message);

describe('the validation of an iteration to create', () => {
  it.each(requestExamples)('gives the example %s back as it is', (_name, value) => {
    expect(validateIterationInput(value)).toEqual({ value });
    expect(validateIterationInput(value)).toHaveProperty('value', value);
  });

  it('refuses every body with a single fault, at the place of the fault', () => {
    const faults = singleFaults(inputSchema, { ...example, primaryFunnelKey: 'funnel' });
    expect(faults.length).toBeGreaterThanOrEqual(120);
    for (const { title, body } of faults) {
      const [issue] = issuesOf(body);
      expect(title).toContain(issue?.pointer || 'the body');
    }
  });

  it('agrees with the schema on every body, valid or not', () => {
    const validate = validatorOf('IterationInput');
    const bodies = fc.oneof(valuesOf(inputSchema), fc.anything(), fc.jsonValue());
    const agrees = fc.property(bodies, (body) => validate(body) === (issuesOf(body).length === 0));
    fc.assert(agrees, { numRuns: 1000 });
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

  it('names the kind of value that was found, never the value', () => {
    const secret = 'api-canary';
    const kinds = [5, 1.5, true, null, [secret], { secret }, undefined].map((hypothesis) => ({
      ...example,
      hypothesis,
    }));
    expect(kinds.flatMap(messagesOf)).toEqual([
      'hypothesis must be a string, but is an integer.',
      'hypothesis must be a string, but is a number.',
      'hypothesis must be a string, but is a boolean.',
      'hypothesis must be a string, but is null.',
      'hypothesis must be a string, but is an array.',
      'hypothesis must be a string, but is an object.',
      'hypothesis must be present.',
    ]);
    expect(JSON.stringify(issuesOf({ ...example, metrics: secret, flags: secret }))).not.toContain('canary');
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
      message: 'treatments[0].allocationPercent must be a string, but is an integer.',
    });
  });

  it('puts what stands nearer to the root first', () => {
    const value = { ...example, metrics: [{}], hypothesis: 5 };
    expect(issuesOf(value).map(({ pointer }) => pointer)).toEqual(['/hypothesis', '/metrics/0/key']);
  });

  it('takes inherited properties for absent', () => {
    expect(issuesOf(Object.create(example)).map(({ rule }) => rule)).toContain('required');
  });

  it('takes unknown properties', () => {
    expect(issuesOf({ ...example, other: 1, metrics: [{ key: 'k', other: {} }] })).toEqual([]);
  });
});

describe('the validation of an answer', () => {
  it.each(answerExamples('200'))('takes the example %s without drift', (_name, value) => {
    expect(validateIterationRep(value)).toEqual({ value });
    expect(driftOf(value)).toEqual({ issues: [], additions: [] });
  });

  it('takes new properties and new enum values, and reports them as additions', () => {
    const value = { ...answer, status: 'paused', newProperty: 1 };
    expect(validateIterationRep(value)).toEqual({ value });
    expect(driftOf(value).issues).toEqual([]);
    expect(driftOf(value).additions.map(({ pointer, rule }) => `${rule} ${pointer}`)).toEqual([
      'additionalProperties /newProperty',
      'enum /status',
    ]);
  });

  it('refuses a missing required property and a wrong type', () => {
    const { hypothesis: _missing, ...rest } = answer;
    const value = { ...rest, status: 5, createdAt: '1654104600000' };
    const places = (validateIterationRep(value).issues ?? []).map(({ pointer, rule }) => `${rule} ${pointer}`);
    expect(places.sort()).toEqual(['required /hypothesis', 'type /createdAt', 'type /status']);
  });
});

describe('the Standard Schema objects', () => {
  it('have the interface of the specification, and infer the types of the contract', () => {
    expectTypeOf(iterationInputSchema).toExtend<StandardSchemaV1<IterationInput, IterationInput>>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof iterationInputSchema>>().toEqualTypeOf<IterationInput>();
    expect(iterationRepSchema['~standard'].validate(answer)).toEqual({ value: answer });
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
