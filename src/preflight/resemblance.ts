/** A name in lower case, without `-`, `_` and spaces. */
export function fold(name: string): string {
  return name.replace(/[-_\s]/g, '').toLowerCase();
}

/**
 * Finds the known name that another name was probably meant to be: the same when both are folded, or a few letters
 * away, one letter for each four of the known name, at least one and at most three.
 */
export function nearest(name: string, knownNames: readonly string[]): string | undefined {
  const folded = fold(name);
  for (const edits of [0, 1, 2, 3]) {
    const found = knownNames.find(
      (known) => edits <= Math.max(1, known.length / 4) && isWithin(folded, fold(known), edits),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Whether so many edits, or fewer, lead from one text to the other. An edit adds, drops or changes one letter, or
 * swaps two neighbors. The work quadruples with each edit, so keep the number small.
 */
export function isWithin(from: string, to: string, edits: number): boolean {
  if (Math.abs(from.length - to.length) > edits) return false;
  let start = 0;
  while (start < from.length && from[start] === to[start]) start++;
  const a = from.slice(start);
  const b = to.slice(start);
  if (a === b) return true;
  if (edits === 0) return false;
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0];
  return (
    (isSwapped && isWithin(a.slice(2), b.slice(2), edits - 1)) ||
    isWithin(a.slice(1), b.slice(1), edits - 1) ||
    isWithin(a.slice(1), b, edits - 1) ||
    isWithin(a, b.slice(1), edits - 1)
  );
}
