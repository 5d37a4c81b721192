/** Turns samples into a table: for each peer and column the median, the spread, and the ratio to a named baseline. */
import { median, type Sample } from './measure.ts';

/** A column. */
export interface Column {
  name: string;
  /** Such as `µs`; empty for a count. */
  unit: string;
  /** Places after the point; 1 unless given. */
  digits?: number;
}

/** What a target bounds: a cell, or its ratio to the baseline, or to another row, `to`. */
export interface Target {
  row: string;
  column: string;
  of: 'median' | 'ratio';
  to?: string;
  atMost?: number;
  atLeast?: number;
}

/** A cell: the median, the smallest and the largest of the rounds, and the median of the ratios within each round. */
export interface Cell {
  median: number;
  least: number;
  most: number;
  ratio: number;
  rounds: number;
}

/** A row has a cell for each column that its peer gave. */
export interface Row {
  name: string;
  cells: Record<string, Cell>;
}

/** Whether a target was met; `value` is what was measured, NaN if nothing was. */
export interface Verdict extends Target {
  value: number;
  met: boolean;
}

/** A table, as it is written to JSON. */
export interface Table {
  title: string;
  /** The baseline of all comparisons. */
  baseline: string;
  columns: Column[];
  rows: Row[];
  verdicts: Verdict[];
  /** Notes for the reader, one sentence each. */
  notes: string[];
}

/** The input of a table: samples by peer, one per round. */
export interface Measured {
  title: string;
  baseline: string;
  columns: Column[];
  samples: Readonly<Record<string, readonly Sample[]>>;
  targets?: Target[];
  notes?: string[];
}

/**
 * Makes a table.
 *
 * @throws Error when the baseline is not among the peers.
 */
export function tabulate({ title, baseline, columns, samples, targets = [], notes = [] }: Measured): Table {
  const base = samples[baseline];
  if (!base) throw new Error(`${title}: the baseline, ${baseline}, is not among ${Object.keys(samples).join(', ')}.`);
  const rows = Object.entries(samples).map(([name, of]) => ({
    name,
    cells: Object.fromEntries(columns.flatMap((column) => cell(column.name, of, base))),
  }));
  return { title, baseline, columns, rows, verdicts: targets.map((target) => judge(target, baseline, samples)), notes };
}

function cell(column: string, samples: readonly Sample[], base: readonly Sample[]): [string, Cell][] {
  const values = samples.flatMap((sample) => sample[column] ?? []).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const ratio = ratioOf(column, samples, base);
  return [[column, { median: median(values), least, most, ratio, rounds: values.length }]];
}

/** Within each round, so that a round on a busy machine counts against both. */
function ratioOf(column: string, samples: readonly Sample[], base: readonly Sample[]): number {
  return median(samples.map((sample, round) => (sample[column] ?? Number.NaN) / (base[round]?.[column] ?? Number.NaN)));
}

function judge(target: Target, baseline: string, samples: Measured['samples']): Verdict {
  const {
    row,
    column,
    of,
    to = baseline,
    atMost = Number.POSITIVE_INFINITY,
    atLeast = Number.NEGATIVE_INFINITY,
  } = target;
  const own = samples[row] ?? [];
  const values = own.flatMap((sample) => sample[column] ?? []);
  const value = of === 'median' ? median(values) : ratioOf(column, own, samples[to] ?? []);
  return { ...target, value, met: value <= atMost && value >= atLeast };
}
