/**
 * Breaks the client's calls in every listed way, and at random in every runtime, and says whether it tells the truth.
 * Fails unless everything is right.
 */

import { parseArgs } from 'node:util';
import { bun, deno, installTools, nodes, pathOf } from '../matrix/tools.ts';
import { runCrowd } from './crowd.ts';
import { crowds } from './crowds.ts';
import { faults } from './faults.ts';
import { withResources } from './resources.ts';
import { inParallel, type Result, runFaults } from './run.ts';
import { type Runtime, withPrograms } from './runtimes/child.ts';
import { lineOf, type RuntimeRun, runIn } from './runtimes/run.ts';

const { values } = parseArgs({ options: { calls: { type: 'string' }, seed: { type: 'string' } } });
const calls = values.calls === undefined ? 2_000 : Number(values.calls);
const seed = values.seed === undefined ? undefined : Number(values.seed);

const problems: string[] = [];
process.on('warning', ({ message }) => problems.push(`a warning: ${message}`));
process.on('unhandledRejection', (reason) => problems.push(`an unhandled rejection: ${reason}`));

const { result: results, left } = await withResources(async () => [
  ...(await runFaults(faults)),
  ...(await inParallel(crowds, runCrowd)),
]);
print([['fault', 'kind', 'outcome', 'arrived', 'created', 'verdict'], ...results.map((result) => cells(result))]);
const wrong = results.filter(({ verdict }) => verdict !== 'ok');
problems.push(...wrong.map(({ name, verdict }) => `${name}: ${verdict}`));
problems.push(...left.map((resource) => `a ${resource} was left behind`));

installTools();
const runs: RuntimeRun[] = [];
await withPrograms(async (programs) => {
  for (const runtime of runtimes()) runs.push(await runIn(runtime, programs, { calls, seed }));
});
const endings = Object.keys(runs[0]?.random.endings ?? {});
print([
  ['\ncalls at random', ...endings],
  ...runs.map(({ runtime, random }) => [runtime, ...Object.values(random.endings).map(String)]),
]);
problems.push(...runs.flatMap((run) => run.problems));

if (problems.length > 0) console.log(`\n${problems.join('\n')}`);
console.log(`\n${results.length} faults, ${results.length - wrong.length} right, ${left.length} resources left behind`);
for (const run of runs) console.log(lineOf(run));
process.exitCode = problems.length > 0 ? 1 : 0;

/** The runtimes that run the client: the oldest Node that is supported, the one of the project, Bun and Deno. */
function runtimes(): Runtime[] {
  const trustAll = { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } };
  return [
    ...nodes
      .filter(({ name }) => /^Node (20|24)\./.test(name))
      .map((tool) => ({ name: tool.name, command: pathOf(tool), args: [], trusting: trustAll })),
    { name: bun.name, command: pathOf(bun), args: ['--install=disable'], trusting: trustAll },
    {
      name: deno.name,
      command: pathOf(deno),
      args: ['run', '--allow-all', '--no-remote', '--quiet'],
      trusting: { args: ['--unsafely-ignore-certificate-errors'] },
    },
  ];
}

function cells({ name, kind, outcome, arrived, created, verdict }: Result): string[] {
  return [name, kind, outcome ?? '-', String(arrived), String(created), verdict];
}

/** Prints rows with their columns aligned. */
function print(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    console.log(line.trimEnd());
  }
}
