/** What the schemas of bodies refuse and take, by faults and values that come from the schemas themselves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  document,
  operations,
  requestExamplesOf,
  resolve,
  responseExamples,
  type Schema,
  schemaNameOf,
  validatorOf,
} from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';

interface Body {
  title: string;
  name: string;
  examples: [string, unknown][];
}

/** Every body of every operation that its schema holds to more than a code and a message. */
const bodies: Body[] = Object.entries(operations).flatMap(([id, { operation }]) => {
  const success = operation.responses['200'];
  const sent = operation.requestBody && {
    title: `the request of ${id}`,
    name: schemaNameOf(operation.requestBody),
    examples: requestExamplesOf(operation),
  };
  const received = success && {
    title: `the response of ${id}`,
    name: schemaNameOf(resolve(success)),
    examples: responseExamples('200', operation),
  };
  return [sent, received].filter((one) => one !== undefined);
});

describe.each(bodies)('$title', ({ title, name, examples }) => {
  const schema = document.components.schemas[name] ?? {};
  const validate = validatorOf(name);

  it('is refused for every single fault', () => {
    const faults = examples.flatMap(([example, value]) =>
      singleFaults(schema, value).map((fault) => ({ ...fault, title: `${example}: ${fault.title}` })),
    );
    const taken = faults.filter(({ body }) => validate(body)).map((fault) => fault.title);
    console.log(`${title}: ${faults.length} single faults, ${faults.length - taken.length} refused`);
    expect(taken).toEqual([]);
    expect(faults.length).toBeGreaterThan(100);
  });

  it('is never refused where it is valid', () => {
    const takes = fc.property(valuesOf(schema), (value) => {
      // As it is after the wire.
      expect([validate(JSON.parse(JSON.stringify(value))), validate.errors]).toEqual([true, null]);
    });
    fc.assert(takes, { numRuns: 300 });
  });
});

describe('an instruction', () => {
  const validate = validatorOf('ExperimentPatchInput');
  const takes = (...instructions: unknown[]) => validate({ instructions });

  it('of an unknown kind is accepted, with any content', () => {
    expect(takes({ kind: 'pauseIteration' })).toBe(true);
    expect(takes({ kind: 'pauseIteration', value: 5 }, { kind: 'startIteration' })).toBe(true);
  });

  it('of a known kind is checked against its own parameters, whatever is next to it', () => {
    expect(takes({ kind: 'pauseIteration' }, { kind: 'updateName' })).toBe(false);
    expect(takes({ kind: 'updateName', value: 5 })).toBe(false);
    expect(takes({ kind: 'stopIteration', winningTreatmentId: 5 })).toBe(false);
  });

  it('has a kind', () => {
    expect([takes({}), takes({ kind: null }), takes('startIteration'), takes(null)]).toEqual([
      ...[false, false, false, false],
    ]);
  });

  it('updates any field, with a value where it adds or updates', () => {
    const fields = (value: unknown) => takes({ kind: 'updateExperimentFields', value });
    expect(fields({ anything: { operation: 'update', value: null } })).toBe(true);
    expect(fields({ tags: { operation: 'remove' }, name: { operation: 'add', value: [{}] } })).toBe(true);
    expect(fields({ tags: { operation: 'remove', value: ['old'] } })).toBe(true);
    expect(fields({ name: { operation: 'add' } })).toBe(false);
    expect(fields({ name: { operation: 'update' } })).toBe(false);
    expect(fields({ name: { operation: 'replace', value: 'x' } })).toBe(false);
    expect(fields({ name: 'x' })).toBe(false);
  });

  it('names its known kinds once more in the union, in its mapping and in what is unknown', () => {
    const { KnownInstruction = {}, UnknownInstruction = {} } = document.components.schemas;
    const { mapping } = KnownInstruction['discriminator'] as { mapping: Record<string, string> };
    expect(Object.values(mapping)).toEqual(KnownInstruction.oneOf?.map(({ $ref }) => $ref));
    const kinds = Object.values(mapping).map(($ref) => resolve<Schema>({ $ref }).properties?.['kind']?.const);
    expect(kinds).toEqual(Object.keys(mapping));
    expect(UnknownInstruction.properties?.['kind']?.not?.enum).toEqual(kinds);
  });
});
