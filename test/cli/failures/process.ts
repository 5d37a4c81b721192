/** Ways in which the process can end, and in which the command can be called wrongly. */
import type { ChildProcess } from 'node:child_process';
import { type Behavior, created, creating } from '../server.ts';
import type { Failure } from './failure.ts';

/** Creates an iteration and never responds. */
const silent: Behavior = (_response, create) => create();
/** Neither creates nor responds. */
const deaf: Behavior = () => {};
const kill = (signal: NodeJS.Signals) => (child: ChildProcess) => void child.kill(signal);
/** Sends the process a signal once it listens to signals. */
const interrupted = (signal: string) =>
  `process.on('newListener', (name) => { if (name === 'SIGHUP') setTimeout(() => process.kill(process.pid, '${signal}'), 50); });`;
/** Leaves standard input open, and nothing comes. */
const nothing = () => {};
/** Runs code in the process once the server has responded. */
const afterResponse = (code: string) =>
  `const { fetch } = globalThis; globalThis.fetch = async (...args) => { const response = await fetch(...args); ${code}; return response; };`;

/** Makes timers of those that keep no process alive. */
const unref = 'const { setTimeout: real } = globalThis; globalThis.setTimeout = (...args) => real(...args).unref();';

const signals: Failure[] = (
  [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const
).flatMap(([signal, code]) => [
  { name: `${signal} after the creation`, server: silent, onRequest: kill(signal), code },
  { name: `${signal} before any creation`, server: deaf, onRequest: kill(signal), code },
  {
    name: `${signal} while the input is awaited`,
    args: ['create', '-'],
    onStart: nothing,
    preload: interrupted(signal),
    code,
  },
]);

export const processFailures: Failure[] = [
  ...signals,
  {
    name: 'SIGTERM twice',
    server: silent,
    onRequest(child) {
      child.kill('SIGTERM');
      child.kill('SIGTERM');
    },
    code: 143,
  },
  {
    name: 'SIGTERM, and the terminal is gone',
    server: silent,
    redirect: '> /dev/full 2>&1',
    onRequest: kill('SIGTERM'),
    code: 143,
    isMute: true,
  },
  {
    name: 'SIGTERM while a named pipe is awaited',
    before: 'mkfifo pipe',
    args: ['create', 'pipe'],
    preload: interrupted('SIGTERM'),
    code: 143,
  },
  { name: 'SIGKILL', server: silent, onRequest: kill('SIGKILL'), code: 137, isMute: true },
  { name: 'it is aborted', preload: afterResponse('process.abort()'), code: 134, isMute: true },
  {
    name: 'an exception that nobody catches',
    preload: afterResponse(
      "setTimeout(() => { throw new Error('x\\n::error::'); }); await new Promise((done) => setTimeout(done, 500))",
    ),
    code: 70,
  },
  {
    name: 'a rejection that nobody handles',
    preload: afterResponse("Promise.reject(new TypeError('x')); await new Promise((done) => setTimeout(done, 500))"),
    code: 70,
  },
  {
    name: 'something other than an Error is thrown',
    preload: afterResponse('setTimeout(() => { throw null; }); await new Promise((done) => setTimeout(done, 500))'),
    code: 70,
  },
  {
    name: 'nothing is left to wait for',
    preload: afterResponse('await response.text(); await new Promise(() => {})') + unref,
    code: 70,
  },
  {
    name: 'SIGTERM while nobody reads the output',
    args: ['create', 'iteration.json', '--json'],
    server: creating({ ...created, hypothesis: 'x'.repeat(1_000_000) }),
    preload: afterResponse("setTimeout(() => process.kill(process.pid, 'SIGTERM'), 500)"),
    isUnread: true,
    code: 143,
  },
  { name: 'Node does not start', env: { NODE_OPTIONS: '--require ./nowhere.cjs' }, code: 1, isMute: true },
  { name: 'an unknown server', args: ['create', 'iteration.json', '--server', 'mars'], code: 2 },
  { name: 'a token with Bearer', env: { LAUNCHDARKLY_ACCESS_TOKEN: 'Bearer api-1' }, code: 2 },
  { name: 'no token', env: { LAUNCHDARKLY_ACCESS_TOKEN: '' }, code: 2 },
  { name: 'a key that would change the path', args: ['create', 'iteration.json', '--project', 'a/b'], code: 2 },
  { name: 'an unknown option that steers the terminal', args: ['create', '--x\n::add-mask::\u001b[2J'], code: 2 },
  { name: 'an unknown command', args: ['creat\u0007e'], code: 2 },
];
