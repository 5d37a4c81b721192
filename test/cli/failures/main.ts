/**
 * Lets the output, the input and the process of each command that calls the server fail in every listed way, and prints how
 * often the server applied what was asked for and which exit code the command gave. Fails where the one contradicts the other.
 *
 * Usage: node test/cli/failures/main.ts [node], by default with this Node.
 */
import { buildCommand } from './build.ts';
import { failures, runFailures } from './failures.ts';

const { path, remove } = await buildCommand();
const results = await runFailures(failures, [process.argv[2] ?? process.execPath, path]).finally(remove);

const rows = results.map(({ name, created, code, err, problems }) => [
  name,
  String(created),
  String(code),
  problems.length > 0 ? problems.join('; ') : 'agrees',
  (err.trim().split('\n').at(-1) ?? '').slice(0, 90),
]);
const titles = ['what fails', 'applied', 'exit code', 'verdict', 'last line of standard error'];
const widths = titles.map((_, column) => Math.max(...[titles, ...rows].map((row) => row[column]?.length ?? 0)));
for (const row of [titles, ...rows]) {
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
const wrong = results.filter(({ problems }) => problems.length > 0);
console.log(`\n${results.length} ways to fail, ${wrong.length} contradictions`);
process.exitCode = wrong.length > 0 ? 1 : 0;
