/** Says whether a breaking change is acknowledged: by the version, or in the CHANGELOG. */
import { type Bump, compareVersions, sectionsOf, smallestVersion } from '../lib/versions.ts';

/** What a change requires, and whether the requirement is met. */
export interface Acknowledgment {
  /** The smallest version that may have the changes; undefined where nothing changed, or the base has no version X.Y.Z. */
  needs: string | undefined;
  isAcknowledged: boolean;
  /** What acknowledges a breaking change. */
  by: string | undefined;
}

/** One side of a comparison. */
export interface Side {
  version: string;
  /** The text of CHANGELOG.md, where there is one. */
  changelog?: string;
}

/**
 * A breaking change is acknowledged by `info.version`, raised as Semantic Versioning asks (clause 4: below 1.0.0 a minor
 * version says it), or by a new line of the CHANGELOG that begins with "Breaking" under the unreleased heading.
 */
export function acknowledgment(bump: Bump, base: Side, revision: Side): Acknowledgment {
  const [from, to] = [whole(base.version), whole(revision.version)];
  const needs = bump !== 'none' && from !== undefined ? smallestVersion(from, bump) : undefined;
  if (bump !== 'major') return { needs, isAcknowledged: true, by: undefined };
  const isRaised = needs !== undefined && to !== undefined && compareVersions(to, needs) >= 0;
  const known = new Set(breakingLines(base.changelog));
  const sections = sectionsOf(revision.changelog ?? '');
  const unreleased = sections.filter(({ version, date }) => /^unreleased$/i.test(date || version));
  const isSaid = unreleased.some(({ notes }) => breakingLines(notes).some((line) => !known.has(line)));
  const by = isRaised ? `info.version ${revision.version}` : isSaid ? 'the CHANGELOG' : undefined;
  return { needs, isAcknowledged: by !== undefined, by };
}

/** A version as X.Y.Z, without its pre-release; undefined if the text is not a version. */
function whole(version: string): string | undefined {
  const [, major, minor, patch = '0'] = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(version) ?? [];
  return major === undefined ? undefined : `${Number(major)}.${Number(minor)}.${Number(patch)}`;
}

/** The items of a list that begin with "Breaking", those in code and comments left out. */
function breakingLines(text = ''): string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/<!--[\s\S]*?-->/g, '');
  const lines = prose.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^[-*+]\s+[*_]*breaking\b/i.test(line));
}
