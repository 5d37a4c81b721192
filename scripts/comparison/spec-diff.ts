/** Compares two OpenAPI documents by their effect on requests and responses. */
import { tree } from '../lib/json.ts';
import { Source } from '../lib/openapi.ts';
import type { Bump } from '../lib/versions.ts';
import { type Change, changesOf } from './changes.ts';
import { Comparison } from './comparison.ts';
import { compareOperations } from './documents/operations.ts';
import { Spot } from './documents/spot.ts';
import { compareSchemes, compareSurroundings, renamedSchemes } from './documents/surroundings.ts';
import { compareSchemas } from './schemas/keywords.ts';
import { Schemas } from './view.ts';

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
  const [before, after] = [new Source(tree(base)), new Source(tree(revision))];
  const comparison = new Comparison(new Schemas(before), new Schemas(after), compareSchemas);
  const renamed = renamedSchemes(before, after);
  const docs = { before, after, comparison, renamed, met: new Set<string>(), operations: new Set<string>() };
  const roots = [before, after].map(({ root }) => ({ value: root, at: '#' }));
  const root = new Spot(docs, roots, { part: 'Document', at: '' }, 'request');
  compareOperations(root);
  compareSurroundings(root);
  compareSchemes(root);
  const changes = changesOf(comparison.finish(), docs.operations.size > 1);
  return { bump: changes[0]?.bump ?? 'none', changes };
}
