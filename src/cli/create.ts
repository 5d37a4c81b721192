/** The command `create`: creates one iteration, and always says whether it was created. */
import type { IterationInput } from '../../generated/schema.d.ts';
import { ensureIteration } from '../client/ensure-iteration.ts';
import {
  addCallOptions,
  type Call,
  type CallFlags,
  callHelp,
  prepareCall,
  reportFailure,
  reportInterruption,
  send,
  showRequest,
} from './call.ts';
import { type CommandDefinition, onFile } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { readReviewed } from './review.ts';
import { printIteration, printRequest } from './show.ts';
import type { Sent, Terminal } from './terminal.ts';

const look = 'read the experiment with ?expand=draftIteration and check its draftIteration and currentIteration';
const meaning: Sent['meaning'] = {
  not_applied: 'No iteration was created.',
  applied: 'The iteration was created: do not create it again.',
  unknown: `An iteration may have been created. Before you create it again, ${look}.`,
};

/** With `--once`, the iteration may have been there before. */
const onceMeaning = { ...meaning, applied: 'The iteration exists: do not create it again.' };

/** The flags of `create`. */
export interface CreateFlags extends CallFlags {
  once?: boolean;
}

/** `create`: reviews the iteration, sends it, and prints what was created or how it failed. */
export async function create(terminal: Terminal, file: string, flags: CreateFlags): Promise<number> {
  const call = prepareCall(terminal, flags);
  try {
    const iteration = await readReviewed(terminal, file, call.signal);
    if (iteration === undefined) return exitCodes.notApplied;
    // It was validated above, with locations in the file; the client need not do it again.
    return await createReviewed(terminal, call, iteration, flags);
  } catch (error) {
    return reportFailure(terminal, error, call, flags.json);
  }
}

async function createReviewed(terminal: Terminal, call: Call, iteration: IterationInput, flags: CreateFlags) {
  const { stdout, stderr } = terminal;
  const { path, baseUrl, signal } = call;
  if (flags.dryRun) {
    const request = await showRequest(call, (client) => client.createIteration(path, iteration, { signal }));
    printRequest(stdout, request, flags.json);
    return exitCodes.ok;
  }
  stderr.line('Creating the iteration at ', baseUrl, ' …');
  let created = true;
  const found = await send(terminal, call, flags.once ? onceMeaning : meaning, async (client) => {
    if (!flags.once) return client.createIteration(path, iteration, { signal });
    const ensured = await ensureIteration(client, path, iteration, { signal });
    created = ensured.created;
    return ensured.iteration;
  });
  if (!created) stderr.line('An equal draft already exists: nothing was created.');
  if (flags.json) stdout.json(found);
  else printIteration(stdout, created ? 'Created' : 'Found', found);
  return signal.aborted ? reportInterruption(terminal, signal) : exitCodes.ok;
}

export const createCommand: CommandDefinition = {
  name: 'create',
  summary: 'create an iteration from a YAML or JSON file',
  exitCodes: Object.values(exitCodes),
  configure: (command) =>
    void addCallOptions(command.argument('[file]', 'YAML or JSON with one iteration; - for standard input')).option(
      '--once',
      'create nothing if an equal draft exists, and check before trying again',
    ),
  help: `
Example:
  npx launchdarkly-iteration-contract create iteration.yaml \\
    --project my-project --environment production --experiment checkout-button

With --once, a job may run again: it reads the experiment first. It cannot rule out two iterations if two jobs
run at the same time, or if one appears only after the last check.

${callHelp}`,
  run: onFile(create),
};
