/** Compares what values hold: properties by their names, items by their places, and what nobody names or counts. */
import { list, tree } from '../../lib/json.ts';
import type { Fact, Held } from '../comparison.ts';
import { entries, type Here, item, otherProperties, property, values } from './lookup.ts';
import type { Schemas, View } from './view.ts';

/** Compares the properties, required or not, those that match a pattern, and all others. */
export function compareProperties(here: Here): void {
  const { b, a, before, after, unit, inside } = here;
  const [required, isRequired] = [requiredOf(here, before, b), requiredOf(here, after, a)];
  const [was, is] = [entries(b, 'properties'), entries(a, 'properties')];
  for (const name of new Set([...was.keys(), ...is.keys(), ...required.keys(), ...isRequired.keys()])) {
    if (was.has(name) !== is.has(name)) continue;
    const [one, other] = [property(b, name), property(a, name)];
    const isForeign = isUnmet(before.view(one), unit.side) && isUnmet(after.view(other), unit.side);
    const isLifted = before.view(one).isNever && !after.view(other).isNever;
    if (isLifted)
      here.tell({
        kind: 'forbidden property lifted',
        label: `.${name}`,
        ...known({ base: one[0]?.at, revision: other[0]?.at }),
      });
    else if (was.has(name)) inside(`.${name}`, one, other, unit.isForeign || isForeign);
    if (required.has(name) !== isRequired.has(name)) tellRequired(here, name, required.get(name), isRequired.get(name));
  }
  const gone = [...was.keys()].filter((name) => !is.has(name));
  const added = [...is.keys()].filter((name) => !was.has(name));
  const renamed = renames(here, gone, added);
  for (const name of gone) tellGone(here, name, renamed.get(name), required.has(name));
  const newNames = new Set(renamed.values());
  for (const name of added) if (!newNames.has(name)) tellAdded(here, name, isRequired.has(name) && !required.has(name));
  comparePatterns(here);
  compareDependents(here);
  compareOthers(here, 'properties', '.*', otherProperties(b), otherProperties(a));
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

function tellRequired({ b, a, tell }: Here, name: string, was: string | undefined, is: string | undefined): void {
  const kind = is ? 'property required' : 'property optional';
  const places = { base: was ?? property(b, name)[0]?.at, revision: is ?? property(a, name)[0]?.at };
  tell({
    kind,
    label: `.${name}`,
    field: 'required',
    before: was !== undefined,
    after: is !== undefined,
    ...known(places),
  });
}

/** The places that are known. */
function known(places: { base?: string | undefined; revision?: string | undefined }): Partial<Fact> {
  return Object.fromEntries(Object.entries(places).filter(([, at]) => at !== undefined));
}

/** Properties that are alike but for their names, where no other one could be meant. */
function renames({ b, a, isSame }: Here, gone: string[], added: string[]): Map<string, string> {
  const [old, name] = [gone[0], added[0]];
  if (old === undefined || name === undefined || gone.length > 1 || added.length > 1) return new Map();
  return isSame(property(b, old), property(a, name)) ? new Map([[old, name]]) : new Map();
}

function tellGone(here: Here, name: string, newName: string | undefined, isRequired: boolean): void {
  const { b, a, before, after, unit, tell, inside } = here;
  const [was, others] = [property(b, name), property(a, name)];
  const view = before.view(was);
  const isForeign = isUnmet(view, unit.side);
  const fact = { label: `.${name}`, before: was[0]?.value, ...known({ base: was[0]?.at }) };
  if (newName !== undefined) {
    const places = known({ base: was[0]?.at, revision: property(a, newName)[0]?.at });
    tell({ ...fact, kind: 'property renamed', after: newName, names: `\`${newName}\``, isForeign, ...places });
  } else if (isOpenOrClosed(after, others)) {
    const kind = view.isNever ? 'unusable property removed' : `${isRequired ? 'required ' : ''}property removed`;
    tell({ ...fact, kind, isForeign });
  } else {
    inside(`.${name}`, was, others);
    tell({ ...fact, kind: 'property of others' });
  }
}

function tellAdded({ b, a, before, after, tell, inside }: Here, name: string, isRequired: boolean): void {
  const [others, is] = [property(b, name), property(a, name)];
  // What other properties allowed is narrowed or widened by what this one allows.
  if (!isOpenOrClosed(before, others)) inside(`.${name}`, others, is);
  const isForbidden = after.view(is).isNever;
  const kind = isForbidden ? 'property forbidden' : isRequired ? 'required property added' : 'property added';
  tell({ kind, label: `.${name}`, after: is[0]?.value, ...known({ revision: is[0]?.at }) });
}

function isOpenOrClosed(schemas: Schemas, all: Held[]): boolean {
  return schemas.view(all).isNever || schemas.isOpen(all);
}

/** Names that match a pattern: without one, what holds for all other names. */
function comparePatterns({ b, a, inside }: Here): void {
  const [was, is] = [entries(b, 'patternProperties'), entries(a, 'patternProperties')];
  for (const pattern of new Set([...was.keys(), ...is.keys()]))
    inside(`.<${pattern}>`, was.get(pattern) ?? otherProperties(b), is.get(pattern) ?? otherProperties(a));
}

/** Properties that ask for others. */
function compareDependents({ b, a, tell }: Here): void {
  const names = (view: View) =>
    new Set(
      values(view, 'dependentRequired').flatMap((map) =>
        Object.entries(tree(map)).flatMap(([name, all]) => list(all).map((one) => `${name} -> ${one}`)),
      ),
    );
  const [was, is] = [names(b), names(a)];
  const [isLess, isMore] = [[...was].some((one) => !is.has(one)), [...is].some((one) => !was.has(one))];
  if (!isLess && !isMore) return;
  const kind = `limit ${isLess && isMore ? 'other' : isMore ? 'narrower' : 'wider'}`;
  tell({ kind, field: 'dependentRequired', before: [...was], after: [...is] });
}

/** What holds for all that has no schema of its own. To be closed or opened is another thing than to change its type. */
function compareOthers(here: Here, names: string, label: string, was: Held[], is: Held[]): void {
  const { before, after, tell, inside } = here;
  const [wasNever, isNever] = [before.view(was).isNever, after.view(is).isNever];
  const field = names === 'items' ? 'items' : 'additionalProperties';
  const fact = { names, field, ...known({ base: was[0]?.at, revision: is[0]?.at }) };
  if (isNever && before.isOpen(was)) tell({ kind: 'others forbidden', ...fact, before: true, after: false });
  else if (wasNever && !isNever) tell({ kind: 'others allowed', ...fact, before: false, after: is[0]?.value ?? true });
  else inside(label, was, is);
}

/** Compares the items of a list, by their places where these have schemas of their own. */
export function compareItems(here: Here): void {
  const { b, a, inside } = here;
  const count = Math.max(0, ...[b, a].flatMap((view) => values(view, 'prefixItems').map((all) => list(all).length)));
  for (let index = 0; index < count; index += 1) inside(`[${index}]`, item(b, index), item(a, index));
  compareOthers(here, 'items', '[]', item(b), item(a));
}
