/** The command `stop`: stops the running iteration of an experiment, with its winner. */
import { stopIteration } from '../client/experiment.ts';
import { addCallOptions, type CallFlags, callHelp, prepareCall, reportFailure } from './call.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { sendUpdate } from './send-update.ts';

/** The flags of `stop`. */
export interface StopFlags extends CallFlags {
  winner: string;
  reason: string;
  comment?: string;
}

export const stopCommand: CommandDefinition = {
  name: 'stop',
  summary: 'stop the running iteration of an experiment, with its winner',
  exitCodes: Object.values(exitCodes),
  configure: (command) =>
    void addCallOptions(command)
      .requiredOption('--winner <ID>', 'the _id of the winning treatment: the ID of its variation')
      .requiredOption('--reason <text>', 'why it wins')
      .option('--comment <text>', 'a comment on the update'),
  help: `
Example:
  npx launchdarkly-iteration-contract stop --winner a91d5e70-2c8f-4b36-9e14-60b7d3f8c5a2 \\
    --reason 'It completed more checkouts' \\
    --project my-project --environment production --experiment checkout-button

From then on the flag serves the winner's variation. LaunchDarkly refuses a stop without a winner; where the
result is inconclusive, the baseline wins. The command get shows the IDs of the treatments.

${callHelp}`,
  async run(terminal, command) {
    const flags = command.opts<StopFlags>();
    const { winner: winningTreatmentId, reason: winningReason, comment } = flags;
    const call = prepareCall(terminal, flags);
    try {
      return await sendUpdate(terminal, call, flags, (client, settings) =>
        stopIteration(client, call.path, { winningTreatmentId, winningReason, comment }, settings),
      );
    } catch (error) {
      return reportFailure(terminal, error, call, flags.json);
    }
  },
};
