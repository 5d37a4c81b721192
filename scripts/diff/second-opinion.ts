/**
 * The second opinion: `redocly diff` on the unmodified documents. What it calls major but the table does not has to
 * match one of the reasons here, each of which checks that it applies.
 */
import { resolve } from 'node:path';
import type { Change } from '../comparison/changes.ts';
import { ratingOf } from '../comparison/ratings.ts';
import { typeLimitedBy } from '../comparison/schemas/limits.ts';
import { cached, list, own, same, type Tree, tree, valueAt } from '../lib/json.ts';
import { sharedTypes, typeOf } from '../lib/json-schema.ts';
import { Source } from '../lib/openapi.ts';
import { redocly } from '../lib/redocly.ts';

/** A change in the report of `redocly diff --format json`. */
export interface Opinion {
  path: string;
  typeName: string;
  impact: string;
  /** The field that was modified; undefined where the object itself is new or gone. */
  property?: string;
  verdicts: { ruleId: string; impact: string; message: string }[];
  base?: { pointer: string; value?: unknown };
  revision?: { pointer: string; value?: unknown };
}

/** An opinion that the table does not share, with the reason; without one, the difference is unexplained. */
export interface Disagreement {
  rule: string;
  message: string;
  pointer: string;
  reason?: string;
}

/**
 * What `redocly diff` finds between two files.
 *
 * @throws Error when Redocly fails, or compares without its rules
 */
export async function redoclyDiff(base: string, revision: string): Promise<Opinion[]> {
  const config = resolve('redocly.diff.yaml');
  const { status, stdout, stderr } = await redocly(['diff', base, revision, '--config', config, '--format', 'json']);
  // Without its rules Redocly finds nothing breaking, and mentions it in only one line.
  if (stderr.includes('No diff rules are on')) throw new Error(`${config}: no rules; extend diff-recommended`);
  const report = stdout.startsWith('{') ? JSON.parse(stdout) : undefined;
  if (!report || (status === 0) !== (report.summary.major === 0)) throw new Error(`redocly diff failed:\n${stderr}`);
  return report.changes;
}

/** What a reason is checked against. */
interface Case extends Opinion {
  rule: string;
  /** The ratings of our changes of the same object, and of what holds it and is new or gone as a whole. */
  ours: string;
  changes: Change[];
  before: unknown;
  after: unknown;
  /** The object in each document: for a field that changed, the object that has it. */
  objects: Tree[];
  /** Whether something holds for the objects, or for the schemas that they are parts of. */
  some(holds: (objects: Tree[]) => boolean): boolean;
  /** Whether Redocly took something around it for renamed. */
  isMistaken: boolean;
  /** The parameters that the revision has at the operation and its path. */
  parameters: unknown[];
}

/** Why the table is right and Redocly is not: the reason, and the condition for it to apply. */
export const reasons: { [because: string]: (one: Case) => boolean } = {
  'nobody sends what is read-only or receives what is write-only': ({ changes }) =>
    changes.some(({ affects, rating }) => affects === 'docs' && ratingOf(rating).request.bump !== 'patch'),
  'an open enum tells code to expect values that are not listed': ({ ours }) => /\bopen enum/.test(ours),
  'the values of before are among those of after, or the other way round': ({ changes, property }) =>
    /^(multipleOf|format|enum)$/.test(property ?? '') &&
    changes.some((one) => one.property === property && /wider|narrower|hidden/.test(one.rating)),
  'variants are compared one by one': ({ ours, rule, path }) =>
    (rule === 'schema-combinator-changed' && /variant|choice|only one|type|limit|property/.test(ours)) ||
    (/variant/.test(ours) && /\/(oneOf|anyOf)\//.test(path)),
  'a parameter may be more than before': ({ ours }) => /allowance set/.test(ours),
  'a range or the default says the same': ({ ours }) => /generalized/.test(ours),
  'other properties allow it': ({ ours }) => /property of others|unusable property/.test(ours),
  'nothing was allowed there before': ({ ours }) => /lifted|others allowed/.test(ours),
  'it stands in what is new or gone as a whole, which is rated itself': ({ ours, rule }) =>
    /added(;|$)/.test(ours) && !/^(schema|enum|required|property)/.test(rule),
  'Redocly pairs by place or likeness what has a name': ({ isMistaken, typeName, parameters, before }) => {
    const name = own(before, 'name') ?? list(before).map((one) => own(one, 'name'))[0] ?? before;
    return isMistaken || (typeName.startsWith('Parameter') && parameters.some((one) => own(one, 'name') === name));
  },
  'it says what holds when it is left out': ({ property = '', objects: [b = {}, a = {}], before, after }) =>
    /^min/.test(property)
      ? (before ?? 0) === 0 && (after ?? 0) === 0
      : isNothing(before, after) ||
        (/^(style|explode)$/.test(property) && writing(b)[property] === writing(a)[property]),
  'a limit for values of another type limits nothing': ({ property = '', objects }) => {
    const limited = typeLimitedBy(property);
    const types = objects.map(({ type, enum: values }) => [type ?? list(values).map(typeOf)].flat().map(String));
    return limited !== undefined && types.every((all) => all.length > 0 && sharedTypes(all, [limited]).length === 0);
  },
  'a format that repeats the type says nothing': ({ property, objects }) =>
    property === 'format' && objects.every(({ format, type }) => format === undefined || format === type),
  'an ignored header parameter is none': ({ before, after }) => [before ?? after].flat().every(isIgnored),
  'media types and names of schemes are case-insensitive, and JSON is UTF-8': ({ before, after }) =>
    typeof before === 'string' && spelled(before) === spelled(String(after)),
  'each operation asks for what it asked for before': ({ typeName, ours }) =>
    typeName.startsWith('SecurityRequirement') && ours === '',
  'references, parts, constants, bounds and choices are compared by what they mean': ({ some, changes, property }) =>
    changes.every((one) => one.bump === 'patch' || one.property !== property) && some(haveMeanings),
};

const isIgnored = (parameter: unknown) =>
  /^header (accept|content-type|authorization)$/i.test(`${own(parameter, 'in')} ${own(parameter, 'name')}`);

/** Whether a schema that allows everything was added or removed. */
const isNothing = (before: unknown, after: unknown) =>
  (before ?? after) !== undefined && same(before ?? {}, after ?? {});

const spelled = (text: string) => text.toLowerCase().replace(/;\s*charset="?utf-8"?$/, '');

/** Keywords that say the same as others. */
const meanings = new Set('$ref allOf anyOf oneOf const enum nullable exclusiveMinimum exclusiveMaximum'.split(' '));

/** Whether objects are the same, or one has such a keyword. */
const haveMeanings = (all: Tree[]) =>
  all.every((one) => Object.keys(one).length > 0) &&
  (same(all[0], all[1]) || all.some((one) => Object.keys(one).some((key) => meanings.has(key))));

/** How a parameter is written: as it says, by default, or, if it is a single value, in one way. */
function writing(parameter: Tree): Tree {
  const style = parameter['style'] ?? (/query|cookie/.test(String(parameter['in'])) ? 'form' : 'simple');
  const isSingle = /^(string|number|integer|boolean)$/.test(String(own(parameter['schema'], 'type')));
  return { style, explode: isSingle || (parameter['explode'] ?? style === 'form') };
}

/** The opinions that the table does not share. */
export function disagreements(opinions: Opinion[], changes: Change[], before: Tree, after: Tree): Disagreement[] {
  const known = new Map<string, Change[]>();
  for (const change of changes) for (const at of new Set(objectsOf(change))) cached(known, at, () => []).push(change);
  const changesOf = (object: string) =>
    [object, ...around(object).map((one) => `${one}/*`)].flatMap((at) => known.get(at) ?? []);
  const source = new Source(after);
  const mistakes = opinions.filter(({ property }) => property === 'key' || property === 'name');
  return opinions.flatMap((opinion) => {
    const { base, revision, path, property } = opinion;
    const [old, now] = [base?.pointer ?? revision?.pointer ?? '', revision?.pointer ?? base?.pointer ?? ''];
    const ours = [...new Set([old, now].flatMap((pointer) => objectsAt(pointer, property)).flatMap(changesOf))];
    if (opinion.impact !== 'major' || ours.some(({ bump }) => bump === 'major')) return [];
    const { ruleId: rule = '', message = '' } = opinion.verdicts.find(({ impact }) => impact === 'major') ?? {};
    const objectsIn = (document: Tree, pointer: string) =>
      objectsAt(pointer, property).map((at) => {
        const isWhole = property === undefined && at === pointer;
        return tree(valueAt(document, isWhole ? at.replace(/\/properties(\/[^/]+)?$/, '') : at));
      });
    const [was, is] = [objectsIn(before, old), objectsIn(after, now)];
    const objects = was.map((one, index) => [one, is[index] ?? {}]);
    const [, , item = '', operation = ''] = around(path);
    const parameters = [item, operation].flatMap((at) => list(own(valueAt(after, at), 'parameters')));
    const one: Case = {
      ...{ ...opinion, rule, changes: ours, ours: ours.map(({ rating }) => rating).join(';') },
      ...{ before: base?.value, after: revision?.value, objects: objects[0] ?? [] },
      some: (holds) => objects.some(holds),
      isMistaken: mistakes.some((mistake) => path.startsWith(`${mistake.path}/`)),
      parameters: parameters.map((value) => source.follow({ value, at: '' }).value),
    };
    const reason = Object.keys(reasons).find((because) => reasons[because]?.(one));
    return [{ rule, message, pointer: now, ...(reason === undefined ? {} : { reason }) }];
  });
}

/** A pointer, and those to what is around it, from the outside in. */
function around(pointer: string): string[] {
  return pointer.split('/').map((_, index, keys) => keys.slice(0, index + 1).join('/'));
}

/** Places of a schema in its holder. A property may be called as a keyword is. */
const part =
  /(?<!\/properties)\/(((required|allOf|anyOf|oneOf|prefixItems)(\/\d+)?)|not|if|contains|propertyNames|dependent\w+(\/[^/]+)?)$/;
const keyword = /(?<!\/properties)\/(items|additionalProperties|propertyNames|patternProperties|properties)$/;

/** The object that a pointer is about: the one that has a field, a list or a map, also where `allOf` has it. */
function objectOf(pointer: string, property: string | undefined): string {
  const field = property === undefined ? -1 : pointer.lastIndexOf(`/${property}`);
  const isField = field >= 0 && /^\/[^/]*(\/\d+)?$/.test(pointer.slice(field));
  const whole = property === undefined ? pointer.replace(keyword, '').replace(part, '') : pointer;
  const object = isField ? pointer.slice(0, field) : whole.replace(/\/security\/.*$/, '/security');
  return object.replace(/(\/allOf\/\d+)+$/, '');
}

/** The objects that a pointer is about: a part of a schema, and the schema. */
function objectsAt(pointer: string, property: string | undefined): string[] {
  const object = objectOf(pointer, property);
  return [object, object.replace(part, '')];
}

/** The objects that a change is about: `/*` is all in what is new, gone or forbidden as a whole, or in a condition. */
function objectsOf({ kind, rating, pointer, basePointer, property }: Change): string[] {
  const pointers = kind === 'removed' ? [basePointer] : kind === 'added' ? [pointer] : [pointer, basePointer];
  const isWhole = kind !== 'modified' || /^(condition|nothing)/.test(rating);
  return pointers.flatMap((one) => {
    const objects = objectsAt(one, property);
    // A map or a list that is gone is reported entry by entry.
    const holders = kind === 'modified' ? [] : objects.flatMap((object) => around(object).slice(-3));
    return [...objects, ...holders, ...(isWhole ? [`${one}/*`] : [])];
  });
}
