import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Attempt, type AttemptFailure, Call } from '../../src/transport/call.ts';
import { Interruption } from '../../src/transport/deadline.ts';
import { accessToken, textOf } from '../support/calls.ts';
import { callOptions, refusal } from './sending.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const attempt: Attempt = { outcome: 'not_applied', retryable: true, waitMs: 0 };
const failure: AttemptFailure = { kind: 'http', message: 'The server responded with 400.' };

function callWith(last?: Attempt) {
  const call = new Call(callOptions, 3);
  call.hide(accessToken);
  if (last) {
    call.attempts = 1;
    call.last = last;
  }
  return call;
}

describe('a call', () => {
  it('may wait as long as its longest delay, and while time is left for an attempt', async () => {
    const call = callWith();
    expect([call.allows(15_000), call.allows(15_001)]).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([call.allows(9_000), call.allows(9_001)]).toEqual([true, false]);
  });

  it('has its position, and counts its attempts for observers', () => {
    const call = callWith(attempt);
    expect(call.position).toBe(3);
    expect(call.facts('PATCH')).toEqual({ operation: 'createThing', method: 'PATCH', attempt: 1 });
  });
});

describe('the attempts of a call', () => {
  it('may have applied a change from their beginning on, and never a read', () => {
    const outcomeOf = (isRead: boolean) => {
      const call = callWith();
      call.begin(isRead);
      return call.last;
    };
    expect(outcomeOf(false)).toEqual({ outcome: 'unknown', retryable: false, waitMs: 0 });
    expect(outcomeOf(true)).toEqual({ outcome: 'not_applied', retryable: false, waitMs: 0 });
  });

  it('are each over with what is known of it, until one may have applied something, which no later one undoes', () => {
    const call = callWith();
    const next = (outcome: Attempt['outcome']) => {
      call.begin(false);
      expect(call.end({ ...attempt, outcome, waitMs: 5 })).toBe(call.last);
      return call.last;
    };
    expect(next('not_applied')).toEqual({ outcome: 'not_applied', retryable: true, waitMs: 5 });
    expect(next('unknown')).toMatchObject({ outcome: 'unknown' });
    expect(next('not_applied')).toEqual({ outcome: 'unknown', retryable: false, waitMs: 5 });
    expect(next('applied')).toMatchObject({ outcome: 'applied' });
    expect(call.attempts).toBe(4);
  });
});

describe('the error of a call', () => {
  it('has what the last attempt knows, and the sentence of its outcome', () => {
    const response = refusal(429, { 'x-request-id': 'r-1', 'set-cookie': 'a=b' });
    const call = callWith({ ...attempt, response, retryAfterMs: 5_000 });
    const error = call.fail({ ...failure, said: 'No', code: 'no', requestId: '7', responseBody: { a: 1 } });
    expect(error).toMatchObject({
      kind: 'http',
      outcome: 'not_applied',
      attempts: 1,
      retryable: true,
      status: 429,
      code: 'no',
      requestId: '7',
      retryAfterMs: 5_000,
      responseBody: { a: 1 },
      headers: { 'x-request-id': 'r-1', 'set-cookie': '[redacted]', 'content-type': 'application/json' },
      message: 'The server responded with 400. No. Nothing was made.',
    });
    expect('cause' in error).toBe(false);
    expect(call.errors).toContain(error);
  });

  it.each([
    ['applied', 'It was made.'],
    ['unknown', 'It may have been made.'],
  ] as const)('is never retryable where the outcome is %s', (outcome, sentence) => {
    const error = callWith({ ...attempt, outcome }).fail(failure);
    expect(error).toMatchObject({ outcome, retryable: false });
    expect(error.message).toBe(`The server responded with 400. ${sentence}`);
  });

  it('says that nothing was applied where nothing was sent, and else knows nothing without an attempt', () => {
    const call = callWith();
    expect(call.fail(failure)).toMatchObject({ outcome: 'not_applied', attempts: 0, retryable: false });
    call.attempts = 1;
    expect(call.fail(failure)).toMatchObject({ outcome: 'unknown', attempts: 1, retryable: false });
  });

  it.each([
    ['No', 'No.'],
    ['No.', 'No.'],
    ['No! ', 'No! '],
    ['Why?', 'Why?'],
    ['Wait…', 'Wait…'],
    ['e.g. this', 'e.g. this.'],
    ['x'.repeat(501), `${'x'.repeat(500)}.`],
  ])('ends what the server says, %j, with a stop', (said, sentence) => {
    expect(callWith().fail({ ...failure, said }).message).toBe(
      `The server responded with 400. ${sentence} Nothing was made.`,
    );
  });

  it('says of a call that was cut off between attempts what it knows from the last', () => {
    const last = { ...attempt, response: refusal(429), retryAfterMs: 5_000 };
    expect(callWith(last).interrupted(new Interruption('timeout'))).toMatchObject({
      kind: 'timeout',
      outcome: 'not_applied',
      attempts: 1,
      retryable: true,
      status: 429,
      retryAfterMs: 5_000,
      message: 'The call ran out of time: 30000 ms in all. Nothing was made.',
    });
    expect(callWith(last).interrupted(new Interruption('aborted'))).toMatchObject({
      kind: 'aborted',
      retryable: false,
      message: 'The call was aborted. Nothing was made.',
    });
  });

  it('says how long the rate limit asks to wait', () => {
    expect(callWith({ ...attempt, retryAfterMs: 5 }).waitTooLong(1_200.2)).toMatchObject({
      kind: 'timeout',
      outcome: 'not_applied',
      attempts: 1,
      retryable: true,
      retryAfterMs: 1_201,
      message: 'The rate limit requires a wait of 1201 ms, longer than this call may wait. Nothing was made.',
    });
  });
});

describe('the access token', () => {
  const encoded = encodeURIComponent(accessToken);

  it('is in no property of an error', () => {
    const response = refusal(400, { 'x-echo': accessToken, location: `/?t=${encoded}`, [accessToken]: '1' });
    const issue = { message: accessToken, path: ['a', accessToken], pointer: `/${accessToken}`, rule: 'x', found: 'y' };
    const call = callWith({ ...attempt, response });
    const error = call.fail({
      kind: 'invalid_response',
      message: `breaks ${accessToken}`,
      said: `said ${accessToken}`,
      code: accessToken,
      requestId: accessToken,
      responseBody: { [accessToken]: [accessToken, { deep: encoded }] },
      issues: [issue],
      thrown: Object.assign(new Error(accessToken), { code: accessToken, cause: { message: accessToken } }),
    });
    expect(textOf(error)).not.toContain('canary');
    expect(error).toMatchObject({
      message: 'breaks [redacted] said [redacted]. Nothing was made.',
      code: '[redacted]',
      requestId: '[redacted]',
      responseBody: { '[redacted]': ['[redacted]', { deep: '[redacted]' }] },
      issues: [{ message: '[redacted]', path: ['a', '[redacted]'], pointer: '/[redacted]', rule: 'x', found: 'y' }],
      headers: { 'x-echo': '[redacted]', location: '/?t=[redacted]', '[redacted]': '1' },
    });
  });

  it.each(['said', 'code', 'requestId', 'responseBody'] as const)('is not there by half where %s is cut', (name) => {
    const limit = name === 'responseBody' ? 10_000 : 500;
    for (let before = limit - accessToken.length - 1; before <= limit; before += 1) {
      const text = `${'x'.repeat(before)}${accessToken}${'y'.repeat(20)}`;
      const error = callWith().fail({ ...failure, [name]: text });
      const shown = name === 'said' ? error.message : String(error[name]);
      expect(shown).not.toContain('api-');
      if (name !== 'said') expect(shown).toHaveLength(limit);
    }
  });

  it('is not cut out of a text that is short enough', () => {
    const error = callWith().fail({
      ...failure,
      code: 'c'.repeat(500),
      requestId: '',
      responseBody: 'r'.repeat(10_000),
    });
    expect(error).toMatchObject({ code: 'c'.repeat(500), requestId: '', responseBody: 'r'.repeat(10_000) });
  });
});
