import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { redocly } from '../redocly.ts';
import { keysOf, pointerOf, type Tree } from './json.ts';
import { follow } from './place.ts';

/** A change in the report of `redocly diff --format json`. */
interface RedoclyChange {
  path: string;
  typeName: string;
  kind: 'added' | 'removed' | 'modified';
  impact: 'major' | 'minor' | 'patch';
  property?: string;
  base?: { value?: unknown };
  revision?: { value?: unknown };
}

/**
 * What `redocly diff` finds between two normalised documents.
 *
 * @throws Error when Redocly fails, or compares without its rules
 */
export function redoclyDiff(base: Tree, revision: Tree): RedoclyChange[] {
  const folder = mkdtempSync(join(tmpdir(), 'spec-diff-'));
  try {
    writeFileSync(join(folder, 'base.json'), JSON.stringify(base));
    writeFileSync(join(folder, 'revision.json'), JSON.stringify(revision));
    const config = resolve(import.meta.dirname, '../redocly.diff.yaml');
    const args = ['diff', 'base.json', 'revision.json', '--config', config, '--format', 'json'];
    const { status, stdout, stderr } = redocly(args, folder);
    // Without its rules Redocly finds nothing breaking, and says so in one line only.
    if (stderr.includes('No diff rules are on'))
      throw new Error(`${config}: no rules for the diff; extend diff-recommended`);
    const report = stdout.startsWith('{') ? JSON.parse(stdout) : undefined;
    if (!report || (status === 0) !== (report.summary.major === 0)) throw new Error(`redocly diff failed:\n${stderr}`);
    return apart(report.changes, base);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Redocly takes a property that is gone and one that is new for a renamed one, where their texts are alike, and compares
 * what they hold. Callers and readers know them by their names, so they are told apart.
 */
function apart(changes: RedoclyChange[], base: Tree): RedoclyChange[] {
  const pairs = changes.filter(({ path, property }) => property === 'key' && keysOf(path).at(-2) === 'properties');
  const inside = (path: string) => pairs.some((pair) => path === pair.path || path.startsWith(`${pair.path}/`));
  const told = pairs.flatMap(({ path, typeName, base: was, revision: is }): RedoclyChange[] => {
    const keys = keysOf(path);
    const old = [...keys.slice(0, -1), String(was?.value)];
    const impact = keys.includes('responses') ? 'major' : 'patch';
    return [
      { path: pointerOf(old), typeName, kind: 'removed', impact, base: { value: follow(base, old) } },
      { path, typeName, kind: 'added', impact: 'minor', revision: { value: is?.value } },
    ];
  });
  return [...changes.filter(({ path }) => !inside(path)), ...told];
}
