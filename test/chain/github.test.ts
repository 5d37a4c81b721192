import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'github-'));
const token = 'ghs_canary5d1c';
const marker = (name: string) => `<!-- launchdarkly-iteration-contract:${name} -->`;
const bot = { login: 'github-actions[bot]' };

interface Post {
  id: number;
  number: number;
  body: string;
  user: { login: string };
  pull_request?: object;
  state?: string;
  title?: string;
}

/** What the stand-in of GitHub holds, and what was asked of it. */
let comments: Post[];
let issues: Post[];
let calls: string[];
let refusal: number | undefined;
beforeEach(() => {
  comments = [];
  issues = [];
  calls = [];
  refusal = undefined;
});

const post = (number: number, body: string, more: Partial<Post> = {}): Post => ({
  id: 1000 + number,
  number,
  body,
  user: bot,
  state: 'open',
  ...more,
});

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const path = pathname.replace(/^\/api\/v3\/repos\/some\/where/, '');
  const call = `${request.method} ${path}`;
  calls.push(call);
  const sent = request.method === 'GET' ? {} : ((await json(request)) as Partial<Post>);
  const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
  if (request.headers.authorization !== `Bearer ${token}`) return answer(401, {});
  if (refusal) return answer(refusal, { message: `Refused ${token}` });
  // As GitHub does it: pages of 30 unless asked otherwise, of 100 at most.
  const page = (posts: Post[]) => {
    const size = Math.min(Number(searchParams.get('per_page') ?? 30), 100);
    const start = (Number(searchParams.get('page') ?? 1) - 1) * size;
    return answer(200, posts.slice(start, start + size));
  };
  const change = (posts: Post[]) => {
    const found = posts.find(({ id, number }) => [id, number].some((one) => path.endsWith(`/${one}`)));
    return found ? answer(200, Object.assign(found, sent)) : answer(404, {});
  };
  const create = (posts: Post[]) => {
    if ((sent.body?.length ?? 0) > 65_536) return answer(422, {});
    posts.push(post(posts.length + 1, sent.body ?? '', sent));
    return answer(201, posts.at(-1));
  };
  if (call === 'GET /issues') return page(issues.filter(({ state }) => state === searchParams.get('state')));
  if (call === 'POST /issues') return create(issues);
  if (/^GET \/issues\/\d+\/comments$/.test(call)) return page(comments);
  if (/^POST \/issues\/\d+\/comments$/.test(call)) return create(comments);
  if (/^PATCH \/issues\/comments\/\d+$/.test(call)) return change(comments);
  if (/^PATCH \/issues\/\d+$/.test(call)) return change(issues);
  return answer(404, {});
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
  return new Promise((resolve) => server.close(resolve));
});

const event = join(folder, 'event.json');
writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
const report = join(folder, 'report.md');

const environment = {
  GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`,
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'some/where',
  GITHUB_RUN_ID: '42',
  GITHUB_EVENT_PATH: event,
  GITHUB_TOKEN: token,
};

/** Runs the script on a report. Neither stream may hold the token. */
async function github(command: string, text = 'One change.', changes: Partial<typeof environment> = {}) {
  writeFileSync(report, text);
  const args = ['scripts/github.ts', ...command.split(' '), ...(command === 'close' ? [] : [report])];
  const env = { PATH: process.env['PATH'], ...environment, ...changes };
  const result = await new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    );
  });
  expect(result.stdout + result.stderr).not.toContain('canary');
  return result;
}

describe('a report on a pull request', () => {
  it('is one comment, which later reports replace', async () => {
    expect(await github('comment', 'First.')).toMatchObject({
      status: 0,
      stdout: 'Wrote the comment on pull request 7.\n',
    });
    expect(await github('comment', 'Second.')).toMatchObject({
      status: 0,
      stdout: 'Updated the comment on pull request 7.\n',
    });
    expect(comments.map(({ body }) => body)).toEqual([`${marker('spec-diff')}\nSecond.`]);
    expect(calls).toEqual([
      'GET /issues/7/comments',
      'POST /issues/7/comments',
      'GET /issues/7/comments',
      'PATCH /issues/comments/1001',
    ]);
  });

  it('is found again behind a hundred other comments', async () => {
    comments = Array.from({ length: 230 }, (_, index) => post(index, 'Looks good.'));
    comments[204] = post(204, `${marker('spec-diff')}\nOld.`);
    await github('comment', 'New.');
    expect(comments).toHaveLength(230);
    expect(comments[204]?.body).toBe(`${marker('spec-diff')}\nNew.`);
  });

  it('replaces nobody else: a person who copies the marker, or a report of another kind', async () => {
    comments = [
      post(1, `${marker('spec-diff')}\nWhat is this?`, { user: { login: 'somebody' } }),
      post(2, `See ${marker('spec-diff')}`),
      post(3, `${marker('drift')}\nDrift.`),
    ];
    const before = structuredClone(comments);
    await github('comment');
    expect(comments.slice(0, 3)).toEqual(before);
    expect(comments).toHaveLength(4);
  });

  it('is cut at the end of a line when GitHub would not take it, and says where the whole is', async () => {
    const line = `| \u{1f600} ${'x'.repeat(90)} |\n`;
    expect(await github('comment', line.repeat(900))).toMatchObject({ status: 0 });
    const [first, second, ...rest] = comments[0]?.body.split('\n') ?? [];
    expect(first).toBe(marker('spec-diff'));
    expect(second).toContain('This report is cut');
    expect(second).toContain('[This run](https://github.example/some/where/actions/runs/42)');
    expect(new Set(rest)).toEqual(new Set(['', line.trim()]));
    expect(comments[0]?.body.length).toBeGreaterThan(65_000);
  });
});

describe('the drift of the vendor', () => {
  it('is one open issue, which later reports replace, and which is closed once it is gone', async () => {
    expect((await github('issue', 'First.')).stdout).toBe('Opened issue 1.\n');
    expect((await github('issue', 'Second.')).stdout).toBe('Updated issue 1.\n');
    expect(issues).toMatchObject([{ title: "The vendor's document differs from the contract", state: 'open' }]);
    expect(issues[0]?.body).toBe(`${marker('drift')}\nSecond.`);
    expect((await github('close')).stdout).toBe('Closed issue 1.\n');
    expect(issues).toMatchObject([{ state: 'closed', state_reason: 'completed' }]);
    expect(comments[0]?.body).toContain('agree again');
    expect((await github('close')).stdout).toBe('No issue is open.\n');
    expect((await github('issue', 'Third.')).stdout).toBe('Opened issue 2.\n');
  });

  it('is never in a pull request, which GitHub lists with the issues, nor in the issue of a person', async () => {
    issues = [
      post(1, `${marker('drift')}\n`, { pull_request: {} }),
      post(2, `${marker('drift')}\n`, { user: { login: 'somebody' } }),
    ];
    expect((await github('issue')).stdout).toBe('Opened issue 3.\n');
  });
});

describe('the script', () => {
  it.each([
    [401, 'The token is not valid'],
    [403, 'The job needs the permission "pull-requests: write"'],
    [404, 'There is no such repository or pull request'],
    [410, 'turn them on'],
    [301, 'Run the job again.'],
    [502, 'Run the job again.'],
  ])('fails when GitHub answers %s, and says what to do', async (status, sentence) => {
    refusal = status;
    const result = await github('comment');
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain(`GitHub answered ${status} to GET /repos/some/where/issues/7/comments?`);
    expect(result.stderr).toContain(sentence);
  });

  it('fails when nobody answers', async () => {
    const result = await github('comment', 'x', { GITHUB_API_URL: 'http://127.0.0.1:9' });
    expect(result.stderr).toMatch(/^GitHub did not answer GET .* \(\w+\)\. Run the job again\.\n$/);
    expect(result.status).toBe(1);
  });

  it.each([
    ['comment', { GITHUB_EVENT_PATH: report }, 'The event has no pull request.', '{}'],
    ['comment', { GITHUB_EVENT_PATH: 'absent.json' }, 'absent.json cannot be read (ENOENT).', 'x'],
    ['comment', { GITHUB_TOKEN: '' }, 'GITHUB_TOKEN must be set. Give it to the step', 'x'],
    ['comment', { GITHUB_API_URL: 'http://api.github.com' }, 'GITHUB_API_URL must be HTTPS.', 'x'],
    ['comment', { GITHUB_API_URL: 'http://127.0.0.1:1@example.com' }, 'GITHUB_API_URL must be HTTPS.', 'x'],
    ['comment', { GITHUB_REPOSITORY: '../x/y' }, 'GITHUB_REPOSITORY must be owner/name.', 'x'],
    ['delete', {}, 'Call: node scripts/github.ts comment', 'x'],
  ])('asks nothing of GitHub when %s is called with %j', async (command, changes, message, text) => {
    const result = await github(command, text, changes);
    expect(result.stderr).toContain(message);
    expect(result.status).toBe(2);
    expect(calls).toEqual([]);
  });
});
