/** Says whether a breaking change is acknowledged: by the version, or in the CHANGELOG. */
import { type Bump, compareVersions, sectionsOf, smallestVersion } from '../lib/versions.ts';

/** What a change requires, and whether the requirement is met. */
export interface Acknowledgment {
  /** The smallest version that may have the changes; absent where nothing changed, or the base has no version X.Y.Z. */
  needs?: string;
  isAcknowledged: boolean;
  /** What acknowledges a breaking change. */
  by?: string;
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
  const found = { ...(needs === undefined ? {} : { needs }), isAcknowledged: bump !== 'major' };
  if (bump !== 'major') return found;
  if (needs !== undefined && to !== undefined && compareVersions(to, needs) >= 0)
    return { ...found, isAcknowledged: true, by: `info.version ${revision.version}` };
  const known = new Set(breakingLines(base.changelog ?? ''));
  const unreleased = sectionsOf(revision.changelog ?? '').filter(({ version, date }) =>
    /^unreleased$/i.test(date || version),
  );
  const isSaid = unreleased.some(({ notes }) => breakingLines(notes).some((line) => !known.has(line)));
  return isSaid ? { ...found, isAcknowledged: true, by: 'the CHANGELOG' } : found;
}

/** A version as X.Y.Z, without its pre-release; undefined if the text is not a version. */
function whole(version: string): string | undefined {
  const [, major, minor, patch = '0'] = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(version) ?? [];
  return major === undefined ? undefined : `${Number(major)}.${Number(minor)}.${Number(patch)}`;
}

/** The items of a list that begin with "Breaking", those in code and comments left out. */
function breakingLines(text: string): string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/<!--[\s\S]*?-->/g, '');
  return prose.split('\n').flatMap((line) => (/^\s*[-*+]\s+[*_]*breaking\b/i.test(line) ? [line.trim()] : []));
}
