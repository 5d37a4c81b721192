/** Ways in which the commands that read and change an experiment can fail, and `create --once`. */
import { getExperiment200Running } from '../../../generated/examples.js';
import { type Behavior, created, creating, refusing } from '../server.ts';
import type { Failure } from './failure.ts';

const evil = '\u001b]0;x\u0007\n::error::y\n##[add-mask]z\u009b\u202e\u2028';
const running = { ...created, status: 'running', startedAt: 1_700_000_000_000 };
const experiment = { ...getExperiment200Running, _id: created._id, currentIteration: running };
const patch = JSON.stringify({ instructions: [{ kind: 'updateName', value: 'Another' }] });

/** Responds to reads with an experiment, and to anything else as it is told. */
const reading =
  (behavior: Behavior, body: unknown = experiment): Behavior =>
  (response, apply, request) => {
    if (request.method !== 'GET') behavior(response, apply, request);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const changing = (body: unknown = experiment) => reading(creating(body));
const breaking: Behavior = (response, apply) => {
  apply();
  response.destroy();
};
/** Lets the experiment be read until the connection breaks after a creation. */
function readableUntilChanged(): Behavior {
  let isChanged = false;
  return (response, apply, request) => {
    const behavior = isChanged ? refusing(403) : reading(breaking);
    isChanged ||= request.method !== 'GET';
    behavior(response, apply, request);
  };
}
const silent: Behavior = (_response, apply) => apply();

/** The commands that change an experiment, with the input of those that take a file. */
const commands: Record<string, Pick<Failure, 'args' | 'input'>> = {
  start: { args: ['start'] },
  stop: { args: ['stop', '--winner', 'v', '--reason', 'It won'] },
  update: { args: ['update', 'iteration.json'], input: patch },
  migrate: { args: ['migrate', 'iteration.json', '--start', '--partial'] },
};

const updates = Object.entries(commands).flatMap(([name, command]): Failure[] =>
  (
    [
      ['nothing fails', { server: changing(), code: 0 }],
      ['stdout is full', { server: changing(), redirect: '> /dev/full', code: 4 }],
      ['the reader of stdout has gone', { server: changing(), onStart: leave, code: 4 }],
      ['both are full', { server: changing(), redirect: '> /dev/full 2>&1', code: 4, isMute: true }],
      ['the connection breaks after the change', { server: reading(breaking), code: 3 }],
      ['500 after the change', { server: reading(creating({}, 500)), code: 3 }],
      ['503 before any change', { server: reading(refusing(503)), code: 3 }],
      ['403', { server: reading(refusing(403)), code: 1 }],
      ['a response that is no experiment', { server: changing([]), code: 3 }],
      ['text steers the terminal', { server: changing({ ...experiment, name: evil }), code: 0 }],
      ['the name repeats the token', { server: changing({ ...experiment, name: 'api-canary-token' }), code: 0 }],
      [
        'SIGTERM after the change',
        { server: reading(silent), onRequest: (child, method) => method !== 'GET' && child.kill('SIGTERM'), code: 143 },
      ],
    ] satisfies [string, Omit<Failure, 'name'>][]
  ).map(([what, failure]) => ({ name: `${name}: ${what}`, ...command, ...failure })),
);

const look = ['get'];
const once = ['create', 'iteration.json', '--once'];

export const changeFailures: Failure[] = [
  ...updates,
  { name: 'migrate: without --start', args: ['migrate', 'iteration.json', '--partial'], server: changing(), code: 1 },
  { name: 'migrate: without --partial', args: ['migrate', 'iteration.json', '--start'], server: changing(), code: 1 },
  { name: 'migrate: the read fails', args: commands['migrate']?.args ?? [], server: refusing(404), code: 1 },
  { name: 'update: instructions that break the contract', args: ['update', 'iteration.json'], input: '{}', code: 1 },
  { name: 'start: stdout is full in a dry run', args: ['start', '--dry-run'], redirect: '> /dev/full', code: 2 },
  { name: 'stop: no winner', args: ['stop'], code: 2 },
  { name: 'get: nothing fails', args: look, server: changing(), code: 0 },
  { name: 'get: stdout is full', args: look, server: changing(), redirect: '> /dev/full', code: 2 },
  { name: 'get: the reader of stdout has gone', args: look, server: changing(), onStart: leave, code: 0 },
  { name: 'get: text steers the terminal', args: look, server: changing({ ...experiment, name: evil }), code: 0 },
  { name: 'get: 404', args: look, server: refusing(404), code: 1 },
  { name: 'create --once: nothing fails', args: once, server: reading(creating()), code: 0 },
  { name: 'create --once: stdout is full', args: once, server: reading(creating()), redirect: '> /dev/full', code: 4 },
  { name: 'create --once: the read is refused', args: once, server: refusing(403), code: 1 },
  {
    name: 'create --once: the connection breaks after the creation, and no look is allowed',
    args: once,
    server: readableUntilChanged(),
    code: 3,
  },
];

function leave(child: Parameters<NonNullable<Failure['onStart']>>[0]): void {
  child.stdout?.destroy();
}
