import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { IterationInput, IterationRep } from '../../src/index.ts';
import {
  closedSchemas,
  compileSchemas,
  document,
  operation,
  operationOf,
  operations,
  requestExamples,
  requestExamplesOf,
  resolve,
  responseExamples,
  schemaNameOf,
  validatorOf,
} from '../support/document.ts';

const requests = Object.fromEntries(requestExamples) as Record<string, IterationInput>;
const responses = Object.fromEntries(responseExamples('200')) as Record<string, IterationRep>;

/** The cases that both sides of create iteration show. The published samples of the two do not agree with each other. */
const ours = Object.keys(requests).filter((name) => name !== 'documented-sample');

/** Every named example of a body of every operation, with the name of its schema. */
const bodies = Object.entries(operations).flatMap(([id, placed]) => {
  const { requestBody } = placed.operation;
  const sent = requestBody
    ? [{ side: 'request', body: requestBody, examples: requestExamplesOf(placed.operation) }]
    : [];
  const received = Object.entries(placed.operation.responses).map(([status, response]) => {
    return { side: status, body: resolve(response), examples: responseExamples(status, placed.operation) };
  });
  return [...sent, ...received].flatMap(({ side, body, examples }) =>
    examples.map(([name, value]) => ({ id, side, name, value, schema: schemaNameOf(body) })),
  );
});

describe('the examples', () => {
  const closed = compileSchemas(closedSchemas());

  it.each(bodies)('$id $side $name is valid, and has no property that the contract does not know', (example) => {
    expect(validatorOf(example.schema)(example.value)).toBe(true);
    const validate = validatorOf(example.schema, closed);
    expect([validate(example.value), validate.errors]).toEqual([true, null]);
  });

  it('of errors carry the code that their schema documents for the status', () => {
    const errors = bodies.filter(({ schema }) => schema.endsWith('ErrorRep'));
    expect(new Set(errors.map(({ side }) => side)).size).toBeGreaterThanOrEqual(7);
    for (const { side, schema, value } of errors) {
      const { code } = value as { code: string };
      expect(document.components.schemas[schema]?.['description']).toBe(
        `The body of a ${side} response. Its known \`code\` is \`${code}\`.`,
      );
    }
  });

  it('of headers have the type of their schema, and the version is the newest', () => {
    const headers = Object.values(operation.responses).flatMap((response) =>
      Object.values(resolve(response).headers ?? {}).map(resolve),
    );
    for (const { example } of headers) expect(Number.isSafeInteger(example)).toBe(true);
    const parameters = readFileSync('spec/components/parameters.yaml', 'utf8');
    expect(parameters).toContain("example: '20240415'");
  });

  it.each(Object.entries(operations))('of %s have the same name where they are of the same case', (_id, placed) => {
    const received = responseExamples('200', placed.operation).map(([name]) => name);
    const sent = placed.operation.requestBody ? requestExamplesOf(placed.operation).map(([name]) => name) : received;
    expect(received).toEqual(sent);
    const inPath = placed.parameters.filter((parameter) => parameter.in === 'path');
    for (const { examples = {} } of inPath) expect(Object.keys(examples)).toEqual(expect.arrayContaining(sent));
  });
});

describe('the examples of create iteration', () => {
  it('minimal has the required properties and one primary key, nothing else', () => {
    const properties = ['hypothesis', 'metrics', 'treatments', 'flags', 'primarySingleMetricKey'];
    expect(Object.keys(requests['minimal'] ?? {}).sort()).toEqual(properties.sort());
  });

  it('documented-sample is as published, but for what the schema refuses in the request', () => {
    const published = (name: string) => JSON.parse(readFileSync(`test/fixtures/documented-${name}.json`, 'utf8'));
    const { primarySingleMetricKey, ...sample } = requests['documented-sample'] as IterationInput;
    const { flags, ...request } = published('request');
    expect(sample).toEqual({ ...request, flags: JSON.parse(flags) });
    expect(sample.metrics.map(({ key }) => key)).toContain(primarySingleMetricKey);
    expect(responses['documented-sample']).toEqual(published('response'));
  });

  it.each(ours)('request %s follows the advice of the vendor', (name) => {
    const request = requests[name] as IterationInput;
    const percents = request.treatments.map(({ allocationPercent }) => Math.round(Number(allocationPercent) * 10));
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(1000);
    expect(request.treatments.filter(({ baseline }) => baseline)).toHaveLength(1);
    expect(request.treatments.length).toBeGreaterThan(1);
    const flagKeys = request.treatments.flatMap(({ parameters }) => parameters.map(({ flagKey }) => flagKey));
    expect([...new Set(flagKeys)]).toEqual(Object.keys(request.flags));
    const primary = request.primarySingleMetricKey ?? request.primaryFunnelKey;
    expect(request.metrics.map(({ key }) => key)).toContain(primary);
  });

  it.each(ours)('response %s is a draft that agrees with its request', (name) => {
    const response = responses[name] as IterationRep;
    expect(response).toMatchObject({ status: 'not_started' });
    for (const later of ['startedAt', 'endedAt', 'winningTreatmentId', 'winningReason']) {
      expect(response).not.toHaveProperty(later);
    }
    expect(sharedOfResponse(response)).toEqual(sharedOfRequest(requests[name] as IterationInput));
  });

  it('start with the draft of two treatments, which a mock responds with by default', () => {
    expect([Object.keys(requests)[0], Object.keys(responses)[0]]).toEqual(['two-treatments', 'two-treatments']);
  });

  it('show treatments by the names of the variations, which need not be those that were sent', () => {
    const names = ({ treatments = [] }: IterationInput | IterationRep) => treatments.map(({ name }) => name);
    const [sent, received] = [requests['two-treatments'], responses['two-treatments']];
    expect(names(received as IterationRep)).not.toEqual(names(sent as IterationInput));
  });

  it('cover the cases that people ask for', () => {
    expect(responses['multi-armed-bandit']?.reallocationFrequencyMillis).toBeTypeOf('number');
    expect(responses['funnel-primary']?.primaryFunnel).toBeTypeOf('object');
    expect(responses['stratified']?.covariateInfo).toBeTypeOf('object');
  });
});

describe('the links of create iteration', () => {
  const { links = {} } = resolve(operation.responses['200'] as { $ref: string; links?: Links });

  it('lead to the other operations', () => {
    const others = Object.keys(operations).filter((id) => id !== operation.operationId);
    expect(Object.values(links).map(({ operationId }) => operationId)).toEqual(others);
  });

  it.each(Object.entries(links))('%s fills in the parameters of its operation, and a valid body', (_name, link) => {
    const { parameters, operation: target } = operationOf(link.operationId);
    const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
    expect(Object.keys(link.parameters)).toEqual(expect.arrayContaining(required));
    expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(link.parameters)));
    for (const name of required) expect(link.parameters[name]).toBe(`$request.path.${name}`);
    if (target.requestBody) expect(validatorOf(schemaNameOf(target.requestBody))(link.requestBody)).toBe(true);
  });
});

type Links = Record<string, { operationId: string; parameters: Record<string, string>; requestBody?: unknown }>;

/** What a response says of the fields that it shares with a request, in the request's terms; names of treatments aside. */
function sharedOfResponse(response: IterationRep) {
  const { hypothesis, canReshuffleTraffic, randomizationUnit, attributes, reallocationFrequencyMillis } = response;
  return {
    ...{ hypothesis, canReshuffleTraffic, randomizationUnit, attributes, reallocationFrequencyMillis },
    covariateId: response.covariateInfo?.id,
    primarySingleMetricKey: response.primarySingleMetric?.key,
    primaryFunnelKey: response.primaryFunnel?.key,
    metrics: response.metrics?.map(({ key, isGroup, analysisUnit }) => {
      return { key, isGroup, analysisUnit: analysisUnit ?? undefined };
    }),
    treatments: response.treatments?.map(({ _id, name: _name, ...treatment }) => ({ ...treatment, served: _id })),
    flags: Object.entries(response.flags ?? {}).map(([key, { targetingRule, flagConfigVersion, ...flag }]) => [
      ...[key, targetingRule, flagConfigVersion, flag.notInExperimentVariationId],
    ]),
  };
}

/** The same of a request, with the documented defaults filled in. */
function sharedOfRequest(request: IterationInput): ReturnType<typeof sharedOfResponse> {
  const { hypothesis, attributes, reallocationFrequencyMillis, covariateId } = request;
  const { primarySingleMetricKey, primaryFunnelKey, canReshuffleTraffic = true, randomizationUnit = 'user' } = request;
  const baseline = request.treatments.find((treatment) => treatment.baseline)?.parameters[0]?.variationId;
  return {
    ...{
      hypothesis,
      canReshuffleTraffic,
      randomizationUnit,
      attributes: attributes && [...attributes],
      reallocationFrequencyMillis,
      covariateId,
    },
    ...{ primarySingleMetricKey, primaryFunnelKey },
    metrics: request.metrics.map(({ key, isGroup = false, analysisUnit }) => ({ key, isGroup, analysisUnit })),
    treatments: request.treatments.map(({ name: _name, ...treatment }) => {
      const parameters = [...treatment.parameters];
      return { ...treatment, parameters, served: parameters[0]?.variationId };
    }),
    flags: Object.entries(request.flags).map(([key, { ruleId, flagConfigVersion, ...flag }]) => [
      ...[key, ruleId, flagConfigVersion, flag.notInExperimentVariationId ?? baseline],
    ]),
  };
}
