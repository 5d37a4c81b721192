/** How a command is declared, in one file each, and what the help of every command says. */
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
  /** What its help says after the options: an example, and what else is good to know. */
  readonly help: string;
  /** The exit codes that it can end with, apart from those of signals. */
  readonly exitCodes: readonly number[];
  /** Runs it, with the arguments and options parsed, and returns its exit code. Throws UsageError if they are wrong. */
  run(terminal: Terminal, command: Command): Promise<number>;
}

/**
 * Runs a command that takes one file. Without one it reads standard input; if that is a terminal, it prints its help.
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

/** How to call the command without a global install: with another name, `npx` could run a stranger's package. */
export const programName = 'launchdarkly-iteration-contract';

/** The part of a help that lists exit codes: all, or those of a command. */
export function exitCodesText(codes?: readonly number[]): string {
  const isListed = (code: string) => !codes || codes.includes(Number(code)) || Number.isNaN(Number(code));
  const lines = exitCodeHelp.filter(([code]) => isListed(code)).map(([code, text]) => `  ${code.padEnd(8)} ${text}`);
  return `Exit codes:\n${lines.join('\n')}`;
}
