import { describe, expect, it } from 'vitest';
import { read, redactHeaders, redactJson, redactor, safeCause, tokensIn } from '../../src/transport/redact.ts';

const redact = redactor(['api-secret', 'a/b+c']);

/** An object whose every property throws when it is read. */
const hostile = new Proxy(
  {},
  {
    get() {
      throw new Error('hostile');
    },
  },
);

describe('a secret in a text', () => {
  it('is replaced wherever it is, as often as it is, each of several', () => {
    expect(redact('api-secret, (api-secret) a/b+c')).toBe('[redacted], ([redacted]) [redacted]');
  });

  it('is replaced where it is percent-encoded', () => {
    expect(redact('?token=a%2Fb%2Bc')).toBe('?token=[redacted]');
  });

  it('is replaced in lower case, as the names of headers are', () => {
    expect(redactor(['api-SeCret'])('x-api-secret, api-SeCret')).toBe('x-[redacted], [redacted]');
  });

  it('leaves everything else as it is', () => {
    expect(redact('api-secre t')).toBe('api-secre t');
    expect(redactor([])('text')).toBe('text');
  });
});

describe('a secret in JSON', () => {
  it('is replaced in keys and values at every depth', () => {
    const value = { 'api-secret': [{ deep: 'x api-secret' }, null, 5, true] };
    expect(redactJson(value, redact)).toEqual({ '[redacted]': [{ deep: 'x [redacted]' }, null, 5, true] });
    expect(redactJson('api-secret', redact)).toBe('[redacted]');
    expect(redactJson(undefined, redact)).toBeUndefined();
  });

  it('is not searched for beyond a depth of 64, where the copy ends', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'api-secret' : [nested(depth - 1)]);
    const inside = (value: unknown): unknown => (Array.isArray(value) ? inside(value[0]) : value);
    expect(inside(redactJson(nested(64), redact))).toBe('[redacted]');
    expect(inside(redactJson(nested(65), redact))).toBe('[nested too deep]');
    const objects = (depth: number): unknown => (depth === 0 ? 'api-secret' : { a: objects(depth - 1) });
    expect(JSON.stringify(redactJson(objects(64), redact))).toContain('[redacted]');
    expect(JSON.stringify(redactJson(objects(65), redact))).toContain('[nested too deep]');
  });

  it('cannot hide behind the key __proto__', () => {
    const copy = redactJson(JSON.parse('{"__proto__": {"a": "api-secret"}}'), redact);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":"[redacted]"}}');
  });
});

describe('a secret in headers', () => {
  it('is replaced in names and values', () => {
    const headers = new Headers({ 'x-echo': 'was api-secret', 'api-secret': '1', server: 'envoy' });
    expect(redactHeaders(headers, redact)).toEqual({ 'x-echo': 'was [redacted]', '[redacted]': '1', server: 'envoy' });
  });

  it.each(['set-cookie', 'cookie', 'authorization', 'proxy-authorization', 'api-key', 'x-api-key'])(
    'is the whole value of %s',
    (name) => {
      expect(redactHeaders(new Headers({ [name]: 'anything' }), redact)).toEqual({ [name]: '[redacted]' });
    },
  );

  it.each(['x-authorization-mode', 'my-cookie', 'api-keys', 'set-cookie-2'])('is not the value of %s', (name) => {
    expect(redactHeaders(new Headers({ [name]: 'kept' }), redact)).toEqual({ [name]: 'kept' });
  });
});

describe('a property of a foreign value', () => {
  it('is read where there is one, and never throws', () => {
    expect(read({ a: 1 }, 'a')).toBe(1);
    expect([null, undefined, 5, hostile].map((value) => read(value, 'a'))).toEqual(Array(4).fill(undefined));
  });
});

describe('the cause of an error', () => {
  it('is a copy of the innermost that is told, without anything but its name, message and code', () => {
    const inner = Object.assign(new RangeError('no api-secret'), { code: 'E-api-secret', request: 'api-secret' });
    const copy = safeCause(new TypeError('fetch failed', { cause: inner }), redact);
    expect(copy).toMatchObject({ name: 'RangeError', message: 'no [redacted]', code: 'E-[redacted]' });
    expect(copy.stack).toBe('RangeError: no [redacted]');
    expect(Object.keys(copy).sort()).toEqual(['code', 'name']);
    expect(copy).toBeInstanceOf(Error);
  });

  it('may be the thrown value itself, and has no code where that has none', () => {
    const copy = safeCause(new TypeError('api-secret'), redact);
    expect(copy).toMatchObject({ name: 'TypeError', message: '[redacted]' });
    expect('code' in copy).toBe(false);
    expect('code' in safeCause({ code: 23 }, redact)).toBe(false);
  });

  it.each([
    ['a text', 'api-secret failed', '[redacted] failed'],
    ['a number', 5, 'it failed without an error message'],
    ['nothing', undefined, 'it failed without an error message'],
    ['an object that cannot be read', hostile, 'it failed without an error message'],
    ['an object whose message is no text', { message: { api: 1 }, name: 7 }, 'it failed without an error message'],
  ])('may be %s', (_title, thrown, message) => {
    expect(safeCause(thrown, redact)).toMatchObject({ name: 'Error', message });
  });

  it('is cut after its secrets were replaced, for half a secret is one as well', () => {
    const text = `${'x'.repeat(495)}api-secret${'y'.repeat(500)}`;
    const copy = safeCause({ message: text, name: text, code: text }, redact) as Error & { code: string };
    expect([copy.message, copy.name, copy.code]).toEqual(Array(3).fill(`${'x'.repeat(495)}[reda`));
  });
});

describe('what looks like an access token', () => {
  it('is found in what was thrown, in its message and in that of its cause', () => {
    expect(tokensIn('with api-1 and sdk-2-b_c')).toEqual(['api-1', 'sdk-2-b_c']);
    const thrown = new Error('with mob-3', { cause: new Error('(api-4)') });
    expect(tokensIn(thrown)).toEqual(['mob-3', 'api-4']);
  });

  it('is nothing else, whatever was thrown', () => {
    for (const thrown of ['rapid-fire', 5, undefined, null, hostile, { message: 5 }])
      expect(tokensIn(thrown)).toEqual([]);
  });
});
