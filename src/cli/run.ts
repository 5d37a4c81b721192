/** Runs the command line: finds the command, runs it, and makes sure that the exit code claims only what is known. */
import { Command, CommanderError } from 'commander';
import { version } from '../../generated/constants.js';
import { type CommandDefinition, exitCodesText, programName } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { printError, sentenceOf, type Terminal, UsageError } from './terminal.ts';

/** Every command, loaded on demand. To add a command, add a file and an entry here. */
const commands: Readonly<Record<string, () => Promise<CommandDefinition>>> = {
  create: async () => (await import('./create.ts')).createCommand,
  get: async () => (await import('./get.ts')).getCommand,
  start: async () => (await import('./start.ts')).startCommand,
  stop: async () => (await import('./stop.ts')).stopCommand,
  update: async () => (await import('./update.ts')).updateCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  validate: async () => (await import('./validate.ts')).validateCommand,
  mock: async () => (await import('./mock.ts')).mockCommand,
  proxy: async () => (await import('./proxy.ts')).proxyCommand,
};

/**
 * Runs the command line with the arguments after its name, and returns its exit code once everything is written. It never
 * rejects. The result goes to standard output, everything else to standard error.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number;
  try {
    code = await runCommand(args, terminal);
  } catch (error) {
    code = failed(terminal, error);
  }
  terminal.isFlushing = true;
  const lost = await terminal.stdout.flush();
  if (lost !== undefined && code === exitCodes.ok) code = codeWithoutOutput(terminal, lost);
  await terminal.stderr.flush();
  return code;
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.ok;
  const [name] = args.filter((arg) => !arg.startsWith('-'));
  const named = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  const definitions = await Promise.all((named ? [named] : Object.values(commands)).map((load) => load()));
  const program = programFor(terminal, definitions, (result) => {
    code = result;
  });
  // Commander would give its own help for `nothing --help`.
  if (name !== undefined && !program.commands.some((command) => command.name() === name)) unknownCommand(name);
  await program.parseAsync(args, { from: 'user' });
  return code;
}

function programFor(
  terminal: Terminal,
  definitions: readonly CommandDefinition[],
  onResult: (code: number) => void,
): Command {
  const { stdout, stderr } = terminal;
  const program = new Command(programName)
    .description('Check, create, start and stop iterations of LaunchDarkly experiments.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.verbatim(text),
      writeErr: (text) => stderr.verbatim(text),
      // Commander's errors repeat arguments; they are printed where they are caught.
      outputError: () => {},
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
    })
    .addHelpText('after', `\n${exitCodesText()}\n\n${deprecation}`);
  for (const definition of definitions) {
    const command = program.command(definition.name).description(definition.summary).helpOption('--help', 'print this');
    definition.configure(command);
    command.addHelpText('after', `\n${definition.help.trim()}\n\n${exitCodesText(definition.exitCodes)}`);
    command.action(async () => onResult(await definition.run(terminal, command)));
  }
  program
    .command('help')
    .argument('[command]')
    .description('print the help of a command')
    .action((name?: string) => {
      const command = name === undefined ? program : program.commands.find((known) => known.name() === name);
      (command ?? unknownCommand(String(name))).help();
    });
  return program;
}

function unknownCommand(name: string): never {
  const known = [...Object.keys(commands), 'help'].join(', ');
  throw new UsageError(`There is no command ${JSON.stringify(name)}. The commands are: ${known}.`);
}

/** Says what went wrong, and returns the code for it. */
function failed(terminal: Terminal, error: unknown): number {
  if (error instanceof CommanderError) {
    // It has printed its help or the version.
    if (error.exitCode === 0) return exitCodes.ok;
    if (error.code !== 'commander.help') printError(terminal, oneLine(error.message));
    return exitCodes.usage;
  }
  if (error instanceof UsageError) {
    printError(terminal, error.message);
    return exitCodes.usage;
  }
  return failedInternally(terminal, error);
}

/** Reports an internal error, and whether the request took effect. */
export function failedInternally(terminal: Terminal, error: unknown): number {
  let what = 'no Error';
  try {
    if (error instanceof Error) what = `${error.name}: ${error.message}`.slice(0, 500);
  } catch {}
  printError(terminal, `internal error (${what}). ${sentenceOf(terminal)}`);
  return exitCodes.internal;
}

/** The code of a command that did its work, but whose output is lost. A closed pipe wanted no more of it. */
function codeWithoutOutput(terminal: Terminal, lost: string): number {
  const { sent } = terminal;
  if (sent === undefined && lost === 'EPIPE') return exitCodes.ok;
  printError(terminal, `standard output cannot be written (${lost}). ${sentenceOf(terminal)}`);
  return sent === undefined ? exitCodes.usage : exitCodes.applied;
}

/** Commander's messages begin with `error: ` and may have a suggestion on a line of its own. */
function oneLine(message: string): string {
  return message.replace(/^error: /, '').replace(/\n(?=\(Did you mean [^\n]*\)$)/, ' ');
}

const deprecation = `LaunchDarkly has deprecated create iteration. Its replacement is Update experiment:
https://launchdarkly.com/docs/api/experiments/patch-experiment`;
