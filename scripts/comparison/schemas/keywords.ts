/** Compares what two schemas say at one place, keyword by keyword. */
import { jsonText, same } from '../../lib/json.ts';
import { isWords } from '../../lib/json-schema.ts';
import type { Comparison, Unit } from '../comparison.ts';
import { compareChoices } from './choices.ts';
import { compareLimits, compareTypes, limited } from './limits.ts';
import { entries, Here, schemasUnder, values } from './lookup.ts';
import { compareItems, compareProperties } from './members.ts';

/** Compares two schemas, adding what it finds to their unit. */
export function compareSchemas(unit: Unit, comparison: Comparison): void {
  const here = new Here(unit, comparison);
  compareWords(here);
  compareMarks(here);
  if (here.b.isNever || here.a.isNever) {
    if (here.b.isNever !== here.a.isNever) here.tell(here.a.isNever ? 'nothing allowed' : 'nothing lifted');
  } else if (!compareChoices(here) && !compareTypes(here)) {
    compareLimits(here);
    compareProperties(here);
    compareItems(here);
    compareConditions(here);
    compareUnknown(here);
  }
}

/** The fields of some sort that one of two views has. */
function fieldsOf({ b, a }: Here, isMeant: (field: string) => boolean): Set<string> {
  return new Set([...b.parts, ...a.parts].flatMap(({ value }) => Object.keys(value)).filter(isMeant));
}

/** Texts, examples and extensions. Of parts that hold together, all are read. */
function compareWords(here: Here): void {
  for (const field of fieldsOf(here, isWords)) {
    const [was, is] = [values(here.b, field), values(here.a, field)];
    if (same(...([was, is].map((all) => [...new Set(all.map(text))].sort()) as [string[], string[]]))) continue;
    const change = was.length === 0 ? 'added' : is.length === 0 ? 'removed' : 'changed';
    here.tell(`words ${change}`, { field, before: was[0], after: is[0] });
  }
}

/** A line break in a source file is none for a reader. */
const text = (value: unknown) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : jsonText(value));

/** What is said of a value without limiting it, and yet is met by code. */
function compareMarks(here: Here): void {
  for (const field of ['deprecated', 'readOnly', 'writeOnly']) {
    const [before, after] = [here.b, here.a].map((view) => values(view, field).includes(true) || undefined);
    if (before !== after) here.tell(`${field} ${after ? 'set' : 'unset'}`, { field, before, after });
  }
  const [before, after] = [values(here.b, 'default')[0], values(here.a, 'default')[0]];
  const change = before === undefined ? 'added' : 'changed';
  if (!same(before, after)) here.tell(`default ${change}`, { field: 'default', before, after });
}

/** Conditions, which accept less the more the schema in them accepts: where that differs, nothing more is known. */
function compareConditions(here: Here): void {
  const { b, a } = here;
  const isCounted = [b, a].some((view) => values(view, 'maxContains').length > 0);
  for (const field of ['not', 'if', 'contains']) {
    const [was, is] = [schemasUnder(b, field), schemasUnder(a, field)];
    for (let index = 0; index < Math.max(was.length, is.length); index += 1) {
      const [one, other] = [was.slice(index, index + 1), is.slice(index, index + 1)];
      if (one.length === 0 || other.length === 0)
        here.tell(`condition ${one.length === 0 ? 'added' : 'removed'}`, { field });
      else if (field === 'contains' && !isCounted) here.inside(' (contains)', one, other);
      else if (!here.isSame(one, other)) here.tell('condition changed', { field });
    }
  }
  for (const field of ['then', 'else', 'propertyNames', 'contentSchema'])
    here.inside(` (${field})`, schemasUnder(b, field), schemasUnder(a, field));
  const [was, is] = [entries(b, 'dependentSchemas'), entries(a, 'dependentSchemas')];
  for (const name of new Set([...was.keys(), ...is.keys()]))
    here.inside(` (where \`${name}\` is present)`, was.get(name) ?? [], is.get(name) ?? []);
}

const known = new Set([
  ...'type enum format x-open-enum discriminator default deprecated readOnly writeOnly required'.split(' '),
  ...'properties patternProperties additionalProperties unevaluatedProperties propertyNames'.split(' '),
  ...'dependentRequired dependentSchemas items prefixItems unevaluatedItems contains not if then else'.split(' '),
  ...['contentSchema', 'exclusiveMinimum', 'exclusiveMaximum', ...limited],
]);

/** A keyword that is not known here may mean anything. */
function compareUnknown(here: Here): void {
  for (const field of fieldsOf(here, (one) => !known.has(one) && !isWords(one))) {
    const [before, after] = [values(here.b, field), values(here.a, field)];
    if (!same(before, after)) here.tell('unknown changed', { field, before: before[0], after: after[0] });
  }
}
