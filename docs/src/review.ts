/** Reads the text of the playground and reviews it, as the command line does with a file. */
import { stringify } from 'yaml';
import { readJson } from '../../src/cli/read-json.ts';
import { readYaml } from '../../src/cli/read-yaml.ts';
import { ReadError, ValueBuilder } from '../../src/cli/value-builder.ts';
import { validateIterationInput } from '../../src/contract/validate.ts';
import { preflightIteration } from '../../src/preflight/index.ts';

/** The format of a text. */
export type Format = 'json' | 'yaml';

/** One thing to say about the text, and where. */
export interface Entry {
  readonly level: 'error' | 'advice';
  readonly message: string;
  /** A JSON Pointer; empty for the whole. */
  readonly pointer: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/** What the text is, and what there is to say about it. */
export interface Review {
  /** Absent where the text cannot be read. */
  readonly value?: unknown;
  readonly entries: readonly Entry[];
}

/** Reviews a text. Never throws. */
export function reviewText(text: string, format: Format): Review {
  try {
    const { value, locate } = read(text, format);
    const issues = (validateIterationInput(value).issues ?? []).map((issue) => ({ level: 'error' as const, ...issue }));
    const advice = preflightIteration(value).map((one) => ({ level: 'advice' as const, ...one }));
    const entries = [...issues, ...advice].map((one) => ({ ...one, offset: locate(one.path) }));
    return { value, entries: entries.sort((a, b) => a.offset - b.offset) };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { entries: [{ level: 'error', message: `This ${error.message}.`, pointer: '', offset: error.offset }] };
  }
}

/** Writes a value in a format. */
export function write(value: unknown, format: Format): string {
  return format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : stringify(value, { lineWidth: 0 });
}

function read(text: string, format: Format) {
  if (format === 'json') {
    const builder = new ValueBuilder();
    const { value, offset } = readJson(text, builder);
    return { value, locate: (path: readonly (string | number)[]) => builder.offsetOf(value, offset, path) };
  }
  const [first, second] = readYaml(text);
  if (!first) throw new ReadError('is empty: write an iteration', 0);
  if (second) throw new ReadError('is a second document: write one iteration', second.offset);
  const { value, offset, builder } = first;
  return { value, locate: (path: readonly (string | number)[]) => builder.offsetOf(value, offset, path) };
}
