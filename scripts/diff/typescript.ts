/** What a change to the contract does to TypeScript code: compiled, not guessed. */
import type { ContractDocument } from '../generate/document.ts';
import { types } from '../generate/types.ts';
import { type CompileError, compileErrors } from '../lib/compile.ts';

const generated = 'generated/schema.d.ts';

/** The number of the error for an unused `@ts-expect-error`: a mistake that is now allowed breaks no code. */
const unusedExpectation = 2578;

/**
 * The errors that a change to the contract alone causes in code that uses the types.
 *
 * @param consumers the code, by its paths
 */
export async function newCompileErrors(
  base: object,
  revision: object,
  consumers: { [path: string]: string },
): Promise<CompileError[]> {
  const [before, after] = [await types(base as ContractDocument), await types(revision as ContractDocument)];
  if (before === after) return [];
  // What the package itself has to change does not affect its users.
  const errors = (text: string) => compileErrors({ ...consumers, [generated]: text }, Object.keys(consumers));
  const known = new Set(errors(before).map((error) => JSON.stringify(error)));
  return errors(after).filter((error) => error.code !== unusedExpectation && !known.has(JSON.stringify(error)));
}
