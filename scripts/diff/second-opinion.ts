/**
 * The second opinion: `redocly diff` on the unmodified documents. What it calls major but the table does not has to
 * match one of the reasons, each of which checks that it applies.
 */
import { resolve } from 'node:path';
import type { Change } from '../comparison/changes.ts';
import { cached, list, own, type Tree, tree, valueAt } from '../lib/json.ts';
import { Source } from '../lib/openapi.ts';
import { redocly } from '../lib/redocly.ts';
import { type Case, type Opinion, reasons } from './reasons.ts';

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
