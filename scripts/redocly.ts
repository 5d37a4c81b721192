/** The Redocly command line, quietly: what npm scripts call. */
import { redocly } from './lib/redocly.ts';

const { status, stdout, stderr } = await redocly(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
