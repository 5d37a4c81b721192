/** Makes one document of `spec/`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redocly } from '../lib/redocly.ts';
import { SpecMistake } from './document.ts';

/** Returns `spec/` as one YAML document, by Redocly's bundler. Throws its report when a reference dangles. */
export function bundle(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const file = join(folder, 'openapi.yaml');
    const { status, stderr } = redocly(['bundle', 'spec/openapi.yaml', '--output', file], process.cwd());
    if (status !== 0) throw new SpecMistake(stderr);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
