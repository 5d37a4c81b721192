/** Advice about the treatments of an iteration. */

import { cut, type Path, pointerOf } from '../contract/pointer.ts';
import { longest, type PlacedMessage, quote } from './advice.ts';
import { isDecimal, sumOf } from './decimal.ts';
import { attempt, type Iteration, type Place } from './read.ts';

const list: Path = ['treatments'];

/** Exactly one treatment must be the baseline. */
export function* baselineCount({ treatments = [] }: Iteration): Iterable<PlacedMessage> {
  const count = treatments.filter(({ fields }) => fields.get('baseline') === true).length;
  if (treatments.length === 0 || count === 1) return;
  const there = count === 0 ? 'No treatment is the baseline' : `${count} treatments are the baseline`;
  yield { path: list, message: `${there}: set baseline to true in exactly one.` };
}

/** An experiment compares at least two treatments. */
export function* singleTreatment({ treatments }: Iteration): Iterable<PlacedMessage> {
  if (treatments === undefined || treatments.length > 1) return;
  const there = treatments.length === 0 ? 'There is no treatment' : 'There is only one treatment';
  const remedy = treatments.length === 0 ? 'add two or more' : 'add another';
  yield { path: list, message: `${there}, so there is nothing to compare: ${remedy}.` };
}

/** The percentages must sum to 100. No advice if one of them is not a decimal number. */
export function* allocationSum({ treatments = [] }: Iteration): Iterable<PlacedMessage> {
  const percents = treatments.map(({ fields }) => fields.get('allocationPercent'));
  if (percents.length === 0 || !percents.every(isDecimal)) return;
  const sum = attempt(() => sumOf(percents));
  if (sum === undefined || sum === '100') return;
  const message = `The allocationPercent values of the treatments sum to ${cut(sum, longest)}: make them sum to 100.`;
  yield { path: list, message };
}

/** A percentage must be a decimal number in a string. */
export function* allocationNotDecimal({ treatments = [] }: Iteration): Iterable<PlacedMessage> {
  for (const { path, fields } of treatments) {
    const percent = fields.get('allocationPercent');
    if (typeof percent !== 'string' || isDecimal(percent)) continue;
    const message = `${quote(percent)} is not a plain decimal number: write digits with an optional fraction, like "33.3".`;
    yield { path: [...path, 'allocationPercent'], message };
  }
}

/** The flag of each parameter must be in `flags`. No advice if `flags` cannot be read. */
export function* flagNotListed({ treatments = [], flagKeys }: Iteration): Iterable<PlacedMessage> {
  if (flagKeys === undefined) return;
  for (const { path, fields } of treatments.flatMap(({ parameters }) => parameters)) {
    const key = fields.get('flagKey');
    if (typeof key !== 'string' || flagKeys.has(key)) continue;
    yield {
      path: [...path, 'flagKey'],
      message: `The flag ${quote(key)} is not a key of flags: add it to flags, or use one of those flags.`,
    };
  }
}

/** The parameters of one treatment must not repeat a variation. The ID of a variation is unique among all flags. */
export function* variationRepeated({ treatments = [] }: Iteration): Iterable<PlacedMessage> {
  for (const { parameters } of treatments) {
    for (const { path, value, first } of repetitions(parameters, 'variationId')) {
      const message = `The variation ${quote(value)} is also at ${first}: name it only once per treatment.`;
      yield { path, message };
    }
  }
}

/** The names of the treatments must be distinct. */
export function* treatmentNameRepeated({ treatments = [] }: Iteration): Iterable<PlacedMessage> {
  for (const { path, value, first } of repetitions(treatments, 'name')) {
    const message = `The name ${quote(value)} is also at ${first}: give each treatment a unique name.`;
    yield { path, message };
  }
}

/** Where a text property repeats an earlier value, and the pointer to the first occurrence. */
function* repetitions(places: readonly Place[], name: string): Iterable<{ path: Path; value: string; first: string }> {
  const firsts = new Map<string, string>();
  for (const place of places) {
    const value = place.fields.get(name);
    if (typeof value !== 'string') continue;
    const path = [...place.path, name];
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, pointerOf(path));
    else yield { path, value, first };
  }
}
