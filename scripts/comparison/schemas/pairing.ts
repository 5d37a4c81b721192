/** Finds which variant of one choice is which of another: by name, by constant, by content, and at last by likeness. */
import { jsonText, list } from '../../lib/json.ts';
import { bare, sharedTypes } from '../../lib/json-schema.ts';
import type { Held, Schemas } from '../view.ts';
import { entries, property, values } from './lookup.ts';

/** A variant, with all that it may be recognized by. */
export interface Variant {
  all: Held[];
  /** The last of them, which is its own. */
  own: Held;
  /** How it is called in a sentence. */
  words: string;
  /** The component that it is, or its title. */
  name: string | undefined;
  /** The constants that it asks for, such as `kind="cat"`. */
  constants: string[];
  types: string[] | undefined;
  names: Set<string>;
}

/** Comparing each with each ends here; larger choices pair by name, constant and content alone. */
const most = 4096;

/** The name of the component that a schema is. */
export function componentOf({ at }: Held): string | undefined {
  return /^#\/components\/schemas\/([^/]+)$/.exec(at)?.[1];
}

/** The variants of a choice, each a list of schemas that hold together, the last of which is its own. */
export function variantsOf(schemas: Schemas, choice: Held[][]): Variant[] {
  return choice.map((all, index) => {
    const view = schemas.view(all);
    const own = schemas.settled(all.at(-1) ?? { value: {}, at: '' });
    const title = values(view, 'title').find((one) => typeof one === 'string') as string | undefined;
    const types = schemas.types(view);
    const properties = [...entries(view, 'properties').keys()];
    const constants = properties.flatMap((name) => {
      const [only, ...others] = values(schemas.view(property(view, name)), 'enum').flatMap(list);
      return only === undefined || others.length > 0 ? [] : [`${name}=${jsonText(only)}`];
    });
    const asked = values(view, 'required').flatMap(list).map(String);
    const name = componentOf(own) ?? title;
    const [type, ...more] = types ?? [];
    const typed = type && more.length === 0 ? `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}` : `variant ${index + 1}`;
    const known = name ?? constants[0];
    return {
      ...{ all, own, name, constants, types, names: new Set([...properties, ...asked]) },
      words: known ? `\`${known}\`` : typed,
    };
  });
}

/** Pairs the variants of two choices, and says what is left over. A single one is paired with whatever is most like it. */
export function pair(before: Variant[], after: Variant[]) {
  const pairs: [Variant, Variant][] = [];
  const lost = new Set(before);
  const gained = new Set(after);
  const take = (x: Variant, y: Variant) => {
    pairs.push([x, y]);
    lost.delete(x);
    gained.delete(y);
  };
  for (const keyOf of [nameOf, constantsOf, contentOf]) {
    const waiting = Map.groupBy(gained, keyOf);
    for (const x of lost) {
      const key = keyOf(x);
      const y = key === undefined ? undefined : waiting.get(key)?.shift();
      if (y) take(x, y);
    }
  }
  if (lost.size * gained.size <= most) {
    const isForced = before.length === 1 || after.length === 1;
    const all = [...lost].flatMap((x) => [...gained].map((y) => ({ x, y, likeness: likeness(x, y) })));
    for (const one of all.sort((p, q) => q.likeness - p.likeness))
      if (lost.has(one.x) && gained.has(one.y) && (one.likeness >= 0.4 || isForced)) take(one.x, one.y);
  }
  return { pairs, lost: [...lost], gained: [...gained] };
}

const nameOf = ({ name }: Variant) => name;
const constantsOf = ({ constants }: Variant) => constants.toSorted()[0];
const contentOf = ({ all }: Variant) => jsonText(all.map(({ value }) => bare(value) ?? value));

/** From 0, for values of no common type, to 1, for the same properties. */
function likeness(x: Variant, y: Variant): number {
  if (x.types && y.types && sharedTypes(x.types, y.types).length === 0) return 0;
  const together = new Set([...x.names, ...y.names]).size;
  const common = [...x.names].filter((name) => y.names.has(name)).length;
  return together === 0 ? 0.5 : Math.max(0.1, common / together);
}
