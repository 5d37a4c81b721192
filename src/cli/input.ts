import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** A problem with how the command was called, or with its input, before anything else could be looked at. */
export class UsageError extends Error {}

/** An iteration as it was read, and where its parts are. */
export interface Input {
  /** The parsed JSON or YAML. */
  value: unknown;
  /** The place of a path, as `file:line:column`; of the nearest part that is there, where the path itself is not. */
  placeOf(path: readonly (string | number)[]): string;
}

/**
 * Reads JSON or YAML, which is told by the parser: every JSON text is YAML.
 *
 * @param file A path, or `-` for standard input.
 * @throws UsageError when it cannot be read or parsed.
 */
export async function readInput(file: string, stdin: NodeJS.ReadableStream): Promise<Input> {
  const name = file === '-' ? 'stdin' : file;
  const source = await (file === '-' ? text(stdin) : readFile(file));
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) throw new UsageError(`${place(error.pos[0])} is neither JSON nor YAML: ${error.message}`);
  return {
    value: document.toJS(),
    placeOf(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return place(node.range[0]);
      }
      return place(0);
    },
  };
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}
