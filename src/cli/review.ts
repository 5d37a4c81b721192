/** Reviews an iteration against the contract and the vendor's advice, in the order of the file. */

import type { IterationInput } from '../../generated/schema.d.ts';
import { type Issue, validateIterationInput } from '../contract/validate.ts';
import { type Advice, preflightIteration } from '../preflight/index.ts';
import { type Input, readOnly } from './input.ts';
import { type Output, styled } from './output.ts';
import { type Location, placeOf } from './source.ts';
import { printError, type Terminal } from './terminal.ts';

/** What is wrong with an iteration, or advised against, and where. */
export type Entry = (Issue | Advice) & Location & { readonly level: 'error' | 'advice' };

/** The review of one iteration. */
export interface Review {
  readonly input: Input;
  /** By location; at the same location, errors first. */
  readonly entries: readonly Entry[];
  /** How many there are beyond `entries`. */
  readonly omitted: number;
  readonly errors: number;
  readonly advice: number;
}

/** The most entries that are listed; a completely wrong file need not be listed to its end. */
const maxEntries = 100;

/** Reviews an iteration. */
export function reviewInput(input: Input): Review {
  const found = validateIterationInput(input.value).issues ?? [];
  const issues = found.filter(({ rule }) => rule !== 'maxIssues');
  const uncounted = found.filter(({ rule }) => rule === 'maxIssues').reduce((sum, more) => sum + Number(more.found), 0);
  const advice = preflightIteration(input.value);
  const placed = (level: Entry['level']) => (one: Issue | Advice) => ({ level, ...input.locate(one.path), ...one });
  const entries = [...issues.map(placed('error')), ...advice.map(placed('advice'))].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return {
    input,
    entries: entries.slice(0, maxEntries),
    omitted: Math.max(0, entries.length - maxEntries) + uncounted,
    errors: issues.length + uncounted,
    advice: advice.length,
  };
}

/**
 * Reads the one iteration of a file and prints its review. Returns `undefined` if it breaks the contract, and says so.
 *
 * @throws InputError when it cannot be read.
 */
export async function readReviewed(
  terminal: Terminal,
  file: string,
  signal: AbortSignal,
): Promise<IterationInput | undefined> {
  const input = await readOnly(file, terminal, 'iteration', signal);
  const review = reviewInput(input);
  printReview(terminal.stderr, review);
  if (review.errors === 0) return input.value as IterationInput;
  printError(terminal, 'the iteration breaks the contract: fix the errors first. Nothing was sent.');
  return undefined;
}

/** Prints a review, one line per entry. */
export function printReview(output: Output, { input, entries, omitted }: Review): void {
  for (const { level, message, pointer, ...location } of entries) {
    printEntry(output, level, placeOf(input.file, location), `${message}${pointer && ` (${pointer})`}`);
  }
  if (omitted > 0) output.line(`and ${omitted} more in `, input.file);
}

/** Prints what is wrong at a location. The location does not come first: the name of a file is untrusted text. */
export function printEntry(output: Output, level: Entry['level'], place: string, message: string): void {
  output.line(styled(level === 'error' ? 'red' : 'yellow', `${level}:`), ' ', styled('bold', place), ` ${message}`);
}

/** A number and its noun. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
