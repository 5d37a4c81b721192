import { describe, expect, it } from 'vitest';
import { bumps } from '../../scripts/diff/found.ts';
import { mapValues, type Tree } from '../../scripts/diff/json.ts';
import { corrections } from '../../scripts/diff/ratings.ts';
import { type Change, specDiff } from '../../scripts/diff/spec-diff.ts';
import { catalogue, type Row, smallDocument, smallOperation } from '../support/small.ts';

const rows = catalogue();
const inOperations = rows.filter(({ where }) => where !== 'document');
const inDocuments = rows.filter(({ where }) => where === 'document');
const title = ({ where, change, bump }: Row) => `${where}: ${change}: ${bump}`;

/** The changes of each row, from one comparison of a document in which each row is a path. */
const changes = (() => {
  const document = (side: 'base' | 'revision') =>
    smallDocument(
      Object.fromEntries(
        inOperations.map((row, index) => [
          `/row-${index}`,
          { post: smallOperation(row.where, row[side], `row${index}`) },
        ]),
      ),
    );
  const all = specDiff(document('base'), document('revision')).changes;
  return inOperations.map((_, index) => all.filter(({ pointer }) => pointer.startsWith(`#/paths/~1row-${index}/`)));
})();
const worst = (found: Change[]) => found.map(({ bump }) => bump).sort((a, b) => bumps.indexOf(b) - bumps.indexOf(a))[0];

describe('every kind of change is rated by what it breaks', () => {
  it.each(inOperations.map((row, index) => [title(row), row, index] as const))('%s', (_, { bump }, index) => {
    expect(worst(changes[index] ?? []) ?? 'none', JSON.stringify(changes[index], null, 2)).toBe(bump);
  });

  it.each(inDocuments.map((row) => [title(row), row] as const))('%s', (_, { base, revision, bump }) => {
    const operation = { '/things': { post: smallOperation('document', {}) } };
    const found = specDiff(smallDocument(operation, base), smallDocument(operation, revision));
    expect(found.bump, JSON.stringify(found.changes, null, 2)).toBe(bump);
  });

  it('covers 80 kinds and 25 changes that touch nothing, and gives a reason for each rating', () => {
    expect(rows.filter(({ bump }) => bump !== 'none').length).toBeGreaterThanOrEqual(80);
    expect(rows.filter(({ bump }) => bump === 'none').length).toBeGreaterThanOrEqual(25);
    expect(new Set(rows.map(title)).size).toBe(rows.length);
    for (const row of rows) expect(row.bump === 'none' || Boolean(row.because), title(row)).toBe(true);
  });

  it('needs each of the corrections: none of them is idle', () => {
    const used = new Set(changes.flat().map(({ corrected }) => corrected?.correction));
    for (const { base, revision } of inDocuments) {
      const operation = { '/things': { post: smallOperation('document', {}) } };
      const found = specDiff(smallDocument(operation, base), smallDocument(operation, revision));
      for (const { corrected } of found.changes) used.add(corrected?.correction);
    }
    expect(corrections.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('a change is told', () => {
  const told = (where: Row['where'], base: Tree, revision: Tree) =>
    specDiff(
      smallDocument({ '/things': { post: smallOperation(where, base) } }),
      smallDocument({ '/things': { post: smallOperation(where, revision) } }),
    ).changes;
  const treatments = (type: string) => ({
    type: 'object',
    properties: {
      treatments: {
        type: 'array',
        items: { type: 'object', required: ['share'], properties: { share: { type } } },
      },
    },
  });

  it('with its place, what it was and is, and who has to do what', () => {
    expect(told('request', treatments('string'), treatments('number'))).toMatchObject([
      {
        bump: 'major',
        hits: 'callers',
        words: 'Request: `treatments[].share` now a number, was a string',
        consequence: 'every existing caller must change',
      },
    ]);
    expect(told('answer', treatments('string'), treatments('number'))).toMatchObject([
      {
        bump: 'major',
        hits: 'readers',
        words: 'Answer 200: `treatments[].share` now a number, was a string',
        consequence: 'readers meet values that they do not know',
      },
    ]);
  });

  it('with the variants that a request now has to match', () => {
    const either = { type: 'object', properties: { a: {}, b: {} } };
    const choice = { ...either, anyOf: [{ required: ['a'] }, { required: ['b'] }] };
    expect(told('request', either, choice)).toMatchObject([
      {
        words: 'Request: (anyOf) must now match one of 2 variants',
        consequence: 'callers that match no variant are refused',
      },
    ]);
  });

  it('under both names where a property takes the place of one that is alike', () => {
    const named = (name: string) => ({
      type: 'object',
      properties: { [name]: { type: 'boolean', description: 'Whether.' } },
    });
    expect(told('answer', named('may'), named('can')).map(({ words }) => words)).toEqual([
      'Answer 200: `may` is gone',
      'Answer 200: `can` is new',
    ]);
  });

  it('as one of the parameter that changed, whatever came before it', () => {
    const list = { type: 'array', items: { type: 'string' } };
    const query = (name: string, schema: Tree) => ({ name, in: 'query', schema });
    const base = { parameters: [query('b', list), query('c', { type: 'string' })] };
    const revision = { parameters: [query('a', {}), query('b', { type: 'array' }), query('c', { type: 'string' })] };
    expect(told('operation', base, revision).map(({ words, parameter }) => [words, parameter])).toEqual([
      ['Request: query parameter `a` is new', 'query a'],
      ['Request: query parameter `b` `[]` is gone', 'query b'],
    ]);
  });

  it('for callers and for readers apart, where one component serves both', () => {
    const shared = (type: string) => {
      const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
      const post = { requestBody: { content }, responses: { '200': { description: 'OK', content } } };
      const components = { schemas: { Thing: { type: 'object', properties: { a: { type } } } } };
      return smallDocument({ '/things': { post } }, { components });
    };
    expect(specDiff(shared('integer'), shared('number')).changes.map(({ bump, hits }) => [bump, hits])).toEqual([
      ['major', 'readers'],
      ['minor', 'callers'],
    ]);
  });

  it("as a class of its own where an answer's enum gains a value", () => {
    const kinds = (values: string[], open: boolean) => ({
      type: 'string',
      enum: values,
      ...(open ? { 'x-open-enum': true } : {}),
    });
    const classOf = (open: boolean) =>
      told('answer', kinds(['x'], open), kinds(['x', 'y'], open)).map((change) => [change.bump, change.class]);
    expect(classOf(false)).toEqual([['major', 'answer-enum-gained']]);
    expect(classOf(true)).toEqual([['minor', 'answer-enum-gained']]);
    const request = told('request', kinds(['x'], false), kinds(['x', 'y'], false));
    expect(request.map((change) => change.class)).toEqual([undefined]);
  });

  it('with the reason wherever the rating is not the one of Redocly', () => {
    const [change] = told('operation', {}, { requestBody: { required: true, content: {} } });
    expect(change?.corrected).toEqual({
      from: 'minor',
      because: 'no call of yesterday has a body',
      correction: 'required-body-added',
    });
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

it('refuses a document with a reference that leads nowhere', () => {
  const document = smallDocument({ '/things': { post: smallOperation('request', { $ref: './other.yaml#/Thing' }) } });
  expect(() => specDiff(document, document)).toThrow('./other.yaml#/Thing');
});
