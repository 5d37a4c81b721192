/** Finds which variant of one choice is which of another: by name, by constant, by content, and at last by likeness. */
import { jsonText, list } from '../../lib/json.ts';
import { bare, sharedTypes, typeText } from '../../lib/json-schema.ts';
import type { View } from '../view.ts';

/** A variant, with all that it may be recognized by. */
export interface Variant {
  view: View;
  /** How it is called in a sentence. */
  words: string;
  /** The component that it is, or its title. */
  name: string | undefined;
  /** The first constant that it asks for, such as `kind="cat"`. */
  constant: string | undefined;
  /** What its properties are called. */
  names: Set<string>;
}

/** Comparing each with each ends here; larger choices pair by name, constant and content alone. */
const most = 4096;

/** The name of the component that stands at a place. */
export function componentAt(at: string): string | undefined {
  return /^#\/components\/schemas\/([^/]+)$/.exec(at)?.[1];
}

/** The variants of a choice. The last of the schemas that hold for one is its own. */
export function variantsOf(views: View[]): Variant[] {
  return views.map((view, index) => {
    const own = view.schemas.settled(view.all.at(-1) ?? { value: true, at: '' });
    const name = componentAt(own.at) ?? view.values('title').find((one) => typeof one === 'string');
    const properties = [...view.names('properties')];
    const constants = properties.flatMap((key) => {
      const [only, ...others] = view.property(key).values('enum').flatMap(list);
      return only === undefined || others.length > 0 ? [] : [`${key}=${jsonText(only)}`];
    });
    const known = name ?? constants[0];
    const typed = view.types?.length === 1 ? typeText(view.types) : `variant ${index + 1}`;
    const names = new Set([...properties, ...view.values('required').flatMap(list).map(String)]);
    return { view, words: known ? `\`${known}\`` : typed, name, constant: constants.toSorted()[0], names };
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
  for (const keyOf of [({ name }: Variant) => name, ({ constant }: Variant) => constant, contentOf]) {
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
  return { pairs, lost, gained };
}

const contentOf = ({ view }: Variant) => jsonText(view.all.map(({ value }) => bare(value) ?? value));

/** From 0, for values of no common type, to 1, for the same properties. */
function likeness(x: Variant, y: Variant): number {
  if (x.view.types && y.view.types && sharedTypes(x.view.types, y.view.types).length === 0) return 0;
  const together = new Set([...x.names, ...y.names]).size;
  const common = [...x.names].filter((name) => y.names.has(name)).length;
  return together === 0 ? 0.5 : Math.max(0.1, common / together);
}
