import { describe, expect, it } from 'vitest';
import { admission } from '../../scripts/diff/admission.ts';

const admit = (from: string, to: string, before = '', after = '') =>
  admission('major', { version: from, changelog: before }, { version: to, changelog: after });

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
  ])('from %s to %s is admitted: %s', (from, to, admitted) => {
    expect(admit(from, to).admitted).toBe(admitted);
  });

  it('is admitted by a new line of the CHANGELOG that says so, and by no old one', () => {
    const old = '- **Breaking:** the first one.';
    expect(admit('1.0.0', '1.0.0', old, `${old}\n- **Breaking:** another one.`)).toMatchObject({
      admitted: true,
      by: 'the CHANGELOG',
    });
    expect(admit('1.0.0', '1.0.0', old, old).admitted).toBe(false);
    expect(admit('1.0.0', '1.0.0', '', 'Nothing is breaking news here.').admitted).toBe(false);
  });

  it('says what would admit it', () => {
    expect(admit('0.1.0', '0.1.0').remedy).toContain('from 0.1.0 to 0.2.0');
    expect(admit('1.4.2', '1.5.0').remedy).toContain('from 1.4.2 to 2.0.0');
  });
});

it('a change that breaks nobody needs no admission', () => {
  for (const bump of ['minor', 'patch', 'none'] as const) {
    expect(admission(bump, { version: '1.0.0' }, { version: '1.0.0' })).toMatchObject({ admitted: true });
  }
});
