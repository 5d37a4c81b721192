import { servers } from '../../generated/constants.js';
import { createIteration } from '../../generated/operations.js';
import type { IterationInput, IterationRep } from '../../generated/schema.d.ts';
import { createIterationClient, IterationError } from '../client/index.ts';
import { checkBaseUrl } from '../client/options.ts';
import { fillPath } from '../client/path.ts';
import { readInput, UsageError } from './input.ts';
import { exitCodes, print, styled, type Terminal } from './output.ts';
import { printReview, review } from './validate.ts';

/** The flags of `ld-iteration create`. */
export interface CreateFlags {
  project: string;
  environment: string;
  experiment: string;
  server: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `ld-iteration create`: reviews the iteration, sends it, and prints what was created or what became of it. */
export async function create(terminal: Terminal, file: string, flags: CreateFlags): Promise<number> {
  const { stdout, stderr } = terminal;
  const input = await readInput(file, terminal.stdin);
  const found = review(input);
  printReview(terminal, stderr, input, found);
  if (found.issues.length > 0) {
    print(stderr, 'Nothing was sent: mend the errors first.');
    return exitCodes.notCreated;
  }
  const iteration = input.value as IterationInput;
  const path = { projectKey: flags.project, environmentKey: flags.environment, experimentKey: flags.experiment };
  try {
    const baseUrl = checkBaseUrl(baseUrlOf(flags.server));
    if (flags.dryRun) {
      print(stdout, dryRun(baseUrl + fillPath(createIteration.path, path), iteration, flags.json === true));
      return exitCodes.ok;
    }
    const accessToken = tokenOf(terminal);
    print(stderr, `Creating the iteration at ${baseUrl} …`);
    const client = createIterationClient({ accessToken, baseUrl });
    const created = await client.createIteration(path, iteration, { signal: terminal.interruption() });
    print(stdout, flags.json ? JSON.stringify(created, null, 2) : summary(terminal, created));
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof IterationError)) throw error;
    if (flags.json)
      print(stdout, JSON.stringify({ error: { ...error, cause: undefined, message: error.message } }, null, 2));
    print(stderr, `${styled(terminal, stderr, 'red', error.kind)} ${error.message}`);
    print(stderr, adviceAfter(error));
    return exitCodeOf(error);
  }
}

function tokenOf({ env }: Terminal): string {
  const token = env['LAUNCHDARKLY_ACCESS_TOKEN'];
  if (token) return token;
  throw new UsageError('Set LAUNCHDARKLY_ACCESS_TOKEN to a personal or service access token (api-…).');
}

function baseUrlOf(server: string): string {
  return Object.hasOwn(servers, server) ? servers[server as keyof typeof servers] : server;
}

function dryRun(url: string, iteration: IterationInput, json: boolean): string {
  const body = JSON.stringify(iteration, null, 2);
  return json ? JSON.stringify({ method: 'POST', url, body: iteration }, null, 2) : `POST ${url}\n\n${body}`;
}

function summary(terminal: Terminal, { _id, status, createdAt, hypothesis, treatments = [] }: IterationRep): string {
  const lines = treatments.map(
    ({ name, allocationPercent, baseline }) => `  ${allocationPercent} % ${name}${baseline ? ' (baseline)' : ''}`,
  );
  const head = styled(terminal, terminal.stdout, 'green', `Created iteration ${_id ?? '(without an ID)'}: ${status}`);
  return [head, `  ${hypothesis}`, ...lines, `  created ${new Date(createdAt).toISOString()}`].join('\n');
}

function adviceAfter({ outcome, retryAfterMs, requestId: id }: IterationError): string {
  const lines = {
    not_applied: 'No iteration was created; it is safe to try again.',
    applied: 'The iteration was created; do not try again. Read the draftIteration of the experiment.',
    unknown: 'An iteration may have been created: read the draftIteration of the experiment before you try again.',
  };
  const wait = retryAfterMs === undefined ? '' : ` Wait ${Math.ceil(retryAfterMs / 1000)} s first.`;
  return lines[outcome] + wait + (id === undefined ? '' : ` Quote ${id} to LaunchDarkly's support.`);
}

function exitCodeOf({ kind, outcome }: IterationError): number {
  if (kind === 'aborted') return exitCodes.interrupted;
  return { not_applied: exitCodes.notCreated, applied: exitCodes.created, unknown: exitCodes.unknown }[outcome];
}
