/** The command `migrate`: does with Update experiment what create iteration would do with a file. */
import type { Experiment, IterationInput } from '../../generated/schema.d.ts';
import { getExperiment, updateExperiment } from '../client/experiment.ts';
import { type Migration, toSemanticPatch } from '../client/migrate.ts';
import { addCallOptions, type Call, type CallFlags, callHelp, look, prepareCall, reportFailure } from './call.ts';
import { type CommandDefinition, onFile } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { styled } from './output.ts';
import { readReviewed } from './review.ts';
import { sendUpdate } from './send-update.ts';
import { checkToken } from './settings.ts';
import { printError, type Terminal } from './terminal.ts';

/** The flags of `migrate`. */
export interface MigrateFlags extends CallFlags {
  partial?: boolean;
  start?: boolean;
}

/** `migrate`: reads the experiment, prints what can and cannot be done, and does it unless there is an obstacle. */
export async function migrate(terminal: Terminal, file: string, flags: MigrateFlags): Promise<number> {
  // A dry run reads the experiment too.
  const accessToken = checkToken(terminal.env['LAUNCHDARKLY_ACCESS_TOKEN']);
  const call = { ...prepareCall(terminal, flags), accessToken };
  try {
    const iteration = await readReviewed(terminal, file, call.signal);
    if (iteration === undefined) return exitCodes.notApplied;
    return await migrateReviewed(terminal, call, iteration, flags);
  } catch (error) {
    return reportFailure(terminal, error, call, flags.json);
  }
}

async function migrateReviewed(terminal: Terminal, call: Call, input: IterationInput, flags: MigrateFlags) {
  const { stdout } = terminal;
  const settings = { signal: call.signal, expand: ['draftIteration', 'treatments', 'mutableFieldsByStatus'] as const };
  const experiment = await look(terminal, call, (client) => getExperiment(client, call.path, settings));
  const migration = toSemanticPatch(input, { experiment: experiment as Experiment });
  const { instructions } = migration;
  const obstacle = obstacleOf(migration, flags);
  if (flags.dryRun || obstacle !== undefined || instructions.length === 0) {
    if (flags.json) stdout.json(migration);
    else printMigration(terminal, migration);
    if (obstacle === undefined) return exitCodes.ok;
    printError(terminal, `${obstacle} Nothing was changed.`);
    return exitCodes.notApplied;
  }
  printMigration(terminal, migration);
  return sendUpdate(terminal, call, flags, (client, { signal }) =>
    updateExperiment(client, call.path, { instructions }, { signal }),
  );
}

/** Why the instructions are not sent, if so. */
function obstacleOf({ instructions, notCarriedOver }: Migration, { partial, start }: MigrateFlags): string | undefined {
  const count = notCarriedOver.length;
  if (count > 0 && instructions.length === 0) return 'There is no way to do this through Update experiment.';
  if (count > 0 && !partial) {
    return `${count} ${count === 1 ? 'property' : 'properties'} cannot be carried over: pass --partial to skip them.`;
  }
  const isStart = instructions.some(({ kind }) => kind === 'saveAndStartNewIteration');
  if (!isStart || start) return undefined;
  return 'The running iteration would end, and the new one would start at once: pass --start to confirm.';
}

function printMigration({ stderr }: Terminal, { instructions, notCarriedOver, notes }: Migration): void {
  if (instructions.length === 0 && notCarriedOver.length === 0) stderr.line('There is nothing to do.');
  for (const note of notes) stderr.line('note: ', note);
  for (const { field, reason } of notCarriedOver)
    stderr.line(styled('yellow', 'not carried over:'), ` ${field}: ${reason}`);
  for (const instruction of instructions) stderr.line('instruction: ', JSON.stringify(instruction));
}

export const migrateCommand: CommandDefinition = {
  name: 'migrate',
  summary: 'do with Update experiment what create iteration would do with a file',
  exitCodes: Object.values(exitCodes),
  configure(command) {
    addCallOptions(command.argument('[file]', 'YAML or JSON with one iteration; - for standard input'))
      .option('--partial', 'proceed even if something cannot be carried over')
      .option('--start', 'proceed even if the running iteration ends and the new one starts at once');
    const dryRun = command.options.find(({ long }) => long === '--dry-run');
    if (dryRun) dryRun.description = 'read the experiment, print the instructions and change nothing';
  },
  help: `
Example:
  npx launchdarkly-iteration-contract migrate iteration.yaml --dry-run \\
    --project my-project --environment production --experiment checkout-button

It reads the experiment first, and sends only what differs. It cannot add a draft beside a running iteration:
the new one starts at once. It cannot change the flag, nor add an iteration after a stop, for which nothing is
documented. Without --partial and --start it changes nothing in such cases, says why, and exits with 1.

${callHelp}`,
  run: onFile(migrate),
};
