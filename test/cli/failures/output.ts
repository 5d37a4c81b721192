/** Ways in which the output can fail once the iteration is created. */
import { created, creating } from '../server.ts';
import type { Failure } from './failure.ts';

const json = ['create', 'iteration.json', '--json'];
const large = creating({ ...created, hypothesis: 'x'.repeat(300_000) });

export const outputFailures: Failure[] = [
  { name: 'nothing fails', code: 0 },
  { name: 'nothing fails, --json', args: json, code: 0 },
  { name: 'stdout is full', redirect: '> /dev/full', code: 4 },
  { name: 'stdout is full, --json', args: json, redirect: '> /dev/full', code: 4 },
  { name: 'stdout is a file at its limit', before: 'ulimit -f 0', redirect: '> out.txt', code: 4 },
  {
    name: 'stdout is a file that reaches its limit in the middle',
    args: json,
    server: large,
    before: 'ulimit -f 100',
    redirect: '> out.txt',
    code: 4,
  },
  { name: 'stdout is open for reading only', redirect: '1< iteration.json', code: 4 },
  { name: 'stdout is closed', redirect: '>&-', code: 0 },
  { name: 'the reader of stdout has gone', onStart: (child) => child.stdout?.destroy(), code: 4 },
  { name: 'the reader goes in the middle', args: json, server: large, onStart: leaveEarly, code: 4 },
  { name: 'stderr is full', redirect: '2> /dev/full', code: 0, isMute: true },
  { name: 'stderr is closed', redirect: '2>&-', code: 0, isMute: true },
  { name: 'the reader of stderr has gone', onStart: (child) => child.stderr?.destroy(), code: 0, isMute: true },
  { name: 'both are full', redirect: '> /dev/full 2>&1', code: 4, isMute: true },
  {
    name: 'the readers of both have gone',
    onStart(child) {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
    code: 4,
    isMute: true,
  },
  {
    name: 'stdout is full in a dry run',
    args: ['create', 'iteration.json', '--dry-run'],
    redirect: '> /dev/full',
    code: 2,
  },
  { name: 'stdout is full in validate', args: ['validate', 'iteration.json'], redirect: '> /dev/full', code: 2 },
  {
    name: 'stdout is full in validate, and the iteration is invalid',
    args: ['validate', 'iteration.json'],
    input: '{}',
    redirect: '> /dev/full',
    code: 1,
  },
  { name: 'stdout is full in the help', args: ['help'], redirect: '> /dev/full', code: 2 },
  {
    name: 'the reader of validate has gone',
    args: ['validate', 'iteration.json'],
    onStart: (child) => child.stdout?.destroy(),
    code: 0,
  },
];

/** Reads a little, as `head` does. */
function leaveEarly({ stdout }: { stdout: NodeJS.ReadableStream | null }): void {
  stdout?.once('data', () => (stdout as NodeJS.ReadableStream & { destroy(): void }).destroy());
}
