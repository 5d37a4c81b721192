/** The command `create`: creates one iteration, and says what became of it whatever happens. */
import type { IterationInput } from '../../generated/schema.d.ts';
import {
  addCallOptions,
  type Call,
  type CallFlags,
  callHelp,
  prepareCall,
  reportFailure,
  reportInterruption,
  type ShownRequest,
  send,
  showRequest,
} from './call.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { readOnly } from './input.ts';
import { type Output, styled } from './output.ts';
import { printReview, reviewInput } from './review.ts';
import { printError, type Sent, type Terminal } from './terminal.ts';

const look = 'read the experiment with ?expand=draftIteration, and look at its draftIteration and currentIteration';
const meaning: Sent['meaning'] = {
  not_applied: 'No iteration was created.',
  applied: 'The iteration was created: do not create it again.',
  unknown: `An iteration may have been created. Before you create it again, ${look}.`,
};

/** `create`: reviews the iteration, sends it, and prints what was created or what became of it. */
export async function create(terminal: Terminal, file: string, flags: CallFlags): Promise<number> {
  const call = prepareCall(terminal, flags);
  try {
    const input = await readOnly(file, terminal, 'iteration', call.signal);
    const review = reviewInput(input);
    printReview(terminal.stderr, review);
    if (review.errors > 0) {
      printError(terminal, 'the iteration breaks the contract: fix the errors first. Nothing was sent.');
      return exitCodes.notApplied;
    }
    // It was validated where its places are known; the client need not do it again.
    return await createReviewed(terminal, call, input.value as IterationInput, flags);
  } catch (error) {
    return reportFailure(terminal, error, call, flags.json);
  }
}

async function createReviewed(terminal: Terminal, call: Call, iteration: IterationInput, flags: CallFlags) {
  const { stdout, stderr } = terminal;
  const { path, baseUrl, signal } = call;
  if (flags.dryRun) {
    const request = await showRequest(call, (client) => client.createIteration(path, iteration, { signal }));
    if (flags.json) stdout.json(request);
    else printRequest(stdout, request);
    return exitCodes.ok;
  }
  stderr.line('Creating the iteration at ', baseUrl, ' …');
  const created = await send(terminal, call, meaning, (client) => client.createIteration(path, iteration, { signal }));
  if (flags.json) stdout.json(created);
  else printIteration(stdout, created as unknown as Record<string, unknown>);
  return signal.aborted ? reportInterruption(terminal, signal) : exitCodes.ok;
}

function printRequest(stdout: Output, { method, url, headers, body }: ShownRequest): void {
  stdout.line(`${method} `, url);
  for (const [name, value] of Object.entries(headers)) stdout.line(`${name}: `, value);
  stdout.line('');
  stdout.line(body);
}

/** Prints what can be read of a response, which may be of any shape. */
function printIteration(stdout: Output, { _id, status, hypothesis, treatments, createdAt }: Record<string, unknown>) {
  stdout.line(styled('green', `Created iteration ${text(_id) ?? '(without an ID)'}: ${text(status) ?? 'no status'}`));
  const fields = { hypothesis: text(hypothesis), 'created at': date(createdAt) };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) stdout.line(`  ${name}: `, value);
  const list: unknown[] = Array.isArray(treatments) ? treatments : [];
  for (const item of list.slice(0, 20)) {
    const { name, allocationPercent, baseline } = Object(item) as Record<string, unknown>;
    const share = text(allocationPercent) ?? '?';
    stdout.line(`  treatment: ${share} % `, text(name) ?? '(without a name)', baseline === true ? ' (baseline)' : '');
  }
  if (list.length > 20) stdout.line(`  and ${list.length - 20} treatments more`);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 300) : undefined;
}

function date(value: unknown): string | undefined {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : undefined;
}

export const createCommand: CommandDefinition = {
  name: 'create',
  summary: 'create an iteration from a YAML or JSON file',
  exitCodes: Object.values(exitCodes),
  configure: (command) =>
    void addCallOptions(command.argument('[file]', 'YAML or JSON with one iteration; - for standard input')),
  help: `
Example:
  npx launchdarkly-iteration-contract create iteration.yaml \\
    --project my-project --environment production --experiment checkout-button

${callHelp}`,
  async run(terminal, command) {
    const [file] = command.args;
    if (file !== undefined || !terminal.stdin.isTTY) return create(terminal, file ?? '-', command.opts());
    command.outputHelp({ error: true });
    return exitCodes.usage;
  },
};
