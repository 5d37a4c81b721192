/** Measures commands that compare two documents: this contract, and one of the size of LaunchDarkly's whole one, 2.6 MB. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { quietEnvironment } from '../../scripts/lib/redocly.ts';
import { copies } from '../documents.ts';
import type { Figure } from '../main.ts';
import { costOfChildren, inTurns, type Sample, type Settings } from '../measure.ts';
import { home } from '../peers.ts';
import { type Table, tabulate } from '../table.ts';

const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
const differs = resolve(home, 'differs.mjs');
const own = 'scripts/diff';
const whole = 2_600_000;

/** The arguments of Node, and how many breaking changes there are in what a command prints. */
const commands: Record<string, { args: string[]; breaking: (stdout: string) => number }> = {
  'redocly diff': {
    args: [redocly, 'diff', '--config', resolve('redocly.diff.yaml'), '--format', 'json'],
    breaking: (stdout) => JSON.parse(stdout).summary.major,
  },
  [own]: {
    args: ['scripts/diff/main.ts', '--format', 'json'],
    breaking: (stdout) => JSON.parse(stdout).changes.filter(({ bump }: { bump: string }) => bump === 'major').length,
  },
  'api-smart-diff': { args: [differs, 'api-smart-diff'], breaking: Number },
  'openapi-diff': { args: [differs, 'openapi-diff'], breaking: Number },
};

async function measure({ quick, rounds }: Settings): Promise<Table[]> {
  await build({ entryPoints: ['bench/differs.ts'], outfile: differs, format: 'esm' });
  const folder = mkdtempSync(join(tmpdir(), 'bench-diff-'));
  try {
    const most = Math.ceil(whole / copies(1, false).length);
    const tables: Table[] = [];
    for (const count of quick ? [1] : [1, most]) {
      const files = [join(folder, 'base.json'), join(folder, 'revision.json')] as const;
      writeFileSync(files[0], copies(count, false));
      writeFileSync(files[1], copies(count, true));
      tables.push(await tableOf(count, files, quick ? 1 : rounds));
    }
    return tables;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tableOf(count: number, files: readonly [string, string], rounds: number): Promise<Table> {
  const peers = Object.keys(commands).map((name) => [name, () => run(name, files)]);
  return tabulate({
    title: `A change in each of ${count} ${count === 1 ? 'copy' : 'copies'} of the contract`,
    baseline: 'redocly diff',
    columns: [
      { name: 'time', unit: 'ms', digits: 0 },
      { name: 'CPU', unit: 'ms', digits: 0 },
      { name: 'breaking', unit: '', digits: 0 },
    ],
    samples: await inTurns(Object.fromEntries(peers), rounds, 0),
    notes: [
      'The whole command. Breaking is how many changes it calls that: a string became a number, in the requests.',
      `${own} runs redocly diff as well, for a second opinion, and explains where they disagree.`,
      'openapi-diff and api-smart-diff are made for OpenAPI 3.0. What downloads a program at its installation is left out.',
    ],
  });
}

/** @throws Error when a command fails. */
async function run(name: string, files: readonly [string, string]): Promise<Sample> {
  const { args = [], breaking = Number } = commands[name] ?? {};
  const [script = '', ...rest] = args;
  const [first = '', ...options] = rest;
  // The files come after the name of the command, where it has one.
  const given = first.startsWith('-') || first === '' ? [...files, ...rest] : [first, ...files, ...options];
  let stdout = '';
  const cost = await costOfChildren(() => {
    const result = spawnSync(process.execPath, [script, ...given], {
      encoding: 'utf8',
      env: quietEnvironment,
      maxBuffer: 2 ** 28,
    });
    // 1 says that something breaks.
    if (result.status !== 0 && result.status !== 1) throw new Error(`${name} failed: ${result.stderr}`);
    stdout = result.stdout;
  });
  return { time: cost.wall, CPU: cost.cpu, breaking: breaking(stdout) };
}

export const figure: Figure = {
  title: 'Diff',
  packages: ['@redocly/cli', 'api-smart-diff', 'openapi-diff'],
  measure,
};
