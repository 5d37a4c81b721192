/** Runs the command line in this process, and keeps what it writes. */
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';
import { createTerminal } from '../../src/cli/terminal.ts';

export const token = 'api-canary-token';

export interface Surroundings {
  env?: Record<string, string>;
  input?: string | Uint8Array;
  signal?: AbortSignal;
  isTTY?: boolean;
  columns?: number;
  /** The code of the error that each write to standard output ends with. */
  failure?: string;
}

/** A stream that keeps what is written to it, or fails. */
export function keeping({ isTTY = false, columns, failure }: Surroundings = {}) {
  let kept = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      if (failure === undefined) kept += chunk;
      done(failure === undefined ? null : Object.assign(new Error('lost'), { code: failure }));
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns }), text: () => kept };
}

/** Runs the command and gives what it wrote; nothing that it wrote may hold the token or steer a terminal. */
export async function command(args: readonly string[], surroundings: Surroundings = {}) {
  const { env = { LAUNCHDARKLY_ACCESS_TOKEN: token }, input = '', signal, isTTY = false } = surroundings;
  const [out, err] = [keeping(surroundings), keeping({ isTTY })];
  const terminal = createTerminal({
    stdin: Object.assign(Readable.from([Buffer.from(input)]), { isTTY }),
    stdout: out.stream,
    stderr: err.stream,
    env,
    interruption: () => signal ?? new AbortController().signal,
  });
  const code = await run(args, terminal);
  const result = { code, out: out.text(), err: err.text() };
  const all = result.out + result.err;
  if (all.includes('canary')) throw new Error(`The access token is printed: ${all}`);
  if (!isTTY && /[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029]/u.test(all)) {
    throw new Error(`Something that steers a terminal is printed: ${JSON.stringify(all)}`);
  }
  return result;
}
