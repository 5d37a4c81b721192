import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Change } from '../../scripts/comparison/changes.ts';
import { ratings } from '../../scripts/comparison/ratings.ts';
import { specDiff } from '../../scripts/comparison/spec-diff.ts';
import { reasons } from '../../scripts/diff/reasons.ts';
import { disagreements, redoclyDiff } from '../../scripts/diff/second-opinion.ts';
import { isTree, type Tree, tree } from '../../scripts/lib/json.ts';
import { largest } from '../../scripts/lib/versions.ts';
import { describeWith, pairs } from '../support/shared.ts';
import { catalogue, type Row, smallDocument, smallOperation } from '../support/small.ts';

const rows = catalogue();
const inOperations = rows.filter(({ where }) => where !== 'document');
const inDocuments = rows.filter(({ where }) => where === 'document');
const title = ({ where, change, bump }: Row) => `${where}: ${change}: ${bump}`;

/** One document in which each row of an operation is a path. */
const whole = (side: 'base' | 'revision') =>
  smallDocument(
    Object.fromEntries(
      inOperations.map((row, index) => [
        `/row-${index}`,
        { post: smallOperation(row.where, row[side], `row${index}`) },
      ]),
    ),
  );
const small = (row: Row, side: 'base' | 'revision') =>
  smallDocument({ '/things': { post: smallOperation('document', {}) } }, row[side]);
const wholeChanges = specDiff(whole('base'), whole('revision')).changes;
const changesOf = (row: Row): Change[] => {
  if (row.where === 'document') return specDiff(small(row, 'base'), small(row, 'revision')).changes;
  const path = ` /row-${inOperations.indexOf(row)}`;
  return wholeChanges.filter(({ uses }) => uses.some(({ operation = '' }) => `${operation},`.includes(`${path},`)));
};

describe('every kind of change is rated by what it breaks', () => {
  it.each(rows.map((row) => [title(row), row] as const))('%s', (_, row) => {
    const changes = changesOf(row);
    expect(largest(changes.map(({ bump }) => bump)), JSON.stringify(changes, null, 2)).toBe(row.bump);
  });

  it('covers 80 kinds and 25 changes that touch nothing, and gives a reason for each rating', () => {
    expect(rows.filter(({ bump }) => bump !== 'none').length).toBeGreaterThanOrEqual(80);
    expect(rows.filter(({ bump }) => bump === 'none').length).toBeGreaterThanOrEqual(25);
    expect(new Set(rows.map(title)).size).toBe(rows.length);
    for (const row of rows) expect(row.bump === 'none' || Boolean(row.because), title(row)).toBe(true);
  });

  it('uses each row of the table of ratings', () => {
    const used = new Set(rows.flatMap(changesOf).map(({ rating }) => rating));
    expect([...ratings.keys()].filter((kind) => !used.has(kind))).toEqual([]);
  });
});

/** Keywords that a schema may get or lose. */
const keywords: Tree[] = [
  ...[
    { type: 'string' },
    { enum: ['x', 1] },
    { const: 'x' },
    { format: 'int32' },
    { deprecated: true },
    { default: 'x' },
  ],
  ...[{ minLength: 2 }, { maxLength: 9 }, { pattern: '^a' }, { minimum: 1 }, { maximum: 9 }, { multipleOf: 3 }],
  ...[{ exclusiveMinimum: 0 }, { exclusiveMaximum: 9 }, { minItems: 1 }, { maxItems: 2 }, { uniqueItems: true }],
  ...[
    { required: ['a'] },
    { required: ['a', 'b'] },
    { dependentRequired: { a: ['b'] } },
    { additionalProperties: false },
  ],
  ...[{ additionalProperties: {} }, { properties: { a: {} } }, { properties: { b: { type: 'integer' } } }],
  ...[
    { items: { type: 'integer' } },
    { prefixItems: [{ type: 'string' }] },
    { contains: {} },
    { not: { enum: ['x'] } },
  ],
  ...[{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { anyOf: [{ required: ['a'] }, { required: ['b'] }] }],
  ...[{ allOf: [{ type: 'object' }] }, { readOnly: true }, { writeOnly: true }, { description: 'Other.' }],
];

/** A schema, and all in it. */
function schemasIn(schema: unknown): Tree[] {
  if (!isTree(schema)) return [];
  const { items, additionalProperties, not, properties, oneOf, anyOf, allOf } = schema;
  const inner = [items, additionalProperties, not, ...Object.values(tree(properties)), oneOf, anyOf, allOf].flat();
  return [schema, ...inner.flatMap(schemasIn)];
}

describe('Redocly is consulted, on the unmodified documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-opinion-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (name: string, document: Tree) => {
    writeFileSync(join(folder, name), JSON.stringify(document));
    return join(folder, name);
  };
  const opinionsOf = (base: Tree, revision: Tree, name = 'whole') =>
    redoclyDiff(written(`${name}-base.json`, base), written(`${name}-revision.json`, revision));

  it('and overruled only for a named reason, each of which is needed', async () => {
    const [base, revision] = [whole('base'), whole('revision')];
    const all = disagreements(await opinionsOf(base, revision), wholeChanges, base, revision);
    for (const [index, row] of inDocuments.entries()) {
      // Where the table says it breaks, there is little to disagree on, and each run costs a second.
      if (row.bump === 'major') continue;
      const [before, after] = [small(row, 'base'), small(row, 'revision')];
      all.push(...disagreements(await opinionsOf(before, after, `row-${index}`), changesOf(row), before, after));
    }
    expect(all.filter(({ reason }) => reason === undefined)).toEqual([]);
    const used = new Set(all.map(({ reason }) => reason));
    expect(Object.keys(reasons).filter((reason) => !used.has(reason))).toEqual([]);
  });

  it('and for one of the same reasons where each change is taken back', async () => {
    const [base, revision] = [whole('revision'), whole('base')];
    const { changes } = specDiff(base, revision);
    const all = disagreements(await opinionsOf(base, revision, 'back'), changes, base, revision);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ reason }) => reason === undefined)).toEqual([]);
  });

  it('and for one of the same reasons where a keyword comes or goes anywhere in a schema', async () => {
    const schemas = inOperations.filter(({ where }) => where === 'request' || where === 'response');
    const edit = fc.record({
      row: fc.constantFrom(...schemas),
      more: fc.constantFrom(...keywords),
      at: fc.nat(),
      isGone: fc.boolean(),
    });
    const edits = fc.sample(edit, { numRuns: 400, seed: 1 });
    const sides = edits.map(({ row, more, at, isGone }) => {
      const [plain, edited] = [structuredClone(row.base), structuredClone(row.base)];
      const places = schemasIn(edited);
      Object.assign(places[at % places.length] ?? {}, structuredClone(more));
      return { where: row.where, sides: isGone ? [edited, plain] : [plain, edited] };
    });
    const [base, revision] = [0, 1].map((side) =>
      smallDocument(
        Object.fromEntries(
          sides.map(({ where, sides: all }, index) => [
            `/row-${index}`,
            { post: smallOperation(where, all[side] ?? {}) },
          ]),
        ),
      ),
    ) as [Tree, Tree];
    const { changes } = specDiff(base, revision);
    const all = disagreements(await opinionsOf(base, revision, 'drawn'), changes, base, revision);
    const unexplained = all.filter(({ reason }) => reason === undefined);
    const rowOf = ({ pointer }: { pointer: string }) => sides[Number(/row-(\d+)/.exec(pointer)?.[1])];
    expect(unexplained.map((one) => ({ ...one, ...rowOf(one) }))).toEqual([]);
  });

  it('if the table misses a break, and then there is no reason', async () => {
    const [base, revision] = ['string', 'integer'].map((type) =>
      smallDocument({ '/things': { post: smallOperation('request', { properties: { a: { type } } }) } }),
    ) as [Tree, Tree];
    const found = disagreements(await opinionsOf(base, revision, 'missed'), [], base, revision);
    expect(found).toMatchObject([
      { rule: 'schema-type-changed', pointer: expect.stringMatching(/properties\/a\/type$/) },
    ]);
    expect(found[0]).not.toHaveProperty('reason');
  });
});

describeWith(pairs, 'pairs that were rated wrongly once', () => {
  const expected: { n: string; want: string; why: string }[] = JSON.parse(
    readFileSync(`${pairs}/expected.json`, 'utf8'),
  );
  it.each(expected.map(({ n, want, why }) => [n, want, why]))('%s is %s: %s', (name, want) => {
    const [base, revision] = ['a', 'b'].map((side) =>
      JSON.parse(readFileSync(`${pairs}/${name}.${side}.json`, 'utf8')),
    );
    const { bump, changes } = specDiff(base, revision);
    const isRight = want.startsWith('not ') ? bump !== want.slice(4) : want.split(/ or | at /).includes(bump);
    expect(isRight, JSON.stringify(changes, null, 2)).toBe(true);
    for (const path of want.match(/\/\w+/g) ?? [])
      expect(changes[0]?.uses.map(({ operation }) => operation)).toContainEqual(expect.stringContaining(path));
  });
});
