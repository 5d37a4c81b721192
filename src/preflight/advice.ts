/** The type of advice, and how a check gives it. */

import { cut, type Path } from '../contract/pointer.ts';
import type { Iteration } from './read.ts';

/** How much advice matters: a `warning` is probably a mistake, an `info` is good to know. */
export type AdviceSeverity = 'warning' | 'info';

/** What advice is about. */
export type AdviceCode =
  | 'baseline-count'
  | 'single-treatment'
  | 'allocation-sum'
  | 'allocation-not-decimal'
  | 'primary-not-in-metrics'
  | 'primary-funnel-not-group'
  | 'flag-not-listed'
  | 'variation-repeated'
  | 'treatment-name-repeated'
  | 'metric-primary-deprecated'
  | 'reallocation-for-bandits'
  | 'rule-id-fallthrough'
  | 'unknown-property';

/** One piece of advice about an iteration. */
export interface Advice {
  /** What it is about, for programs. */
  code: AdviceCode;
  /** How much it matters. */
  severity: AdviceSeverity;
  /** Where in the body, as a JSON Pointer (RFC 6901). */
  pointer: string;
  /** Where in the body, as property names and indexes: the pointer in parts, unescaped. */
  path: (string | number)[];
  /** One readable sentence: what is there, and what to do. Long values are shortened. */
  message: string;
}

/** What a check says about one location. */
export interface PlacedMessage {
  path: Path;
  message: string;
}

/** Says what is advised, in the order of the places. A check never throws. */
export type Check = (iteration: Iteration) => Iterable<PlacedMessage>;

/** Quotes a text of the input for a message, shortened if it is long. */
export function quote(text: string): string {
  return JSON.stringify(cut(text, longest));
}

/** The longest text of the input in a message, in characters. */
export const longest = 60;
