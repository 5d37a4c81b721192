import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { resendProblems } from '../faults/runtimes/resend.ts';

const run = promisify(execFile);
const seconds = 300;

/** What test/package/consumer/consumer.ts reports on a mock: a status, two failures, and what the other entries say. */
export const report = [
  'not_started',
  ['invalid_input', 'not_applied', 0, null],
  ['http', 'not_applied', 1, 'invalid_request'],
  'anyOf',
  0,
  'launchdarkly-iteration-contract',
  true,
];

/** What mocks.ts prints: two mocks without a server, a 503, after which nobody knows, and two responses of its own. */
export const mocksReport = [
  report,
  report,
  ['http', 'unknown', 1, 'service_unavailable'],
  'running',
  ['http', 'not_applied', 1, 'rate_limited'],
];

/**
 * What server.ts prints: a mock server, and one that is gone.
 *
 * @param outcome What the runtime lets the client know of a connection that was refused.
 */
export const serverReport = (outcome: 'not_applied' | 'unknown') => [report, ['network', outcome, 1, null]];

/** The ways to compile a consumer: how modules are resolved, and whether an optional property may be `undefined`. */
export const settings = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
].flatMap((modules) => ['true', 'false'].map((exact) => ({ ...modules, exactOptionalPropertyTypes: exact })));

/** A way to compile a consumer. */
export type Settings = (typeof settings)[number];

/** Compiles the consumers of a project: that of Node without the types of a page, that of a page without Node's. */
export async function compile(tsc: string, project: string, setting: Settings): Promise<void> {
  const flags = Object.entries(setting).flatMap(([flag, value]) => [`--${flag}`, value]);
  for (const config of ['tsconfig.json', 'tsconfig.page.json']) {
    await succeed(process.execPath, [tsc, '-p', config, ...flags], project);
  }
}

/** Runs a program that prints JSON, and compares it. */
export async function expectPrinted(command: string, args: string[], project: string, wanted: unknown): Promise<void> {
  expectEqual(await succeed(command, args, project), wanted);
}

/**
 * Runs a program that makes calls on connections that die when their request was read, and expects that the server gets
 * each once, with its length, and that the client says of none what it cannot know.
 */
export async function expectNoResend(command: string, args: string[], project: string): Promise<void> {
  const run = async (url: string) => JSON.parse(await succeed(command, args, project, { RESEND_URL: url }));
  const problems = await resendProblems(run);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Compares printed JSON. */
export function expectEqual(printed: string | undefined, wanted: unknown): void {
  let value: unknown;
  try {
    value = JSON.parse(printed ?? '');
  } catch {}
  if (isDeepStrictEqual(value, wanted)) return;
  throw new Error(`It printed\n  ${printed?.trim()}\nbut should print\n  ${JSON.stringify(wanted)}`);
}

/** Runs the command `ld-iteration` on a request that must be refused for its flags, and expects that it says so. */
export async function expectRefusal(node: string, project: string): Promise<void> {
  const args = ['node_modules/launchdarkly-iteration-contract/dist/cli/main.js', 'validate', 'documented-request.json'];
  const refusal = await succeed(node, args, project).catch((error: Error) => error);
  if (refusal instanceof Error && refusal.message.includes('flags must be an object')) return;
  throw new Error(`It should refuse the flags of documented-request.json, but: ${refusal}`);
}

/** Checks the tarball by publint's rules for what is published. */
export async function publint(tarball: string): Promise<void> {
  await succeed(resolve('node_modules/.bin/publint'), ['--strict', tarball], dirname(tarball));
}

/** Resolves the types of each entry as TypeScript does, for users of ESM. The YAML entry has no types. */
export async function attw(tarball: string): Promise<void> {
  const excluded = ['./openapi.yaml', './workflows.arazzo.yaml'];
  const args = ['--profile', 'esm-only', '--exclude-entrypoints', ...excluded, '--no-summary', '--', tarball];
  await succeed(resolve('node_modules/.bin/attw'), args, dirname(tarball));
}

/** Runs a command and returns what it prints. Throws what it printed, should it fail. */
export async function succeed(command: string, args: string[], cwd: string, variables = {}): Promise<string> {
  const env = {
    ...process.env,
    NO_COLOR: '1',
    DO_NOT_TRACK: '1',
    DENO_NO_UPDATE_CHECK: '1',
    DENO_DIR: join(cwd, '.deno'),
    ...variables,
  };
  try {
    return (await run(command, args, { cwd, env, timeout: seconds * 1000 })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message, killed } = error as Error & Partial<Record<string, string>>;
    const printed = `${stdout}${stderr}`.trim().split('\n').slice(0, 100).join('\n');
    throw new Error(killed ? `It did not end within ${seconds} seconds. It printed:\n${printed}` : printed || message);
  }
}
