/** Files with iterations that are mangled: in their bytes, their encoding, their YAML, their JSON and their text. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { examples } from '../files.ts';

/** Draws from a seed: a whole number below a limit. */
export type Draw = (limit: number) => number;

/** A file to read. */
export interface FuzzFile {
  readonly name: string;
  readonly content: Buffer;
  /** What was done to it. */
  readonly done: readonly string[];
}

const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;

const values = Object.values(examples) as Record<string, unknown>[];
const json = [
  ...values.map((value) => JSON.stringify(value, null, 2)),
  readFileSync('test/fixtures/documented-request.json', 'utf8'),
];
const aliased = `hypothesis: &h Why
metrics: &m [{key: k}]
primarySingleMetricKey: k
treatments:
  - &t {name: A, baseline: true, allocationPercent: '50', parameters: &p [{flagKey: f, variationId: a}]}
  - {name: B, baseline: false, allocationPercent: '50', parameters: *p}
flags: {f: {ruleId: fallthrough, flagConfigVersion: 1}}
`;
const yaml = [
  ...values.map((value) => stringify(value)),
  ...values.map((value) => stringify(value, { defaultStringType: 'QUOTE_DOUBLE', collectionStyle: 'flow' })),
  aliased,
];

const { evil, pieces, oddValues, oddKeys }: Record<'evil' | 'pieces' | 'oddValues' | 'oddKeys', string[]> = parse(
  readFileSync('test/fixtures/fuzz.yaml', 'utf8'),
);

type Mutation = readonly [name: string, change: (content: Buffer, draw: Draw) => Buffer];

const inserted = (content: Buffer, at: number, piece: Buffer) =>
  Buffer.concat([content.subarray(0, at), piece, content.subarray(at)]);
const ofText = (change: (text: string, draw: Draw) => string) => (content: Buffer, draw: Draw) =>
  Buffer.from(change(content.toString('utf8'), draw));

/** Where a value begins, or where it could. */
function valuePlace(text: string, draw: Draw): number {
  const places = [...text.matchAll(/[:[{,-] ?/g)].map(({ index, 0: found }) => index + found.length);
  return places.length > 0 ? pick(draw, places) : draw(text.length + 1);
}

const ofLines = (change: (lines: string[], at: number, draw: Draw) => void) =>
  ofText((text, draw) => {
    const lines = text.split('\n');
    change(lines, draw(lines.length), draw);
    return lines.join('\n');
  });

const mutations: readonly Mutation[] = [
  ['nothing', (content) => content],
  [
    'a byte changed',
    (content, draw) => {
      const copy = Buffer.from(content);
      copy[draw(copy.length)] = draw(256);
      return copy;
    },
  ],
  ['a byte added', (content, draw) => inserted(content, draw(content.length + 1), Buffer.from([draw(256)]))],
  [
    'bytes removed',
    (content, draw) => {
      const at = draw(content.length + 1);
      return Buffer.concat([content.subarray(0, at), content.subarray(at + 1 + draw(8))]);
    },
  ],
  ['cut off', (content, draw) => content.subarray(0, draw(content.length + 1))],
  ['a byte order mark', (content) => inserted(content, 0, Buffer.from('\ufeff'))],
  ['Latin-1', ofEncoding('latin1')],
  ['UTF-16', ofEncoding('utf16le')],
  ['UTF-16, the other way round', (content, draw) => ofEncoding('utf16le')(content, draw).swap16()],
  [
    'a piece at a value',
    ofText((text, draw) => {
      const at = valuePlace(text, draw);
      return text.slice(0, at) + pick(draw, pieces) + text.slice(at);
    }),
  ],
  [
    'a piece in place of a value',
    ofText((text, draw) => {
      const at = valuePlace(text, draw);
      return text.slice(0, at) + pick(draw, pieces) + text.slice(at).replace(/^[^,\n}\]]*/, '');
    }),
  ],
  [
    'a piece anywhere',
    ofText((text, draw) => {
      const at = draw(text.length + 1);
      return text.slice(0, at) + pick(draw, pieces) + text.slice(at);
    }),
  ],
  [
    'evil text anywhere',
    ofText((text, draw) => {
      const at = draw(text.length + 1);
      return text.slice(0, at) + pick(draw, evil) + text.slice(at);
    }),
  ],
  [
    'evil text, escaped, in a text',
    ofText((text, draw) => text.replace(/"(?=\w)/, () => `"${JSON.stringify(pick(draw, evil)).slice(1, -1)}`)),
  ],
  ['a line doubled', ofLines((lines, at) => void lines.splice(at, 0, lines[at] ?? ''))],
  ['a line removed', ofLines((lines, at) => void lines.splice(at, 1))],
  [
    'a line indented',
    ofLines((lines, at, draw) => {
      lines[at] = pick(draw, ['  ', ' ', '\t']) + lines[at];
    }),
  ],
  [
    'a property added',
    ofText((text, draw) =>
      /^\s*\{/.test(text)
        ? text.replace('{', `{ ${JSON.stringify(pick(draw, evil))}: ${draw(9)}, `)
        : `more: ${pick(draw, pieces)}\n${text}`,
    ),
  ],
  [
    'an odd key added',
    ofText((text, draw) => {
      const key = pick(draw, oddKeys);
      return /^\s*\{/.test(text)
        ? text.replace('{', `{ ${key}: ${draw(9)}, `)
        : `${text}\n${key}: ${pick(draw, pieces)}\n`;
    }),
  ],
  ['a value that changes', ofText((text, draw) => text.replace(/^(?=\w)/, () => `more: ${pick(draw, oddValues)}\n`))],
  ['another document', ofText((text, draw) => `${text}\n---\n${pick(draw, [...yaml, ...json, ''])}`)],
  [
    'many levels',
    ofText((text, draw) => {
      const depth = pick(draw, [20, 99, 150, 3000]);
      return text.replace(/[\]}]\s*$/, `, "deep": ${'['.repeat(depth)}${']'.repeat(depth)} }`);
    }),
  ],
  [
    'a long text',
    ofText((text, draw) => text.replace(/\b[a-z]{6,}/, () => 'x'.repeat(pick(draw, [100, 10_000, 1_200_000])))),
  ],
];

function ofEncoding(encoding: 'latin1' | 'utf16le') {
  return (content: Buffer, draw: Draw) => {
    const text = `${draw(2) ? '\ufeff' : ''}${content.toString('utf8').replace('e', 'é')}`;
    return Buffer.from(encoding === 'latin1' ? text.replace('\ufeff', '') : text, encoding);
  };
}

/** Draws a file with an iteration, and mangles it in up to three ways. */
export function drawFile(draw: Draw, index: number): FuzzFile {
  const isJson = draw(2) === 0;
  let content: Buffer = Buffer.from(pick(draw, isJson ? json : [...yaml, ...json]));
  const done: string[] = [];
  for (let count = pick(draw, [1, 1, 1, 2, 3]); count > 0; count -= 1) {
    const [name, change] = pick(draw, mutations);
    content = change(content, draw);
    done.push(name);
  }
  // A name holds no slash and no NUL.
  const odd = draw(8) === 0 ? pick(draw, evil).replace(/[/\0]/g, '') : '';
  const ending = isJson ? pick(draw, ['.json', '.json', '.JSON']) : pick(draw, ['.yaml', '.yml', '.txt']);
  return { name: `${odd}${index}${ending}`, content, done };
}
