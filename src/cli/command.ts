/** How a command is declared, so that each has one file, and what the help of every command says. */
import type { Command } from 'commander';
import { exitCodeHelp, exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** A command: how it is called, and what it does. */
export interface CommandDefinition {
  readonly name: string;
  /** What it does, in half a sentence. */
  readonly summary: string;
  /** Adds its arguments and options. */
  configure(command: Command): void;
  /** What its help says after the options: an example, and what else is worth knowing. */
  readonly help: string;
  /** The exit codes that it can end with, beside those of signals. */
  readonly exitCodes: readonly number[];
  /** Runs it, with the arguments and options parsed, and returns its exit code. Throws UsageError for wrong ones. */
  run(terminal: Terminal, command: Command): Promise<number>;
}

/**
 * The run of a command that takes one file. Without one it reads standard input; on a terminal, where nothing would come, it
 * prints its help.
 */
export function onFile<Flags>(
  run: (terminal: Terminal, file: string, flags: Flags) => Promise<number>,
): CommandDefinition['run'] {
  return async (terminal, command) => {
    const [file] = command.args;
    if (file !== undefined || !terminal.stdin.isTTY) return run(terminal, file ?? '-', command.opts() as Flags);
    command.outputHelp({ error: true });
    return exitCodes.usage;
  };
}

/** How the commands are called where the package is not installed globally; npx runs no other name safely. */
export const programName = 'launchdarkly-iteration-contract';

/** The part of a help that lists exit codes: all, or those of a command. */
export function exitCodesText(codes?: readonly number[]): string {
  const isListed = (code: string) => !codes || codes.includes(Number(code)) || Number.isNaN(Number(code));
  const lines = exitCodeHelp.filter(([code]) => isListed(code)).map(([code, text]) => `  ${code.padEnd(8)} ${text}`);
  return `Exit codes:\n${lines.join('\n')}`;
}
