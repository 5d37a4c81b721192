import { describe, expect, it } from 'vitest';
import { placeText } from '../../scripts/comparison/changes.ts';
import { specDiff } from '../../scripts/comparison/spec-diff.ts';
import { mapValues, type Tree } from '../../scripts/lib/json.ts';
import { smallDocument, smallOperation } from '../support/small.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: Tree) => ({ content: { 'application/json': { schema } } });
const responding = (schema: Tree, schemas: Tree) =>
  smallDocument(
    { '/things': { post: { responses: { '200': { description: 'OK', ...body(schema) } } } } },
    { components: { schemas } },
  );
const told = (base: Tree, revision: Tree) =>
  specDiff(base, revision).changes.map(({ bump, affects, words, uses }) => [bump, affects, words, uses.length]);

describe('a shared schema is rated at every use, and reported once', () => {
  it('with all responses that hold it', () => {
    const errors = (type: unknown) => {
      const responses = ['400', '401', '404'].map((status) => [status, { description: 'No', ...body(ref('Error')) }]);
      const schemas = { Error: { type: 'object', properties: { message: { type } } } };
      return smallDocument(
        { '/things': { post: { responses: Object.fromEntries(responses) } } },
        { components: { schemas } },
      );
    };
    const { changes } = specDiff(errors('string'), errors(['string', 'null']));
    expect(changes).toHaveLength(1);
    expect(changes[0]?.uses.map((use) => placeText(use))).toEqual(
      ['400', '401', '404'].map((status) => `Response ${status}: \`message\``),
    );
  });

  it('as what it is for requests, though its first use is read-only', () => {
    const document = (type: string) =>
      smallDocument(
        {
          '/things': {
            post: smallOperation('request', {
              type: 'object',
              properties: { a: { type: 'object', readOnly: true, properties: { c: ref('C') } }, b: ref('C') },
            }),
          },
        },
        { components: { schemas: { C: { type: 'object', properties: { v: { type } } } } } },
      );
    expect(told(document('string'), document('integer'))).toEqual([
      ['major', 'requests', 'Request: `b.v` is now an integer, was a string', 1],
      ['patch', 'docs', 'Request: `a.c.v` is now an integer, was a string', 1],
    ]);
  });

  it('for requests and responses separately, because a change may break only one of them', () => {
    const shared = (type: string) => {
      const content = body(ref('Thing'));
      const post = { requestBody: content, responses: { '200': { description: 'OK', ...content } } };
      const components = { schemas: { Thing: { type: 'object', properties: { a: { type } } } } };
      return smallDocument({ '/things': { post } }, { components });
    };
    expect(told(shared('integer'), shared('number')).map(([bump, affects]) => [bump, affects])).toEqual([
      ['major', 'responses'],
      ['minor', 'requests'],
    ]);
  });

  it('at every way to it, through lists, maps and variants', () => {
    const schemas = (type: string) => ({
      Leaf: { type: 'object', properties: { v: { type } } },
      Cat: { type: 'object', title: 'Cat', properties: { leaf: ref('Leaf') } },
    });
    const tree = {
      type: 'object',
      properties: {
        list: { type: 'array', items: ref('Leaf') },
        map: { type: 'object', additionalProperties: ref('Leaf') },
        pet: { oneOf: [ref('Cat'), { type: 'string' }] },
      },
    };
    const [change] = specDiff(responding(tree, schemas('string')), responding(tree, schemas('number'))).changes;
    expect(change?.uses.map(({ at }) => at)).toEqual(['`list[].v`', '`map.*.v`', '`pet.leaf.v` (`Cat`)']);
  });
});

describe('references may lead in long rings, and branch without end', () => {
  it.each([600, 5000])('a ring of %i is compared, and each change told', (length) => {
    const ring = (type: string) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `S${index}`,
          {
            type: 'object',
            properties: { next: ref(`S${(index + 1) % length}`), v: { type: index === length - 1 ? type : 'string' } },
          },
        ]),
      );
    const { bump, changes } = specDiff(responding(ref('S0'), ring('string')), responding(ref('S0'), ring('integer')));
    expect([bump, changes.length, changes[0]?.uses.length]).toEqual(['major', 1, 1]);
  });

  it.each(['allOf', 'oneOf', 'anyOf'])('a ring of 600 through %s ends', (keyword) => {
    const ring = (type: string) =>
      Object.fromEntries(
        Array.from({ length: 600 }, (_, index) => [
          `S${index}`,
          { [keyword]: [ref(`S${(index + 1) % 600}`), { type: 'object', properties: { [`v${index}`]: { type } } }] },
        ]),
      );
    expect(specDiff(responding(ref('S0'), ring('string')), responding(ref('S0'), ring('integer'))).bump).toBe('major');
  });

  it('places beyond a limit are not listed, and that is said', () => {
    // Each level refers to the next one twice: the last has two to the power of 20 places.
    const levels = (type: string): Tree => ({
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [
          `L${index}`,
          { type: 'object', properties: { a: ref(`L${index + 1}`), b: ref(`L${index + 1}`) } },
        ]),
      ),
      L20: { type: 'object', properties: { v: { type } } },
    });
    const [change] = specDiff(
      responding(ref('L0'), levels('string')),
      responding(ref('L0'), levels('integer')),
    ).changes;
    expect(change?.isCut).toBe(true);
    expect(change?.uses).toHaveLength(500);
  });
});

describe('a change is told', () => {
  const changes = (where: 'request' | 'response' | 'operation', base: Tree, revision: Tree) =>
    specDiff(
      smallDocument({ '/things': { post: smallOperation(where, base) } }),
      smallDocument({ '/things': { post: smallOperation(where, revision) } }),
    ).changes;

  it('with its place, what it was and is, and why it breaks', () => {
    const share = (type: string) => ({ type: 'array', items: { type: 'object', properties: { share: { type } } } });
    expect(changes('request', share('string'), share('number'))).toMatchObject([
      {
        bump: 'major',
        affects: 'requests',
        words: 'Request: `[].share` is now a number, was a string',
        consequence: 'requests that were valid are rejected',
        property: 'type',
      },
    ]);
  });

  it.each(['request', 'response'] as const)('in one line where a property of a %s is renamed', (where) => {
    const named = (name: string) => ({ type: 'object', required: [name], properties: { [name]: { type: 'boolean' } } });
    const side = where === 'request' ? 'Request' : 'Response 200';
    expect(changes(where, named('may'), named('can')).map(({ words }) => words)).toEqual([
      `${side}: \`may\` is gone, and \`can\`, which looks the same, is new`,
    ]);
  });

  it('in one line where a parameter is renamed, and in two where another one takes its place', () => {
    const named = (name: string, type: string) => ({ parameters: [{ name, in: 'query', schema: { type } }] });
    expect(changes('operation', named('q', 'string'), named('query', 'string'))).toHaveLength(1);
    expect(changes('operation', named('q', 'string'), named('size', 'integer'))).toHaveLength(2);
  });

  it('in one line where a property is new and required, or made required', () => {
    const base = { type: 'object', properties: { a: {} } };
    const words = (revision: Tree) => changes('request', base, revision).map((change) => change.words);
    expect(words({ ...base, required: ['a'] })).toEqual(['Request: `a` is now required']);
    expect(words({ ...base, required: ['b'], properties: { a: {}, b: {} } })).toEqual([
      'Request: `b` is new and required',
    ]);
  });
});

it('leaves the documents that it compares as they were', () => {
  const document = smallDocument({ '/things': { post: smallOperation('request', { type: 'string', const: 'x' }) } });
  const before = JSON.stringify(document);
  specDiff(
    document,
    mapValues(document, (value) => value),
  );
  expect(JSON.stringify(document)).toBe(before);
});

describe('what cannot be compared is refused by name, with its place', () => {
  const refused = (schema: Tree, schemas: Tree = {}) => {
    const document = responding(schema, schemas);
    return () => specDiff(document, document);
  };

  it.each<[string, Tree, Tree, string]>([
    [
      'a reference out of the document',
      { $ref: './other.yaml#/Thing' },
      {},
      './other.yaml#/Thing: a reference out of the document',
    ],
    ['a reference that leads nowhere', ref('Absent'), {}, 'Absent: a reference that leads nowhere'],
    ['a reference that leads to itself', ref('A'), { A: ref('B'), B: ref('A') }, 'a reference that leads to itself'],
    [
      'a dynamic reference with two anchors',
      { $dynamicRef: '#n' },
      { A: { $dynamicAnchor: 'n' }, B: { $dynamicAnchor: 'n' } },
      '#n: 2 schemas have this anchor',
    ],
    [
      'a schema that is none',
      { type: 'object', properties: { a: 'string' } },
      {},
      'a schema must be an object or a boolean',
    ],
  ])('%s', (_, schema, schemas, message) => {
    expect(refused(schema, schemas)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message), at: expect.stringMatching(/^#\//) }),
    );
  });

  it('a dynamic reference with one anchor is followed', () => {
    const node = (type: string) => ({
      Node: { $dynamicAnchor: 'n', type: 'object', properties: { v: { type }, next: { $dynamicRef: '#n' } } },
    });
    expect(
      specDiff(responding({ $dynamicRef: '#n' }, node('string')), responding({ $dynamicRef: '#n' }, node('integer')))
        .bump,
    ).toBe('major');
  });
});
