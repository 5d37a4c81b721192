/** How every figure is measured: peers alternate in each round, after a warm-up; and what a piece of work costs. */
import { existsSync, readFileSync } from 'node:fs';

/** The figures that one peer gave in one round, by the name of the column. */
export type Sample = Readonly<Record<string, number>>;

/** What is measured: by name, a function that does the work once and returns its figures. */
export type Peers = Readonly<Record<string, () => Sample | Promise<Sample>>>;

/** How long a figure may take. */
export interface Settings {
  /** A quick estimate instead of a measurement. */
  quick: boolean;
  /** The rounds that count, at least 7 unless quick. */
  rounds: number;
}

/**
 * Measures peers alternately and returns the samples of each, one per round. Each round begins with another peer, so
 * that none always follows the same one, and a machine that slows down slows all. The rounds of the warm-up do not
 * count.
 */
export async function inTurns(peers: Peers, rounds: number, warmUp = 1): Promise<Record<string, Sample[]>> {
  const names = Object.keys(peers);
  const samples: Record<string, Sample[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(round + step) % names.length] ?? '';
      const sample = await peers[name]?.();
      if (sample && round >= warmUp) samples[name]?.push(sample);
    }
  }
  return samples;
}

/** The cost of a piece of work in this process, in milliseconds: wall-clock time and CPU time. */
export async function costOf(work: () => unknown): Promise<{ wall: number; cpu: number }> {
  const clock = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - clock, cpu: (user + system) / 1000 };
}

/** The median of some numbers; NaN if there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The quantile of some numbers for a share from 0 to 1; NaN if there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * The cost of a piece of work that other processes do, in milliseconds. The CPU time is that of the processes that
 * ended meanwhile; NaN if there is no /proc to read it from.
 */
export async function costOfChildren(work: () => unknown): Promise<{ wall: number; cpu: number }> {
  const before = childrenTime();
  const { wall } = await costOf(work);
  return { wall, cpu: childrenTime() - before };
}

function childrenTime(): number {
  const [user = Number.NaN, system = Number.NaN] = fieldsOf('self').slice(13, 15);
  return (user + system) * 10;
}

/** The processor's time that another process has taken, in milliseconds; NaN where there is no /proc to read it from. */
export function processorTime({ pid }: { pid?: number | undefined }): number {
  const [user = Number.NaN, system = Number.NaN] = fieldsOf(String(pid)).slice(11, 13);
  return (user + system) * 10;
}

/** The fields of a process after the name of its program, which may hold spaces. Linux counts time in hundredths of a second. */
function fieldsOf(process: string): number[] {
  const path = `/proc/${process}/stat`;
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .map(Number)
    : [];
}

/** The resident memory of another process, in MB; NaN where there is no /proc to read it from. */
export function residentMB({ pid }: { pid?: number | undefined }): number {
  const path = `/proc/${pid}/status`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1]) / 1_024;
}
