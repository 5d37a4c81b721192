import { Command, CommanderError } from 'commander';
import { servers, version } from '../../generated/constants.js';
import { type CreateFlags, create } from './create.ts';
import { UsageError } from './input.ts';
import { type MockFlags, mock } from './mock.ts';
import { exitCodes, print, styled, type Terminal } from './output.ts';
import { type ProxyFlags, proxy } from './proxy.ts';
import { validate } from './validate.ts';

/**
 * Runs `ld-iteration` with the arguments after its name, and returns its exit code.
 *
 * @param terminal Where it reads and writes. The result goes to standard output, all else to standard error.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.ok;
  const program = new Command('ld-iteration')
    .description('Create iterations of LaunchDarkly experiments, and check them before.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
    })
    .addHelpText('after', help);
  program
    .command('create')
    .description('create an iteration from a JSON or YAML file')
    .argument('[file]', 'the iteration; - for standard input', '-')
    .requiredOption('--project <key>', 'the key of the project')
    .requiredOption('--environment <key>', 'the key of the environment')
    .requiredOption('--experiment <key>', 'the key of the experiment')
    .option('--server <name or URL>', `${Object.keys(servers).join(', ')}, or a URL`, 'commercial')
    .option('--dry-run', 'print the request and send nothing')
    .option('--json', 'print the iteration, or the error, as JSON')
    .action(async (file: string, flags: CreateFlags) => {
      code = await create(terminal, file, flags);
    });
  program
    .command('validate')
    .description('check an iteration against the contract, with advice')
    .argument('[file]', 'the iteration; - for standard input', '-')
    .option('--json', 'print the findings as JSON')
    .action(async (file: string, flags: { json?: boolean }) => {
      code = await validate(terminal, file, flags);
    });
  program
    .command('mock')
    .description('serve a mock of the operation')
    .option('--port <number>', 'the port, 0 for a free one, or auto for the next free one from 4010', '4010')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--scenario <name>', 'how to answer requests that ask for nothing', 'echo')
    .option('--static', "answer with the contract's example instead of an echo")
    .option('--log <style>', 'line, json or silent', 'line')
    .action(async (flags: MockFlags) => {
      code = await mock(terminal, flags);
    });
  program
    .command('proxy')
    .description('pass requests on to an upstream and report what breaks the contract')
    .requiredOption('--upstream <URL>', 'where the requests go')
    .option('--port <number>', 'the port, 0 for a free one, or auto for the next free one from 4010', '4010')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--errors', 'answer 502 in place of an answer that breaks the contract')
    .option('--json', 'print each report as JSON')
    .action(async (flags: ProxyFlags) => {
      code = await proxy(terminal, flags);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (!(error instanceof UsageError)) throw error;
    print(terminal.stderr, `${styled(terminal, terminal.stderr, 'red', 'error')} ${error.message}`);
    return exitCodes.usage;
  }
}

const help = `
The access token comes from the environment, LAUNCHDARKLY_ACCESS_TOKEN.

Exit codes:
  0    done; validate: the iteration satisfies the contract
  1    the iteration breaks the contract or was refused; none was created; proxy: an answer broke the contract
  2    the command was called wrongly, or its input cannot be read
  3    an iteration may have been created
  4    an iteration was created, but its answer cannot be read
  130  interrupted; what became of the iteration is printed

LaunchDarkly has deprecated this operation. Its replacement is Update experiment:
https://launchdarkly.com/docs/api/experiments/patch-experiment`;
