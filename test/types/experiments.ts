/** What compiles of Update and Get experiment, and what does not. Nothing here runs; types.test.ts compiles it. */

import type {
  Experiment,
  ExperimentPatchInput,
  FieldUpdate,
  Instruction,
  KnownInstruction,
  operations,
  paths,
  UnknownInstruction,
} from '../../generated/schema.d.ts';

// --- What is written: one of the eight instructions, discriminated by its kind.

const start: Instruction = { kind: 'startIteration' };
const stop: Instruction = { kind: 'stopIteration', winningTreatmentId: 'a', winningReason: 'It won' };
const fields: Instruction = {
  kind: 'updateExperimentFields',
  value: {
    name: { operation: 'update', value: 'A name' },
    tags: { operation: 'remove' },
    other: { operation: 'add', value: [1] },
  },
};
const patch: ExperimentPatchInput = {
  comment: 'Go',
  instructions: [start, stop, fields, { kind: 'archiveExperiment' }],
};
// @ts-expect-error a kind that LaunchDarkly does not document
const misspelt: Instruction = { kind: 'startIterations' };
// @ts-expect-error a name has a value
const nameless: Instruction = { kind: 'updateName' };
// @ts-expect-error the parameter of another kind
const mixed: Instruction = { kind: 'startIteration', winningTreatmentId: 'a' };
// @ts-expect-error a field that is added has a value
const valueless: FieldUpdate = { operation: 'add' };
// @ts-expect-error there are three operations
const replace: FieldUpdate = { operation: 'replace', value: 1 };
// @ts-expect-error a patch has instructions
const empty: ExperimentPatchInput = { comment: 'Nothing' };

// --- What is read: kinds that this contract does not know, too.

function reasonOf(instruction: Instruction): string | undefined {
  switch (instruction.kind) {
    case 'stopIteration':
      return instruction.winningReason;
    case 'updateName':
    case 'updateDescription':
      return instruction.value;
    default:
      return undefined;
  }
}
declare const readInstruction: KnownInstruction | UnknownInstruction;
const anyKind: string = readInstruction.kind;

declare const experiment: Experiment;
const draft: 'not_started' | 'running' | 'stopped' | (string & {}) | undefined = experiment.draftIteration?.status;
// New values of an enum that LaunchDarkly's documents disagree about are no compile error.
const source: Experiment['dataSource'] = 'bigquery';
// @ts-expect-error the draft is not always there
const always: Experiment['draftIteration'] & object = experiment.draftIteration;
const mutable: string[] | undefined = experiment.mutableFieldsByStatus?.running?.['name'];

// --- The operations, under the names that openapi-typescript gives.

type Path = paths['/api/v2/projects/{projectKey}/environments/{environmentKey}/experiments/{experimentKey}'];
type Same<A, B> = [A, B] extends [B, A] ? true : false;
const sameGet: Same<Path['get'], operations['getExperiment']> = true;
const samePatch: Same<Path['patch'], operations['patchExperiment']> = true;
const query: NonNullable<Path['get']['parameters']['query']> = { expand: 'draftIteration,treatments' };
type PatchBody = Path['patch']['requestBody']['content'];
const sameBody: Same<PatchBody['application/json; domain-model=launchdarkly.semanticpatch'], ExperimentPatchInput> =
  true;
const conflict: operations['patchExperiment']['responses'][409]['content']['application/json']['code'] = 'any';
const notAllowed: operations['getExperiment']['responses'][405]['content']['application/json']['code'] = 'any';
// @ts-expect-error only Update experiment documents a conflict
type NoConflict = operations['getExperiment']['responses'][409];

export type { NoConflict };
export const written = [patch, misspelt, nameless, mixed, valueless, replace, empty, reasonOf];
export const read = [anyKind, draft, source, always, mutable];
export const generated = [sameGet, samePatch, query, sameBody, conflict, notAllowed];
