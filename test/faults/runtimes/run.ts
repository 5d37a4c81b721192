/** Everything that is tried in one runtime, and what came of it in a line. */

import { type Programs, type Runtime, runProgram } from './child.ts';
import { connectProblems, targets } from './connect.ts';
import { type RandomOptions, type RandomRun, randomProblems, runAtRandom } from './random.ts';
import { type Ends, resendProblems } from './resend.ts';

/** What came of a runtime. */
export interface RuntimeRun {
  runtime: string;
  random: RandomRun;
  /** How many calls were made on connections that die. */
  dying: number;
  problems: string[];
}

/** Tries everything in one runtime. */
export async function runIn(runtime: Runtime, programs: Programs, options: RandomOptions): Promise<RuntimeRun> {
  let dying = 0;
  const resent = await resendProblems(async (url) => {
    const ends = await runProgram<Ends>(runtime, programs.resend, { RESEND_URL: url });
    dying = Object.keys(ends).length;
    return ends;
  });
  const connecting = await connectProblems(runtime, programs);
  const random = await runAtRandom(runtime, programs, options);
  const problems = [...resent, ...connecting, ...randomProblems(random)];
  return { runtime: runtime.name, random, dying, problems: problems.map((problem) => `${runtime.name}: ${problem}`) };
}

/** What came of a runtime in a line. */
export function lineOf({ runtime, random, dying, problems }: RuntimeRun): string {
  const { calls, seed, duplicates, resent, falseNotApplied, falseApplied, hangs, leaks } = random;
  const counts = [
    `${duplicates} duplicates`,
    `${resent} sent again by the runtime`,
    `${falseNotApplied} false not_applied`,
    `${falseApplied} false applied`,
    `${hangs} hangs`,
    `${leaks.length} leaks`,
  ];
  return (
    `${runtime}: ${calls} calls at random (seed ${seed}): ${counts.join(', ')}; ${dying} calls on connections that die, ` +
    `${Object.keys(targets).length} hosts out of reach; ${problems.length} problems`
  );
}
