import { describe, expect, it } from 'vitest';
import { type Output, outputTo, styled } from '../../src/cli/output.ts';
import { escapeControls } from '../../src/http/escape-controls.ts';
import { keeping, type Surroundings } from './terminal.ts';

function written(write: (output: Output) => unknown, surroundings: Surroundings = {}): string {
  const { stream, text } = keeping(surroundings);
  write(outputTo(stream, surroundings.env ?? {}));
  return text();
}

describe('escaped text', () => {
  it.each([
    ['C0', 'a\u0000\u0007\n\r\t\u001b[31mb', 'a\\u0000\\u0007\\u000a\\u000d\\u0009\\u001b[31mb'],
    ['C1 and DEL', '\u007f\u0085\u009b31m', '\\u007f\\u0085\\u009b31m'],
    ['separators', '\u2028\u2029', '\\u2028\\u2029'],
    [
      'bidirectional controls',
      '\u200e\u200f\u061c\u202a\u202e\u2066\u2069',
      '\\u200e\\u200f\\u061c\\u202a\\u202e\\u2066\\u2069',
    ],
    ['half a surrogate pair', '\ud800x', '\\ud800x'],
    [
      'commands of CI runners',
      'x ##[add-mask]y ##vso[task.setvariable]',
      'x \\u0023#[add-mask]y \\u0023#vso[task.setvariable]',
    ],
    ['three signs', '###[x]', '#\\u0023#[x]'],
    ['nothing else', 'é 😀 👨‍👩‍👧 # ## [x] "\\', 'é 😀 👨‍👩‍👧 # ## [x] "\\'],
  ])('has no %s', (_case, text, escaped) => {
    expect(escapeControls(text)).toBe(escaped);
  });
});

describe('a line', () => {
  it('is one line, whatever its parts contain', () => {
    expect(written(({ line }) => line('error: ', styled('red', 'a\nb'), ' c\u001b[0m'))).toBe(
      'error: a\\u000ab c\\u001b[0m\n',
    );
  });

  it.each(['::error::x', '  ::add-mask::x', '\u00a0::x', ':::x'])(
    'is no workflow command, though it begins with %j',
    (text) => {
      const line = written((output) => output.line(text));
      expect(line.trimStart()).not.toMatch(/^::/);
      expect(line).toContain('\\u003a:');
    },
  );

  it('is not a workflow command when a terminal wraps it, either', () => {
    const text = written((output) => output.line('error: ', 'aaaa bbbb ::error::x'), { isTTY: true, columns: 12 });
    expect(text).toBe('error: aaaa\n    bbbb\n    \\u003a:error::x\n');
  });

  it('wraps on a terminal between words, over styles, and nowhere else', () => {
    const parts = ['error:', ' ', styled('dim', 'some/long/file.yaml:1:1'), ' one two three'] as const;
    expect(written((output) => output.line(...parts))).toBe('error: some/long/file.yaml:1:1 one two three\n');
    const narrow = written((output) => output.line(...parts), { isTTY: true, columns: 20, env: { NO_COLOR: '1' } });
    expect(narrow).toBe('error:\n    some/long/file.yaml:1:1\n    one two three\n');
  });
});

describe('the access token', () => {
  it('is not written, even if a server repeats it', () => {
    const token = 'api-"canary\\';
    const env = { LAUNCHDARKLY_ACCESS_TOKEN: token };
    const value = { [token]: [token, encodeURIComponent(token)] };
    const text = written(({ line, json }) => [line(`a ${token} b`), json(value)], { env });
    expect(text).not.toContain('canary');
    expect(text).toContain('a [redacted] b\n');
    expect(written(({ line }) => line('api a'), { env: { LAUNCHDARKLY_ACCESS_TOKEN: 'a' } })).toBe('api a\n');
  });
});

describe('JSON', () => {
  it('stays equivalent, with all control characters escaped', () => {
    const value = { 'a\u009b': ['\u202e\u2028::error::', '##[x]\n'] };
    const text = written((output) => output.json(value));
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}\u2028]|##\[/u);
  });

  it.each([
    ['nested too deep', () => Array.from({ length: 100_000 }).reduce((inner) => [inner], 1)],
    ['of no kind that JSON has', () => undefined],
    [
      'cyclic',
      () => {
        const cycle: unknown[] = [];
        cycle.push(cycle);
        return cycle;
      },
    ],
  ])('that is %s is lost, not thrown', async (_case, make) => {
    const output = outputTo(keeping().stream, {});
    output.json(make());
    expect(await output.flush()).toBeDefined();
  });
});

describe('the end of the output', () => {
  it('reports the first failure, and writes nothing after it', async () => {
    const { stream, text } = keeping({ failure: 'ENOSPC' });
    const output = outputTo(stream, {});
    output.line('a');
    output.line('b');
    expect([await output.flush(), text()]).toEqual(['ENOSPC', '']);
    expect(await outputTo(keeping().stream, {}).flush()).toBeUndefined();
  });

  it('is a failure where the stream is closed', async () => {
    const { stream } = keeping();
    const output = outputTo(stream, {});
    stream.destroy();
    output.line('a');
    await new Promise((resolve) => setImmediate(resolve));
    expect(await output.flush()).toBe('ERR_STREAM_DESTROYED');
  });
});
