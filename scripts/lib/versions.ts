/** Versions (Semantic Versioning 2.0.0), the bump that a change requires, and the sections of a CHANGELOG. */

/** The bump that a change requires. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/** A change since the last release, and the bump that it requires. */
export interface Change {
  bump: Bump;
  words: string;
}

/** The bumps, the smallest first. */
export const bumps: Bump[] = ['none', 'patch', 'minor', 'major'];

/** The largest of some bumps. */
export function largest(all: Bump[]): Bump {
  return bumps.findLast((bump) => all.includes(bump)) ?? 'none';
}

/** Says whether a text is a version `X.Y.Z`. Pre-releases are none: nothing here publishes one. */
export function isVersion(text: string): boolean {
  return /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(text);
}

/** Negative where `a` is lower than `b`, positive where it is higher. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** The smallest version after `released` that a bump allows. Below 1.0.0 a breaking change requires a minor. */
export function smallestVersion(released: string, bump: Bump): string {
  if (!isVersion(released)) throw new Error(`${JSON.stringify(released)} is not a version X.Y.Z`);
  const [major = 0, minor = 0, patch = 0] = released.split('.').map(Number);
  if (bump === 'none') return released;
  if (bump === 'major' && major > 0) return `${major + 1}.0.0`;
  if (bump === 'major' || (bump === 'minor' && major > 0)) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** One release's section of the CHANGELOG. */
export interface Section {
  version: string;
  /** `YYYY-MM-DD`, `Unreleased`, or empty where the heading has none. */
  date: string;
  /** What is under the heading. */
  notes: string;
}

/** The sections of a CHANGELOG, in its own order: the newest first. */
export function sectionsOf(changelog: string): Section[] {
  const [, ...sections] = changelog.split(/^## /m);
  return sections.map((text) => {
    const [, version = '', date = '', notes = ''] = /^\[?([^\]\s]*)\]?(?: - (\S+))?[^\n]*\n?(.*)$/s.exec(text) ?? [];
    return { version, date, notes: notes.trim() };
  });
}
