import { align } from './align.ts';
import { type Bump, bumps, type Found, isWords } from './found.ts';
import { keysOf, same, type Tree, tree } from './json.ts';
import { normalise } from './normalise.ts';
import { countOperations, follow, type Place, placeOf } from './place.ts';
import { rate } from './ratings.ts';
import { redoclyDiff } from './redocly-diff.ts';
import { unseen } from './unseen.ts';
import { consequence, words } from './words.ts';

/** One change of a contract. */
export interface Change {
  bump: Bump;
  /** Who meets it: `callers` send requests, `readers` receive answers; `people` read the words and examples. */
  hits: 'callers' | 'readers' | 'people';
  /** The place in the contract, such as `Request: treatments[].name`. */
  place: string;
  kind: 'added' | 'removed' | 'modified';
  /** The change in words, its place first. */
  words: string;
  /** What those who are hit have to expect; only where the change is breaking. */
  consequence?: string;
  /** Set where an answer's enum gained values: breaking for exhaustive switches, expected by tolerant readers. */
  class?: 'answer-enum-gained';
  /** What Redocly said of it, where this project overrules it. */
  corrected?: { from: Bump; because: string; correction: string };
  /** Where it stands in the normalised documents, as a JSON Pointer. */
  pointer: string;
  /** The parameter that the pointer leads through, such as `query limit`: the order of parameters says nothing. */
  parameter?: string;
  /** The field that changed, where the object at the pointer is in both documents. */
  property?: string;
  before?: unknown;
  after?: unknown;
}

/** What changed between two documents, the worst first, and the bump that it demands. */
export interface SpecDiff {
  bump: Bump;
  changes: Change[];
}

/**
 * Compares two OpenAPI documents (3.0 or 3.1, each in one piece) as callers and readers see them: both are normalised,
 * `redocly diff` finds and rates the changes, and `ratings.ts` overrules it where it is known to be wrong.
 *
 * @param write writes a document in one way; a caller's own has to build on `normalise`
 * @throws Error when a document cannot be read or compared; never for what the documents say
 */
export function specDiff(base: object, revision: object, write = normalise): SpecDiff {
  const [before, after] = align(write(base), write(revision));
  const operations = Math.max(countOperations(before), countOperations(after));
  const seen = same(before, after) ? [] : redoclyDiff(before, after);
  const changes = seen
    .filter(({ path }) => !path.startsWith('#/components/schemas') && !path.startsWith('#/components/x-items'))
    .map((change) => {
      const found: Found = {
        place: placeOf(change.path, change.kind, before, after),
        node: change.typeName,
        kind: change.kind,
        ...(change.property === undefined ? {} : { property: change.property }),
        before: held(before, change.base?.value),
        after: held(after, change.revision?.value),
        impact: change.impact,
      };
      const { bump, correction } = rate(found);
      const corrected = correction && { from: change.impact, because: correction.because, correction: correction.name };
      return told(found, bump, change.path, operations, corrected);
    });
  const missed = unseen(before, after).map((found) => {
    const corrected = { from: 'none' as const, because: found.because, correction: 'unseen' };
    return told(found, found.impact, pointerText(found.place), operations, corrected);
  });
  const all = [...changes, ...missed].sort((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump));
  return { bump: all[0]?.bump ?? 'none', changes: all };
}

/** The value itself, where it stands behind a name by which items of lists are paired. */
function held(document: Tree, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => held(document, item));
  const { $ref } = tree(value);
  return String($ref).startsWith('#/components/x-items/') ? follow(document, keysOf(String($ref))) : value;
}

function told(found: Found, bump: Bump, pointer: string, operations: number, corrected?: Change['corrected']): Change {
  const { place, property, before, after } = found;
  const effect = consequence(found, bump);
  const gained = property === 'enum' && place.side === 'answer' && Array.isArray(before) && Array.isArray(after);
  const isGain = gained && after.some((value) => !before.includes(value));
  return {
    bump,
    hits: isWords(found) ? 'people' : place.side === 'answer' ? 'readers' : 'callers',
    place: [place.part, place.at.replaceAll('`', '')].filter(Boolean).join(': '),
    kind: found.kind,
    words: words(found, operations),
    ...(effect === undefined ? {} : { consequence: effect }),
    ...(isGain ? { class: 'answer-enum-gained' as const } : {}),
    ...(corrected ? { corrected } : {}),
    pointer,
    ...(place.parameter === undefined ? {} : { parameter: place.parameter }),
    ...(property === undefined ? {} : { property }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function pointerText({ keys }: Place): string {
  return `#${keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}
