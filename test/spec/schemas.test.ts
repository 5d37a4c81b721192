import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { closedSchemas, compileSchemas, document, validatorOf } from '../support/document.ts';
import { describeWithReference, reference } from '../support/shared.ts';

const documented = (name: string) => JSON.parse(readFileSync(`test/fixtures/documented-${name}.json`, 'utf8'));

describe('the schemas', () => {
  it.each(Object.keys(document.components.schemas))('%s compiles in strict mode', (name) => {
    expect(validatorOf(name)).toBeTypeOf('function');
  });

  it('are types of the package under their own names, but for single values', () => {
    const names = Object.entries(document.components.schemas).flatMap(([name, { type }]) =>
      type === 'string' ? [] : [name],
    );
    const exported: string[] = readFileSync('src/index.ts', 'utf8').match(/\b\w+\b/g) ?? [];
    expect(
      names.filter((name) => !exported.includes(name)),
      'export these in src/index.ts',
    ).toEqual([]);
  });

  it('refuse an empty iteration', () => {
    expect(validatorOf('IterationInput')({})).toBe(false);
    expect(validatorOf('IterationRep')({})).toBe(false);
  });

  it('take properties that they do not name, in requests and responses', () => {
    expect(withUnknownProperties('IterationInput', documentedRequestMended())).toBe(true);
    expect(withUnknownProperties('IterationRep', documented('response'))).toBe(true);
  });

  it('take either primary key and both', () => {
    const { primarySingleMetricKey, ...rest } = documentedRequestMended();
    const validate = validatorOf('IterationInput');
    expect(validate({ ...rest, primaryFunnelKey: 'funnel' })).toBe(true);
    expect(validate({ ...rest, primarySingleMetricKey, primaryFunnelKey: 'funnel' })).toBe(true);
    expect(validate(rest)).toBe(false);
  });

  it('take what the vendor advises against but documents no refusal of', () => {
    const { treatments, ...rest } = documentedRequestMended();
    const validate = validatorOf('IterationInput');
    expect(validate({ ...rest, treatments: [], metrics: [], flags: {}, hypothesis: '' })).toBe(true);
    expect(validate({ ...rest, treatments: [{ ...treatments[0], allocationPercent: 'much' }] })).toBe(true);
  });
});

describe("the vendor's documented samples", () => {
  it('as a response: it satisfies IterationRep, with no undeclared property at any depth', () => {
    expect(validatorOf('IterationRep')(documented('response'))).toBe(true);
    const closed = validatorOf('IterationRep', compileSchemas(closedSchemas()));
    expect(closed(documented('response'))).toBe(true);
    // The closed schemas do notice: one unknown property deep down is refused.
    const strange = documented('response');
    strange.metrics[0].metrics[0].strange = true;
    expect(closed(strange)).toBe(false);
  });

  it('as a request: it fails for exactly two reasons, flags and the missing primary key', () => {
    const validate = validatorOf('IterationInput');
    expect(validate(documented('request'))).toBe(false);
    const reasons = (validate.errors ?? []).filter(({ schemaPath }) => !/anyOf\/\d/.test(schemaPath));
    expect(reasons.map(({ instancePath, keyword }) => `${keyword} at "${instancePath}"`).sort()).toEqual([
      'anyOf at ""',
      'type at "/flags"',
    ]);
    expect(validate(documentedRequestMended())).toBe(true);
  });
});

describeWithReference('the committed copies of the documented samples', () => {
  it.each(['request', 'response'])('the %s is as published', (name) => {
    expect(readFileSync(`test/fixtures/documented-${name}.json`, 'utf8')).toBe(
      readFileSync(`${reference}/documented-${name}.json`, 'utf8'),
    );
  });
});

function documentedRequestMended() {
  const { flags, ...rest } = documented('request');
  return { ...rest, flags: JSON.parse(flags), primarySingleMetricKey: rest.metrics[0].key };
}

/** Whether a value stays valid when each object in it gains a property. */
function withUnknownProperties(name: string, value: unknown): boolean {
  const grown = JSON.parse(JSON.stringify(value), (key, inner) =>
    inner?.constructor === Object && key !== 'flags' && key !== '_links' ? { ...inner, newProperty: [1] } : inner,
  );
  return validatorOf(name)(grown) as boolean;
}
