/** Starts the command line, attacks it, and says what came of each attack. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

/** A command that serves, and all that it has written. */
export interface Served {
  url: string;
  child: ChildProcess;
  log(): string;
}

/** Starts a command that serves, and resolves once it says where. */
export async function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args, '--port', '0']);
  let log = '';
  const announced = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
      const [url] = /http:\/\/127[\d.:]+\d/.exec(log) ?? [];
      if (url) announced.resolve(url);
    });
  }
  child.once('exit', (code) => announced.reject(new Error(`It ended with ${code}:\n${log}`)));
  return { url: await announced.promise, child, log: () => log };
}

/** Ends a command as a container does, and returns its exit code. */
export async function stop({ child }: Served): Promise<unknown> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  return code;
}

/** What came of the bytes that were sent: the first status, or that the connection ended without one, or that it hangs. */
export type Outcome = number | 'closed' | 'hangs';

/** Longer than the half minute after which a server gives up on a caller, or the proxy on its upstream. */
const patienceMs = 90_000;

/** Sends bytes over a connection of their own and waits for a whole response, or for the end. */
export async function send(url: string, bytes: Buffer): Promise<Outcome> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  const done = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => done.resolve('hangs'), patienceMs);
  let received = '';
  const status = () => /^HTTP\/1\.1 ([2-9]\d\d)/.exec(received.replace(/^(HTTP\/1\.1 1\d\d.*?\r\n\r\n)+/s, ''))?.[1];
  const settle = () => done.resolve(status() === undefined ? 'closed' : Number(status()));
  socket.on('error', () => {});
  socket.on('close', settle);
  socket.on('end', settle);
  socket.on('data', (chunk) => {
    received = (received + chunk.toString('latin1')).slice(0, 100_000);
    const head = received.indexOf('\r\n\r\n');
    if (status() !== undefined && head >= 0) settle();
  });
  socket.write(bytes);
  const outcome = await done.promise;
  clearTimeout(timer);
  socket.destroy();
  return outcome;
}

/** One attack and what came of it. */
export interface Row {
  group: string;
  title: string;
  outcome: Outcome;
  isRight: boolean;
}

/** Runs attacks, so many at a time, in their order. */
export async function attack<T extends { group: string; title: string; allowed: readonly Outcome[] }>(
  attacks: readonly T[],
  strike: (one: T, index: number) => Promise<Outcome>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const queue = [...attacks.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { group, title, allowed }] = next;
      const outcome = await strike(next[1], index);
      rows[index] = { group, title, outcome, isRight: allowed.includes(outcome) };
    }
  };
  await Promise.all(Array.from({ length: 12 }, work));
  return rows;
}

/** Prints the table of an attack. */
export function table(name: string, rows: readonly Row[], log: string): string {
  const width = Math.max(...rows.map(({ title }) => title.length));
  const lines = rows.map(
    ({ group, title, outcome, isRight }) =>
      `${group.padEnd(9)} ${title.padEnd(width)} ${String(outcome).padEnd(7)}${isRight ? '' : ' WRONG'}`,
  );
  const hanging = rows.filter(({ outcome }) => outcome === 'hangs').length;
  const wrong = rows.filter(({ isRight }) => !isRight).length;
  const controls = rawControlsOf(log).length;
  const totals = `${rows.length} attacks, ${hanging} hang, ${wrong} wrong, ${controls} raw control characters in the log`;
  return [`${name}:`, ...lines, totals].join('\n');
}

/** The control and bidi characters of a log, but for the ends of its lines. */
export function rawControlsOf(log: string): string[] {
  return log.match(/[^\P{Cc}\n]|\p{Bidi_Control}|[\u2028\u2029]/gu) ?? [];
}
