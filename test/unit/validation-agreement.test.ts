/** ajv compiles the same schemas by itself. The validators agree with it: on each verdict, and on each issue. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validators } from '../../generated/validators.js';
import { compare } from '../../src/contract/validate.ts';
import { document, resolve, type Schema, validatorOf, withMembers } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';

const names = Object.keys(validators) as (keyof typeof validators)[];
const judges = Object.fromEntries(names.map((name) => [name, validatorOf(name)])) as Record<
  keyof typeof validators,
  ReturnType<typeof validatorOf>
>;
const schemaOf = (name: string) => document.components.schemas[name] ?? {};

/** A value with every property, one item in every array and one entry in every map. */
function fullValue(reference: Schema): unknown {
  const schema = withMembers(resolve(reference));
  const { type, properties, additionalProperties, items, enum: values, anyOf, oneOf = anyOf } = schema;
  if (values) return values[0];
  if ('const' in schema) return schema['const'];
  if (Array.isArray(oneOf) && !properties) return fullValue(oneOf[0] as Schema);
  if (properties) return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, fullValue(one)]));
  if (additionalProperties) return { key: fullValue(additionalProperties) };
  const list = items ? [fullValue(items)] : [];
  return { string: 'text', integer: 7, boolean: true, array: list }[[type].flat()[0] ?? ''];
}

/** Whether a value holds a property or a value of an enum that its schema does not know. */
function isStrange(reference: Schema, value: unknown): boolean {
  const { properties, additionalProperties, items, enum: values } = withMembers(resolve(reference));
  if (values) return !values.includes(value as string);
  if (Array.isArray(value)) return items !== undefined && value.some((item) => isStrange(items, item));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => {
    const known = properties ? Object.getOwnPropertyDescriptor(properties, key)?.value : additionalProperties;
    return known ? isStrange(known, inner) : properties !== undefined;
  });
}

/** What ajv finds, as our issues tell it: alternatives as one issue, and of a value of a wrong type nothing more. */
function issuesOfAjv(errors: ErrorObject[]): string[] {
  const all = errors
    .filter(({ schemaPath }) => !/PrimaryMetricSelector\/anyOf\/\d/.test(schemaPath))
    .map(({ keyword, instancePath, params }) => {
      const missing = params['missingProperty'];
      return { rule: keyword, pointer: missing === undefined ? instancePath : `${instancePath}/${missing}` };
    });
  const wrong = new Set(all.filter(({ rule }) => rule === 'type').map(({ pointer }) => pointer));
  const telling = all.filter(({ rule, pointer }) => rule === 'type' || !wrong.has(pointer));
  return [...new Set(telling.map(({ rule, pointer }) => `${rule} ${pointer}`))].sort();
}

/** What we find and what ajv finds. Of a value with more than a hundred unknown things, unknown values are left out. */
function found(name: keyof typeof validators, value: unknown): { ours: string[]; theirs: string[] } {
  const { issues, additions } = compare(validators[name], value, 'request');
  const validate = judges[name];
  const theirs = validate(value) ? [] : issuesOfAjv(validate.errors ?? []);
  const isCut = additions.at(-1)?.rule === 'maxIssues';
  const counts = (one: string) => !isCut || !one.startsWith('enum ');
  const all = [...issues, ...additions.filter(({ rule }) => rule === 'enum')];
  return {
    ours: all
      .map(({ rule, pointer }) => `${rule} ${pointer}`)
      .filter(counts)
      .sort(),
    theirs: theirs.filter(counts),
  };
}

/**
 * ajv reports of every alternative what it lacks, we of the one that is meant. So where a value has alternatives, the
 * verdicts must be the same, and each of our issues at a place where ajv has one.
 */
function expectAgreement(name: keyof typeof validators, value: unknown, title = 'a drawn value'): void {
  const { ours, theirs } = found(name, value);
  const hasAlternatives = theirs.some((one) => one.startsWith('oneOf '));
  if (!hasAlternatives) {
    expect([title, ours]).toEqual([title, theirs]);
    return;
  }
  const places = new Set(theirs.map((one) => one.replace(/^\S+ /, '')));
  const elsewhere = ours.filter((one) => !places.has(one.replace(/^\S+ /, '')));
  expect([title, elsewhere, ours.length > 0]).toEqual([title, [], true]);
}

describe.each(names)('the validator of %s', (name) => {
  const full = fullValue(schemaOf(name));
  const faults = singleFaults(schemaOf(name), full);

  it('takes the value that has everything, at a glance', () => {
    expect(validators[name].isExact(full)).toBe(true);
    expect(judges[name](full)).toBe(true);
  });

  it('finds what ajv finds in every value with a single fault, at the place of the fault', () => {
    expect(faults.length).toBeGreaterThan(10);
    for (const { title, body } of faults) {
      expectAgreement(name, body, title);
      const [issue] = compare(validators[name], body, 'request').issues;
      const isOffOpenEnum = issue === undefined && title.endsWith('off its enum');
      expect(isOffOpenEnum || title.includes(issue?.pointer || 'the body')).toBe(true);
    }
  });

  it('finds what ajv finds in values with many faults', () => {
    const pairs = fc.property(
      fc.constantFrom(...faults),
      fc.constantFrom(...faults),
      ({ body: one }, { body: other }) => {
        const isMixable = [one, other].every(
          (body) => typeof body === 'object' && body !== null && !Array.isArray(body),
        );
        const body = isMixable ? { ...(one as object), ...(other as object) } : one;
        expectAgreement(name, body);
      },
    );
    fc.assert(pairs, { numRuns: 200 });
  });

  it('agrees with ajv on every drawn value, valid or not', () => {
    const values = fc.oneof({ weight: 3, arbitrary: valuesOf(schemaOf(name)) }, fc.jsonValue(), fc.anything());
    fc.assert(
      fc.property(values, (value) => expectAgreement(name, value)),
      { numRuns: 200 },
    );
  });

  it('takes at a glance only what ajv takes, and nothing that the schema does not know', () => {
    const isRight = (value: unknown) =>
      !validators[name].isExact(value) || (judges[name](value) && !isStrange(schemaOf(name), value));
    for (const { body } of faults) expect(isRight(body)).toBe(true);
    fc.assert(fc.property(valuesOf(schemaOf(name)), isRight), { numRuns: 200 });
  });
});
