/** Compares two OpenAPI documents by their effect on requests and responses. */
import { tree } from '../lib/json.ts';
import type { Bump } from '../lib/versions.ts';
import { type Change, changesOf } from './changes.ts';
import { Comparison } from './comparison.ts';
import { compareOperations } from './documents/operations.ts';
import { Spot } from './documents/spot.ts';
import { compareSchemes, compareSurroundings, findRenamedSchemes } from './documents/surroundings.ts';
import { Schemas } from './merged.ts';
import { compareSchemas } from './schemas/keywords.ts';

/** What changed between two documents, the worst first, and the bump that it requires. */
export interface SpecDiff {
  bump: Bump;
  changes: Change[];
}

/**
 * Compares two OpenAPI documents (3.0 to 3.2, each in one piece). Both stay as they are.
 *
 * @throws DocumentError where one of them cannot be compared
 */
export function specDiff(base: object, revision: object): SpecDiff {
  const comparison = new Comparison(new Schemas(tree(base)), new Schemas(tree(revision)), compareSchemas);
  const roots = [base, revision].map((value) => ({ value, at: '#' }));
  const root = new Spot(comparison, roots, { part: 'Document', at: '' }, 'request');
  findRenamedSchemes(root);
  compareOperations(root);
  compareSurroundings(root);
  compareSchemes(root);
  const changes = changesOf(comparison.finish(), comparison.operations.size > 1);
  return { bump: changes[0]?.bump ?? 'none', changes };
}
