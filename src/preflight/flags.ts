/** Advice about the flags of an iteration. */

import { type PlacedMessage, quote } from './advice.ts';
import type { Iteration } from './read.ts';
import { fold, isWithin } from './resemblance.ts';

const otherWords = new Set(['fallthru', 'default', 'defaultrule']);

/** A flag's default rule is exactly `fallthrough`. Any other ID is that of a targeting rule. */
export function* ruleIdFallthrough({ flags }: Iteration): Iterable<PlacedMessage> {
  for (const { path, fields } of flags) {
    const ruleId = fields.get('ruleId');
    if (typeof ruleId !== 'string' || ruleId === 'fallthrough' || !meansFallthrough(ruleId)) continue;
    const message = `${quote(ruleId)} is probably not the ID of a rule: write "fallthrough" for the default rule.`;
    yield { path: [...path, 'ruleId'], message };
  }
}

function meansFallthrough(ruleId: string): boolean {
  const folded = fold(ruleId);
  return otherWords.has(folded) || isWithin(folded, 'fallthrough', 2);
}

/** `reallocationFrequencyMillis` is for multi-armed bandits. Nothing else in the body shows whether it is one. */
export function* reallocationForBandits({ fields }: Iteration): Iterable<PlacedMessage> {
  if (!fields.has('reallocationFrequencyMillis')) return;
  yield {
    path: ['reallocationFrequencyMillis'],
    message: 'reallocationFrequencyMillis is meant for multi-armed bandits: leave it out of any other experiment.',
  };
}
