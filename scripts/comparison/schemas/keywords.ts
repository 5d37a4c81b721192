/** Compares what two schemas say at one place, keyword by keyword. */
import { jsonText, same } from '../../lib/json.ts';
import { isWords } from '../../lib/json-schema.ts';
import type { Compare } from '../comparison.ts';
import { compareChoices } from './choices.ts';
import { compareLimits, compareTypes, limited } from './limits.ts';
import { entries, type Here, schemasUnder, values, whereIs } from './lookup.ts';
import { compareItems, compareProperties } from './members.ts';
import type { Schemas } from './view.ts';

/** Compares the schemas of one document with those of another. */
export function schemaComparer(before: Schemas, after: Schemas): Compare {
  return (unit, comparison) => {
    const [b, a] = [before.view(unit.before), after.view(unit.after)];
    const tell: Here['tell'] = (fact) => {
      const base = whereIs(b, fact.field ?? '') ?? unit.before[0]?.at ?? '';
      const revision = whereIs(a, fact.field ?? '') ?? unit.after[0]?.at ?? '';
      unit.facts.push({ label: '', base, revision, ...fact });
    };
    const here: Here = {
      ...{ unit, comparison, before, after, b, a, tell },
      inside: (label, was, is, isForeign) => {
        if (was.length + is.length === 0) return;
        // Where nothing is said, anything goes.
        const [none, nothing] = [unit.before, unit.after].map((all) => [{ value: true, at: all[0]?.at ?? '' }]);
        comparison.schemas(
          unit,
          label,
          was.length > 0 ? was : (none ?? []),
          is.length > 0 ? is : (nothing ?? []),
          isForeign,
        );
      },
      isSame: (was, is) => ['none', 'patch'].includes(comparison.probe(was, is, unit.side)),
    };
    compareWords(here);
    compareMarks(here);
    if (b.isNever || a.isNever) {
      if (b.isNever !== a.isNever) tell({ kind: a.isNever ? 'nothing allowed' : 'nothing lifted' });
    } else if (!compareChoices(here) && !compareTypes(here)) {
      compareLimits(here);
      compareProperties(here);
      compareItems(here);
      compareConditions(here);
      compareUnknown(here);
    }
  };
}

/** Texts, examples and extensions. Of parts that hold together, all are read. */
function compareWords({ b, a, tell }: Here): void {
  const fields = [...b.parts, ...a.parts].flatMap(({ value }) => Object.keys(value)).filter(isWords);
  for (const field of new Set(fields)) {
    const [before, after] = [b, a].map((view) => [...new Set(values(view, field).map(text))].sort()) as [
      string[],
      string[],
    ];
    if (same(before, after)) continue;
    const change = before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed';
    tell({ kind: `words ${change}`, field, before: values(b, field)[0], after: values(a, field)[0] });
  }
}

/** A line break in a source file is none for a reader. */
const text = (value: unknown) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : jsonText(value));

/** What is said of a value without limiting it, and yet is met by code. */
function compareMarks({ b, a, tell }: Here): void {
  for (const field of ['deprecated', 'readOnly', 'writeOnly']) {
    const [before, after] = [b, a].map((view) => values(view, field).includes(true));
    const said = (value: boolean | undefined) => (value ? true : undefined);
    if (before !== after)
      tell({ kind: `${field} ${after ? 'set' : 'unset'}`, field, before: said(before), after: said(after) });
  }
  const [before, after] = [values(b, 'default')[0], values(a, 'default')[0]];
  if (!same(before, after))
    tell({ kind: `default ${before === undefined ? 'added' : 'changed'}`, field: 'default', before, after });
}

/** Conditions, which accept less the more the schema in them accepts: where that differs, nothing more is known. */
function compareConditions(here: Here): void {
  const { b, a, tell, inside, isSame } = here;
  const isCounted = [b, a].some((view) => values(view, 'maxContains').length > 0);
  for (const field of ['not', 'if', 'contains']) {
    const [was, is] = [schemasUnder(b, field), schemasUnder(a, field)];
    for (let index = 0; index < Math.max(was.length, is.length); index += 1) {
      const [one, other] = [was.slice(index, index + 1), is.slice(index, index + 1)];
      if (one.length === 0 || other.length === 0)
        tell({ kind: `condition ${one.length === 0 ? 'added' : 'removed'}`, field });
      else if (field === 'contains' && !isCounted) inside(' (contains)', one, other);
      else if (!isSame(one, other)) tell({ kind: 'condition changed', field });
    }
  }
  for (const field of ['then', 'else', 'propertyNames', 'contentSchema'])
    inside(` (${field})`, schemasUnder(b, field), schemasUnder(a, field));
  const [was, is] = [entries(b, 'dependentSchemas'), entries(a, 'dependentSchemas')];
  for (const name of new Set([...was.keys(), ...is.keys()]))
    inside(` (where \`${name}\` is present)`, was.get(name) ?? [], is.get(name) ?? []);
}

const known = new Set(
  [
    'type',
    'enum',
    'format',
    'x-open-enum',
    'discriminator',
    'default',
    'deprecated',
    'readOnly',
    'writeOnly',
    'required',
  ]
    .concat(['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames'])
    .concat(['dependentRequired', 'dependentSchemas', 'items', 'prefixItems', 'unevaluatedItems', 'contains', 'not'])
    .concat(['if', 'then', 'else', 'contentSchema', 'exclusiveMinimum', 'exclusiveMaximum', ...limited]),
);

/** A keyword that is not known here may mean anything. */
function compareUnknown({ b, a, tell }: Here): void {
  const fields = [...b.parts, ...a.parts].flatMap(({ value }) => Object.keys(value));
  for (const field of new Set(fields.filter((one) => !known.has(one) && !isWords(one)))) {
    const [before, after] = [values(b, field), values(a, field)];
    if (!same(before, after)) tell({ kind: 'unknown changed', field, before: before[0], after: after[0] });
  }
}
