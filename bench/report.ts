/** Prints what was measured: in the terminal, as Markdown and as JSON. */
import { cpus, loadavg } from 'node:os';
import type { Cell, Column, Table, Verdict } from './table.ts';

/** A figure that was measured. */
export interface Report {
  figure: string;
  title: string;
  /** Whether it is a quick estimate and not a measurement. */
  quick: boolean;
  machine: Machine;
  /** The versions of the peers, by package. */
  versions: Record<string, string>;
  tables: Table[];
}

/** The machine. `load` is the average of the last minute, before and after; it should be about 1. */
export interface Machine {
  node: string;
  platform: string;
  processors: string;
  load: number[];
}

/** This machine now. */
export function machine(): Machine {
  const all = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: `${all.length} × ${all[0]?.model ?? 'unknown'}`,
    load: [loadavg()[0] ?? Number.NaN],
  };
}

const header = (table: Table) => [
  '',
  ...table.columns.flatMap(({ name, unit }) => [unit ? `${name}, ${unit}` : name, 'from–to', 'ratio']),
];

function lines(table: Table): string[][] {
  return table.rows.map(({ name, cells }) => [
    name,
    ...table.columns.flatMap((column) => shown(column, cells[column.name])),
  ]);
}

function shown({ digits = 1 }: Column, cell: Cell | undefined): string[] {
  if (!cell) return ['–', '', ''];
  const text = (value: number) => value.toFixed(digits);
  const spread = cell.rounds === 1 ? '' : `${text(cell.least)}–${text(cell.most)}`;
  return [text(cell.median), spread, Number.isFinite(cell.ratio) ? cell.ratio.toFixed(2) : '–'];
}

function sentence({ row, column, of, to, atMost, atLeast, value, met }: Verdict): string {
  const bound = [atMost === undefined ? [] : `at most ${atMost}`, atLeast === undefined ? [] : `at least ${atLeast}`];
  const result = Number.isNaN(value) ? 'not measured' : `${met ? 'met' : 'missed'}, ${Number(value.toPrecision(3))}`;
  return `Target, ${row}, ${column}${of === 'ratio' ? `, of ${to ?? 'the baseline'}` : ''}: ${bound.flat().join(' and ')}: ${result}.`;
}

function context({ machine: { node, platform, processors, load }, versions, quick, tables }: Report): string[] {
  const rounds = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => Object.values(cells).map((one) => one.rounds)),
  );
  return [
    ...(quick ? ['A look, not a measurement: few rounds.'] : []),
    `Node ${node}, ${platform}, ${processors}, load ${load.map((one) => one.toFixed(1)).join(' to ')}.`,
    `Medians of up to ${Math.max(0, ...rounds)} rounds in turns, from the smallest to the largest; ratios to the baseline, within each round.`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  ].filter(Boolean);
}

const after = (table: Table) => [`Baseline: ${table.baseline}.`, ...table.notes, ...table.verdicts.map(sentence)];

/** A figure for the terminal. */
export function toText(report: Report): string {
  const tables = report.tables.map((table) => {
    const all = [header(table), ...lines(table)];
    const widths = (all[0] ?? []).map((_, index) => Math.max(...all.map((line) => line[index]?.length ?? 0)));
    const padded = all.map((line) =>
      line
        .map((text, index) => (index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0)))
        .join('  '),
    );
    return [
      table.title,
      ...padded.map((line) => `  ${line}`.trimEnd()),
      ...after(table).map((line) => `  ${line}`),
    ].join('\n');
  });
  return [`${report.title}\n${context(report).join('\n')}`, ...tables].join('\n\n');
}

/** A figure as a section of Markdown. `plots` are the files of the plots of each table, by its title. */
export function toMarkdown(report: Report, plots: Readonly<Record<string, string>> = {}): string {
  const tables = report.tables.map((table) => {
    const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    const rule = row(header(table).map((_, index) => (index === 0 ? '---' : '--:')));
    const plot = plots[table.title] ? [`![${table.title}](${plots[table.title]})`] : [];
    // A screen reader needs a name for the first column.
    const body = [row(['measured', ...header(table).slice(1)]), rule, ...lines(table).map(row)].join('\n');
    return [
      `### ${table.title}`,
      ...plot,
      body,
      after(table)
        .map((line) => `- ${line}`)
        .join('\n'),
    ].join('\n\n');
  });
  return `${[
    `## ${report.title}`,
    context(report)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...tables,
  ].join('\n\n')}\n`;
}
