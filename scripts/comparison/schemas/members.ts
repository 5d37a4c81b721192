/** Compares what values hold: properties by their names, items by their places, and what nobody names or counts. */
import { list, tree } from '../../lib/json.ts';
import type { Details } from '../comparison.ts';
import type { Held, Schemas, View } from '../view.ts';
import { wayOf } from './limits.ts';
import { entries, type Here, item, otherProperties, property, values } from './lookup.ts';

/** Compares the properties, required or not, those that match a pattern, and all others. */
export function compareProperties(here: Here): void {
  const { b, a, unit } = here;
  const { before, after } = here.comparison;
  const [required, isRequired] = [requiredOf(here, before, b), requiredOf(here, after, a)];
  const [was, is] = [entries(b, 'properties'), entries(a, 'properties')];
  for (const name of new Set([...was.keys(), ...is.keys(), ...required.keys(), ...isRequired.keys()])) {
    if (was.has(name) !== is.has(name)) continue;
    const [one, other] = [property(b, name), property(a, name)];
    const places = { label: `.${name}`, base: one[0]?.at, revision: other[0]?.at };
    const isForeign = isUnmet(before.view(one), unit.side) && isUnmet(after.view(other), unit.side);
    const isLifted = before.view(one).isNever && !after.view(other).isNever;
    if (isLifted) here.tell('forbidden property lifted', places);
    else if (was.has(name)) here.inside(`.${name}`, one, other, unit.isForeign || isForeign);
    const [base, revision] = [required.get(name), isRequired.get(name)];
    if ((base === undefined) === (revision === undefined)) continue;
    const fact = { field: 'required', before: base !== undefined, after: revision !== undefined };
    const at = { base: base ?? places.base, revision: revision ?? places.revision };
    here.tell(revision ? 'property required' : 'property optional', { ...places, ...fact, ...at });
  }
  const gone = [...was.keys()].filter((name) => !is.has(name));
  const added = [...is.keys()].filter((name) => !was.has(name));
  const newName = gone.length === 1 && added.length === 1 ? renamed(here, gone[0], added[0]) : undefined;
  for (const name of gone) tellGone(here, name, newName, required.has(name));
  for (const name of newName === undefined ? added : [])
    tellAdded(here, name, isRequired.has(name) && !required.has(name));
  comparePatterns(here);
  compareDependents(here);
  compareOthers(here, 'additionalProperties', '.*', otherProperties(b), otherProperties(a));
}

/** The names that its side requires, with the place that says so: nobody sends what is read-only. */
function requiredOf({ unit }: Here, schemas: Schemas, view: View): Map<string, string> {
  const all = view.parts.flatMap(({ value, at }) =>
    list(value['required']).map((name, index) => [String(name), `${at}/required/${index}`] as const),
  );
  return new Map(all.filter(([name]) => !isUnmet(schemas.view(property(view, name)), unit.side)).reverse());
}

/** Whether its side never meets a value: what is read-only in requests, what is write-only in responses. */
function isUnmet(view: View, side: string): boolean {
  return values(view, side === 'request' ? 'readOnly' : 'writeOnly').includes(true);
}

/** The new name of the only property that is gone, where the only new one is like it. */
function renamed(here: Here, old = '', name = ''): string | undefined {
  return here.isSame(property(here.b, old), property(here.a, name)) ? name : undefined;
}

function tellGone(here: Here, name: string, newName: string | undefined, isRequired: boolean): void {
  const { before, after } = here.comparison;
  const [was, others] = [property(here.b, name), property(here.a, name)];
  const view = before.view(was);
  const isForeign = isUnmet(view, here.unit.side);
  const fact = { label: `.${name}`, before: was[0]?.value, base: was[0]?.at };
  if (newName !== undefined) {
    const revision = property(here.a, newName)[0]?.at;
    here.tell('property renamed', { ...fact, after: newName, names: `\`${newName}\``, isForeign, revision });
  } else if (isOpenOrClosed(after, others)) {
    const kind = view.isNever ? 'unusable property removed' : `${isRequired ? 'required ' : ''}property removed`;
    here.tell(kind, { ...fact, isForeign });
  } else {
    here.inside(`.${name}`, was, others);
    here.tell('property of others', fact);
  }
}

function tellAdded(here: Here, name: string, isRequired: boolean): void {
  const { before, after } = here.comparison;
  const [others, is] = [property(here.b, name), property(here.a, name)];
  // What other properties allowed is narrowed or widened by what this one allows.
  if (!isOpenOrClosed(before, others)) here.inside(`.${name}`, others, is);
  const isForbidden = after.view(is).isNever;
  const kind = isForbidden ? 'property forbidden' : isRequired ? 'required property added' : 'property added';
  here.tell(kind, { label: `.${name}`, after: is[0]?.value, revision: is[0]?.at });
}

function isOpenOrClosed(schemas: Schemas, all: Held[]): boolean {
  return schemas.view(all).isNever || schemas.isOpen(all);
}

/** Names that match a pattern: without one, what holds for all other names. */
function comparePatterns(here: Here): void {
  const [was, is] = [entries(here.b, 'patternProperties'), entries(here.a, 'patternProperties')];
  const [others, newOthers] = [otherProperties(here.b), otherProperties(here.a)];
  for (const pattern of new Set([...was.keys(), ...is.keys()]))
    here.inside(`.<${pattern}>`, was.get(pattern) ?? others, is.get(pattern) ?? newOthers);
}

/** Properties that ask for others. */
function compareDependents(here: Here): void {
  const [before = [], after = []] = [here.b, here.a].map((view) => {
    const all = values(view, 'dependentRequired').flatMap((map) => Object.entries(tree(map)));
    return [...new Set(all.flatMap(([name, others]) => list(others).map((one) => `${name} -> ${one}`)))];
  });
  const way = wayOf(after, before, (all, one) => all.includes(one));
  if (way) here.tell(`limit ${way}`, { field: 'dependentRequired', before, after });
}

/** What holds for all that has no schema of its own. To be closed or opened is another thing than to change its type. */
function compareOthers(here: Here, field: string, label: string, was: Held[], is: Held[]): void {
  const { before, after } = here.comparison;
  const [wasNever, isNever] = [before.view(was).isNever, after.view(is).isNever];
  const names = field === 'items' ? 'items' : 'properties';
  const fact: Details = { names, field, base: was[0]?.at, revision: is[0]?.at };
  if (isNever && before.isOpen(was)) here.tell('others forbidden', { ...fact, before: true, after: false });
  else if (wasNever && !isNever) here.tell('others allowed', { ...fact, before: false, after: is[0]?.value ?? true });
  else here.inside(label, was, is);
}

/** Compares the items of a list, by their places where these have schemas of their own. */
export function compareItems(here: Here): void {
  const { b, a } = here;
  const count = Math.max(0, ...[b, a].flatMap((view) => values(view, 'prefixItems').map((all) => list(all).length)));
  for (let index = 0; index < count; index += 1) here.inside(`[${index}]`, item(b, index), item(a, index));
  compareOthers(here, 'items', '[]', item(b), item(a));
}
