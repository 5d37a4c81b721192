/** Advice about properties that the contract does not know, which may be typos. */

import {
  FlagInputProperties,
  IterationInputProperties,
  MetricInputProperties,
  TreatmentInputProperties,
  TreatmentParameterInputProperties,
} from '../../generated/constants.js';
import { type PlacedMessage, quote } from './advice.ts';
import type { Iteration, Place } from './read.ts';
import { nearest } from './resemblance.ts';

/** An unknown property that resembles a known one. Bodies are open: one that resembles none is fine. */
export function* unknownProperty(iteration: Iteration): Iterable<PlacedMessage> {
  const { metrics = [], treatments = [], flags } = iteration;
  yield* misnamed(iteration, IterationInputProperties);
  for (const metric of metrics) yield* misnamed(metric, MetricInputProperties);
  for (const treatment of treatments) {
    yield* misnamed(treatment, TreatmentInputProperties);
    for (const parameter of treatment.parameters) yield* misnamed(parameter, TreatmentParameterInputProperties);
  }
  for (const flag of flags) yield* misnamed(flag, FlagInputProperties);
}

function* misnamed({ path, fields }: Place, knownNames: readonly string[]): Iterable<PlacedMessage> {
  for (const name of fields.keys()) {
    const known = knownNames.includes(name) ? undefined : nearest(name, knownNames);
    if (known === undefined) continue;
    const message = `The contract does not know the property ${quote(name)}: rename it if ${known} is meant.`;
    yield { path: [...path, name], message };
  }
}
