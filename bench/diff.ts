/**
 * Measures the diff: the command as a whole, on documents from the size of this contract up to the size of LaunchDarkly's
 * whole one (2.6 MB). Each document is the contract many times over, with a change in every copy; the revision differs
 * from the base in as many places as it has copies. Quotes the time for each megabyte, which stays level where the time
 * grows with the size and no faster.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { specDiff } from '../scripts/comparison/spec-diff.ts';

const contract = readFileSync('generated/openapi.json', 'utf8');
const history = '../shared/vendor-documents';
const whole = 2.6;

/** The contract many times over: each copy has a path and components of its own. */
function copies(count: number, revised: boolean): string {
  const { paths, components, ...document } = JSON.parse(contract);
  const all = { ...document, paths: {} as object, components: { securitySchemes: components.securitySchemes } };
  for (let index = 0; index < count; index += 1) {
    const copy = contract
      .replaceAll(/#\/components\/(\w+)\/([\w-]+)/g, `#/components/$1/$2-${index}`)
      .replaceAll(/"operationId":\s*"(\w+)"/g, `"operationId": "$1${index}"`);
    const part = JSON.parse(copy);
    if (revised) part.components.schemas.TreatmentInput.properties.allocationPercent.type = 'number';
    for (const [path, item] of Object.entries(part.paths))
      Object.assign(all.paths, { [`/copy-${index}${path}`]: item });
    for (const [kind, entries] of Object.entries(part.components as Record<string, object>)) {
      if (kind === 'securitySchemes') continue;
      const named = Object.entries(entries).map(([name, value]) => [`${name}-${index}`, value]);
      Object.assign(all.components, {
        [kind]: { ...(all.components as Record<string, object>)[kind], ...Object.fromEntries(named) },
      });
    }
  }
  return JSON.stringify(all);
}

/** Seconds that the command takes for two files, the median of three. */
function seconds(base: string, revision: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const args = ['scripts/diff/main.ts', base, revision, '--format', 'json'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
    if (status !== 0 && status !== 1) throw new Error(stderr);
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[1] ?? Number.NaN;
}

/** Seconds that the comparison alone takes, without starting, reading, the second opinion and printing. */
function compared(...files: [string, string]): number {
  const [base, revision] = files.map((file) => JSON.parse(readFileSync(file, 'utf8'))) as [object, object];
  const start = performance.now();
  specDiff(base, revision);
  return (performance.now() - start) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-diff-'));
try {
  const one = copies(1, false).length;
  const most = Math.ceil((whole * 1e6) / one);
  console.log('copies      MB       s   s/MB  compared in s');
  const results: { megabytes: number; time: number }[] = [];
  for (let count = 1; count <= most; count = count === most ? most + 1 : Math.min(count * 4, most)) {
    const files = [join(folder, 'base.json'), join(folder, 'revision.json')] as const;
    writeFileSync(files[0], copies(count, false));
    writeFileSync(files[1], copies(count, true));
    const megabytes = statSync(files[0]).size / 1e6;
    const time = seconds(...files);
    results.push({ megabytes, time });
    console.log(
      `${count}`.padStart(6),
      megabytes.toFixed(2).padStart(7),
      time.toFixed(2).padStart(7),
      (time / megabytes).toFixed(2).padStart(6),
      compared(...files)
        .toFixed(2)
        .padStart(14),
    );
  }
  const [last, before] = [results.at(-1), results.at(-2)];
  if (last && before) {
    const growth = last.time / before.time / (last.megabytes / before.megabytes);
    console.log(
      `From ${before.megabytes.toFixed(1)} to ${last.megabytes.toFixed(1)} MB the time grew ${growth.toFixed(2)} times as much as the size.`,
    );
  }
  if (existsSync(history)) {
    const files = readdirSync(history)
      .filter((name) => name.endsWith('.json'))
      .sort(new Intl.Collator('en', { numeric: true }).compare)
      .map((name) => join(history, name));
    console.log(`The two newest of ${history}: ${seconds(files.at(-2) ?? '', files.at(-1) ?? '').toFixed(2)} s`);
  } else {
    console.log(`${history} is not on this machine: its pairs are left out.`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
