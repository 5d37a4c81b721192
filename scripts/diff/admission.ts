import type { Bump } from './found.ts';

/** Whether a breaking change is owned up to. */
export interface Admission {
  admitted: boolean;
  /** What admits it. */
  by?: string;
  /** The bump that the versions have to make; below 1.0.0 a breaking change asks for a minor one. */
  demanded?: Bump;
  /** What to do where it is not admitted. */
  remedy: string;
}

interface Side {
  version: string;
  /** The text of CHANGELOG.md, where there is one. */
  changelog?: string;
}

/**
 * A breaking change is admitted by `info.version`, raised as Semantic Versioning asks (clause 4: below 1.0.0 anything may
 * change, so a minor version says it), or by a new line of the CHANGELOG that says "breaking".
 */
export function admission(bump: Bump, base: Side, revision: Side): Admission {
  if (bump !== 'major') return { admitted: true, remedy: '' };
  const [from, to] = [parts(base.version), parts(revision.version)];
  const demanded: Bump = from?.[0] === 0 ? 'minor' : 'major';
  const next = from ? (demanded === 'minor' ? `0.${from[1] + 1}.0` : `${from[0] + 1}.0.0`) : 'the next major version';
  if (from && to && (to[0] > from[0] || (demanded === 'minor' && to[0] === from[0] && to[1] > from[1]))) {
    return { admitted: true, by: `info.version ${revision.version}`, demanded, remedy: '' };
  }
  const known = new Set(breakingLines(base.changelog));
  if (breakingLines(revision.changelog).some((line) => !known.has(line))) {
    return { admitted: true, by: 'the CHANGELOG', demanded, remedy: '' };
  }
  const remedy = `Nothing admits the break: raise \`info.version\` from ${base.version} to ${next}, or say "Breaking" in a new line of CHANGELOG.md.`;
  return { admitted: false, demanded, remedy };
}

function parts(version: string): [number, number] | undefined {
  const match = /^(\d+)\.(\d+)(?:\.|$)/.exec(version);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

function breakingLines(changelog = ''): string[] {
  const lines = changelog.split('\n').filter((line) => /^\s*[-*].*\bbreaking\b/i.test(line));
  return lines.map((line) => line.trim());
}
