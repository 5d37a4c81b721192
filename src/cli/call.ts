/** What the commands that call LaunchDarkly share: their flags, the outcome of a call, and a dry run. */
import type { Command } from 'commander';
import { servers } from '../../generated/constants.js';
import {
  createIterationClient,
  type IterationClient,
  type IterationError,
  type IterationOutcome,
  type IterationPath,
  isIterationError,
} from '../client/index.ts';
import { exitCodes } from './exit-codes.ts';
import { checkKey, checkServer, checkToken } from './settings.ts';
import { exitCodeOf, printError, type Sent, sentenceOf, type Terminal, UsageError } from './terminal.ts';

/** The flags of a command that calls LaunchDarkly. */
export interface CallFlags {
  project?: string;
  environment?: string;
  experiment?: string;
  server: string;
  dryRun?: boolean;
  json?: boolean;
}

/** Adds the flags of {@link CallFlags}. */
export function addCallOptions(command: Command): Command {
  return command
    .option('--project <key>', 'the key of the project (LAUNCHDARKLY_PROJECT_KEY)')
    .option('--environment <key>', 'the key of the environment (LAUNCHDARKLY_ENVIRONMENT_KEY)')
    .option('--experiment <key>', 'the key of the experiment (LAUNCHDARKLY_EXPERIMENT_KEY)')
    .option('--server <name or URL>', `${Object.keys(servers).join(', ')}, or a URL`, 'commercial')
    .option('--dry-run', 'print the request and send nothing; needs no access token')
    .option('--json', 'print the result, or the error, as JSON');
}

/** What the help of each of these commands says about its settings. */
export const callHelp = `The access token is a personal or service access token (api-…) in the environment variable
LAUNCHDARKLY_ACCESS_TOKEN. The keys come from the flags, or else from the environment variables beside them.`;

/** A call that is about to be made. */
export interface Call {
  readonly path: IterationPath;
  readonly baseUrl: string;
  readonly signal: AbortSignal;
  readonly accessToken: string;
}

/**
 * Reads what a call needs from the flags and the environment. From now on, a signal ends the call, not the process.
 *
 * @throws UsageError, which names the flag or the variable, when something is missing or cannot be used.
 */
export function prepareCall(terminal: Terminal, flags: CallFlags): Call {
  const { env } = terminal;
  const path = {
    projectKey: checkKey(flags.project, '--project', env, 'LAUNCHDARKLY_PROJECT_KEY'),
    environmentKey: checkKey(flags.environment, '--environment', env, 'LAUNCHDARKLY_ENVIRONMENT_KEY'),
    experimentKey: checkKey(flags.experiment, '--experiment', env, 'LAUNCHDARKLY_EXPERIMENT_KEY'),
  };
  const baseUrl = checkServer(flags.server);
  const accessToken = flags.dryRun ? 'api-dry-run' : checkToken(env['LAUNCHDARKLY_ACCESS_TOKEN']);
  return { path, baseUrl, accessToken, signal: terminal.interruption() };
}

/**
 * Makes a call that changes something, and keeps track of its outcome from the moment that it may be sent.
 *
 * @throws what the call throws.
 */
export async function send<T>(
  terminal: Terminal,
  { accessToken, baseUrl }: Call,
  meaning: Sent['meaning'],
  make: (client: IterationClient) => Promise<T>,
): Promise<T> {
  const client = createIterationClient({ accessToken, baseUrl, deprecationNotice: false });
  const sent: Sent = { outcome: 'unknown', meaning };
  terminal.sent = sent;
  try {
    const result = await make(client);
    sent.outcome = 'applied';
    sent.id = idOf(result);
    return result;
  } catch (error) {
    if (isIterationError(error)) {
      sent.outcome = error.outcome;
      sent.id = idOf(error.responseBody);
    }
    throw error;
  }
}

/**
 * Makes a call that changes nothing.
 *
 * @throws what the call throws.
 */
export async function look<T>(
  terminal: Terminal,
  call: Call,
  make: (client: IterationClient) => Promise<T>,
): Promise<T> {
  terminal.hasRead = true;
  return make(createIterationClient({ accessToken: call.accessToken, baseUrl: call.baseUrl }));
}

/** A request as it would be sent, without the access token. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text that would be sent. */
  readonly body: string;
}

/** Makes a call in the same way, but returns the request instead of sending it. */
export async function showRequest(
  { accessToken, baseUrl }: Call,
  make: (client: IterationClient) => Promise<unknown>,
): Promise<ShownRequest> {
  let shown: ShownRequest | undefined;
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const request = new Request(url, init);
    const { authorization: _token, ...headers } = Object.fromEntries(request.headers);
    shown = { method: request.method, url: request.url, headers, body: await request.text() };
    return Response.json({});
  };
  // The response is a dummy, so the call fails after the request is captured; only an earlier error counts.
  const error: unknown = await make(
    createIterationClient({ accessToken, baseUrl, fetch, maxRetries: 0, deprecationNotice: false }),
  ).catch((thrown) => thrown);
  if (!shown) throw error;
  return shown;
}

/** Prints why a call failed and whether it took effect, and returns the exit code. Rethrows any other error. */
export function reportFailure(terminal: Terminal, error: unknown, { signal }: Call, json = false): number {
  if (signal.aborted && !(isIterationError(error) && error.kind !== 'aborted')) {
    if (json) terminal.stdout.json({ error: { kind: 'aborted', outcome: terminal.sent?.outcome ?? 'not_applied' } });
    return reportInterruption(terminal, signal);
  }
  if (error instanceof UsageError || !isIterationError(error)) throw error;
  if (json) terminal.stdout.json({ error });
  printError(terminal, `${error.message}${adviceAfter(error)}`);
  return exitCodeAfter[error.outcome];
}

/** Says that a signal ended the command, and whether the request took effect. */
export function reportInterruption(terminal: Terminal, signal: AbortSignal): number {
  const name = typeof signal.reason === 'string' ? signal.reason : 'SIGINT';
  printError(terminal, `interrupted by ${name}. ${sentenceOf(terminal)}`);
  return exitCodeOf(signal);
}

const exitCodeAfter: Readonly<Record<IterationOutcome, number>> = {
  not_applied: exitCodes.notApplied,
  unknown: exitCodes.unknown,
  applied: exitCodes.applied,
};

function adviceAfter({ retryable, retryAfterMs, requestId }: IterationError): string {
  const wait = retryAfterMs === undefined ? '' : ` after ${Math.ceil(retryAfterMs / 1000)} s`;
  const retry = retryable ? ` Try again${wait || ' later'}.` : '';
  return retry + (requestId === undefined ? '' : ` Quote ${requestId} to LaunchDarkly's support.`);
}

function idOf(body: unknown): string | undefined {
  const id = (body as { _id?: unknown } | null | undefined)?._id;
  return typeof id === 'string' ? id.slice(0, 100) : undefined;
}
