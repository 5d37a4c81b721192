/**
 * The second opinion: `redocly diff` on the untouched documents. What it calls major and the table does not has to match
 * one of the reasons here, each of which says what it proves before it overrules Redocly.
 */
import { resolve } from 'node:path';
import { below, isTree, keysOf, list, own, same, type Tree, tree, valueAt } from '../lib/json.ts';
import { startRedocly } from '../lib/redocly.ts';
import type { Change } from './changes.ts';
import { ratingOf } from './ratings.ts';

/** A change in the report of `redocly diff --format json`. */
export interface Opinion {
  path: string;
  typeName: string;
  kind: 'added' | 'removed' | 'modified';
  impact: string;
  property?: string;
  verdicts: { ruleId: string; impact: string; message: string }[];
  base?: { pointer: string; value?: unknown };
  revision?: { pointer: string; value?: unknown };
}

/** An opinion that the table does not share, with the reason; without one, nobody knows who is right. */
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
  const args = ['diff', base, revision, '--config', config, '--format', 'json'];
  const { status, stdout, stderr } = await startRedocly(args, process.cwd());
  // Without its rules Redocly finds nothing breaking, and says so in one line only.
  if (stderr.includes('No diff rules are on')) throw new Error(`${config}: no rules; extend diff-recommended`);
  const report = stdout.startsWith('{') ? JSON.parse(stdout) : undefined;
  if (!report || (status === 0) !== (report.summary.major === 0)) throw new Error(`redocly diff failed:\n${stderr}`);
  return report.changes;
}

/** What a reason looks at. */
interface Case {
  opinion: Opinion;
  rules: string[];
  /** What the table says of the same object, and of what holds it as a whole. */
  ours: Change[];
  /** The object in each document: for a field that changed, the object that has it. */
  objects: [Tree, Tree];
  before: unknown;
  after: unknown;
  /** All opinions, for one may follow from another. */
  all: Opinion[];
  /** All that both documents say, as text. */
  documents: [Tree, Tree];
}

/** Why the table is right and Redocly is not: the reason, and what has to be so for it to count. */
const reasons: { [because: string]: (one: Case) => boolean } = {
  'nobody sends what is read-only or receives what is write-only': ({ ours }) =>
    ours.some(({ affects, rating }) => affects === 'docs' && ratingOf(rating).request.bump !== 'patch'),
  'the values of before are among those of after, or the other way round': ({ ours, opinion }) =>
    ['multipleOf', 'format', 'enum'].includes(opinion.property ?? '') &&
    ours.some(({ rating, property }) => property === opinion.property && /wider|narrower|hidden/.test(rating)),
  'an open enum tells code to expect values that are not listed': ({ ours }) => has(ours, /^open enum/),
  'variants are compared one by one': ({ ours, rules }) =>
    rules.includes('schema-combinator-changed') && has(ours, /^(variant|choice|only one|type|limit|property)/),
  'a parameter may be more than before': ({ ours }) => has(ours, /^allowance set/),
  'a range or the default says the same': ({ ours }) => has(ours, /generalized$/),
  'other properties allow it': ({ ours }) => has(ours, /^(property of others|unusable property removed)/),
  'what asks for less is satisfied by who satisfied more': ({ ours }) =>
    has(ours, /^(security (eased|added)|scopes fewer)/),
  'it stands in what is new or gone as a whole, which is rated itself': ({ ours, rules }) =>
    has(ours, /added$/) && !rules.some((rule) => /^(schema|enum|required|property)/.test(rule)),
  'Redocly pairs by place or likeness what has a name': ({ opinion, all, documents, before }) =>
    all.some(({ property, path }) => /^(key|name)$/.test(property ?? '') && opinion.path.startsWith(`${path}/`)) ||
    namedIn(documents[1], opinion, own(before, 'name') ?? list(before).map((one) => own(one, 'name'))[0] ?? before),
  'no operation reaches it': ({ opinion }) => /^#\/components\/(?!securitySchemes)/.test(opinion.path),
  'it says what holds when it is left out': ({ opinion, objects: [b, a], before, after }) =>
    opinion.property === 'explode' || opinion.property === 'style'
      ? isDefault(b, a, opinion.property)
      : /^min/.test(opinion.property ?? '') && (before ?? 0) === 0 && (after ?? 0) === 0,
  'a format that repeats the type says nothing': ({ opinion, objects: [b, a] }) =>
    opinion.property === 'format' &&
    [b, a].every((one) => one['format'] === undefined || one['format'] === one['type']),
  'references, parts, constants, bounds and choices are compared by what they mean': ({ objects, ours }) =>
    (objects.some((one) => Object.keys(one).some((key) => meanings.has(key))) || same(objects[0], objects[1])) &&
    !ours.some(({ bump }) => bump !== 'patch'),
  'an ignored header parameter is none': ({ before }) =>
    [before]
      .flat()
      .every(
        (one) => own(one, 'in') === 'header' && /^(accept|content-type|authorization)$/i.test(String(own(one, 'name'))),
      ),
  'media types and names of schemes are case-insensitive, and JSON is UTF-8': ({ before, after }) =>
    typeof before === 'string' && spelled(before) === spelled(String(after)),
  'each operation asks for what it asked for before': ({ opinion, ours }) =>
    opinion.typeName.startsWith('SecurityRequirement') && ours.length === 0,
};

const has = (ours: Change[], rating: RegExp) => ours.some((one) => rating.test(one.rating));
const spelled = (text: string) => text.toLowerCase().replace(/;\s*charset="?utf-8"?$/, '');

/** Keywords that say the same as others. */
const meanings = new Set([
  'allOf',
  '$ref',
  'const',
  'enum',
  'anyOf',
  'oneOf',
  'nullable',
  'exclusiveMinimum',
  'exclusiveMaximum',
]);

/** Whether the revision has a parameter of a name at the operation, or its path. */
function namedIn(document: Tree, { typeName, path }: Opinion, name: unknown): boolean {
  if (!typeName.startsWith('Parameter') || name === undefined) return false;
  const keys = keysOf(path).slice(0, 3);
  return [keys, keys.slice(0, 2)].some((way) => {
    const parameters = list(own(valueAt(document, below('#', ...way)), 'parameters'));
    const followed = (one: unknown) =>
      isTree(one) && typeof one['$ref'] === 'string' ? valueAt(document, one['$ref']) : one;
    return parameters.some((one) => own(followed(one), 'name') === name);
  });
}

/** Whether both parameters are written in the same way: by default, or since a single value is written in one. */
function isDefault(b: Tree, a: Tree, field: 'style' | 'explode'): boolean {
  const style = (one: Tree) => one['style'] ?? (/query|cookie/.test(String(one['in'])) ? 'form' : 'simple');
  const explode = (one: Tree) => one['explode'] ?? style(one) === 'form';
  const isSingle = [b, a].every((one) => /^(string|number|integer|boolean)$/.test(String(own(one['schema'], 'type'))));
  return style(b) === style(a) && (field === 'style' || isSingle || explode(b) === explode(a));
}

/** The opinions that the table does not share. */
export function disagreements(all: Opinion[], changes: Change[], before: Tree, after: Tree): Disagreement[] {
  const known = byObject(changes);
  return all.flatMap((opinion) => {
    if (opinion.impact !== 'major') return [];
    const [base, revision] = [opinion.base?.pointer, opinion.revision?.pointer];
    const pointers = [base, revision].flatMap((one) => (one === undefined ? [] : [objectOf(one, opinion)]));
    const ours = [...new Set(pointers.flatMap((pointer) => known(pointer)))];
    if (ours.some(({ bump }) => bump === 'major')) return [];
    const verdicts = opinion.verdicts.filter(({ impact }) => impact === 'major');
    const object = (document: Tree, pointer = '') => {
      const [one, isWhole] = [objectOf(pointer, opinion), opinion.kind !== 'modified'];
      return tree(valueAt(document, isWhole && one === pointer ? one.replace(/\/properties(\/[^/]+)?$/, '') : one));
    };
    const one: Case = {
      ...{ opinion, ours, all, documents: [before, after], rules: verdicts.map(({ ruleId }) => ruleId) },
      ...{ objects: [object(before, base ?? revision), object(after, revision ?? base)] },
      ...{ before: opinion.base?.value, after: opinion.revision?.value },
    };
    const reason = Object.entries(reasons).find(([, holds]) => holds(one))?.[0];
    const [{ ruleId: rule = '', message = '' } = {}] = verdicts;
    return [{ rule, message, pointer: revision ?? base ?? '', ...(reason ? { reason } : {}) }];
  });
}

/** The object that a pointer is about: the one that has a field, a list or a map. */
function objectOf(pointer: string, { property: field }: { property?: string }): string {
  const object = field !== undefined && pointer.endsWith(`/${field}`) ? pointer.slice(0, -field.length - 1) : pointer;
  return object
    .replace(/\/(required|allOf|anyOf|oneOf|prefixItems|not|if|contains|dependentRequired)(\/\d+)?$/, '')
    .replace(/\/security\/.*$/, '/security');
}

/** Finds our changes of an object, of what it holds directly, and of what holds it and is new or gone as a whole. */
function byObject(changes: Change[]): (pointer: string) => Change[] {
  const [at, whole] = [new Map<string, Change[]>(), new Map<string, Change[]>()];
  const add = (map: Map<string, Change[]>, pointer: string, change: Change) =>
    map.set(pointer, [...(map.get(pointer) ?? []), change]);
  for (const change of changes) {
    const { kind, pointer, basePointer } = change;
    for (const one of kind === 'removed' ? [basePointer] : kind === 'added' ? [pointer] : [pointer, basePointer]) {
      const object = objectOf(one, change);
      add(at, object, change);
      if (kind === 'modified') continue;
      add(whole, one, change);
      // A map or a list that is gone is told entry by entry.
      for (const steps of [1, 2]) add(at, object.split('/').slice(0, -steps).join('/'), change);
    }
  }
  return (pointer) => {
    const keys = pointer.split('/');
    const around = keys.flatMap((_, length) => whole.get(keys.slice(0, length + 1).join('/')) ?? []);
    return [...(at.get(pointer) ?? []), ...around];
  };
}
