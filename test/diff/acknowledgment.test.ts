import { describe, expect, it } from 'vitest';
import { acknowledgment } from '../../scripts/diff/acknowledgment.ts';
import type { Bump } from '../../scripts/lib/versions.ts';

const said = (from: string, to: string, before = '', after = '') =>
  acknowledgment('major', { version: from, changelog: before }, { version: to, changelog: after });

describe('a breaking change', () => {
  it.each([
    ['1.2.3', '2.0.0', true],
    ['1.2.3', '1.3.0', false],
    ['0.1.0', '0.2.0', true],
    ['0.1.0', '0.1.1', false],
    ['0.1.0', '1.0.0', true],
    ['2.0.0', '1.9.0', false],
    ['0.2.0', '0.1.0', false],
    ['2.0', '2.0', false],
    ['2.0', '3.0', true],
    ['draft', 'draft', false],
    ['draft', '2.0.0', false],
  ])('from %s to %s is acknowledged: %s', (from, to, isAcknowledged) => {
    expect(said(from, to).isAcknowledged).toBe(isAcknowledged);
  });

  const unreleased = '# Changelog\n\n## [0.2.0] - Unreleased\n\n### Changed\n\n';
  it.each([
    ['a line that begins with it', '- **Breaking:** a percentage is a number.', true],
    ['a line that begins with it without emphasis', '* Breaking: a percentage is a number.', true],
    ['a line of another meaning', '- Nothing breaking here.', false],
    ['a line that denies it', '- Non-breaking: a typo.', false],
    ['a line that ends with it', '- This is breaking.', false],
    ['prose that is no line of the list', 'Breaking: a percentage is a number.', false],
    ['a comment', '<!--\n- **Breaking:** an example.\n-->', false],
    ['code', '```\n- **Breaking:** an example.\n```', false],
  ])('is acknowledged by %s under the unreleased heading: %s', (_, line, isAcknowledged) => {
    expect(said('0.1.0', '0.1.0', '', unreleased + line).isAcknowledged).toBe(isAcknowledged);
  });

  it('is acknowledged under a heading that says no version too', () => {
    const line = '- **Breaking:** one.';
    expect(said('0.1.0', '0.1.0', '', `## [Unreleased]\n\n${line}`)).toMatchObject({ by: 'the CHANGELOG' });
  });

  it('is acknowledged by no line of a release, and by none that was there before', () => {
    const line = '- **Breaking:** the first one.';
    expect(said('1.0.0', '1.0.0', '', `## [1.0.0] - 2026-01-31\n\n${line}`).isAcknowledged).toBe(false);
    expect(said('1.0.0', '1.0.0', unreleased + line, unreleased + line).isAcknowledged).toBe(false);
    expect(
      said('1.0.0', '1.0.0', unreleased + line, `${unreleased}${line}\n- **Breaking:** one more.`).isAcknowledged,
    ).toBe(true);
  });
});

it.each<[Bump, string, string | undefined]>([
  ['major', '0.1.0', '0.2.0'],
  ['minor', '0.1.0', '0.1.1'],
  ['patch', '0.1.0', '0.1.1'],
  ['none', '0.1.0', undefined],
  ['major', '1.4.2', '2.0.0'],
  ['minor', '1.4.2', '1.5.0'],
  ['patch', '1.4.2', '1.4.3'],
  ['major', 'draft', undefined],
])('a %s change of %s needs %s', (bump, version, needs) => {
  expect(acknowledgment(bump, { version }, { version }).needs).toBe(needs);
});
