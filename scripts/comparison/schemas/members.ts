/** Compares what values hold: properties by their names, items by their places, and what nobody names or counts. */
import { list, tree } from '../../lib/json.ts';
import type { Unit } from '../comparison.ts';
import type { Side } from '../ratings.ts';
import type { Pair, View } from '../view.ts';
import { isIn, wayOf } from './limits.ts';

/** Compares the properties, required or not, those that match a pattern, and all others. */
export function compareProperties(unit: Unit): void {
  const { before, after, side } = unit;
  const [required, isRequired] = unit.both((view) => requiredOf(view, side));
  const [was, is] = unit.both((view) => view.names('properties'));
  for (const name of new Set([...was, ...is, ...required.keys(), ...isRequired.keys()])) {
    if (was.has(name) !== is.has(name)) continue;
    const label = `.${name}`;
    const [one, other] = unit.both((view) => view.property(name));
    const isForeign = unit.isForeign || (isUnmet(one, side) && isUnmet(other, side));
    if (one.merged.isNever && !other.merged.isNever)
      unit.add('forbidden property lifted', { label, base: one.at, revision: other.at });
    else if (was.has(name)) unit.compare(label, [one, other], isForeign);
  }
  for (const name of new Set([...required.keys(), ...isRequired.keys()])) {
    const [wasRequired, nowRequired] = [required.has(name), isRequired.has(name)];
    const [isGone, isNew] = [was.has(name) && !is.has(name), !was.has(name) && is.has(name)];
    // What is gone, or new and required, is reported as that.
    if (wasRequired === nowRequired || isGone || (isNew && nowRequired)) continue;
    const base = required.get(name) ?? before.property(name).at;
    const revision = isRequired.get(name) ?? after.property(name).at;
    const fact = { label: `.${name}`, field: 'required', before: wasRequired, after: nowRequired, base, revision };
    unit.add(`property ${nowRequired ? 'required' : 'optional'}`, fact);
  }
  const gone = [...was].filter((name) => !is.has(name));
  const added = [...is].filter((name) => !was.has(name));
  if (gone.length !== 1 || added.length !== 1 || !isRenamed(unit, gone, added)) {
    for (const name of gone) compareGone(unit, name, required.has(name));
    for (const name of added) compareAdded(unit, name, isRequired.has(name) && !required.has(name));
  }
  // Where one document has no such pattern, what holds for all other names.
  for (const pattern of new Set(unit.both((view) => [...view.names('patternProperties')]).flat())) {
    const views = unit.both((view) => view.under('patternProperties', pattern).or(view.others));
    unit.compare(`.<${pattern}>`, views);
  }
  compareDependents(unit);
  compareOthers(unit, 'additionalProperties', '.*', [before.others, after.others]);
}

/** The names that its side requires, with the place that says so: nobody sends what is read-only. */
function requiredOf(view: View, side: Side): Map<string, string> {
  const all = view.merged.parts.flatMap(({ value, at }) =>
    list(value['required']).map((name, index) => [String(name), `${at}/required/${index}`] as const),
  );
  return new Map(all.filter(([name]) => !isUnmet(view.property(name), side)).reverse());
}

/** Whether its side never meets a value: what is read-only in requests, what is write-only in responses. */
function isUnmet(view: View, side: Side): boolean {
  return view.values(side === 'request' ? 'readOnly' : 'writeOnly').includes(true);
}

/** Whether the only property that is gone is like the only new one; then that is added. */
function isRenamed(unit: Unit, [old = '']: string[], [name = '']: string[]): boolean {
  const [was, is] = [unit.before.property(old), unit.after.property(name)];
  const isLike = unit.comparison.isSame([was, is], unit.side);
  const fact = { label: `.${old}`, before: was.all[0]?.value, base: was.at, isForeign: isUnmet(was, unit.side) };
  if (isLike) unit.add('property renamed', { ...fact, after: name, names: `\`${name}\``, revision: is.at });
  return isLike;
}

function compareGone(unit: Unit, name: string, isRequired: boolean): void {
  const [was, others] = unit.both((view) => view.property(name));
  const fact = { label: `.${name}`, before: was.all[0]?.value, base: was.at };
  const kind = was.merged.isNever ? 'unusable property removed' : `${isRequired ? 'required ' : ''}property removed`;
  if (others.merged.isNever || others.isOpen) unit.add(kind, { ...fact, isForeign: isUnmet(was, unit.side) });
  else {
    unit.compare(`.${name}`, [was, others]);
    unit.add('property of others', fact);
  }
}

function compareAdded(unit: Unit, name: string, isRequired: boolean): void {
  const [others, is] = unit.both((view) => view.property(name));
  // What other properties allowed is narrowed or widened by what this one allows.
  if (!others.merged.isNever && !others.isOpen) unit.compare(`.${name}`, [others, is]);
  const kind = is.merged.isNever ? 'property forbidden' : isRequired ? 'required property added' : 'property added';
  unit.add(kind, { label: `.${name}`, after: is.all[0]?.value, revision: is.at });
}

/** Properties that ask for others. */
function compareDependents(unit: Unit): void {
  const [before, after] = unit.both((view) => {
    const all = view.values('dependentRequired').flatMap((map) => Object.entries(tree(map)));
    return [...new Set(all.flatMap(([name, others]) => list(others).map((one) => `${name} -> ${one}`)))];
  });
  const way = wayOf(after, before, isIn);
  if (way) unit.add(`limit ${way}`, { field: 'dependentRequired', before, after });
}

/** What holds for all that has no schema of its own. To be closed or opened is another thing than to change its type. */
function compareOthers(unit: Unit, field: string, label: string, [was, is]: Pair<View>): void {
  const names = field === 'items' ? 'items' : 'properties';
  const fact = { names, field, base: was.at, revision: is.at };
  if (is.merged.isNever && was.isOpen) unit.add('others forbidden', { ...fact, before: true, after: false });
  else if (was.merged.isNever && !is.merged.isNever)
    unit.add('others allowed', { ...fact, before: false, after: is.all[0]?.value ?? true });
  else unit.compare(label, [was, is]);
}

/** Compares the items of a list, by their places where these have schemas of their own. */
export function compareItems(unit: Unit): void {
  const { before, after } = unit;
  const lists = unit.values('prefixItems').flat().map(list);
  const count = Math.max(0, ...lists.map(({ length }) => length));
  for (let index = 0; index < count; index += 1) unit.compare(`[${index}]`, [before.item(index), after.item(index)]);
  compareOthers(unit, 'items', '[]', [before.item(), after.item()]);
}
