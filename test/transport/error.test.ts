import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createError,
  type FailureDetails,
  IterationError,
  invalidInput,
  isIterationError,
} from '../../src/transport/error.ts';

const details: FailureDetails = {
  kind: 'http',
  outcome: 'not_applied',
  attempts: 2,
  retryable: true,
  status: 429,
  code: 'rate_limited',
  requestId: '7',
  headers: { server: 'envoy' },
  retryAfterMs: 5_000,
  message: 'The server responded with 429.',
  cause: new TypeError('why'),
};

afterEach(() => vi.resetModules());

describe('an error', () => {
  it('has the mark by which every copy of the package knows it, of any version', () => {
    const mark = Symbol.for('launchdarkly-iteration-contract.IterationError');
    expect(Object.getOwnPropertySymbols(createError(details))).toEqual([mark]);
  });

  it('has the properties that are known, and no others', () => {
    const error = createError({ ...details, code: undefined, cause: undefined } as unknown as FailureDetails);
    const { cause: _cause, code: _code, ...known } = details;
    expect(error).toMatchObject(known);
    expect(Object.keys(error).sort()).toEqual(
      [
        'attempts',
        'endedAt',
        'headers',
        'kind',
        'name',
        'outcome',
        'requestId',
        'retryAfterMs',
        'retryable',
        'status',
      ].sort(),
    );
    expect('cause' in error).toBe(false);
  });

  it('is an Error by name, message, stack and cause', () => {
    const error = createError(details);
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(IterationError);
    expect(String(error)).toBe('IterationError: The server responded with 429.');
    expect(error.stack).toContain('The server responded with 429.');
    expect(error.cause).toBe(details.cause);
    expect(inspect(error)).toMatch(/^IterationError: The server responded with 429\.\n/);
    expect(inspect(error)).toContain("kind: 'http'");
  });

  it('tells everything as JSON, its message and its cause included', () => {
    const { cause: _cause, ...known } = details;
    const asJson = JSON.parse(JSON.stringify(createError(details)));
    const endedAt = expect.any(Number);
    expect(asJson).toEqual({ ...known, endedAt, name: 'IterationError', cause: 'TypeError: why' });
    const { cause: _none, ...without } = details;
    expect(JSON.parse(JSON.stringify(createError(without)))).toEqual({ ...known, endedAt, name: 'IterationError' });
  });

  it('that says that an input cannot be used has its issues, and sent nothing', () => {
    const issue = { message: 'm', path: [], pointer: '', rule: 'type', found: 'null' };
    const fixed = { kind: 'invalid_input', outcome: 'not_applied', attempts: 0, retryable: false, message: 'No.' };
    expect(invalidInput('No.', [issue])).toMatchObject({ ...fixed, issues: [issue] });
    expect(invalidInput('No.')).toMatchObject({ ...fixed, issues: [] });
  });

  it('is discriminated by its kind', () => {
    const error: IterationError = createError(details);
    // @ts-expect-error a status is there of some kinds alone
    const status: number = error.status;
    if (error.kind === 'http') {
      const known: number = error.status;
      expect(known).toBe(status);
    }
    if (error.kind === 'invalid_input') {
      const issues: readonly unknown[] = error.issues;
      expect.fail(`not of this kind: ${issues}`);
    }
  });
});

describe('the class of an error', () => {
  it('is for instanceof alone: its constructor is protected', () => {
    // @ts-expect-error only the client makes errors
    expect(new IterationError(details)).toBeInstanceOf(IterationError);
  });

  it('can be extended, for tests', () => {
    class Mine extends IterationError {
      constructor(message: string) {
        super({ ...details, message });
      }
    }
    const mine = new Mine('mine');
    expect(isIterationError(mine)).toBe(true);
    expect([mine instanceof IterationError, mine instanceof Mine]).toEqual([true, true]);
    expect(createError(details) instanceof Mine).toBe(false);
    expect(mine.message).toBe('mine');
  });

  it('knows the errors of another copy of the package, and that copy its own', async () => {
    vi.resetModules();
    const copy = await import('../../src/transport/error.ts');
    expect(copy.IterationError).not.toBe(IterationError);
    const [own, other] = [createError(details), copy.createError(details)];
    expect([own instanceof copy.IterationError, other instanceof IterationError]).toEqual([true, true]);
    expect([copy.isIterationError(own), isIterationError(other)]).toEqual([true, true]);
  });
});

describe('a value that is no such error', () => {
  const brand = Symbol.for('launchdarkly-iteration-contract.IterationError');
  const { proxy, revoke } = Proxy.revocable(new Error('x'), {});
  revoke();
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'IterationError'],
    ['another error', new Error('x')],
    ['an error of that name', Object.assign(new Error('x'), { name: 'IterationError', kind: 'http' })],
    ['no error, though it has the mark', { [brand]: true }],
    ['an error with another mark', Object.assign(new Error('x'), { [brand]: 1 })],
    ['a proxy that was revoked', proxy],
    [
      'an object that throws when it is looked at',
      new Proxy(new Error('x'), {
        get() {
          throw new Error('hostile');
        },
      }),
    ],
  ])('is recognized or not, and never throws: %s', (_title, value) => {
    expect(isIterationError(value)).toBe(false);
    expect(value instanceof IterationError).toBe(false);
  });

  it('cannot be told by its enumerable properties: the mark is hidden', () => {
    expect(Object.getOwnPropertySymbols({ ...createError(details) })).toEqual([]);
  });
});
