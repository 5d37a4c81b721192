/** Compares what two schemas say at one place, keyword by keyword. */
import { jsonText, same } from '../../lib/json.ts';
import { isWords } from '../../lib/json-schema.ts';
import type { Unit } from '../comparison.ts';
import { compareChoices, compareDiscriminators } from './choices.ts';
import { compareLimits, compareTypes, limited } from './limits.ts';
import { compareItems, compareProperties } from './members.ts';

/** Compares two schemas, adding what it finds to their unit. */
export function compareSchemas(unit: Unit): void {
  const [wasNever, isNever] = unit.both((view) => view.merged.isNever);
  compareWords(unit);
  compareMarks(unit);
  if (wasNever !== isNever) unit.add(isNever ? 'nothing allowed' : 'nothing lifted');
  if (wasNever || isNever) return;
  const isAll = compareChoices(unit);
  compareDiscriminators(unit);
  if (isAll || compareTypes(unit)) return;
  compareLimits(unit);
  compareProperties(unit);
  compareItems(unit);
  compareConditions(unit);
  compareUnknown(unit);
}

/** The fields of some sort that one of two views has. */
function fieldsOf(unit: Unit, isMeant: (field: string) => boolean): Set<string> {
  const parts = unit.both((view) => view.merged.parts).flat();
  return new Set(parts.flatMap(({ value }) => Object.keys(value)).filter(isMeant));
}

/** Texts, examples and extensions. Of parts that hold together, all are read. */
function compareWords(unit: Unit): void {
  for (const field of fieldsOf(unit, isWords)) {
    const [was, is] = unit.values(field);
    const [texts, newTexts] = [was, is].map((all) => [...new Set(all.map(text))].sort());
    if (same(texts, newTexts)) continue;
    const change = was.length === 0 ? 'added' : is.length === 0 ? 'removed' : 'changed';
    unit.add(`words ${change}`, { field, before: was[0], after: is[0] });
  }
}

/** A line break in a source file is none for a reader. */
const text = (value: unknown) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : jsonText(value));

/** What is said of a value without limiting it, and yet is met by code. */
function compareMarks(unit: Unit): void {
  for (const field of ['deprecated', 'readOnly', 'writeOnly']) {
    const [before, after] = unit.both((view) => view.values(field).includes(true) || undefined);
    if (before !== after) unit.add(`${field} ${after ? 'set' : 'unset'}`, { field, before, after });
  }
  const [[before], [after]] = unit.values('default');
  const change = before === undefined ? 'added' : 'changed';
  if (!same(before, after)) unit.add(`default ${change}`, { field: 'default', before, after });
}

/** Conditions, which accept less the more the schema in them accepts: where that differs, nothing more is known. */
function compareConditions(unit: Unit): void {
  const isCounted = unit.values('maxContains').flat().length > 0;
  for (const field of ['not', 'if', 'contains']) {
    const [was, is] = unit.both((view) => view.under(field).all.map((one) => view.with([one])));
    for (let index = 0; index < Math.max(was.length, is.length); index += 1) {
      const [one, other] = [was[index], is[index]];
      if (!one || !other) unit.add(`condition ${one ? 'removed' : 'added'}`, { field });
      else if (field === 'contains' && !isCounted) unit.compare(' (contains)', [one, other]);
      else if (!unit.comparison.isSame([one, other], unit.side)) unit.add('condition changed', { field });
    }
  }
  for (const field of ['then', 'else', 'propertyNames', 'contentSchema'])
    unit.compare(` (${field})`, [unit.before.under(field), unit.after.under(field)]);
  for (const name of new Set(unit.both((view) => [...view.names('dependentSchemas')]).flat())) {
    const views = unit.both((view) => view.under('dependentSchemas', name));
    unit.compare(` (where \`${name}\` is present)`, views);
  }
}

const known = new Set([
  ...'type enum format x-open-enum discriminator default deprecated readOnly writeOnly required'.split(' '),
  ...'properties patternProperties additionalProperties unevaluatedProperties propertyNames'.split(' '),
  ...'dependentRequired dependentSchemas items prefixItems unevaluatedItems contains not if then else'.split(' '),
  ...['contentSchema', 'exclusiveMinimum', 'exclusiveMaximum', ...limited],
]);

/** A keyword that is not known here may mean anything. */
function compareUnknown(unit: Unit): void {
  for (const field of fieldsOf(unit, (one) => !known.has(one) && !isWords(one))) {
    const [before, after] = unit.values(field);
    if (!same(before, after)) unit.add('unknown changed', { field, before: before[0], after: after[0] });
  }
}
