/** The Redocly command line, quietly: what npm scripts call. */
import { redocly } from './lib/redocly.ts';

// Until `scripts/generate/bundle.ts` takes it from lib/.
export { redocly };

if (import.meta.main) {
  const { status, stdout, stderr } = redocly(process.argv.slice(2), process.cwd());
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}
