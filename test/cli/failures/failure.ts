/** One way in which output, input or the process can fail while something is created or changed, and the runner of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { scratchFolder, valid } from '../files.ts';
import { type Behavior, creating, serve } from '../server.ts';

/** A way to fail. What is not said is as usual: a valid iteration, which the server creates. */
export interface Failure {
  readonly name: string;
  readonly server?: Behavior;
  /** The command and its arguments; by default `create iteration.json`, to which the keys and the server are added. */
  readonly args?: readonly string[];
  /** The iteration. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** What a shell does to the streams, such as `> /dev/full`. */
  readonly redirect?: string;
  /** What a shell does first. */
  readonly before?: string;
  /** A module that is loaded before the command. */
  readonly preload?: string;
  /** What happens to the process once it runs and once the server has its request. */
  readonly onStart?: (child: ChildProcess) => void;
  readonly onRequest?: (child: ChildProcess, method: string | undefined) => void;
  /** The exit code; several, where it depends on who is first. */
  readonly code: number | readonly number[];
  /** Whether nobody reads standard output, though it is open. */
  readonly isUnread?: boolean;
  /** Whether standard error cannot be read, or is not ours. */
  readonly isMute?: boolean;
}

/** What came of it. */
export interface Result {
  readonly name: string;
  readonly code: number;
  readonly created: number;
  readonly out: string;
  readonly err: string;
}

/** What the process gets of our environment. */
const own = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => ['PATH', 'NODE_COMPILE_CACHE'].includes(name)),
);
export const accessToken = 'api-canary-token';
/** So long takes no command on any machine, in milliseconds; what takes longer has hung. */
const patience = 120_000;
/** The commands that call the server, and take the keys. */
const callers = new Set<string | undefined>(['create', 'get', 'start', 'stop', 'update', 'migrate']);
const keys = { '--project': 'p', '--environment': 'e', '--experiment': 'x' };

/**
 * Runs the command line as a process of its own, in a folder of its own.
 *
 * @param command What starts it, such as `node dist/cli/main.js`.
 */
export async function runFailure(failure: Failure, command: readonly string[]): Promise<Result> {
  const { file, folder, remove } = scratchFolder();
  file('iteration.json', failure.input ?? valid);
  file('iteration.yaml', failure.input ?? valid);
  let child: ChildProcess | undefined;
  const behavior = failure.server ?? creating();
  const server = await serve((response, create, request) => {
    behavior(response, create, request);
    if (child) failure.onRequest?.(child, request.method);
  });
  const { args = ['create', 'iteration.json'], redirect = '', before = ':', preload, env } = failure;
  const target = Object.entries({ ...keys, '--server': server.url }).filter(([flag]) => !args.includes(flag));
  const importing = preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  const [node = '', ...main] = command;
  const line = [node, ...importing, ...main, ...args, ...(callers.has(args[0]) ? target.flat() : [])];
  try {
    child = spawn('sh', ['-c', `${before}\nexec "$@" ${redirect}`, 'sh', ...line], {
      cwd: folder,
      env: { ...own, LAUNCHDARKLY_ACCESS_TOKEN: accessToken, ...env },
    });
    return { name: failure.name, ...(await endOf(child, failure)), created: server.created };
  } finally {
    child?.kill('SIGKILL');
    await server.close();
    remove();
  }
}

async function endOf(
  child: ChildProcess,
  { onStart, isUnread = false }: Failure,
): Promise<Pick<Result, 'code' | 'out' | 'err'>> {
  const { stdin, stdout, stderr } = child;
  stdin?.on('error', () => {});
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const texts = [isUnread ? null : stdout, stderr].map((stream) => (stream ? text(stream).catch(() => '') : ''));
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  onStart?.(child);
  if (!onStart) stdin?.end();
  const [code, signal] = await exit.finally(() => clearTimeout(timer));
  const [out = '', err = ''] = await Promise.all(texts);
  return { code: code ?? 128 + (signal ? constants.signals[signal] : 0), out, err };
}
