/** The command `update`: sends the instructions of a file to Update experiment. */
import type { ExperimentPatchInput } from '../../generated/schema.d.ts';
import { validators } from '../../generated/validators.js';
import { type SemanticPatch, updateExperiment } from '../client/experiment.ts';
import { compare } from '../contract/validate.ts';
import { addCallOptions, type CallFlags, callHelp, prepareCall, reportFailure } from './call.ts';
import { type CommandDefinition, onFile } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { type Input, readOnly } from './input.ts';
import { printEntry } from './review.ts';
import { sendUpdate } from './send-update.ts';
import { placeOf } from './source.ts';
import { printError, type Terminal } from './terminal.ts';

/** `update`: checks the instructions and sends them, or says where they break the contract. */
export async function update(terminal: Terminal, file: string, flags: CallFlags): Promise<number> {
  const call = prepareCall(terminal, flags);
  try {
    const input = await readOnly(file, terminal, 'semantic patch', call.signal);
    if (!isValid(terminal, input)) {
      printError(terminal, 'the semantic patch breaks the contract: fix the errors first. Nothing was sent.');
      return exitCodes.notApplied;
    }
    const patch = input.value as ExperimentPatchInput as SemanticPatch;
    return await sendUpdate(terminal, call, flags, (client, settings) =>
      updateExperiment(client, call.path, patch, settings),
    );
  } catch (error) {
    return reportFailure(terminal, error, call, flags.json);
  }
}

/** Prints what is wrong, and what the contract does not know and may be a typo. */
function isValid({ stderr }: Terminal, input: Input): boolean {
  const { issues, additions } = compare(validators.ExperimentPatchInput, input.value, 'sent');
  for (const [level, list] of [['error', issues] as const, ['advice', additions] as const]) {
    for (const { path, message } of list) printEntry(stderr, level, placeOf(input.file, input.locate(path)), message);
  }
  return issues.length === 0;
}

export const updateCommand: CommandDefinition = {
  name: 'update',
  summary: 'send the instructions of a YAML or JSON file to Update experiment',
  exitCodes: Object.values(exitCodes),
  configure: (command) =>
    void addCallOptions(command.argument('[file]', 'YAML or JSON with one semantic patch; - for standard input')),
  help: `
Example:
  npx launchdarkly-iteration-contract update rename.yaml \\
    --project my-project --environment production --experiment checkout-button

The file has the body of Update experiment, all or none of which is applied:
  comment: A better name
  instructions:
    - kind: updateExperimentFields
      value: { name: { operation: update, value: Checkout button color } }

${callHelp}`,
  run: onFile(update),
};
