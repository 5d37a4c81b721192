/** Draws a table as a static SVG, by Vega-Lite. */
import { load } from './peers.ts';
import type { Table } from './table.ts';

interface VegaLite {
  compile(spec: object): { spec: object };
}
interface Vega {
  parse(spec: object): object;
  View: new (parsed: object, options: { renderer: 'none' }) => { toSVG(): Promise<string> };
}

/** The first column of a table as bars, their ends joined by the spread; or, where the names are sizes, as lines. */
export async function toSvg(table: Table): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([load<VegaLite>('vega-lite'), load<Vega>('vega')]);
  return new View(parse(compile(specOf(table)).spec), { renderer: 'none' }).toSVG();
}

function specOf(table: Table): object {
  const sizes = table.rows.every(({ name }) => /^[\d,]+ /.test(name));
  const common = { width: 520, background: 'white', config: { font: 'sans-serif' }, title: table.title };
  return sizes ? { ...common, ...lines(table) } : { ...common, ...bars(table) };
}

function bars(table: Table): object {
  const column = table.columns[0];
  const values = table.rows.flatMap(({ name, cells }) => {
    const cell = cells[column?.name ?? ''];
    return cell ? [{ name, ...cell, baseline: name === table.baseline }] : [];
  });
  const y = { field: 'name', type: 'nominal', sort: null, title: null, axis: { labelLimit: 320 } };
  const title = `${column?.name}${column?.unit ? `, ${column.unit}` : ''}`;
  return {
    data: { values },
    layer: [
      {
        mark: 'bar',
        encoding: {
          y,
          x: { field: 'median', type: 'quantitative', title },
          color: { field: 'baseline', type: 'nominal', legend: null, scale: { range: ['#4c78a8', '#9d9da1'] } },
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { y, x: { field: 'least', type: 'quantitative' }, x2: { field: 'most' } },
      },
    ],
  };
}

function lines(table: Table): object {
  const values = table.rows.flatMap(({ name, cells }) =>
    Object.entries(cells).map(([column, { ratio }]) => ({
      size: Number(name.split(' ')[0]?.replaceAll(',', '')),
      column,
      ratio,
    })),
  );
  return {
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'size',
        type: 'quantitative',
        scale: { type: 'log' },
        title: table.rows[0]?.name.replace(/^\S+ /, ''),
      },
      y: { field: 'ratio', type: 'quantitative', scale: { type: 'log' }, title: `times the cost of ${table.baseline}` },
      color: { field: 'column', type: 'nominal', title: null },
    },
  };
}
