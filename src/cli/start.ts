/** The command `start`: starts the draft of an experiment. */
import { startIteration } from '../client/experiment.ts';
import { addCallOptions, type CallFlags, callHelp, prepareCall, reportFailure } from './call.ts';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { sendUpdate } from './send-update.ts';

/** The flags of `start`. */
export interface StartFlags extends CallFlags {
  justification?: string;
  comment?: string;
}

export const startCommand: CommandDefinition = {
  name: 'start',
  summary: 'start the draft of an experiment',
  exitCodes: Object.values(exitCodes),
  configure: (command) =>
    void addCallOptions(command)
      .option('--justification <text>', 'why; required while another iteration is running, which then ends')
      .option('--comment <text>', 'a comment on the update'),
  help: `
Example:
  npx launchdarkly-iteration-contract start \\
    --project my-project --environment production --experiment checkout-button

Never repeat it without a look at the experiment: another start may end what the first one started.

${callHelp}`,
  async run(terminal, command) {
    const flags = command.opts<StartFlags>();
    const { justification: changeJustification, comment } = flags;
    const call = prepareCall(terminal, flags);
    try {
      return await sendUpdate(terminal, call, flags, (client, settings) =>
        startIteration(client, call.path, { changeJustification, comment }, settings),
      );
    } catch (error) {
      return reportFailure(terminal, error, call, flags.json);
    }
  },
};
