import { describe, expect, it } from 'vitest';
import { align } from '../../scripts/diff/align.ts';
import { mapValues, type Tree, tree } from '../../scripts/diff/json.ts';
import { normalise } from '../../scripts/diff/normalise.ts';
import { document } from '../support/document.ts';
import { catalogue, smallDocument, smallOperation } from '../support/small.ts';
import { asVendor } from '../support/vendor.ts';

/** A document whose one operation answers with a schema, and what the normaliser makes of that schema. */
const answering = (schema: Tree, fields: Tree = {}) =>
  smallDocument({ '/things': { post: smallOperation('answer', schema) } }, fields);
function schemaOf(document: Tree): Tree {
  const { paths, components } = normalise(document);
  const response = tree(tree(tree(tree(paths)['/things'])['post'])['responses'])['200'];
  const schema = tree(tree(tree(tree(response)['content'])['application/json'])['schema']);
  return typeof schema['$ref'] === 'string'
    ? tree(tree(tree(components)['schemas'])[schema['$ref'].split('/').at(-1) ?? ''])
    : schema;
}

describe('a document is written in one way', () => {
  it('says no more the second time: what is normalised stays as it is', () => {
    for (const one of [document, asVendor(document)]) {
      const once = normalise(one);
      expect(inlined(normalise(once))).toBe(inlined(once));
    }
  });

  it('keeps the document that it is given', () => {
    const before = JSON.stringify(document);
    normalise(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  it('drops what no operation reaches', () => {
    const used = { type: 'object', properties: { a: { type: 'string' } } };
    const schemas = { Used: used, Unused: { type: 'string' } };
    const { components } = normalise(answering({ $ref: '#/components/schemas/Used' }, { components: { schemas } }));
    expect(Object.values(tree(tree(components)['schemas']))).toEqual([used]);
    expect(Object.keys(tree(tree(components)['securitySchemes']))).toEqual(['key']);
  });

  it('writes a schema once for each side that reaches it, however often that is', () => {
    const schemas = {
      Thing: {
        type: 'object',
        properties: { parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
      },
    };
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
    const answers = { '200': { description: 'OK', content }, '201': { description: 'OK', content } };
    const paths = { '/things': { post: { requestBody: { content }, responses: answers } } };
    const { components } = normalise(smallDocument(paths, { components: { schemas } }));
    expect(Object.keys(tree(tree(components)['schemas'])).sort()).toEqual(['answer.Thing', 'request.Thing']);
  });
});

describe('a schema', () => {
  it.each<[string, Tree, Tree]>([
    [
      'takes in what allOf adds',
      { type: 'object', allOf: [{ properties: { a: {} } }, { required: ['a'] }] },
      { type: 'object', properties: { a: {} }, required: ['a'] },
    ],
    [
      'keeps allOf where two parts disagree',
      { allOf: [{ type: 'string', pattern: 'a' }, { pattern: 'b' }] },
      { type: 'string', pattern: 'a', allOf: [{ pattern: 'b' }] },
    ],
    [
      'keeps a closed part apart from properties that it does not name',
      { properties: { a: {} }, allOf: [{ properties: { b: {} }, additionalProperties: false }] },
      { properties: { a: {} }, allOf: [{ properties: { b: {} }, additionalProperties: false }] },
    ],
    [
      'takes a choice into a closed object that names all of its properties',
      {
        type: 'object',
        additionalProperties: false,
        properties: { a: {}, b: {} },
        allOf: [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }],
      },
      {
        type: 'object',
        additionalProperties: false,
        properties: { a: {}, b: {} },
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
      },
    ],
    [
      'keeps a text that the outer one hides',
      { description: 'Outer.', allOf: [{ type: 'string', description: 'Inner.' }] },
      { description: 'Outer.', type: 'string', 'x-further-text': '["Inner."]' },
    ],
    [
      'holds null among its types',
      { oneOf: [{ type: 'string', enum: ['x'] }, { type: 'null' }] },
      { type: ['null', 'string'], enum: ['x', null] },
    ],
    ['is what its only branch is', { anyOf: [{ type: 'string', maxLength: 3 }] }, { type: 'string', maxLength: 3 }],
    [
      'has bounds of integers that are reached',
      { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 10 },
      { type: 'integer', minimum: 1, maximum: 9 },
    ],
    [
      'keeps exclusive bounds of numbers',
      { type: 'number', exclusiveMinimum: 0 },
      { type: 'number', exclusiveMinimum: 0 },
    ],
    [
      'keeps the properties whose names look like keywords',
      {
        type: 'object',
        properties: { required: { type: 'boolean' }, 'x-a': { type: 'string' }, example: { type: 'string' } },
      },
      {
        type: 'object',
        properties: { required: { type: 'boolean' }, 'x-a': { type: 'string' }, example: { type: 'string' } },
      },
    ],
    [
      'loses the line breaks of its text',
      { type: 'string', description: 'One\n two.\n' },
      { type: 'string', description: 'One two.' },
    ],
  ])('%s', (_, schema, expected) => {
    expect(schemaOf(answering(schema))).toEqual(expected);
  });

  it('takes in what stands beside a reference, in 3.1, and ignores it, in 3.0', () => {
    const components = { schemas: { Name: { type: 'string', description: 'A name.' } } };
    const schema = { $ref: '#/components/schemas/Name', deprecated: true };
    expect(schemaOf(answering(schema, { components }))).toEqual({
      type: 'string',
      description: 'A name.',
      deprecated: true,
    });
    const old = { ...answering(schema, { components }), openapi: '3.0.3' };
    expect(schemaOf(old)).toEqual({ type: 'string', description: 'A name.' });
  });

  it('ends, where it refers to itself in every way', () => {
    const ref = { $ref: '#/components/schemas/Node' };
    const Node = {
      type: 'object',
      properties: {
        a: ref,
        b: { allOf: [ref], description: 'B.' },
        c: { anyOf: [ref, { type: 'null' }] },
        d: { type: 'array', items: { oneOf: [ref, { type: 'string' }] } },
      },
    };
    expect(Object.keys(tree(schemaOf(answering(ref, { components: { schemas: { Node } } }))['properties']))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});

describe('two documents are prepared for each other', () => {
  it('so that all changes which touch nothing leave no difference but names', () => {
    for (const { bump, where, base, revision, change } of catalogue()) {
      if (bump !== 'none' || where === 'document') continue;
      const [before, after] = [base, revision].map((one) =>
        normalise(smallDocument({ '/things': { post: smallOperation(where, one) } })),
      );
      expect(inlined(before), change).toBe(inlined(after));
    }
  });

  it('with a renamed security scheme under its old name', () => {
    const scheme = { type: 'http', scheme: 'bearer' };
    const [base, revision] = ['one', 'two'].map((name) =>
      normalise(answering({}, { security: [{ [name]: [] }], components: { securitySchemes: { [name]: scheme } } })),
    ) as [Tree, Tree];
    expect(JSON.stringify(align(base, revision)[1])).not.toContain('two');
  });

  it('with a range of statuses written out as far as the other names them', () => {
    const [base, revision] = [['400', '429'], ['4XX']].map((statuses) =>
      normalise(
        smallDocument({
          '/things': {
            post: { responses: Object.fromEntries(statuses.map((status) => [status, { description: 'No' }])) },
          },
        }),
      ),
    ) as [Tree, Tree];
    const aligned = align(base, revision)[1];
    expect(Object.keys(tree(tree(tree(tree(aligned['paths'])['/things'])['post'])['responses'])).sort()).toEqual([
      '400',
      '429',
      '4XX',
    ]);
  });
});

/** What the document's operations say, the names of components aside. */
function inlined(document: Tree = {}): string {
  return JSON.stringify(sorted(resolved(document, document['paths'])));
}

/** The value with every reference into the document followed. */
function resolved(document: Tree, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(document, item));
  const { $ref, ...own } = tree(value);
  if (typeof $ref === 'string')
    return resolved(document, tree(tree(document['components'])['schemas'])[$ref.split('/').at(-1) ?? '']);
  return typeof value === 'object' && value !== null ? mapValues(own, (item) => resolved(document, item)) : value;
}

/** The value with its keys, and the branches of its choices, in order. */
function sorted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item));
    return key === 'anyOf' ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item, name)]),
  );
}
