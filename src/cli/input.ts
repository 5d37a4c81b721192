/** Reads the documents in a file or on standard input, so that what is checked is what is sent. */
import { maxRequestBytes } from '../transport/body.ts';
import { type Read, readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { InputError, type Location, readSource } from './source.ts';
import type { Terminal } from './terminal.ts';
import { ReadError, tooLarge, ValueBuilder } from './value-builder.ts';

/** A document as it was read. */
export interface Input {
  /** The name of the file, or `stdin`. */
  readonly file: string;
  /** Plain data, which JSON represents unchanged. */
  readonly value: unknown;
  readonly start: Location;
  /** Where the value at a path begins; if the path does not exist, where its nearest existing part begins. */
  locate(path: readonly (string | number)[]): Location;
}

/**
 * Reads the documents of a file: one JSON document if its name ends in `.json`, otherwise the documents of YAML, which
 * includes JSON. A `$schema` at the top is for editors, and not part of the value.
 *
 * @param file A path, or `-` for standard input.
 * @param signal Ends the reading.
 * @throws InputError when it cannot be read, after yielding what could be.
 */
export async function* readInputs(file: string, terminal: Terminal, signal?: AbortSignal): AsyncGenerator<Input> {
  const source = await readSource(file, terminal, signal);
  try {
    let count = 0;
    for (const { value, offset, builder } of readDocuments(source.text, /\.json$/i.test(file))) {
      count += 1;
      dropSchema(value);
      if (Buffer.byteLength(JSON.stringify(value)) > maxRequestBytes) throw new ReadError(tooLarge, offset);
      yield {
        file: source.file,
        value,
        start: source.locate(offset),
        locate: (path) => source.locate(builder.offsetOf(value, offset, path)),
      };
    }
    if (count === 0) throw new InputError(source.file, undefined, 'is empty: it must contain YAML or JSON');
  } catch (error) {
    if (error instanceof ReadError) throw new InputError(source.file, source.locate(error.offset), error.message);
    throw error;
  }
}

/**
 * Reads the one document of a file.
 *
 * @param noun What a document is.
 * @throws InputError as {@link readInputs}, and where there is a second one.
 */
export async function readOnly(file: string, terminal: Terminal, noun: string, signal?: AbortSignal): Promise<Input> {
  let only: Input | undefined;
  for await (const input of readInputs(file, terminal, signal)) {
    if (only) throw new InputError(input.file, input.start, `is a second ${noun}: pass one at a time`);
    only = input;
  }
  return only as Input;
}

/** Reads documents, each with a builder of its own. */
function* readDocuments(text: string, isJson: boolean): Generator<Read & { builder: ValueBuilder }> {
  if (!isJson) {
    yield* readYaml(text);
  } else if (/\S/.test(text)) {
    const builder = new ValueBuilder();
    yield { ...readJson(text, builder), builder };
  }
}

function dropSchema(value: unknown): void {
  const root = Object(value) as { $schema?: unknown };
  if (Object.hasOwn(root, '$schema') && typeof root.$schema === 'string') delete root.$schema;
}
