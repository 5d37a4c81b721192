import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Advice, type AdviceCode, preflightIteration } from '../../src/preflight/index.ts';
import { requestExamples } from '../support/document.ts';

type Body = Record<string, unknown>;

/** A treatment with nothing to advise. */
function treatment(name: string, changes: Body = {}): Body {
  const parameters = [{ flagKey: 'flag', variationId: `variation of ${name}` }];
  return { name, baseline: name === 'A', allocationPercent: '50', parameters, ...changes };
}

/** An iteration with nothing to advise. */
function iteration(changes: Body = {}): Body {
  return {
    hypothesis: 'It helps',
    metrics: [{ key: 'metric' }, { key: 'funnel', isGroup: true }],
    primarySingleMetricKey: 'metric',
    treatments: [treatment('A'), treatment('B')],
    flags: { flag: { ruleId: 'fallthrough', flagConfigVersion: 1 } },
    ...changes,
  };
}

/** Treatments of these percentages, of which the first is the baseline. */
function sharing(percents: unknown[]): Body {
  const names = ['A', ...percents.slice(1).map((_percent, index) => `B${index}`)];
  return iteration({
    treatments: percents.map((allocationPercent, index) => treatment(names[index] ?? '', { allocationPercent })),
  });
}

function withParameters(...parameters: unknown[]): Body {
  return iteration({ treatments: [treatment('A', { parameters }), treatment('B')] });
}

function withFlag(flag: Body): Body {
  return iteration({ flags: { flag: { ruleId: 'fallthrough', flagConfigVersion: 1, ...flag } } });
}

function places(input: unknown): string[] {
  return preflightIteration(input).map(({ code, pointer }) => `${code} ${pointer}`);
}

function messages(input: unknown): string[] {
  return preflightIteration(input).map(({ message }) => message);
}

describe('advice on whole iterations', () => {
  it('gives three pieces of advice on the sample of the documentation', () => {
    const sample: unknown = JSON.parse(readFileSync('test/fixtures/documented-request.json', 'utf8'));
    expect(places(sample)).toEqual([
      'single-treatment /treatments',
      'allocation-sum /treatments',
      'flag-not-listed /treatments/0/parameters/0/flagKey',
    ]);
  });

  // The documented sample is kept as it is published, and the test above says what is advised against in it.
  const own = requestExamples.filter(([name]) => name !== 'documented-sample');

  it.each(own)('warns of nothing in the example %s', (name, example) => {
    const bandit = ['reallocation-for-bandits /reallocationFrequencyMillis'];
    expect(places(example)).toEqual(name === 'multi-armed-bandit' ? bandit : []);
    expect(preflightIteration(example).filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  it('says of each piece what, how much, where and why', () => {
    const key = 'a/b~c';
    const flags = { flag: { ruleId: 'fallthrough', flagConfigVersion: 1 }, [key]: { ruleId: 'Fallthrough' } };
    expect(preflightIteration(iteration({ flags }))).toEqual([
      {
        code: 'rule-id-fallthrough',
        severity: 'warning',
        pointer: '/flags/a~1b~0c/ruleId',
        path: ['flags', 'a/b~c', 'ruleId'],
        message: '"Fallthrough" is probably not the ID of a rule: write "fallthrough" for the default rule.',
      },
    ]);
  });

  it('is in the order of the checks, then of the places', () => {
    const treatments = [treatment('A', { naem: '' }), treatment('A', { baseline: false, allocationPercent: '5 %' })];
    const body = iteration({ treatments, flags: {}, metrics: [{ key: 'metric', primary: true, kee: '' }] });
    expect(places({ hypotesis: '', reallocationFrequencyMillis: 1, ...body })).toEqual([
      'allocation-not-decimal /treatments/1/allocationPercent',
      'flag-not-listed /treatments/0/parameters/0/flagKey',
      'flag-not-listed /treatments/1/parameters/0/flagKey',
      'treatment-name-repeated /treatments/1/name',
      'metric-primary-deprecated /metrics/0/primary',
      'reallocation-for-bandits /reallocationFrequencyMillis',
      'unknown-property /hypotesis',
      'unknown-property /metrics/0/kee',
      'unknown-property /treatments/0/naem',
    ]);
  });

  it('cuts a long value short in the message and keeps it in the path', () => {
    const flagKey = 'x'.repeat(1000);
    const [advice] = preflightIteration(withParameters({ flagKey })) as [Advice];
    expect(advice.message).toContain(`"${'x'.repeat(59)}…"`);
    expect(advice.message.length).toBeLessThan(200);
  });
});

/** What a check speaks of: the change that makes it speak, and where. */
const spoken: [AdviceCode, string, Body, string[]][] = [
  ['baseline-count', 'no baseline', iteration({ treatments: [treatment('B'), treatment('C')] }), ['/treatments']],
  [
    'baseline-count',
    'two baselines',
    iteration({ treatments: [treatment('A'), treatment('B', { baseline: true })] }),
    ['/treatments'],
  ],
  ['single-treatment', 'one treatment', sharing(['100']), ['/treatments']],
  ['single-treatment', 'no treatment', iteration({ treatments: [] }), ['/treatments']],
  ['allocation-sum', 'less than 100', sharing(['50', '49.9']), ['/treatments']],
  ['allocation-sum', 'more than 100', sharing(['50', '50.0000000000000000000000000000000001']), ['/treatments']],
  ['allocation-not-decimal', 'a percent sign', sharing(['50', '50%']), ['/treatments/1/allocationPercent']],
  ['primary-not-in-metrics', 'a metric', iteration({ primarySingleMetricKey: 'x' }), ['/primarySingleMetricKey']],
  ['primary-not-in-metrics', 'a funnel', iteration({ primaryFunnelKey: 'x' }), ['/primaryFunnelKey']],
  [
    'primary-funnel-not-group',
    'a metric that is no group',
    iteration({ metrics: [{ key: 'metric' }, { key: 'funnel', isGroup: false }], primaryFunnelKey: 'funnel' }),
    ['/metrics/1/isGroup'],
  ],
  [
    'primary-funnel-not-group',
    'a metric without isGroup',
    iteration({ metrics: [{ key: 'funnel' }, { key: 'metric' }], primaryFunnelKey: 'funnel' }),
    ['/metrics/0'],
  ],
  [
    'flag-not-listed',
    'two other flags',
    withParameters({ flagKey: 'x', variationId: '1' }, { flagKey: 'toString', variationId: '2' }),
    ['/treatments/0/parameters/0/flagKey', '/treatments/0/parameters/1/flagKey'],
  ],
  [
    'variation-repeated',
    'one variation three times',
    withParameters(...Array(3).fill({ flagKey: 'flag', variationId: '1' })),
    ['/treatments/0/parameters/1/variationId', '/treatments/0/parameters/2/variationId'],
  ],
  [
    'treatment-name-repeated',
    'the same name twice',
    iteration({ treatments: [treatment('A'), treatment('A', { baseline: false })] }),
    ['/treatments/1/name'],
  ],
  [
    'metric-primary-deprecated',
    'primary, whatever it is',
    iteration({ metrics: [{ key: 'x', primary: false }, { key: 'metric' }, { key: 'y', primary: true }] }),
    ['/metrics/0/primary', '/metrics/2/primary'],
  ],
  [
    'reallocation-for-bandits',
    'a frequency',
    iteration({ reallocationFrequencyMillis: 3_600_000 }),
    ['/reallocationFrequencyMillis'],
  ],
  ['rule-id-fallthrough', 'another word', withFlag({ ruleId: 'default' }), ['/flags/flag/ruleId']],
  ['unknown-property', 'a typo', iteration({ hypotesis: 'It helps' }), ['/hypotesis']],
];

describe('each check', () => {
  it('is silent on an iteration as it should be', () => {
    expect(preflightIteration(iteration())).toEqual([]);
    expect(preflightIteration(iteration({ primaryFunnelKey: 'funnel' }))).toEqual([]);
  });

  it.each(spoken)('%s speaks of %s, and no other check does', (code, _case, body, pointers) => {
    expect(places(body)).toEqual(pointers.map((pointer) => `${code} ${pointer}`));
  });

  it.each(spoken)('%s speaks of %s in one sentence', (code, _case, body) => {
    const info: AdviceCode[] = ['metric-primary-deprecated', 'reallocation-for-bandits'];
    for (const { severity, message } of preflightIteration(body)) {
      expect(severity).toBe(info.includes(code) ? 'info' : 'warning');
      expect(message).toMatch(/^[^\n]+: [^\n]+\.$/);
    }
  });
});

describe('the baseline', () => {
  it('is counted in the message', () => {
    expect(messages(iteration({ treatments: [treatment('B'), treatment('C')] }))[0]).toMatch(/^No treatment is/);
    const all = ['A', 'B', 'C'].map((name) => treatment(name, { baseline: true, allocationPercent: '0' }));
    expect(messages(iteration({ treatments: all }))[0]).toMatch(/^3 treatments are/);
  });

  it.each([[[]], [undefined], [null], ['A'], [{ 0: { baseline: false } }]])('is not missed in %j', (treatments) => {
    expect(places(iteration({ treatments })).join()).not.toContain('baseline-count');
  });
});

describe('the allocation', () => {
  const ninths = '9'.repeat(5000);
  it.each([
    [['33.3', '33.3', '33.4']],
    [['33.333', '33.333', '33.334']],
    [['0100.00', '0.000']],
    [['0', '100']],
    [[...Array(9).fill('0.1'), '99.1']],
    [[`99.${ninths}`, `0.${'0'.repeat(4999)}1`]],
  ])('may be %j, which is 100 exactly', (percents) => {
    expect(preflightIteration(sharing(percents))).toEqual([]);
  });

  it.each([
    [Array(10).fill('0.1'), '1'],
    [['0.1', '0.2'], '0.3'],
    [['0', '0.0'], '0'],
    [['0.05', '0.005'], '0.055'],
    [['100', '0.10'], '100.1'],
    [['1000', '0'], '1000'],
    [['9007199254740993', '1'], '9007199254740994'],
    [[`99.${ninths}`, '0'], `99.${'9'.repeat(56)}…`],
  ])('of %j has its exact sum in the message', (percents, sum) => {
    expect(messages(sharing(percents))).toEqual([expect.stringContaining(` sum to ${sum}: `)]);
  });

  it('is the same sum in any order and form', () => {
    const cents = fc.array(fc.bigInt(0n, 10n ** 30n), { minLength: 2, maxLength: 5 });
    const written = (value: bigint) => `${value / 1000n}.${String(value % 1000n).padStart(3, '0')}`;
    fc.assert(
      fc.property(cents, (values) => {
        const rest = 10n ** 35n - values.reduce((sum, value) => sum + value);
        const percents = [...values, rest].map((value) => written(value).replace('.000', ''));
        const [advice] = preflightIteration(sharing(percents)) as [Advice];
        expect(advice.message).toContain(` sum to 1${'0'.repeat(32)}: `);
        expect(messages(sharing(percents.toReversed()))).toEqual([advice.message]);
      }),
    );
  });

  it.each(['', ' ', '50 ', '+50', '-50', '5e1', '50%', '50.', '.5', '1.2.3', '1,5', '0x10', '٥', 'NaN', '50\n'])(
    'that is %j is no decimal number, and is not summed',
    (percent) => {
      expect(places(sharing(['10', percent]))).toEqual(['allocation-not-decimal /treatments/1/allocationPercent']);
    },
  );

  it.each([50, null, undefined, true, ['50']])('that is %j is left to the schema', (percent) => {
    expect(preflightIteration(sharing(['10', percent]))).toEqual([]);
  });
});

describe('the primary metric', () => {
  it.each([null, 5, undefined])('that is %j is left to the schema', (key) => {
    expect(preflightIteration(iteration({ primarySingleMetricKey: key, primaryFunnelKey: key }))).toEqual([]);
  });

  it('is not missed in metrics that cannot be read', () => {
    expect(preflightIteration(iteration({ metrics: 'metric' }))).toEqual([]);
  });

  it('is a group when one of the metrics of its key is', () => {
    const metrics = [{ key: 'funnel' }, { key: 'metric' }, { key: 'funnel', isGroup: true }];
    expect(preflightIteration(iteration({ metrics, primaryFunnelKey: 'funnel' }))).toEqual([]);
  });

  it('is left to the schema when isGroup is no boolean', () => {
    const metrics = [{ key: 'metric' }, { key: 'funnel', isGroup: 'true' }];
    expect(preflightIteration(iteration({ metrics, primaryFunnelKey: 'funnel' }))).toEqual([]);
  });
});

describe('the flags', () => {
  it('are read from their JSON text', () => {
    expect(places(iteration({ flags: '{"flag": {}}' }))).toEqual([]);
    expect(places(iteration({ flags: '{"__proto__": {}}' }))).toEqual([
      'flag-not-listed /treatments/0/parameters/0/flagKey',
      'flag-not-listed /treatments/1/parameters/0/flagKey',
    ]);
  });

  it.each(['{"flag": {"ruleId": "default", "ruleid": ""}}', '', 'x', '[]', 'null', '"flag"', null, 5, [['flag']]])(
    'give no advice on themselves when they are %j',
    (flags) => {
      expect(preflightIteration(iteration({ flags }))).toEqual([]);
    },
  );

  it('may be called like a property of every object', () => {
    const flags: unknown = JSON.parse('{"__proto__": {"ruleId": "default"}, "constructor": {}}');
    const parameters = ['__proto__', 'constructor'].map((flagKey, variationId) => ({ flagKey, variationId }));
    const treatments = [treatment('A', { parameters }), treatment('B', { parameters })];
    expect(places(iteration({ flags, treatments }))).toEqual(['rule-id-fallthrough /flags/__proto__/ruleId']);
  });

  it.each(['Fallthrough', 'FALLTHROUGH', 'fall-through', 'fall_through', 'fall through', 'fallthru', 'Fall-Thru'])(
    'mean the default rule by %j',
    (ruleId) => {
      expect(places(withFlag({ ruleId }))).toEqual(['rule-id-fallthrough /flags/flag/ruleId']);
    },
  );

  it.each(['falltrough', 'fallthrouhg', 'fallthrough ', 'Default', 'default-rule'])(
    'mean the default rule by %j too',
    (ruleId) => {
      expect(places(withFlag({ ruleId }))).toEqual(['rule-id-fallthrough /flags/flag/ruleId']);
    },
  );

  it.each(['6f3a1b82-d4c7-4095-9e2b-a81f50c7d6e3', '', 'through', 'defaults-for-beta', 'x'.repeat(1e6), 5, null])(
    'may have a rule of another ID',
    (ruleId) => {
      expect(preflightIteration(withFlag({ ruleId }))).toEqual([]);
    },
  );
});

describe('a repetition', () => {
  it('names the first place', () => {
    const treatments = [treatment('A'), treatment('B', { allocationPercent: '0' }), treatment('B')];
    expect(messages(iteration({ treatments }))[0]).toContain('"B" is also at /treatments/1/name:');
  });

  it('of a variation counts whatever the flag, within one treatment alone', () => {
    const flags = { flag: {}, other: {} };
    const parameters = ['flag', 'other'].map((flagKey) => ({ flagKey, variationId: '1' }));
    const once = [treatment('A', { parameters: [parameters[0]] }), treatment('B', { parameters: [parameters[1]] })];
    const twice = [treatment('A', { parameters }), treatment('B')];
    expect(places(iteration({ flags, treatments: once }))).toEqual([]);
    expect(places(iteration({ flags, treatments: twice }))).toEqual([
      'variation-repeated /treatments/0/parameters/1/variationId',
    ]);
  });

  it('of what is not a string is left to the schema', () => {
    const parameters = [{ flagKey: 'flag' }, { flagKey: 'flag' }, { variationId: 1 }, { variationId: 1 }];
    const treatments = [treatment('A', { name: 5, parameters }), treatment('B', { name: 5 })];
    expect(preflightIteration(iteration({ treatments }))).toEqual([]);
  });
});

describe('an unknown property', () => {
  it.each([
    ['/random_ization_unit', 'randomizationUnit', iteration({ random_ization_unit: 'user' })],
    ['/FLAGS', 'flags', iteration({ FLAGS: {} })],
    ['/primary-funnel-key', 'primaryFunnelKey', iteration({ 'primary-funnel-key': '' })],
    ['/primarySingleMetric', 'primarySingleMetricKey', iteration({ primarySingleMetric: '' })],
    ['/metrics/0/isgroup', 'isGroup', iteration({ metrics: [{ key: 'metric', isgroup: false }] })],
    ['/metrics/0/kye', 'key', iteration({ metrics: [{ key: 'metric', kye: '' }] })],
    ['/treatments/1/allocationPercentage', 'allocationPercent', sharingWith({ allocationPercentage: '50' })],
    ['/treatments/1/baselin', 'baseline', sharingWith({ baselin: true })],
    ['/treatments/0/parameters/0/varationID', 'variationId', withParameters({ flagKey: 'flag', varationID: '' })],
    ['/flags/flag/ruleID', 'ruleId', withFlag({ ruleID: '' })],
  ])('that nearly is known, like %s, is named with the known %s', (pointer, known, body) => {
    expect(places(body)).toEqual([`unknown-property ${pointer}`]);
    expect(messages(body)[0]).toContain(` if ${known} is meant.`);
  });

  it('that resembles nothing is fine anywhere', () => {
    const news = { '': 0, _id: 1, tags: [], description: '', environment: {}, status: '', x: 1, ['y'.repeat(1e5)]: 1 };
    const parameters = [{ flagKey: 'flag', ...news }];
    expect(
      places({
        ...iteration({ metrics: [{ key: 'metric', ...news }] }),
        ...news,
        treatments: [treatment('A', { parameters, ...news }), treatment('B')],
        flags: { flag: news },
      }),
    ).toEqual([]);
  });

  it('is not looked for where the body is no object of the iteration', () => {
    expect(preflightIteration(iteration({ extra: { hypotesis: 1 }, attributes: [{ kye: 1 }] }))).toEqual([]);
    expect(preflightIteration(iteration({ hypotesis: undefined }))).toEqual([]);
  });
});

function sharingWith(changes: Body): Body {
  return iteration({ treatments: [treatment('A'), treatment('B', changes)] });
}

describe('any input whatever', () => {
  /** Leaves of any kind in the shape of an iteration. */
  const anyValue = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
  const loose = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.oneof({ weight: 9, arbitrary: fc.record<T, never>(model, { requiredKeys: [] }) }, anyValue);
  const text = fc.oneof(anyValue, fc.constantFrom('a', 'b', '50', '0.5', '__proto__', 'Fallthrough'));
  const parameter = loose({ flagKey: text, variationId: text, flagkey: anyValue });
  const treatmentLike = loose({
    name: text,
    baseline: fc.oneof(fc.boolean(), anyValue),
    allocationPercent: text,
    parameters: fc.oneof(anyValue, fc.array(parameter)),
  });
  const iterationLike = loose({
    metrics: fc.oneof(anyValue, fc.array(loose({ key: text, isGroup: text, primary: anyValue }))),
    primarySingleMetricKey: text,
    primaryFunnelKey: text,
    treatments: fc.oneof(anyValue, fc.array(treatmentLike)),
    flags: fc.oneof(anyValue, fc.json(), fc.dictionary(fc.string(), loose({ ruleId: text, ruleid: anyValue }))),
    reallocationFrequencyMillis: anyValue,
  });

  it.each([
    ['anything', fc.anything()],
    ['anything odd', fc.anything({ withSparseArray: true, withTypedArray: true, withBoxedValues: true })],
    ['what looks like an iteration', iterationLike],
  ])('does not throw, and points into %s', (_case, inputs) => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { path, pointer } of preflightIteration(input)) {
          const keys = pointer.split('/').slice(1);
          const unescaped = keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
          expect(unescaped).toEqual(path.map(String));
          expect(valueAt(path, input)).not.toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stays as it was, and gives the same advice again', () => {
    fc.assert(
      fc.property(iterationLike, (input) => {
        const before = fc.stringify(input);
        const advice = preflightIteration(input);
        expect(fc.stringify(input)).toBe(before);
        expect(preflightIteration(input)).toEqual(advice);
      }),
    );
    const sample = deepFreeze(iteration({ treatments: [treatment('B', { naem: '' })], metrics: [] }));
    expect(places(sample)).toHaveLength(5);
  });

  it('is read without the named properties of an array', () => {
    const metrics = Object.assign([{ key: 'metric' }], { extra: { primary: true }, '01': { primary: true } });
    expect(preflightIteration(iteration({ metrics }))).toEqual([]);
  });

  it('is read without what it inherits', () => {
    let calls = 0;
    const prototype = Object.defineProperty({}, 'treatments', { enumerable: true, get: () => calls++ });
    expect(preflightIteration(Object.create(prototype))).toEqual([]);
    expect(preflightIteration(Object.create(iteration({ treatments: [] })))).toEqual([]);
    expect(calls).toBe(0);
  });

  it('may throw when it is read', () => {
    const thrower = () => {
      throw new Error('not to be read');
    };
    const getter = Object.defineProperty({}, 'key', { enumerable: true, get: thrower });
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    for (const value of [getter, proxy, new Proxy({}, { ownKeys: thrower })]) {
      expect(preflightIteration(value)).toEqual([]);
      const unread = { metrics: [{ key: 'metric' }, value], flags: value };
      expect(preflightIteration(iteration(unread))).toEqual([]);
      expect(places(iteration({ treatments: [value], metrics: value }))).toContain('single-treatment /treatments');
    }
  });

  it('may be endless, huge or sparse', () => {
    const endless = iteration();
    Object.assign(endless, { metrics: [endless, { key: 'metric' }], extra: endless });
    expect(preflightIteration(endless)).toEqual([]);
    const sparse: unknown[] = [treatment('A')];
    sparse[2 ** 32 - 2] = treatment('B', { naem: '' });
    expect(places(iteration({ treatments: sparse }))).toEqual(['unknown-property /treatments/4294967294/naem']);
    expect(preflightIteration(iteration({ flags: '{"flag":'.repeat(1e5) }))).toEqual([]);
    const many = Array.from({ length: 2e5 }, () => ({ key: 'x', primary: true }));
    expect(preflightIteration({ metrics: many })).toHaveLength(2e5);
  });
});

function valueAt(path: Advice['path'], input: unknown): unknown {
  return path.reduce<unknown>((value, key) => {
    return Object.getOwnPropertyDescriptor(value, key)?.value;
  }, input);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
