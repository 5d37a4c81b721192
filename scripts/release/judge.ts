/** Checks a version against what changed since the last release, and against what a release needs. */
import { type Change, compareVersions, isVersion, largest, type Section, smallestVersion } from '../lib/versions.ts';

/** What a release is checked against. */
export interface Release {
  /** The version that each file names, by the file. `package.json` is one of them. */
  versions: { 'package.json': string; [file: string]: string | undefined };
  /** The newest section of the CHANGELOG. */
  newest: Section | undefined;
  /** The tags `v*` of the very commit, where nothing differs from it. */
  tags: string[];
  /** Whether the tag has been pushed, which starts the release. */
  final: boolean;
  /** Where the package says that it comes from, and the repository `owner/name` that publishes it, where that is known. */
  repository: { url: string | undefined; publisher: string | undefined } | undefined;
  /** Where the package sends its readers. */
  links: { homepage: string | undefined; bugs: string | undefined };
  /** The last release, and what changed since. Absent where there is none. */
  since: { tag: string; changes: Change[] } | undefined;
}

/** Returns a sentence for each reason against the release: the place, the rule, and what to edit. */
export function judge(release: Release): string[] {
  return [disagreements, repositoryProblems, linkProblems, changelogProblems, bumpProblems].flatMap((check) =>
    check(release),
  );
}

function disagreements({ versions, tags }: Release): string[] {
  const version = versions['package.json'];
  const problems = isVersion(version)
    ? []
    : [`package.json: ${quoted(version)} is not a version X.Y.Z. Write three numbers.`];
  for (const [file, found] of Object.entries(versions)) {
    if (found === version) continue;
    problems.push(
      `${file}: the version is ${quoted(found)}, in package.json ${version}. Run npm version ${version} --allow-same-version.`,
    );
  }
  if (tags.length > 0 && !tags.includes(`v${version}`)) {
    problems.push(
      `git: the tag is ${tags.join(', ')}, the version in package.json ${version}. Tag a commit v${version}, or raise the version.`,
    );
  }
  return problems;
}

/** npm rejects provenance if the package names another repository. */
function repositoryProblems({ repository }: Release): string[] {
  const { url, publisher } = repository ?? {};
  if (publisher === undefined || url?.replace(/\.git$/, '').endsWith(`github.com/${publisher}`)) return [];
  return [
    `package.json: repository.url is ${quoted(url)}, and ${publisher} publishes. Write "git+https://github.com/${publisher}.git".`,
  ];
}

/** Without them, the page of the published package links nowhere. */
function linkProblems({ links, final }: Release): string[] {
  const missing = Object.entries(links).filter(([, url]) => url === undefined);
  return final ? missing.map(([name]) => `package.json: ${name} is absent. Write its URL there.`) : [];
}

function changelogProblems({ versions, newest, final }: Release): string[] {
  const version = versions['package.json'];
  if (newest?.version !== version) {
    const found = newest === undefined ? 'it has no section' : `its newest section is ${quoted(newest.version)}`;
    return [
      `CHANGELOG.md: ${found}, the version in package.json ${version}. Head a section "## [${version}] - Unreleased".`,
    ];
  }
  const problems: string[] = [];
  if (newest.notes === '')
    problems.push(`CHANGELOG.md: the section of ${version} is empty. Say what changed, and for whom.`);
  if (!/^(Unreleased|\d{4}-\d\d-\d\d)$/.test(newest.date)) {
    problems.push(`CHANGELOG.md: the date of ${version} is ${quoted(newest.date)}. Write YYYY-MM-DD, or Unreleased.`);
  } else if (final && newest.date === 'Unreleased') {
    problems.push(
      `CHANGELOG.md: ${version} is released, yet its date is "Unreleased". Write YYYY-MM-DD, and tag that commit.`,
    );
  }
  return problems;
}

function bumpProblems({ versions, since }: Release): string[] {
  const version = versions['package.json'];
  if (since === undefined || !isVersion(version)) return [];
  const released = since.tag.slice(1);
  const demanded = largest(since.changes.map(({ bump }) => bump));
  const smallest = smallestVersion(released, demanded);
  if (compareVersions(version, smallest) >= 0) return [];
  const causes = since.changes.filter(({ bump }) => bump === demanded).map(({ words }) => `  - ${words}`);
  const more = causes.length > 5 ? [`  - and ${causes.length - 5} more`] : [];
  return [
    [
      `package.json: the version is ${version}, and since ${since.tag} it must be at least ${smallest}${reason(demanded, released)}`,
      ...causes.slice(0, 5),
      ...more,
      `  Run npm version ${smallest}.`,
    ].join('\n'),
  ];
}

/** Why a bump requires that version. */
function reason(bump: Change['bump'], released: string): string {
  if (bump === 'none') return ': it must not decrease.';
  const young = released.startsWith('0.');
  if (bump === 'major')
    return young ? ' (below 1.0.0 a breaking change requires a minor):' : ' (a breaking change requires a major):';
  if (young) return ` (below 1.0.0 a change that breaks nothing requires a patch):`;
  return ` (${bump === 'minor' ? 'an addition requires a minor' : 'any other change requires a patch'}):`;
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? 'absent' : JSON.stringify(text);
}
