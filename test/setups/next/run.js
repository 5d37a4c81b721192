/** Starts Next.js in development, creates an iteration through the route handler, and fails where it does not respond so. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createIterationClient } from 'launchdarkly-iteration-contract';
import { iterationInput } from 'launchdarkly-iteration-contract/examples';

const next = fileURLToPath(import.meta.resolve('next/dist/bin/next'));
const server = spawn(process.execPath, [next, 'dev', '--port', '0', '--hostname', '127.0.0.1'], {
  cwd: import.meta.dirname,
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
});
let printed = '';
const baseUrl = await new Promise((resolve, reject) => {
  const read = (chunk) => {
    printed += chunk;
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
    if (url && /Ready/.test(printed)) resolve(url);
  };
  server.stdout.on('data', read);
  server.stderr.on('data', read);
  server.on('exit', () => reject(new Error(`Next.js ended:\n${printed}`)));
});
try {
  const client = createIterationClient({
    accessToken: 'api-any',
    mock: true,
    baseUrl,
    attemptTimeoutMs: 60_000,
    totalTimeoutMs: 120_000,
  });
  const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
  const { status } = await client.createIteration(path, iterationInput());
  if (status !== 'not_started') throw new Error(`The route handler responded with the status ${status}.`);
  const wrong = await fetch(`${baseUrl}/api/v2/projects/p/environments/e/experiments/x/iterations`, {
    method: 'POST',
    headers: { authorization: 'api-any', 'content-type': 'application/json' },
    body: '{}',
  });
  if (wrong.status !== 400) throw new Error(`The route handler responded with ${wrong.status} to an empty object.`);
} finally {
  server.removeAllListeners('exit');
  server.kill();
}
