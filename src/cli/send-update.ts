/** Sends an update of an experiment, or shows it, for every command that does. */
import type { Experiment } from '../../generated/schema.d.ts';
import type { IterationClient } from '../client/index.ts';
import { type Call, type CallFlags, reportInterruption, send, showRequest } from './call.ts';
import { exitCodes } from './exit-codes.ts';
import { printExperiment, printRequest } from './show.ts';
import type { Sent, Terminal } from './terminal.ts';

/** What the outcomes of an update mean. */
const updateMeaning: Sent['meaning'] = {
  not_applied: 'The experiment was not changed.',
  applied: 'The experiment was changed: do not send the update again.',
  unknown: 'The experiment may have been changed. Before you send the update again, read the experiment.',
};

/**
 * Makes an update, or shows its request in a dry run, and prints the result.
 *
 * @returns The exit code.
 * @throws what the call throws.
 */
export async function sendUpdate(
  terminal: Terminal,
  call: Call,
  flags: CallFlags,
  make: (client: IterationClient, settings: { signal: AbortSignal }) => Promise<Experiment>,
): Promise<number> {
  const { stdout, stderr } = terminal;
  const settings = { signal: call.signal };
  if (flags.dryRun) {
    printRequest(stdout, await showRequest(call, (client) => make(client, settings)), flags.json);
    return exitCodes.ok;
  }
  stderr.line('Updating the experiment at ', call.baseUrl, ' …');
  const experiment = await send(terminal, call, updateMeaning, (client) => make(client, settings));
  if (flags.json) stdout.json(experiment);
  else printExperiment(stdout, experiment);
  return call.signal.aborted ? reportInterruption(terminal, call.signal) : exitCodes.ok;
}
