/** Breaks the client's calls in every listed way, at random, and by a rate limit, and says whether it tells the truth. */
import { parseArgs } from 'node:util';
import { faults } from '../test/faults/faults.ts';
import { limitProblems, runAgainstLimit } from '../test/faults/limit.ts';
import { randomProblems, runAtRandom } from '../test/faults/random.ts';
import { withResources } from '../test/faults/resources.ts';
import { type Result, runFaults } from '../test/faults/run.ts';

const { values } = parseArgs({ options: { calls: { type: 'string' }, seed: { type: 'string' } } });
const calls = values.calls === undefined ? {} : { calls: Number(values.calls) };
const seed = values.seed === undefined ? {} : { seed: Number(values.seed) };

const { result: results, left } = await withResources(() => runFaults(faults));
print([['fault', 'kind', 'outcome', 'arrived', 'created', 'verdict'], ...results.map((result) => cells(result))]);

const random = await withResources(() => runAtRandom({ ...calls, ...seed }));
const run = random.result;
console.log(`\n${run.calls} calls at random, seed ${run.seed}`);
print([
  ...Object.entries(run.endings).map(([ending, count]) => [`ended as ${ending}`, String(count)]),
  ['duplicates', String(run.duplicates)],
  ['false not_created', String(run.falseNotCreated)],
  ['false created', String(run.falseCreated)],
  ['hangs', String(run.hangs)],
  ['leaks', String(run.leaks)],
]);

const limit = await runAgainstLimit();
console.log(`\n${limit.calls} calls at once, ${limit.perWindow} in a window`);
print([
  ['answered with 429', String(limit.refused)],
  ['failed', String(limit.failed)],
  ['duplicates', String(limit.duplicates)],
  ['in the order of the calls', limit.inOrder ? 'yes' : 'no'],
  ['requests in the windows', limit.windows.join(' ')],
]);

const wrong = results.filter(({ verdict }) => verdict !== 'ok');
const problems = [
  ...wrong.map(({ name, verdict }) => `${name}: ${verdict}`),
  ...[...left, ...random.left].map((resource) => `a ${resource} was left behind`),
  ...randomProblems(run),
  ...limitProblems(limit),
];
if (problems.length > 0) console.log(`\n${problems.join('\n')}`);
console.log(
  `\n${results.length} faults, ${results.length - wrong.length} right; ${run.calls} random calls: ${run.duplicates} duplicates, ` +
    `${run.falseNotCreated} false not_created, ${run.falseCreated} false created, ${run.hangs} hangs, ` +
    `${run.leaks + left.length + random.left.length} leaks; ` +
    `${limit.calls} calls against a limit: ${limit.failed} failed, ${limit.refused} answered with 429`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

function cells({ name, kind, outcome, arrived, created, verdict }: Result): string[] {
  return [name, kind, outcome ?? '-', String(arrived), String(created), verdict];
}

/** Prints rows with their columns aligned. */
function print(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
