/** `preflightIteration`: what LaunchDarkly advises but a schema cannot express. */

import { pointerOf } from '../contract/pointer.ts';
import type { Advice, AdviceCode } from './advice.ts';
import { checks } from './checks.ts';
import { readIteration } from './read.ts';

export type { Advice, AdviceCode, AdviceSeverity } from './advice.ts';

/**
 * Gives advice on an iteration before it is created: what LaunchDarkly's page about the operation advises but the
 * schema cannot express. Advice does not mean that the server rejects the iteration, and no advice does not mean that
 * it accepts it.
 *
 * @param input The body of the request. It may be anything: what cannot be read is skipped, and nothing is changed.
 * @returns The advice in the order of the checks, and within a check in the order of their places. Never throws.
 */
export function preflightIteration(input: unknown): Advice[] {
  const iteration = readIteration(input);
  const codes = Object.keys(checks) as AdviceCode[];
  return codes.flatMap((code) => {
    const { severity, check } = checks[code];
    return Array.from(check(iteration), ({ path, message }) => {
      return { code, severity, pointer: pointerOf(path), path: [...path], message };
    });
  });
}
