import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { redocly } from '../../scripts/lib/redocly.ts';
import { applyEdit, type Edit } from '../support/edit.ts';

interface Problem {
  ruleId: string;
  severity: string;
  location: { source: { ref: string } }[];
}

const fixtures: Record<string, (Edit | Edit[])[]> = parse(readFileSync('test/fixtures/house-rules.yaml', 'utf8'));
const config: { rules: Record<string, unknown> } = parse(readFileSync('redocly.yaml', 'utf8'));
const cases = Object.entries(fixtures).flatMap(([rule, edits]) =>
  edits.map((edit, index) => ({ rule, edits: [edit].flat(), index })),
);

describe('the house rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'house-rules-'));
  let problems: Problem[] = [];

  const copyOf = (rule: string, index: number) => join(folder, `${rule.replace('/', '-')}-${index}`);

  beforeAll(async () => {
    for (const { rule, edits, index } of cases) {
      cpSync('spec', copyOf(rule, index), { recursive: true });
      for (const edit of edits) applyEdit(copyOf(rule, index), edit);
    }
    const roots = cases.map(({ rule, index }) => join(copyOf(rule, index), 'openapi.yaml'));
    const arguments_ = ['--config', 'redocly.yaml', '--format', 'json', '--max-problems', '100000'];
    const { stdout } = await redocly(['lint', ...roots, ...arguments_]);
    problems = stdout
      .split(/(?<=^\})/m)
      .filter((text) => text.trim() !== '')
      .flatMap((text) => JSON.parse(text).problems);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('have a fixture each, and no fixture is left over', () => {
    const houseRules = Object.keys(config.rules).filter((rule) => /^(rule|house)\//.test(rule));
    expect(Object.keys(fixtures).sort()).toEqual(houseRules.sort());
  });

  it.each(cases)('$rule fires on its fixture ($index)', ({ rule, index }) => {
    const inCopy = problems.filter(({ location }) =>
      location[0]?.source.ref.includes(`${rule.replace('/', '-')}-${index}/`),
    );
    expect(inCopy.map(({ ruleId, severity }) => `${severity}: ${ruleId}`)).toContain(`error: ${rule}`);
  });

  it.each(['main', 'workflows'])('are silent on the contract itself, as is every other rule: %s', async (api) => {
    const { status, stdout, stderr } = await redocly(['lint', api, '--lint-config=error', '--format=json']);
    expect({ status, problems: JSON.parse(stdout).problems, stderr: /warn/i.test(stderr) }).toEqual({
      status: 0,
      problems: [],
      stderr: false,
    });
  });
});
