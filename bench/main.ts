/**
 * Measures this package beside what users could pick instead: `node bench/main.ts [figure ...] [--quick]`. Prints each
 * figure and writes it to dist/bench/ as Markdown with plots and as JSON; of several bench.md and bench.json. A whole run
 * that is no look writes the page of the docs as well.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from './measure.ts';
import { prepare, versionOf } from './peers.ts';
import { toSvg } from './plot.ts';
import { machine, type Report, toMarkdown, toText } from './report.ts';
import type { Table } from './table.ts';

/** What a module of figures/ exports: what it measures, and the packages whose versions matter. */
export interface Figure {
  title: string;
  packages: readonly string[];
  measure(settings: Settings): Promise<Table[]>;
}

/** The figures, in the order of the report. */
export const figures = ['client', 'bundle', 'types', 'validation', 'mock', 'chain', 'growth', 'diff'] as const;
const folder = 'dist/bench';
const plotFolder = 'docs/src/assets/measurements';

/** Measures one figure in this process. */
async function measure(name: string, quick: boolean): Promise<void> {
  // Prism takes another mode for production, which ends it; React and others take another for tests.
  delete process.env['NODE_ENV'];
  await prepare();
  const { figure } = (await import(`./figures/${name}.ts`)) as { figure: Figure };
  const on = machine();
  const tables = await figure.measure({ quick, rounds: quick ? 2 : 7 });
  on.load.push(loadavg()[0] ?? Number.NaN);
  const versions = Object.fromEntries(figure.packages.map((one) => [one, versionOf(one)]));
  const report: Report = { figure: name, title: figure.title, quick, machine: on, versions, tables };
  const plots: Record<string, string> = {};
  for (const [index, table] of tables.entries()) {
    const file = `${name}-${index + 1}.svg`;
    writeFileSync(join(folder, file), await toSvg(table));
    plots[table.title] = file;
  }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, `${name}.md`), toMarkdown(report, plots));
  console.log(`${toText(report)}\n`);
}

/** Measures each figure in a process of its own, so that none finds the engine as another left it. */
function measureEach(names: readonly string[], quick: boolean): void {
  const failed = names.filter((name) => {
    // What an earlier run left would pass for a result of this one.
    for (const path of globSync([`${name}.{md,json}`, `${name}-*.svg`], { cwd: folder })) rmSync(join(folder, path));
    const args = [import.meta.filename, name, ...(quick ? ['--quick'] : [])];
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0;
  });
  const measured = names.filter((name) => !failed.includes(name) && existsSync(join(folder, `${name}.json`)));
  const read = (ending: string) => measured.map((name) => readFileSync(join(folder, `${name}.${ending}`), 'utf8'));
  const absent = failed.map((name) => `**${name} failed, and is left out.**\n`);
  writeFileSync(join(folder, 'bench.md'), [...absent, ...read('md')].join('\n'));
  const reports = read('json').map((text) => JSON.parse(text));
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify({ failed, reports }, null, 2)}\n`);
  console.log(`Wrote ${folder}/bench.md and bench.json.`);
  if (failed.length === 0) {
    if (names === figures && !quick) publish(read('md').join('\n'));
    return;
  }
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

/** Writes the figures as a page of the docs, with their plots. */
function publish(markdown: string): void {
  rmSync(plotFolder, { recursive: true, force: true });
  mkdirSync(plotFolder, { recursive: true });
  for (const plot of globSync('*.svg', { cwd: folder })) copyFileSync(join(folder, plot), join(plotFolder, plot));
  const intro = readFileSync('bench/page.md', 'utf8');
  writeFileSync(
    'docs/src/content/docs/measurements.md',
    `${intro}\n${markdown.replaceAll('](', '](../../assets/measurements/')}`,
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true });
  const unknown = positionals.filter((name) => !figures.some((figure) => figure === name));
  if (unknown.length > 0) {
    console.error(`No such figure: ${unknown.join(', ')}. There are ${figures.join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  mkdirSync(folder, { recursive: true });
  const [only, ...others] = positionals;
  if (only !== undefined && others.length === 0) await measure(only, values.quick ?? false);
  else {
    await prepare();
    measureEach(only === undefined ? figures : positionals, values.quick ?? false);
  }
}

if (import.meta.main) await main();
