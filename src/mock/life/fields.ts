/** Changes fields of an experiment and of its iteration, as `mutableFieldsByStatus` allows. */

import type { Experiment, FieldUpdate, IterationInput, IterationRep } from '../../../generated/schema.d.ts';
import { validators } from '../../../generated/validators.js';
import { toIterationInput } from '../../contract/iteration-input.ts';
import type { Path } from '../../contract/pointer.ts';
import { compare } from '../../contract/validate.ts';
import { draftOf } from '../draft.ts';
import { randomOf } from '../random.ts';
import { type Life, practiceNote, type Refusal } from './life.ts';

type Updates = Readonly<Record<string, FieldUpdate>>;

const own = { ...each(['name', 'description', 'maintainerId'], ['update']), tags: ['add', 'update', 'remove'] };
const optional = ['primarySingleMetricKey', 'primaryFunnelKey', 'reallocationFrequencyMillis', 'covariateId'];

/** The fields that may change, by the status of the current iteration. LaunchDarkly does not publish its own list. */
export const mutableFieldsByStatus = {
  not_started: {
    ...own,
    ...each(['hypothesis', 'metrics', 'treatments', 'randomizationUnit', 'canReshuffleTraffic'], ['update']),
    ...each([...optional, 'attributes'], ['update', 'remove']),
  },
  running: { ...own, ...each(['metrics', 'attributes'], ['add']) },
  stopped: own,
} satisfies Experiment['mutableFieldsByStatus'];

function each(names: readonly string[], operations: string[]): Record<string, string[]> {
  return Object.fromEntries(names.map((name) => [name, operations]));
}

/** The name of an input's field in an iteration, if it differs. */
const renamed: Readonly<Record<string, string>> = {
  primarySingleMetricKey: 'primarySingleMetric',
  primaryFunnelKey: 'primaryFunnel',
  covariateId: 'covariateInfo',
};

/** Rejects updates that are not allowed in a status of the iteration. */
export function refusedFields(updates: Updates, status: string): Refusal | undefined {
  const allowed = (mutableFieldsByStatus as Record<string, Record<string, readonly string[]>>)[status] ?? {};
  for (const [field, { operation }] of Object.entries(updates)) {
    if (Object.hasOwn(allowed, field) && allowed[field]?.includes(operation)) continue;
    const message = `mutableFieldsByStatus does not allow ${operation} of ${JSON.stringify(field.slice(0, 60))} (${status}).`;
    return { status: 400, message, note: practiceNote };
  }
  return undefined;
}

/** Returns an experiment and its iteration with their fields changed; or says why they cannot be. */
export function changeFields(
  { experiment, iteration }: { experiment: Life['experiment']; iteration: IterationRep | undefined },
  updates: Updates,
  project: string,
): { experiment: Life['experiment']; iteration: IterationRep | undefined } | Refusal {
  const entries = Object.entries(updates);
  const ofIteration = entries.filter(([field]) => !Object.hasOwn(own, field));
  const changed = { ...experiment } as Record<string, unknown>;
  for (const [field, update] of entries.filter(([name]) => Object.hasOwn(own, name))) {
    change(changed, field === 'maintainerId' ? '_maintainerId' : field, update);
  }
  const next = changed as Life['experiment'];
  if (ofIteration.length === 0) return { experiment: next, iteration };
  if (!iteration) return { status: 400, message: 'The experiment has no iteration to change.' };
  const changedIteration = changeIteration(iteration, Object.fromEntries(ofIteration), project);
  return 'message' in changedIteration ? changedIteration : { experiment: next, iteration: changedIteration };
}

/** Changes the fields of an input in an iteration. Anything that does not depend on them stays as it is. */
function changeIteration(iteration: IterationRep, updates: Updates, project: string): IterationRep | Refusal {
  const input = { ...toIterationInput(iteration) } as unknown as Record<string, unknown>;
  for (const [field, update] of Object.entries(updates)) change(input, field, update);
  // What a seed leaves out is not a fault of the update.
  const isMeant = ([field = 'primarySingleMetricKey']: Path) =>
    Object.hasOwn(updates, field) || (/^primary/.test(String(field)) && Object.hasOwn(updates, 'primaryFunnelKey'));
  const issue = compare(validators.IterationInput, input, 'request').issues.find(({ path }) => isMeant(path));
  if (issue) return { status: 400, message: `The iteration would break the contract: ${issue.message}` };
  const made = draftOf(project, input as unknown as IterationInput, randomOf(JSON.stringify(input)));
  const result: Record<string, unknown> = { ...iteration, version: (iteration.version ?? 0) + 1 };
  for (const field of Object.keys(updates)) {
    const name = renamed[field] ?? field;
    if (made[name as keyof IterationRep] === undefined) delete result[name];
    else result[name] = made[name as keyof IterationRep];
  }
  return result as unknown as IterationRep;
}

/** Changes one field. What is already in a list is not added again. */
function change(target: Record<string, unknown>, field: string, { operation, value }: FieldUpdate): void {
  if (operation === 'update') target[field] = value;
  else if (operation === 'remove' && value === undefined) delete target[field];
  else {
    const list = Array.isArray(target[field]) ? (target[field] as unknown[]) : [];
    const values = new Set([value].flat().map((one) => JSON.stringify(one)));
    const others = list.filter((one) => !values.has(JSON.stringify(one)));
    target[field] = operation === 'remove' ? others : [...list, ...missing([value].flat(), list)];
  }
}

function missing(values: readonly unknown[], list: readonly unknown[]): unknown[] {
  const known = new Set(list.map((one) => JSON.stringify(one)));
  return values.filter((one) => !known.has(JSON.stringify(one)));
}
