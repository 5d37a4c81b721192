import { describe, expect, it } from 'vitest';
import { inTurns, median, percentile } from '../../bench/measure.ts';
import { type Report, toMarkdown, toText } from '../../bench/report.ts';
import { tabulate } from '../../bench/table.ts';

const columns = [{ name: 'CPU', unit: 'µs', digits: 0 }];
const cpu = (...values: number[]) => values.map((CPU) => ({ CPU }));
const samples = { base: cpu(10, 20, 40), ours: cpu(30, 20, 60), silent: [] };

describe('the rounds', () => {
  const order: string[] = [];
  const peer = (name: string) => () => {
    order.push(name);
    return { call: order.length };
  };

  it('alternate the peers, start with a different one each time, and leave out the warm-up', async () => {
    const measured = await inTurns({ a: peer('a'), b: peer('b'), c: peer('c') }, 3, 1);
    expect(order.join('')).toBe('abcbcacababc');
    expect(measured).toEqual({
      a: [{ call: 6 }, { call: 8 }, { call: 10 }],
      b: [{ call: 4 }, { call: 9 }, { call: 11 }],
      c: [{ call: 5 }, { call: 7 }, { call: 12 }],
    });
  });

  it('end with the error of a peer', async () => {
    const broken = () => Promise.reject(new Error('It does other work.'));
    await expect(inTurns({ a: peer('a'), broken }, 1)).rejects.toThrow('It does other work.');
  });
});

describe('the arithmetic', () => {
  it('takes the middle of an odd count, and the mean of the two in the middle of an even one', () => {
    expect([median([9, 1, 5]), median([10, 2, 4, 1]), median([7]), median([])]).toEqual([5, 3, 7, Number.NaN]);
  });

  it('takes the number that 99 of 100 do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(hundred, 0.99), percentile(hundred, 1), percentile([3], 0.99)]).toEqual([99, 100, 3]);
  });

  it('takes the ratio within each round, and then the median', () => {
    const { rows } = tabulate({ title: 't', baseline: 'base', columns, samples });
    expect(rows).toEqual([
      { name: 'base', cells: { CPU: { median: 20, least: 10, most: 40, ratio: 1, rounds: 3 } } },
      // The ratio of the medians would be 30 / 20; those of the rounds are 3, 1 and 1.5.
      { name: 'ours', cells: { CPU: { median: 30, least: 20, most: 60, ratio: 1.5, rounds: 3 } } },
      { name: 'silent', cells: {} },
    ]);
  });

  it('leaves out what could not be measured', () => {
    const { rows } = tabulate({ title: 't', baseline: 'base', columns, samples: { base: cpu(Number.NaN) } });
    expect(rows).toEqual([{ name: 'base', cells: {} }]);
  });

  it('refuses a baseline that is not among the peers', () => {
    expect(() => tabulate({ title: 't', baseline: 'gone', columns, samples })).toThrow(
      't: the baseline, gone, is not among base, ours, silent.',
    );
  });
});

describe('a target', () => {
  const verdict = (target: object) => {
    const wanted = { row: 'ours', column: 'CPU', of: 'ratio', ...target } as const;
    const [only] = tabulate({ title: 't', baseline: 'base', columns, samples, targets: [wanted] }).verdicts;
    return [only?.value, only?.met];
  };

  it('is met at its bound and missed beyond it', () => {
    expect(verdict({ atMost: 1.5 })).toEqual([1.5, true]);
    expect(verdict({ atMost: 1.4 })).toEqual([1.5, false]);
    expect(verdict({ atLeast: 1.5 })).toEqual([1.5, true]);
    expect(verdict({ atLeast: 1.6 })).toEqual([1.5, false]);
  });

  it('may bound the median, or the ratio to another row than the baseline', () => {
    expect(verdict({ of: 'median', atMost: 30 })).toEqual([30, true]);
    expect(verdict({ to: 'ours', atMost: 1 })).toEqual([1, true]);
  });

  it('is not met where nothing was measured', () => {
    expect(verdict({ row: 'silent', atMost: 9 })).toEqual([Number.NaN, false]);
    expect(verdict({ row: 'gone', atMost: 9 })).toEqual([Number.NaN, false]);
    expect(verdict({ to: 'silent', atMost: 9 })).toEqual([Number.NaN, false]);
  });
});

describe('the report', () => {
  const targets = [
    { row: 'ours', column: 'CPU', of: 'ratio', atMost: 1.4 } as const,
    { row: 'gone', column: 'CPU', of: 'median', atMost: 9 } as const,
  ];
  const report: Report = {
    figure: 'f',
    title: 'Figure',
    quick: true,
    machine: { node: 'v24.0.0', platform: 'linux x64', processors: '2 × CPU', load: [1, 2] },
    versions: { zod: '4.0.0' },
    tables: [tabulate({ title: 'Table', baseline: 'base', columns, samples, targets })],
  };

  it('shows medians, spreads, ratios, versions and targets in the terminal', () => {
    expect(toText(report)).toBe(`Figure
A look, not a measurement: few rounds.
Node v24.0.0, linux x64, 2 × CPU, load 1.0 to 2.0.
Medians of up to 3 rounds in turns, from the smallest to the largest; ratios to the baseline, within each round.
zod 4.0.0

Table
          CPU, µs  from–to  ratio
  base         20    10–40   1.00
  ours         30    20–60   1.50
  silent        –
  Baseline: base.
  Target, ours, CPU, of the baseline: at most 1.4: missed, 1.5.
  Target, gone, CPU: at most 9: not measured.`);
  });

  it('shows the same in Markdown, with the plot', () => {
    const markdown = toMarkdown(report, { Table: 'f-1.svg' });
    expect(markdown).toContain(
      '### Table\n\n![Table](f-1.svg)\n\n| measured | CPU, µs | from–to | ratio |\n| --- | --: | --: | --: |',
    );
    expect(markdown).toContain('| ours | 30 | 20–60 | 1.50 |');
    expect(markdown).toContain('- Target, gone, CPU: at most 9: not measured.');
  });
});
