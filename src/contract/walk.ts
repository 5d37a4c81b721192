/** Finds every issue of a value that the fast check did not accept, the most useful first, in linear time. */
import type { Schema } from '../../generated/validators.d.ts';
import { IssueList, type Place } from './issue.ts';
import { kindOf } from './kind.ts';
import { lossOf, missing, noneOf, wrongKind } from './sentences.ts';

/** How many items of an array are checked. */
const maxItems = 1_000_000;

/** Whether a value will be sent, was received as a request, or was received as a response. */
export type Side = 'sent' | 'request' | 'response';

/**
 * Visits a value level by level: what is closer to the root comes first, because fixing it may fix the rest. No
 * location is visited twice, and an object that the schema leaves open only once, even if it occurs in many places.
 *
 * @param side What is `sent` must be data that JSON represents unchanged, all of it; what was received came as JSON.
 *   The issues of a request say how to fix it.
 * @returns The issues; and, as additions, the properties and the values of open enums that the schema does not know.
 */
export function walk(value: unknown, schema: Schema, side: Side): { issues: IssueList; additions: IssueList } {
  const isSent = side === 'sent';
  const issues = new IssueList(side !== 'response');
  const additions = new IssueList(side !== 'response');
  const seen = new Set<unknown>();
  let next: Place[] = [];
  let level: Place[] = [{ schema, value }];
  for (let depth = 0; level.length > 0; depth += 1) {
    for (const place of level) visitSafely(place, depth);
    level = next;
    next = [];
  }
  return { issues, additions };

  function visitSafely(place: Place, depth: number): void {
    try {
      visit(place, depth);
    } catch {
      issues.add(place, 'json', 'unreadable', (name) => [`${name} cannot be read: a getter or a proxy throws`]);
    }
  }

  function visit(place: Place, depth: number): void {
    const { parent, key, role } = place;
    if (parent) place.value = read(parent.value, key);
    const kind = kindOf(place.value);
    if (kind === 'absent' && role !== 'entry' && parent) {
      if (role === 'required') issues.add(place, 'required', kind, (name) => missing(name, place));
      return;
    }
    if (role === 'unknown')
      additions.add(place, 'additionalProperties', kind, (name) => [
        `${name} is not in the contract`,
        'it may be a typo',
      ]);
    const rules = place.schema && meant(place.schema, place.value, kind);
    const types = typesOf(rules);
    if (types.length > 0 && !accepts(types, kind)) {
      issues.add(place, 'type', kind, (name) => wrongKind(name, place, types, kind));
      return;
    }
    const loss = isSent ? lossOf(place, kind, depth) : undefined;
    if (loss) issues.add(place, 'json', kind, (name) => [`${name} ${loss[0]}`, loss[1]]);
    else visitInside(place, kind, rules);
  }

  function visitInside(place: Place, kind: string, rules: Schema | undefined): void {
    if (rules?.enum && !rules.enum.includes(place.value)) {
      const list = rules['x-open-enum'] ? additions : issues;
      list.add(place, 'enum', kind, (name) => [`${name} is not one of the known values ${rules.enum?.join(', ')}`]);
    }
    if (rules?.not?.enum.includes(place.value))
      issues.add(place, 'not', kind, (name) => [`${name} must be another value`]);
    if (!rules && (!isSent || seen.has(place.value))) return;
    if (kind === 'object') visitObject(place, rules ?? {});
    if (kind === 'array' && (rules?.items || isSent)) visitArray(place, rules?.items);
    if (!rules && (kind === 'object' || kind === 'array')) seen.add(place.value);
  }

  function visitArray(parent: Place, schema: Schema | undefined): void {
    const { length } = parent.value as unknown[];
    if (length > maxItems) {
      issues.add(parent, 'maxItems', 'array', (name) => [`${name} has more than ${maxItems} items`]);
      return;
    }
    for (let key = 0; key < length; key += 1) next.push({ parent, key, schema, role: 'entry' });
  }

  function visitObject(parent: Place, { properties, required, additionalProperties, anyOf }: Schema): void {
    for (const key of Object.keys(parent.value as object)) {
      if (properties && Object.hasOwn(properties, key)) continue;
      if (additionalProperties) next.push({ parent, key, schema: additionalProperties, role: 'entry' });
      else if (properties || isSent) next.push({ parent, key, role: properties ? 'unknown' : 'optional' });
    }
    for (const key in properties) {
      const isRequired = required?.includes(key);
      if (isRequired || Object.hasOwn(parent.value as object, key)) {
        next.push({ parent, key, schema: properties[key], role: isRequired ? 'required' : 'optional' });
      }
    }
    const sets = anyOf?.map((one) => one.required ?? []) ?? [];
    if (sets.length > 0 && !sets.some((set) => set.every((key) => read(parent.value, key) !== undefined))) {
      issues.add(parent, 'anyOf', 'object', () => noneOf(parent, sets));
    }
  }
}

/** Reads a property or an item as JSON would: only if it is the object's own and enumerable. */
function read(value: unknown, key: string | number | undefined): unknown {
  if (key === undefined || !Object.prototype.propertyIsEnumerable.call(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

/** The alternative that a value is meant to be: by its kind, and by the property that discriminates them. */
function meant(schema: Schema, value: unknown, kind: string): Schema {
  const { anyOf, properties } = schema;
  if (!anyOf || properties) return schema;
  const ofKind = anyOf.filter((one) => accepts(typesOf(one), kind));
  if (ofKind.length < 2) return ofKind[0] ?? { type: anyOf.flatMap(typesOf) };
  const values = (one: Schema, name: string) => one.properties?.[name]?.enum ?? one.properties?.[name]?.not?.enum;
  const key = ofKind[0]?.required?.find((name) => ofKind.every((one) => values(one, name))) ?? '';
  const isMeant = (one: Schema) => !one.properties?.[key]?.enum !== values(one, key)?.includes(read(value, key));
  const known = ofKind.flatMap((one) => values(one, key) ?? []);
  return ofKind.find(isMeant) ?? { type: kind, required: [key], properties: { [key]: { enum: known } } };
}

function typesOf(schema: Schema | undefined): string[] {
  return [schema?.type ?? []].flat() as string[];
}

function accepts(types: readonly string[], kind: string): boolean {
  return types.includes(kind) || (kind === 'integer' && types.includes('number'));
}
