import { describe, expect, it } from 'vitest';
import type { Bump } from '../../scripts/lib/versions.ts';
import { compareVersions, isVersion, largest, sectionsOf, smallestVersion } from '../../scripts/lib/versions.ts';
import { judge, type Release } from '../../scripts/release/judge.ts';

describe('versions', () => {
  it.each<[string, Bump, string]>([
    ['0.1.0', 'none', '0.1.0'],
    ['0.1.0', 'patch', '0.1.1'],
    ['0.1.0', 'minor', '0.1.1'],
    ['0.1.9', 'major', '0.2.0'],
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'major', '2.0.0'],
  ])('after %s, a %s change demands %s', (released, bump, smallest) => {
    expect(smallestVersion(released, bump)).toBe(smallest);
  });

  it('are compared by number, not by letter', () => {
    const sorted = ['0.10.0', '0.9.9', '1.0.0', '0.9.10'].sort(compareVersions);
    expect(sorted).toEqual(['0.9.9', '0.9.10', '0.10.0', '1.0.0']);
  });

  it('have three numbers and nothing else', () => {
    expect(['0.1.0', '10.0.2'].filter(isVersion)).toHaveLength(2);
    expect(['0.1', 'v0.1.0', '0.1.0-rc.1', '01.0.0', ''].filter(isVersion)).toEqual([]);
    expect(() => smallestVersion('0.1', 'patch')).toThrow('"0.1" is not a version X.Y.Z');
  });

  it('take the largest of the bumps that several changes demand', () => {
    expect(largest([])).toBe('none');
    expect(largest(['patch', 'major', 'minor', 'none'])).toBe('major');
  });
});

describe('the CHANGELOG', () => {
  it('is read section by section', () => {
    const text =
      '# Changelog\n\nSince ## here.\n\n## [0.2.0] - Unreleased\n\n### Added\n\n- This.\n\n## [0.1.0] - 2026-01-31\n\nFirst.\n';
    expect(sectionsOf(text)).toEqual([
      { version: '0.2.0', date: 'Unreleased', notes: '### Added\n\n- This.' },
      { version: '0.1.0', date: '2026-01-31', notes: 'First.' },
    ]);
  });

  it('may have no section, and a section neither date nor notes', () => {
    expect(sectionsOf('# Changelog\n')).toEqual([]);
    expect(sectionsOf('## [Unreleased]')).toEqual([{ version: 'Unreleased', date: '', notes: '' }]);
  });
});

const sound: Release = {
  versions: { 'package.json': '0.1.1', 'spec/openapi.yaml': '0.1.1', 'generated/openapi.json': '0.1.1' },
  newest: { version: '0.1.1', date: '2026-01-31', notes: '- This.' },
  tags: ['v0.1.1'],
  final: true,
  repository: { url: 'git+https://github.com/owner/name.git', publisher: 'owner/name' },
  links: { homepage: 'https://owner.github.io/name/', bugs: 'https://github.com/owner/name/issues' },
  since: { tag: 'v0.1.0', changes: [{ bump: 'minor', words: 'x is new' }] },
};

const changed = (...changes: [Bump, string][]): Release['since'] => ({
  tag: 'v0.1.0',
  changes: changes.map(([bump, words]) => ({ bump, words })),
});

describe('a release', () => {
  it('is accepted where everything agrees', () => {
    expect(judge(sound)).toEqual([]);
    expect(judge({ ...sound, tags: [], final: false, since: undefined, repository: undefined })).toEqual([]);
    expect(judge({ ...sound, newest: { version: '0.1.1', date: 'Unreleased', notes: '.' }, final: false })).toEqual([]);
  });

  const release = { ...sound.versions };
  it.each<[string, Partial<Release>, RegExp]>([
    [
      'the contract has another version',
      { versions: { ...release, 'spec/openapi.yaml': '0.1.0' } },
      /^spec\/openapi.yaml: .*"0\.1\.0".*Run npm version 0\.1\.1 --allow/,
    ],
    [
      'a file has no version',
      { versions: { ...release, 'spec/openapi.yaml': undefined } },
      /^spec\/openapi.yaml: the version is absent/,
    ],
    [
      'the bundle is stale',
      { versions: { ...release, 'generated/openapi.json': '0.1.0' } },
      /^generated.*Run npm version 0\.1\.1 --allow/,
    ],
    ['the tag has another version', { tags: ['v0.1.2'] }, /^git: the tag is v0\.1\.2/],
    ['the CHANGELOG is empty', { newest: undefined }, /^CHANGELOG\.md: it has no section/],
    [
      'the CHANGELOG ends with another version',
      { newest: { version: '0.1.0', date: '2026-01-31', notes: '.' } },
      /newest section is "0\.1\.0".*Head a section "## \[0\.1\.1\] - Unreleased"/,
    ],
    [
      'its section says nothing',
      { newest: { version: '0.1.1', date: '2026-01-31', notes: '' } },
      /section of 0\.1\.1 is empty/,
    ],
    [
      'its section has no date',
      { newest: { version: '0.1.1', date: '', notes: '.' } },
      /the date of 0\.1\.1 is absent/,
    ],
    [
      'it is published and its date is still to come',
      { newest: { version: '0.1.1', date: 'Unreleased', notes: '.' } },
      /0\.1\.1 is released, yet its date/,
    ],
    [
      'the package names no repository',
      { repository: { url: undefined, publisher: 'owner/name' } },
      /repository\.url is absent.*"git\+https:\/\/github\.com\/owner\/name\.git"/,
    ],
    [
      'the package names no page of its own',
      { links: { homepage: undefined, bugs: 'https://github.com/owner/name/issues' } },
      /^package\.json: homepage is absent/,
    ],
    [
      'the package names no place for bugs',
      { links: { homepage: 'https://owner.github.io/name/', bugs: undefined } },
      /^package\.json: bugs is absent/,
    ],
    [
      'the package comes from another repository',
      { repository: { url: 'https://github.com/other/name', publisher: 'owner/name' } },
      /^package\.json: repository\.url/,
    ],
    [
      'a breaking change meets a patch',
      { since: changed(['major', 'x is removed'], ['minor', 'y is new']) },
      /must be at least 0\.2\.0 \(below 1\.0\.0 a breaking change requires a minor\):\n {2}- x is removed\n {2}Run npm version 0\.2\.0\./,
    ],
    [
      'many changes demand more',
      { since: changed(...Array.from({ length: 7 }, (_, at): [Bump, string] => ['major', `x${at} is removed`])) },
      /- x4 is removed\n {2}- and 2 more\n/,
    ],
    [
      'the version was released before',
      { since: { tag: 'v0.1.1', changes: [{ bump: 'patch', words: 'src/index.ts differs' }] } },
      /must be at least 0\.1\.2[\s\S]*- src\/index\.ts differs/,
    ],
    ['the version falls', { since: { tag: 'v0.2.0', changes: [] } }, /must be at least 0\.2\.0: it must not decrease/],
  ])('is refused with one sentence where %s', (_, difference, sentence) => {
    expect(judge({ ...sound, ...difference })).toEqual([expect.stringMatching(sentence)]);
  });

  it('is refused where the version is none', () => {
    const versions = { 'package.json': '0.2' };
    const [problem] = judge({ ...sound, versions });
    expect(problem).toBe('package.json: "0.2" is not a version X.Y.Z. Write three numbers.');
  });

  it('may rise further than demanded', () => {
    expect(judge({ ...sound, since: { tag: 'v0.0.9', changes: [{ bump: 'major', words: 'x' }] } })).toEqual([]);
  });
});
