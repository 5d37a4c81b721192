/** The command `validate`: checks iterations against the contract, with advice. */
import { type Command, Option } from 'commander';
import type { CommandDefinition } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { readInputs } from './input.ts';
import { type Format, reports, type Totals } from './report.ts';
import { reviewInput } from './review.ts';
import { InputError } from './source.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `validate`. */
export interface ValidateFlags {
  format: Format;
  strict?: boolean;
}

/** `validate`: reviews each document of each file, in the order of the arguments, and prints the totals. */
export async function validate(
  terminal: Terminal,
  files: readonly string[],
  { format, strict = false }: ValidateFlags,
): Promise<number> {
  const report = reports[format](terminal.stdout);
  const totals: Totals = { iterations: 0, errors: 0, advice: 0, unreadable: 0 };
  for (const file of [...new Set(files)].sort()) {
    try {
      for await (const input of readInputs(file, terminal)) {
        const review = reviewInput(input);
        totals.iterations += 1;
        totals.errors += review.errors;
        totals.advice += review.advice;
        report.review(review);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      totals.unreadable += 1;
      report.unreadable(error);
    }
    // At most one file's report is buffered for a slow reader.
    await terminal.stdout.flush();
  }
  const isInvalid = totals.errors > 0 || (strict && totals.advice > 0);
  report.end(totals, totals.unreadable > 0 ? 'unreadable' : isInvalid ? 'invalid' : 'valid');
  if (totals.unreadable > 0) return exitCodes.usage;
  return isInvalid ? exitCodes.notApplied : exitCodes.ok;
}

export const validateCommand: CommandDefinition = {
  name: 'validate',
  summary: 'check iterations against the contract, with advice',
  exitCodes: [exitCodes.ok, exitCodes.notApplied, exitCodes.usage, exitCodes.internal],
  configure(command: Command) {
    command
      .argument('[files...]', 'YAML or JSON, one iteration per document; - for standard input', [])
      .addOption(new Option('--format <name>', 'of the report').choices(Object.keys(reports)).default('text'))
      .option('--strict', 'fail on advice too');
  },
  help: `
Examples:
  npx launchdarkly-iteration-contract validate iterations/*.yaml
  npx launchdarkly-iteration-contract validate --strict --format github-actions iteration.json

It sends nothing and needs no access token.

An editor checks the same while you type, with this first line of a YAML file:
  # yaml-language-server: $schema=node_modules/launchdarkly-iteration-contract/generated/iteration.schema.json
or this first property of a JSON file, which is never sent:
  "$schema": "node_modules/launchdarkly-iteration-contract/generated/iteration.schema.json"`,
  async run(terminal, command) {
    const files = command.args;
    if (files.length > 0 || !terminal.stdin.isTTY) {
      return validate(terminal, files.length > 0 ? files : ['-'], command.opts<ValidateFlags>());
    }
    command.outputHelp({ error: true });
    return exitCodes.usage;
  },
};
