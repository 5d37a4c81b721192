/**
 * Shows a report on GitHub, in one place that later reports replace: `comment <file.md>` on the pull request of the
 * event, `issue <file.md>` in the one open issue about the vendor's document, which `close` closes. It imports nothing
 * that must be installed: the jobs that hold a writing token run this file alone.
 */
import { readFileSync } from 'node:fs';

/** The title of the issue. */
const title = "The vendor's document differs from the contract";

/** GitHub takes no longer body, in characters. */
const limit = 65_536;

const usage = 'Call: node scripts/github.ts comment <file.md> | issue <file.md> | close';

type Api = <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => Promise<T>;

/** A comment or an issue, as far as it is read here. */
interface Post {
  number: number;
  id: number;
  body: string | null;
  user: { login: string } | null;
  pull_request?: object;
}

/** A mistake of the caller, in a sentence that says what to do. */
class UsageError extends Error {}

/** Runs a command and returns what it did, in a sentence. */
async function run([command, file]: string[], api: Api): Promise<string> {
  if (command === 'comment' && file) return comment(api, pullRequest(), bodyOf('spec-diff', file));
  if (command === 'issue' && file) return openIssue(api, bodyOf('drift', file));
  if (command === 'close' && !file) return closeIssue(api);
  throw new UsageError(usage);
}

async function comment(api: Api, number: number, body: string): Promise<string> {
  const old = await find(api, `/issues/${number}/comments?`, 'spec-diff');
  if (old) await api('PATCH', `/issues/comments/${old.id}`, { body });
  else await api('POST', `/issues/${number}/comments`, { body });
  return `${old ? 'Updated' : 'Wrote'} the comment on pull request ${number}.`;
}

async function openIssue(api: Api, body: string): Promise<string> {
  const old = await find(api, '/issues?state=open&', 'drift');
  if (old) await api('PATCH', `/issues/${old.number}`, { body });
  const { number } = old ?? (await api<Post>('POST', '/issues', { title, body }));
  return `${old ? 'Updated' : 'Opened'} issue ${number}.`;
}

async function closeIssue(api: Api): Promise<string> {
  const old = await find(api, '/issues?state=open&', 'drift');
  if (!old) return 'No issue is open.';
  const body = `The contract and the vendor's document agree again, as ${runOf()} found.`;
  await api('POST', `/issues/${old.number}/comments`, { body });
  await api('PATCH', `/issues/${old.number}`, { state: 'closed', state_reason: 'completed' });
  return `Closed issue ${old.number}.`;
}

/** The marker by which a post is found again. It is not shown. */
function markerOf(name: 'spec-diff' | 'drift'): string {
  return `<!-- launchdarkly-iteration-contract:${name} -->`;
}

/** Finds the post that this script wrote: it begins with the marker, and is the token's. Anybody may quote a marker. */
async function find(api: Api, path: string, name: 'spec-diff' | 'drift'): Promise<Post | undefined> {
  for (let page = 1; ; page += 1) {
    const posts = await api<Post[]>('GET', `${path}per_page=100&page=${page}`);
    const own = posts.find(
      ({ body, user, pull_request: isPullRequest }) =>
        body?.startsWith(markerOf(name)) && user?.login === 'github-actions[bot]' && !isPullRequest,
    );
    if (own || posts.length < 100) return own;
  }
}

/** The report with its marker. What is too long is cut, which is said first: at the end it might be within a table. */
function bodyOf(name: 'spec-diff' | 'drift', file: string): string {
  const report = `${markerOf(name)}\n${read(file)}`;
  if (report.length <= limit) return report;
  const hint = `> This report is cut, for GitHub takes no longer text. ${runOf()} has the whole, as an artefact.`;
  const start = report.replace('\n', `\n${hint}\n\n`).slice(0, limit);
  return start.slice(0, start.lastIndexOf('\n')).toWellFormed();
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Write the report first.`);
  }
}

/** The run of the workflow, as a link. */
function runOf(): string {
  return `[This run](${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${variable('GITHUB_RUN_ID')})`;
}

function pullRequest(): number {
  const number = JSON.parse(read(variable('GITHUB_EVENT_PATH'))).pull_request?.number;
  if (Number.isSafeInteger(number)) return number;
  throw new UsageError('The event has no pull request. Run this in a workflow that is triggered by pull_request.');
}

function variable(name: string): string {
  const value = process.env[name];
  if (value) return value;
  const hint = name === 'GITHUB_TOKEN' ? 'Give it to the step by env, as github.token.' : 'GitHub Actions does.';
  throw new UsageError(`${name} must be set. ${hint}`);
}

/** What to do about a status. */
const advice: Record<number, string> = {
  401: 'The token is not valid: give the step github.token as GITHUB_TOKEN.',
  403: 'The job needs the permission "pull-requests: write" for a comment, "issues: write" for an issue; pull requests of forks never get them.',
  404: 'There is no such repository or pull request, or the token may not see it.',
  410: 'Issues are turned off in this repository: turn them on.',
  422: 'GitHub does not take the report: look at its length and its characters.',
};

/** Calls GitHub's REST API for the repository of the run. No error holds the token. */
function createApi(): Api {
  const token = variable('GITHUB_TOKEN');
  const base = variable('GITHUB_API_URL');
  const repository = variable('GITHUB_REPOSITORY');
  // A token must not travel in the clear; HTTP is for a stand-in on this machine.
  if (!/^(https:\/\/|http:\/\/127\.0\.0\.1:)[^@?#]+$/.test(base)) throw new UsageError('GITHUB_API_URL must be HTTPS.');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new UsageError('GITHUB_REPOSITORY must be owner/name.');
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'user-agent': 'launchdarkly-iteration-contract',
    'x-github-api-version': '2022-11-28',
  };
  return async <T>(method: string, path: string, body?: object) => {
    const call = `${method} /repos/${repository}${path}`;
    const answer = await fetch(`${base}/repos/${repository}${path}`, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error) => {
      throw new Error(`GitHub did not answer ${call} (${error.cause?.code ?? error.name}). Run the job again.`);
    });
    if (answer.ok) return (await answer.json()) as T;
    await answer.body?.cancel();
    throw new Error(`GitHub answered ${answer.status} to ${call}. ${advice[answer.status] ?? 'Run the job again.'}`);
  };
}

try {
  console.log(await run(process.argv.slice(2), createApi()));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
