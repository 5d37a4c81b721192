/** What is found at each keyword of a schema, on each side. */
import { describe, expect, it } from 'vitest';
import { ExperimentPatchInput, type Schema } from '../../generated/validators.js';
import { type Side, walk } from '../../src/contract/walk.ts';

/** Of each issue and each addition the rule and the message, in order. */
function found(value: unknown, schema: Schema, side: Side = 'sent') {
  const { issues, additions } = walk(value, schema, side);
  const told = ({ rule, message }: { rule: string; message: string }) => `${rule}: ${message}`;
  return { issues: issues.issues.map(told), additions: additions.issues.map(told) };
}
const issues = (value: unknown, schema: Schema, side?: Side) => found(value, schema, side).issues;
const text: Schema = { type: 'string' };

describe('the types of a value', () => {
  it('may be several, of which an integer is a number as well', () => {
    const schema = { properties: { a: { type: ['number', 'null'] } } };
    for (const a of [1, 1.5, null]) expect(issues({ a }, schema)).toEqual([]);
    expect(issues({ a: 'x' }, schema)).toEqual(['type: a must be a number or null, but is a string.']);
    expect(issues({ a: 1.5 }, { properties: { a: { type: 'integer' } } })).toEqual([
      'type: a must be an integer, but is a number.',
    ]);
  });

  it('are told without advice where nobody here made the value', () => {
    const schema = { properties: { a: text } };
    expect(issues({ a: 5 }, schema, 'request')).toEqual(['type: a must be a string, but is an integer: write "5".']);
    expect(issues({ a: 5 }, schema, 'response')).toEqual(['type: a must be a string, but is an integer.']);
  });

  it('may be any where the schema says nothing', () => {
    expect(found({ a: [{ b: [1, null] }] }, {})).toEqual({ issues: [], additions: [] });
  });
});

describe('the properties of an object', () => {
  const schema = { type: 'object', properties: { a: text, b: text }, required: ['a'] };

  it('that it does not have break the contract where it must have them', () => {
    expect(issues({}, schema)).toEqual(['required: a must be present.']);
    expect(issues({ a: undefined, b: undefined }, schema)).toEqual(['required: a must be present.']);
    expect(issues(Object.create({ a: 'inherited' }), { properties: { a: text } }, 'response')).toEqual([]);
  });

  it('that the schema does not know are additions, with advice for whoever made a request', () => {
    const value = { a: 'x', c: 1, toString: 2 };
    expect(found(value, schema, 'request')).toEqual({
      issues: [],
      additions: [
        'additionalProperties: c is not in the contract: it may be a typo.',
        'additionalProperties: toString is not in the contract: it may be a typo.',
      ],
    });
    expect(found(value, schema, 'response').additions[0]).toBe('additionalProperties: c is not in the contract.');
    expect(found({ a: 'x', c: undefined }, schema).additions).toEqual([]);
  });

  it('are entries of a map where the schema has one for all', () => {
    const map = { additionalProperties: text };
    expect(found({ x: 'a', y: 5, z: undefined }, map)).toEqual({
      issues: ['type: y must be a string, but is an integer: write "5".', 'type: z must be a string, but is absent.'],
      additions: [],
    });
    expect(
      found({ a: 5, x: 6 }, { properties: { a: { type: 'integer' } }, additionalProperties: text }).issues,
    ).toEqual(['type: x must be a string, but is an integer: write "6".']);
  });

  it('may have to be there in one of several sets', () => {
    const either = {
      properties: { a: text, b: text, c: text },
      anyOf: [{ required: ['a', 'b'] }, { required: ['c'] }],
    };
    for (const value of [{ a: '', b: '' }, { c: '' }, { a: '', b: '', c: '' }, { a: '', c: '' }])
      expect(issues(value, either)).toEqual([]);
    for (const value of [{}, { a: '' }, { b: '' }, { a: '', b: undefined }])
      expect(issues(value, either)).toEqual(['anyOf: a with b or c must be present; both may be.']);
    expect(issues({}, { properties: {}, anyOf: [] })).toEqual([]);
    expect(issues({}, { properties: {}, anyOf: [{}] })).toEqual([]);
  });
});

describe('the items of an array', () => {
  it('are compared each by itself', () => {
    expect(issues(['a', 1, 'b', null], { items: text })).toEqual([
      'type: [1] must be a string, but is an integer: write "1".',
      'type: [3] must be a string, but is null.',
    ]);
  });

  it('are looked into without a schema only where they are sent', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(issues(cyclic, {})).toEqual(['json: [0] contains itself.']);
    expect(issues(cyclic, {}, 'request')).toEqual([]);
    expect(issues({ other: cyclic }, { properties: {} })).toEqual(['json: other[0] contains itself.']);
    expect(issues({ other: cyclic }, { properties: {} }, 'request')).toEqual([]);
    expect(issues({ list: cyclic }, { properties: { list: {} } }, 'response')).toEqual([]);
  });
});

describe('a value of a list', () => {
  it('that is not in it breaks the contract, or is an addition where the list is open', () => {
    const closed = { enum: ['a', 'b'] };
    expect(found('a', closed)).toEqual({ issues: [], additions: [] });
    expect(found('c', closed)).toEqual({
      issues: ['enum: The body is not one of the known values a, b.'],
      additions: [],
    });
    expect(found('c', { ...closed, 'x-open-enum': true })).toEqual({
      issues: [],
      additions: ['enum: The body is not one of the known values a, b.'],
    });
  });

  it('that may not be there breaks the contract', () => {
    expect(issues('a', { not: { enum: ['a'] } })).toEqual(['not: The body must be another value.']);
    expect(issues('b', { not: { enum: ['a'] } })).toEqual([]);
  });
});

describe('of alternatives', () => {
  it('that one is meant that has the kind of the value', () => {
    const schema = { anyOf: [text, { type: 'object', properties: { a: text }, required: ['a'] }] };
    expect(issues('x', schema)).toEqual([]);
    expect(issues({}, schema)).toEqual(['required: a must be present.']);
    expect(issues(5, schema)).toEqual(['type: The body must be a string or an object, but is an integer: write "5".']);
  });

  it('that one is meant that has the value of the property that differs, or else the one for other values', () => {
    const instruction = (value: unknown) => issues({ instructions: [value] }, ExperimentPatchInput);
    expect(instruction({ kind: 'updateName' })).toEqual(['required: instructions[0].value must be present.']);
    expect(instruction({ kind: 'updateExperimentFields', value: { name: { operation: 'add' } } })).toEqual([
      'required: instructions[0].value.name.value must be present.',
    ]);
    expect(instruction({ kind: 'updateExperimentFields', value: { name: { operation: 'remove' } } })).toEqual([]);
    expect(instruction({})).toHaveLength(1);
    expect(instruction({})[0]).toMatch(/^required: instructions\[0\]\.kind must be present/);
    expect(instruction({ kind: 'somethingElse' })).toEqual([]);
    expect(instruction({ kind: 'updateExperimentFields', value: { name: { operation: 'set' } } })).toEqual([
      'enum: instructions[0].value.name.operation is not one of the known values add, update, remove.',
    ]);
    const open = {
      anyOf: [
        { type: 'object', required: ['kind'], properties: { kind: { enum: ['a'] }, a: text } },
        { type: 'object', required: ['kind'], properties: { kind: { type: 'string', not: { enum: ['a'] } }, b: text } },
      ],
    };
    expect(found({ kind: 'a', a: 1, b: 1 }, open).issues).toEqual([
      'type: a must be a string, but is an integer: write "1".',
    ]);
    expect(found({ kind: 'b', a: 1, b: 1 }, open).issues).toEqual([
      'type: b must be a string, but is an integer: write "1".',
    ]);
  });
});

describe('what is sent', () => {
  it('is looked into everywhere, once for each object that the schema leaves open', () => {
    const shared = { bad: Number.NaN };
    expect(issues({ a: shared, b: [shared] }, { properties: {} })).toEqual([
      'json: a.bad is NaN, which JSON cannot represent unchanged: send plain data.',
    ]);
    expect(issues({ a: { bad: Number.NaN } }, { properties: {} }, 'request')).toEqual([]);
  });

  it('has the issues nearer to the root first', () => {
    const item = { properties: { b: { properties: { c: text } } } };
    const schema = { properties: { a: item, d: text } };
    expect(issues({ a: { b: { c: 1 } }, d: 1 }, schema).map((one) => one.split(' ')[1])).toEqual(['d', 'a.b.c']);
  });
});
