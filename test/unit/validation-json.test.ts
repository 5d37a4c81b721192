/** What is validated is what is sent: a value that JSON would lose or change is an issue with its place. */
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateIterationInput, validateIterationRep } from '../../src/contract/validate.ts';
import type { IterationInput } from '../../src/index.ts';
import { requestExamples } from '../support/document.ts';

const [, example] = requestExamples[0] as [string, IterationInput];
const issuesOf = (value: unknown) =>
  (validateIterationInput(value).issues ?? []).map(({ rule, pointer, found }) => `${rule} ${pointer} ${found}`);

class Model {
  constructor(fields: object) {
    Object.assign(this, fields);
  }
}
const throwing = (key: string) =>
  Object.defineProperty({ ...example }, key, {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const withoutEnd = (): Record<string, unknown> => {
  const value: Record<string, unknown> = { ...example };
  value['self'] = { inner: [value] };
  return value;
};
const nested = (depth: number) => Array.from({ length: depth }).reduce((inner) => ({ inner }), {});

describe('an iteration to create', () => {
  it.each([
    ['a Map', { flags: new Map() }, ['type /flags Map']],
    ['a Set', { metrics: new Set() }, ['type /metrics Set']],
    ['a Date', { hypothesis: new Date() }, ['type /hypothesis Date']],
    ['a bigint', { reallocationFrequencyMillis: 1n }, ['type /reallocationFrequencyMillis bigint']],
    ['NaN', { reallocationFrequencyMillis: Number.NaN }, ['type /reallocationFrequencyMillis NaN']],
    ['Infinity', { reallocationFrequencyMillis: -Infinity }, ['type /reallocationFrequencyMillis -Infinity']],
    ['2^53', { reallocationFrequencyMillis: 2 ** 53 }, ['json /reallocationFrequencyMillis integer']],
    ['undefined in an array', { attributes: ['a', undefined] }, ['type /attributes/1 absent']],
    ['a hole in an array', { attributes: new Array(1) }, ['type /attributes/0 absent']],
    ['undefined in a map', { flags: { flag: undefined } }, ['type /flags/flag absent']],
    ['an instance of a class', { flags: new Model({}) }, ['type /flags instance of a class']],
    ['a toJSON method', { flags: { toJSON: () => 1 } }, ['type /flags object with a toJSON method']],
    [
      'an array with a toJSON method',
      { metrics: Object.assign([], { toJSON: () => 1 }) },
      ['type /metrics array with a toJSON method'],
    ],
    ['a proxy that was revoked', { flags: revoked() }, ['json /flags unreadable']],
  ])('with %s where the contract has a place for something else is refused there', (_title, fields, issues) => {
    expect(issuesOf({ ...example, ...fields })).toEqual(issues);
  });

  it.each([
    ['a Map', new Map(), ['json /other Map']],
    ['a Date', [new Date()], ['json /other/0 Date']],
    ['a bigint', { deep: [1n] }, ['json /other/deep/0 bigint']],
    ['NaN', Number.NaN, ['json /other NaN']],
    ['undefined in an array', [undefined], ['json /other/0 absent']],
    ['a hole in an array', new Array(2), ['json /other/0 absent', 'json /other/1 absent']],
    ['a function', () => 1, ['json /other function']],
    ['a symbol', Symbol('s'), ['json /other symbol']],
    ['an error', new RangeError('no'), ['json /other Error']],
    ['a typed array', new Uint8Array(1), ['json /other Uint8Array']],
    ['a boxed string', Object('text'), ['json /other String']],
    ['an instance of a class', new Model({ a: 1 }), ['json /other instance of a class']],
    ['a toJSON method', { toJSON: () => 'changed' }, ['json /other object with a toJSON method']],
    ['a proxy that was revoked', revoked(), ['json /other unreadable']],
    ['an array without end', new Array(4e9), ['maxItems /other array']],
    ['a hundred levels and one', nested(101), [`json /other${'/inner'.repeat(100)} object`]],
  ])('with %s in a property that the contract does not know is refused there', (_title, other, issues) => {
    expect(issuesOf({ ...example, other })).toEqual(issues);
  });

  it.each([
    ['undefined', { covariateId: undefined, other: undefined }],
    ['an object without a prototype', { flags: Object.assign(Object.create(null), example.flags) }],
    ['an object of another realm', { other: runInContext('({ a: [1] })', createContext()) }],
    ['a proxy that hides nothing', { flags: new Proxy(example.flags, {}) }],
    ['half a surrogate pair, which JSON keeps', { hypothesis: '\ud83c', other: '\udfc1' }],
    ['a number that is no integer of the contract', { other: [1.5, 2 ** 53, 1e300, -0] }],
    ['the same object twice', { a: example.flags, b: [example.flags, example.flags] }],
    ['a hundred levels', { other: nested(99) }],
  ])('with %s is taken', (_title, fields) => {
    expect(issuesOf({ ...example, ...fields })).toEqual([]);
  });

  it('that is an instance of a class, inherits or hides its properties is refused', () => {
    expect(issuesOf(new Model(example))).toEqual(['type  instance of a class']);
    expect(issuesOf(Object.create(example))).toEqual(['type  instance of a class']);
    const hidden = Object.defineProperty({ ...example }, 'hypothesis', { enumerable: false });
    expect(issuesOf(hidden)).toEqual(['required /hypothesis absent']);
  });

  it('is told why JSON would not carry a value, and what to do about it', () => {
    const messageOf = (other: unknown) => validateIterationInput({ ...example, other }).issues?.[0]?.message;
    expect(messageOf(new Map())).toBe('other is a Map, which JSON cannot represent unchanged: send plain data.');
    expect(messageOf(Number.NaN)).toBe('other is NaN, which JSON cannot represent unchanged: send plain data.');
    expect(messageOf([undefined])).toBe('other[0] is absent, which JSON would send as null.');
    expect(messageOf(revoked())).toBe('other cannot be read: a getter or a proxy throws.');
    expect(messageOf(new Array(1_000_001))).toBe('other has more than 1000000 items.');
    expect(messageOf(nested(101))).toMatch(/inner is nested more than 100 levels deep\.$/);
    expect(validateIterationInput(withoutEnd()).issues?.[0]?.message).toBe('self.inner[0] contains itself.');
    const messagesOf = (fields: object) =>
      validateIterationInput({ ...example, ...fields }).issues?.map(({ message }) => message);
    expect(messagesOf({ hypothesis: new Error('no') })).toEqual([
      'hypothesis must be a string, but is an Error, which JSON cannot represent unchanged: send plain data.',
    ]);
    expect(messagesOf({ attributes: [undefined, Infinity] })).toEqual([
      'attributes[0] must be a string, but is absent.',
      'attributes[1] must be a string, but is Infinity, which JSON cannot represent unchanged: send plain data.',
    ]);
    expect(messagesOf({ reallocationFrequencyMillis: 2 ** 53 })).toEqual([
      'reallocationFrequencyMillis is beyond 2^53, where a JavaScript number is not exact.',
    ]);
  });

  it('that contains itself is refused where the loop closes', () => {
    expect(issuesOf(withoutEnd())).toEqual(['json /self/inner/0 object']);
  });

  it('whose getters or proxies throw is refused, at the place where the contract looks', () => {
    expect(issuesOf(throwing('metrics'))).toEqual(['json /metrics unreadable']);
    expect(issuesOf(throwing('other'))).toEqual(['json /other unreadable']);
    const traps = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'];
    for (const trap of traps) {
      const refuse = () => {
        throw new Error('no');
      };
      expect(() => issuesOf(new Proxy({ ...example }, { [trap]: refuse }))).not.toThrow();
      expect(() => validateIterationRep(new Proxy({ ...example }, { [trap]: refuse }))).not.toThrow();
    }
    expect(issuesOf(revoked())).toEqual(['json  unreadable']);
  });

  it('with an object in thousands of places takes work for one', () => {
    const leaf: object = { leaf: () => 1 };
    const doubling = Array.from({ length: 18 }).reduce((inner) => ({ a: inner, b: inner }), leaf);
    expect(issuesOf({ ...example, doubling })).toHaveLength(1);
  });

  it('that is valid arrives as it was validated, whatever it is made of', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: true,
      withObjectString: false,
    });
    const place = fc.constantFrom('other', ...Object.keys(example));
    const seen = { valid: 0, refused: 0 };
    const holds = fc.property(place, anything, (key, value) => {
      const body = { ...example, [key]: value };
      if (validateIterationInput(body).issues) seen.refused += 1;
      else {
        seen.valid += 1;
        const sent = JSON.parse(JSON.stringify(body));
        expect(sent).toEqual(withoutUndefined(body));
        expect(issuesOf(sent)).toEqual([]);
      }
    });
    fc.assert(holds, { numRuns: 2_000 });
    expect(seen.valid).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(50);
  });
});

/** What JSON leaves out is no loss: `undefined` as a property. And it has no negative zero. */
function withoutUndefined(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutUndefined(inner)]));
}
