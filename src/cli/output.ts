/** Writes the output of commands: escapes untrusted text, never throws, and notices every failed write. */
import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { asEscape, escapeControls } from '../http/escape-controls.ts';
import { redactor } from '../transport/redact.ts';

type Format = 'red' | 'yellow' | 'green' | 'bold' | 'dim';

/** A part of a line in a style, which shows only on a terminal. */
export interface Styled {
  readonly format: Format;
  readonly text: string;
}

/** One of the two streams that a command writes to. Nothing here throws. */
export interface Output {
  readonly isTerminal: boolean;
  /** How many characters fit in a line; `undefined` if this is not a terminal. */
  readonly columns: number | undefined;
  /**
   * Writes one line. Any part may be untrusted text: it is escaped, so it can neither begin another line nor act as a
   * workflow command. Begin with trusted text, so that no line can imitate another. On a terminal the line is wrapped.
   */
  line(...parts: readonly (string | Styled)[]): void;
  /** Writes a value as JSON over several lines. */
  json(value: unknown): void;
  /** Writes trusted text of several lines unchanged. */
  verbatim(text: string): void;
  /** Resolves once everything is written or lost: to the code of the first failure, such as `EPIPE`. */
  flush(): Promise<string | undefined>;
}

/** Text in a style. */
export function styled(format: Format, text: string): Styled {
  return { format, text };
}

/**
 * Returns the output to a stream.
 *
 * @param env `NO_COLOR` (https://no-color.org) and `TERM=dumb` turn styles off; `LAUNCHDARKLY_ACCESS_TOKEN` is never
 *   written, even if a server repeats it.
 */
export function outputTo(stream: Writable, env: Record<string, string | undefined>): Output {
  const { isTTY = false } = stream as Writable & { isTTY?: boolean };
  const hasStyles = isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const { LAUNCHDARKLY_ACCESS_TOKEN: token = '' } = env;
  // A shorter value is not a token, and could be part of any word.
  const redact = redactor(token.length < 8 ? [] : [token, JSON.stringify(token).slice(1, -1)]);
  let failure: string | undefined;
  const fail = (error: unknown) => {
    failure ??= codeOf(error);
  };
  // Without a listener, a closed pipe or a full disk would end the process with a stack trace.
  stream.on('error', fail);
  const write = (text: string) => {
    if (failure !== undefined) return;
    try {
      stream.write(redact(text), (error) => error && fail(error));
    } catch (error) {
      fail(error);
    }
  };
  const columns = () => (isTTY ? (stream as { columns?: number }).columns : undefined);
  return {
    isTerminal: isTTY,
    get columns() {
      return columns();
    },
    line: (...parts) => write(`${lineOf(parts, columns() ?? Number.POSITIVE_INFINITY, hasStyles)}\n`),
    json(value) {
      try {
        write(`${JSON.stringify(value, null, 2).split('\n').map(escapeControls).join('\n')}\n`);
      } catch (error) {
        fail(error);
      }
    },
    verbatim: write,
    flush: () =>
      new Promise((resolve) => {
        if (failure !== undefined || stream.destroyed) resolve(failure);
        else stream.write('', () => resolve(failure));
      }),
  };
}

function lineOf(parts: readonly (string | Styled)[], columns: number, hasStyles: boolean): string {
  let column = 0;
  // A space is written with the word after it, unless the line breaks between them.
  let blanks = '';
  const write = (text: string) =>
    escapeControls(text).replace(/(\s+)|(\S+)/g, (_all, blank?: string, word = '') => {
      if (blank !== undefined) {
        blanks += blank;
        return '';
      }
      const fits = blanks === '' || column + blanks.length + word.length <= columns;
      const before = fits ? blanks : `\n${indent}`;
      column = fits ? column + blanks.length + word.length : indent.length + word.length;
      blanks = '';
      return before + word;
    });
  const texts = parts.map((part) => {
    if (typeof part === 'string') return write(part);
    const text = write(part.text);
    // Whether to style is decided here, for this stream; styleText would ask about another.
    return hasStyles ? styleText(part.format, text, { validateStream: false }) : text;
  });
  return texts.join('').replace(workflowCommand, (_all, start, colon) => start + asEscape(colon));
}

const indent = '    ';

/** GitHub Actions obeys a line that begins with `::`, even after spaces. */
const workflowCommand = /^(\s*)(:)(?=:)/gm;

function codeOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
}
