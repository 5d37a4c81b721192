/** Migrates off the deprecated operation: what it did, as instructions of Update experiment. */

import type {
  Experiment,
  FieldUpdate,
  IterationInput,
  IterationRep,
  KnownInstruction,
} from '../../generated/schema.d.ts';
import { defaultOf, differencesOf } from './compare.ts';
import { instructions } from './instructions.ts';

/** How much of an input Update experiment can carry out. */
export interface Migration {
  /** The instructions, empty if there is nothing to do or no documented way. */
  readonly instructions: KnownInstruction[];
  /** What cannot be carried over, and why. */
  readonly notCarriedOver: { readonly field: string; readonly reason: string }[];
  /** What else happens, such as an iteration that starts at once. */
  readonly notes: string[];
}

/** Properties of an input that can be removed. */
const optional = new Set([
  'primarySingleMetricKey',
  'primaryFunnelKey',
  'reallocationFrequencyMillis',
  'covariateId',
  'attributes',
]);

/**
 * Returns the instructions that do through Update experiment what create iteration would do with an input: only what
 * differs from the experiment, as far as its `mutableFieldsByStatus` allows; what the input leaves to a default counts as
 * that default. Pure: it sends nothing. The field names are those of the input, which works in practice but is not
 * documented.
 *
 * @param experiment The experiment, read with `expand` of `draftIteration`, `treatments` and `mutableFieldsByStatus`. What
 *   was not expanded counts as different.
 */
export function toSemanticPatch(
  input: IterationInput,
  { experiment }: { experiment: Pick<Experiment, 'currentIteration' | 'draftIteration' | 'mutableFieldsByStatus'> },
): Migration {
  const { currentIteration: current, draftIteration: draft, mutableFieldsByStatus } = experiment;
  const waiting = draft ?? (current?.status === 'not_started' ? current : undefined);
  if (waiting && differencesOf(input, waiting).length === 0) {
    return { instructions: [], notCarriedOver: [], notes: ['The draft already matches the input.'] };
  }
  const isRunning = current?.status === 'running';
  const base = isRunning ? current : waiting;
  if (!base) return noWay(input, current);
  const { value, notCarriedOver } = changesOf(input, base, mutableFieldsByStatus?.not_started);
  const hasChanges = Object.keys(value).length > 0;
  if (!isRunning) {
    return {
      instructions: hasChanges ? [instructions.updateExperimentFields(value)] : [],
      notCarriedOver,
      notes: ['The existing draft is changed; no second one is created.'],
    };
  }
  return {
    instructions: [instructions.saveAndStartNewIteration(hasChanges ? { value } : {})],
    notCarriedOver,
    notes: [
      'The running iteration ends and the new one starts at once: there is no draft beside a running iteration.',
      ...(waiting ? ['The existing draft stays as it is.'] : []),
    ],
  };
}

function noWay(input: IterationInput, current: Experiment['currentIteration']): Migration {
  const reason = current
    ? 'After a stop, only the deprecated operation is documented to create a new iteration.'
    : 'The experiment shows no iteration to change: create experiment embeds the first one.';
  return { instructions: [], notCarriedOver: Object.keys(input).map((field) => ({ field, reason })), notes: [] };
}

/** The updates that make an iteration match the input, and what they cannot change. */
function changesOf(
  input: IterationInput,
  base: IterationRep,
  mutable: Readonly<Record<string, readonly string[]>> | undefined,
) {
  const value: Record<string, FieldUpdate> = {};
  const notCarriedOver: Migration['notCarriedOver'] = [];
  const leave = (field: string, reason: string) => notCarriedOver.push({ field, reason });
  const allows = (field: string, operation: string) =>
    !mutable || (Object.hasOwn(mutable, field) && mutable[field]?.includes(operation) === true);
  for (const field of differing(input, base, allows('randomizationUnit', 'update'))) {
    const wanted = input[field as keyof IterationInput] ?? defaultOf(field);
    const operation = wanted === undefined ? 'remove' : 'update';
    if (field === 'flags')
      leave(field, 'The flags of an experiment, with rule and version, cannot change; use a new experiment.');
    else if (operation === 'remove' && !optional.has(field)) leave(field, 'It cannot be removed.');
    else if (!allows(field, operation)) {
      leave(field, `mutableFieldsByStatus does not allow ${operation}.`);
    } else value[field] = operation === 'remove' ? { operation } : { operation, value: wanted };
  }
  const has = (field: string, before: unknown) => (value[field] ? value[field].operation === 'update' : !!before);
  const hasPrimary =
    has('primarySingleMetricKey', base.primarySingleMetric) || has('primaryFunnelKey', base.primaryFunnel);
  for (const field of hasPrimary ? [] : ['primarySingleMetricKey', 'primaryFunnelKey']) {
    if (!value[field]) continue;
    delete value[field];
    leave(field, 'An iteration needs a primary metric or funnel, and the other cannot be set.');
  }
  return { value, notCarriedOver };
}

/** What differs once the randomization unit is changed, if it may be: a metric without a unit of its own follows it. */
function differing(input: IterationInput, base: IterationRep, unitMayChange: boolean): string[] {
  const fields = differencesOf(input, base);
  if (!unitMayChange || !fields.includes('randomizationUnit')) return fields;
  const randomizationUnit = String(input.randomizationUnit ?? defaultOf('randomizationUnit'));
  return ['randomizationUnit', ...differencesOf(input, { ...base, randomizationUnit })];
}
