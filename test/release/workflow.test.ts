import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
}
interface Job {
  needs?: string;
  permissions: Record<string, string>;
  steps: Step[];
}

const workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8'));
const jobs = Object.entries(workflow.jobs as Record<string, Job>);
const runs = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);

describe('the release workflow', () => {
  it('publishes what the dry run left, after all that proves it', () => {
    expect(runs(workflow.jobs.verify)).toEqual(['.ci/run', 'make matrix', 'make release-dry-run']);
    expect(workflow.jobs.publish.needs).toBe('verify');
    expect(workflow.jobs.github.needs).toBe('publish');
    const [publish = ''] = runs(workflow.jobs.publish);
    const flags = publish.replace('npm publish ./*.tgz ', '').split(' ');
    expect(readFileSync('scripts/release/dry-run.ts', 'utf8')).toContain(
      `[${flags.map((flag) => `'${flag}'`).join(', ')}]`,
    );
  });

  it('attaches the tarball and every document of the dry run to the release', () => {
    const [create = ''] = runs(workflow.jobs.github);
    expect(create.split(' ').slice(-4)).toEqual(['notes.md', './*.tgz', './*.json', './*.yaml']);
  });

  it('grants each job no more than it needs, and a job that may write runs nothing of the repository', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.map(([name, { permissions }]) => [name, permissions])).toEqual([
      ['verify', { contents: 'read' }],
      ['publish', { 'id-token': 'write' }],
      ['github', { contents: 'write' }],
    ]);
    for (const [, job] of jobs.slice(1)) {
      expect(job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
      expect(runs(job)).toEqual([expect.stringMatching(/^(npm publish|gh release create) /)]);
    }
  });

  it('needs no token that lives longer than a run', () => {
    expect(JSON.stringify(workflow)).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  });
});
