/** Prints what the commands read or changed. */
import type { ShownRequest } from './call.ts';
import { type Output, styled } from './output.ts';

/** Prints a request as it would be sent, as HTTP or as JSON. */
export function printRequest(stdout: Output, request: ShownRequest, json = false): void {
  const { method, url, headers, body } = request;
  if (json) {
    stdout.json(request);
    return;
  }
  stdout.line(`${method} `, url);
  for (const [name, value] of Object.entries(headers)) stdout.line(`${name}: `, value);
  stdout.line('');
  if (body !== '') stdout.line(body);
}

/** Prints what can be read of an experiment, which may have any shape. */
export function printExperiment(stdout: Output, experiment: unknown): void {
  const fields = Object(experiment) as Record<string, unknown>;
  const archived = fields['archivedDate'] === undefined ? '' : ' (archived)';
  stdout.line('experiment: ', styled('bold', text(fields['name']) ?? '(without a name)'), archived);
  printState(stdout, 'draft', fields['draftIteration']);
  printState(stdout, 'current', fields['currentIteration']);
  const previous: unknown[] = Array.isArray(fields['previousIterations']) ? fields['previousIterations'] : [];
  for (const iteration of previous.slice(0, 20)) printState(stdout, 'previous', iteration);
}

function printState(stdout: Output, which: string, iteration: unknown): void {
  if (iteration === undefined) return;
  const { _id, status, hypothesis, startedAt, endedAt, winningTreatmentId, treatments } = Object(iteration) as Record<
    string,
    unknown
  >;
  stdout.line(`  ${which}: ${text(_id) ?? '(without an ID)'} ${text(status) ?? 'no status'}`);
  const fields = {
    hypothesis: text(hypothesis),
    'started at': date(startedAt),
    'ended at': date(endedAt),
    winner: text(winningTreatmentId),
  };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) stdout.line(`    ${name}: `, value);
  printTreatments(stdout, '    ', treatments);
}

/** Prints what can be read of an iteration, which may have any shape. */
export function printIteration(stdout: Output, verb: string, iteration: unknown): void {
  const { _id, status, hypothesis, treatments, createdAt } = Object(iteration) as Record<string, unknown>;
  stdout.line(styled('green', `${verb} iteration ${text(_id) ?? '(without an ID)'}: ${text(status) ?? 'no status'}`));
  const fields = { hypothesis: text(hypothesis), 'created at': date(createdAt) };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) stdout.line(`  ${name}: `, value);
  printTreatments(stdout, '  ', treatments);
}

/** A line for each treatment, with the ID by which `stop` names the winner. */
function printTreatments(stdout: Output, indent: string, treatments: unknown): void {
  const list: unknown[] = Array.isArray(treatments) ? treatments : [];
  for (const item of list.slice(0, 20)) {
    const { _id, name, allocationPercent, baseline } = Object(item) as Record<string, unknown>;
    const share = text(allocationPercent) ?? '?';
    const id = text(_id);
    stdout.line(
      `${indent}treatment: ${share} % `,
      text(name) ?? '(without a name)',
      baseline === true ? ' (baseline)' : '',
      id === undefined ? '' : `, ID ${id}`,
    );
  }
  if (list.length > 20) stdout.line(`${indent}and ${list.length - 20} more treatments`);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 300) : undefined;
}

function date(value: unknown): string | undefined {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : undefined;
}
