/** The command `get`: reads an experiment. */
import type { ExpandableField } from '../client/experiment.ts';
import { getExperiment } from '../client/experiment.ts';
import { addCallOptions, type CallFlags, callHelp, look, prepareCall, reportFailure, showRequest } from './call.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { printExperiment, printRequest } from './show.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `get`. */
export interface GetFlags extends CallFlags {
  expand: string;
}

/** `get`: reads an experiment and prints it. */
export async function get(terminal: Terminal, flags: GetFlags): Promise<number> {
  const call = prepareCall(terminal, flags);
  const { stdout } = terminal;
  const expand = flags.expand.split(',').filter((name) => name !== '') as ExpandableField[];
  const settings = { signal: call.signal, expand };
  try {
    if (flags.dryRun) {
      printRequest(stdout, await showRequest(call, (client) => getExperiment(client, call.path, settings)), flags.json);
      return exitCodes.ok;
    }
    const experiment = await look(terminal, call, (client) => getExperiment(client, call.path, settings));
    if (flags.json) stdout.json(experiment);
    else printExperiment(stdout, experiment);
    return exitCodes.ok;
  } catch (error) {
    return reportFailure(terminal, error, call, flags.json);
  }
}

export const getCommand: CommandDefinition = {
  name: 'get',
  summary: 'read an experiment, including its draft',
  exitCodes: [exitCodes.ok, exitCodes.notApplied, exitCodes.usage, exitCodes.internal],
  configure: (command) =>
    void addCallOptions(command).option(
      '--expand <fields>',
      'what to include besides the current iteration',
      'draftIteration,treatments',
    ),
  help: `
Example:
  npx launchdarkly-iteration-contract get \\
    --project my-project --environment production --experiment checkout-button --json

The fields are draftIteration, previousIterations, treatments, secondaryMetrics, analysisConfig and
mutableFieldsByStatus. LaunchDarkly shows none of them unless it is asked for.

${callHelp}`,
  run: (terminal, command) => get(terminal, command.opts()),
};
