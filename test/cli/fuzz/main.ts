/**
 * Gives the command line mangled files, and fails where `validate`, `create --dry-run` and `create` disagree, print what
 * they should not, or end with a code that is not documented.
 *
 * Usage: node test/cli/fuzz/main.ts [--files 2000] [--seed 1]
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: { files: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const { files, codes, problems } = await fuzz(Number(values.files), Number(values.seed));
for (const problem of problems) console.log(problem);
const ended = Object.entries(codes).map(([code, count]) => `${count} with ${code}`);
console.log(
  `${files} files, seed ${values.seed}: create --dry-run ended ${ended.join(', ')}; ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
