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
export function judge({ versions, newest, tags, final, repository, links, since }: Release): string[] {
  const version = versions['package.json'];
  const section = newest?.version === version ? newest : undefined;
  const { url, publisher } = repository ?? {};
  const heading = newest ? `its newest section is ${quoted(newest.version)}` : 'it has no section';
  const rules = [
    !isVersion(version) && `package.json: ${quoted(version)} is not a version X.Y.Z. Write three numbers.`,
    ...Object.entries(versions).map(
      ([file, found]) =>
        found !== version &&
        `${file}: the version is ${quoted(found)}, in package.json ${version}. Run npm version ${version} --allow-same-version.`,
    ),
    tags.length > 0 &&
      !tags.includes(`v${version}`) &&
      `git: the tag is ${tags.join(', ')}, the version in package.json ${version}. Tag a commit v${version}, or raise the version.`,
    // npm rejects provenance if the package names another repository.
    publisher !== undefined &&
      !url?.replace(/\.git$/, '').endsWith(`github.com/${publisher}`) &&
      `package.json: repository.url is ${quoted(url)}, and ${publisher} publishes. Write "git+https://github.com/${publisher}.git".`,
    // Without them, the page of the published package links nowhere.
    ...Object.entries(links).map(
      ([name, link]) => final && link === undefined && `package.json: ${name} is absent. Write its URL there.`,
    ),
    !section &&
      `CHANGELOG.md: ${heading}, the version in package.json ${version}. Head a section "## [${version}] - Unreleased".`,
    section?.notes === '' && `CHANGELOG.md: the section of ${version} is empty. Say what changed, and for whom.`,
    section &&
      !/^(Unreleased|\d{4}-\d\d-\d\d)$/.test(section.date) &&
      `CHANGELOG.md: the date of ${version} is ${quoted(section.date)}. Write YYYY-MM-DD, or Unreleased.`,
    final &&
      section?.date === 'Unreleased' &&
      `CHANGELOG.md: ${version} is released, yet its date is "Unreleased". Write YYYY-MM-DD, and tag that commit.`,
    since && isVersion(version) && tooLow(version, since),
  ];
  return rules.filter((rule) => typeof rule === 'string');
}

/** Why the version is too low for what changed, if it is. */
function tooLow(version: string, { tag, changes }: NonNullable<Release['since']>): string | undefined {
  const demanded = largest(changes.map(({ bump }) => bump));
  const smallest = smallestVersion(tag.slice(1), demanded);
  if (compareVersions(version, smallest) >= 0) return undefined;
  const [stable, young] = reasons[demanded];
  const causes = changes.filter(({ bump }) => bump === demanded).map(({ words }) => `  - ${words}`);
  return [
    `package.json: the version is ${version}, and since ${tag} it must be at least ${smallest}${tag.startsWith('v0.') ? young : stable}`,
    ...causes.slice(0, 5),
    ...(causes.length > 5 ? [`  - and ${causes.length - 5} more`] : []),
    `  Run npm version ${smallest}.`,
  ].join('\n');
}

/** Why a bump requires that version, from 1.0.0 on and below it. */
const reasons: Record<Change['bump'], [stable: string, young: string]> = {
  none: [': it must not decrease.', ': it must not decrease.'],
  patch: [' (any other change requires a patch):', ' (below 1.0.0 a change that breaks nothing requires a patch):'],
  minor: [' (an addition requires a minor):', ' (below 1.0.0 a change that breaks nothing requires a patch):'],
  major: [' (a breaking change requires a major):', ' (below 1.0.0 a breaking change requires a minor):'],
};

const quoted = (text: string | undefined) => (text ? JSON.stringify(text) : 'absent');
