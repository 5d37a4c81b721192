/** Why the table of ratings is right where Redocly calls a change major and the table does not. */
import type { Change } from '../comparison/changes.ts';
import { ratingOf } from '../comparison/ratings.ts';
import { typeLimitedBy } from '../comparison/schemas/limits.ts';
import { list, own, same, type Tree } from '../lib/json.ts';
import { sharedTypes, typeOf } from '../lib/json-schema.ts';

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

/** What a reason is checked against. */
export interface Case extends Opinion {
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
