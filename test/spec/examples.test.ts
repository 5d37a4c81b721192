import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { IterationInput, IterationRep } from '../../src/index.ts';
import { answerExamples, operation, pathItem, requestExamples, resolve, validatorOf } from '../support/document.ts';

const requests = Object.fromEntries(requestExamples) as Record<string, IterationInput>;
const answers = Object.fromEntries(answerExamples('200')) as Record<string, IterationRep>;

/** Each response example with the request example of its case: the one of the same name, or where it once led. */
const pairs = Object.keys(answers).flatMap((answer) => {
  const request = answer.replace(/^(running|stopped)-/, '');
  // The published samples of the two do not agree with each other.
  return request in requests && request !== 'documented-sample' ? [{ answer, request }] : [];
});

describe('the examples', () => {
  it.each(Object.keys(requests))('request %s is valid', (name) => {
    expect(validatorOf('IterationInput')(requests[name])).toBe(true);
  });

  it.each(Object.keys(answers))('answer %s is valid', (name) => {
    expect(validatorOf('IterationRep')(answers[name])).toBe(true);
  });

  it('of errors are valid and carry the documented code', () => {
    const codes = Object.entries(operation.responses)
      .filter(([status]) => status !== '200')
      .map(([status, response]) => {
        const { content } = resolve(response);
        const schema = content['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
        const [, error] = answerExamples(status)[0] ?? [];
        expect(validatorOf(schema)(error)).toBe(true);
        return [status, (error as { code: string }).code];
      });
    expect(Object.fromEntries(codes)).toEqual({
      400: 'invalid_request',
      401: 'unauthorized',
      403: 'forbidden',
      404: 'not_found',
      429: 'rate_limited',
    });
  });

  it('of headers have the type of their schema, and the version is the newest', () => {
    const headers = Object.values(operation.responses).flatMap((response) =>
      Object.values(resolve(response).headers ?? {}).map(resolve),
    );
    for (const { example } of headers) expect(Number.isSafeInteger(example)).toBe(true);
    const parameters = readFileSync('spec/components/parameters.yaml', 'utf8');
    expect(parameters).toContain("example: '20240415'");
  });

  it('minimal has the required properties and one primary key, nothing else', () => {
    const properties = ['hypothesis', 'metrics', 'treatments', 'flags', 'primarySingleMetricKey'];
    expect(Object.keys(requests['minimal'] ?? {}).sort()).toEqual(properties.sort());
  });

  it('request documented-sample is as published, but for what the schema refuses', () => {
    const { flags, ...published } = JSON.parse(readFileSync('test/fixtures/documented-request.json', 'utf8'));
    const { primarySingleMetricKey, ...sample } = requests['documented-sample'] as IterationInput;
    expect(sample).toEqual({ ...published, flags: JSON.parse(flags) });
    expect(sample.metrics.map(({ key }) => key)).toContain(primarySingleMetricKey);
  });

  const ours = Object.entries(requests).filter(([name]) => name !== 'documented-sample');
  it.each(ours)('request %s follows the advice of the vendor', (_name, request) => {
    const percents = request.treatments.map(({ allocationPercent }) => Math.round(Number(allocationPercent) * 10));
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(1000);
    expect(request.treatments.filter(({ baseline }) => baseline)).toHaveLength(1);
    expect(request.treatments.length).toBeGreaterThan(1);
    const flagKeys = request.treatments.flatMap(({ parameters }) => parameters.map(({ flagKey }) => flagKey));
    expect([...new Set(flagKeys)]).toEqual(Object.keys(request.flags));
    const primary = request.primarySingleMetricKey ?? request.primaryFunnelKey;
    expect(request.metrics.map(({ key }) => key)).toContain(primary);
  });

  it('of answers start with the draft, which is what the operation answers', () => {
    expect(Object.values(answers)[0]).toMatchObject({ status: 'not_started' });
  });

  it('of answers have the times and the winner that fit their status', () => {
    for (const [name, { status, startedAt, endedAt, winningTreatmentId, treatments }] of Object.entries(answers)) {
      if (name === 'documented-sample') continue;
      expect([name, startedAt !== undefined, endedAt !== undefined, winningTreatmentId !== undefined]).toEqual([
        name,
        status !== 'not_started',
        status === 'stopped',
        status === 'stopped',
      ]);
      if (winningTreatmentId) expect(treatments?.map(({ _id }) => _id)).toContain(winningTreatmentId);
    }
  });

  it('cover the cases that people ask for', () => {
    expect(Object.values(answers).map(({ status }) => status)).toEqual(
      expect.arrayContaining(['not_started', 'running', 'stopped']),
    );
    expect(answers['multi-armed-bandit']?.reallocationFrequencyMillis).toBeTypeOf('number');
    expect(answers['funnel-primary']?.primaryFunnel).toBeTypeOf('object');
    const documented = JSON.parse(readFileSync('test/fixtures/documented-response.json', 'utf8'));
    expect(answers['documented-sample']).toEqual(documented);
  });

  it.each(pairs)('answer $answer agrees with request $request', ({ answer, request }) => {
    expect(sharedOfResponse(answers[answer] as IterationRep)).toEqual(
      sharedOfRequest(requests[request] as IterationInput),
    );
  });

  it('have the same name where they are of the same case: in the request, the response and the path', () => {
    const names = Object.keys(requests);
    expect(Object.keys(answers)).toEqual(expect.arrayContaining(names));
    const inPath = pathItem.parameters.map(resolve).filter((parameter) => parameter.in === 'path');
    for (const { examples = {} } of inPath) expect(Object.keys(examples)).toEqual(expect.arrayContaining(names));
    expect(pairs).toHaveLength(Object.keys(answers).length - 1);
  });

  it('show treatments by the names of the variations, which need not be those that were sent', () => {
    const names = ({ treatments = [] }: IterationInput | IterationRep) => treatments.map(({ name }) => name);
    expect(names(answers['two-treatments'] as IterationRep)).not.toEqual(
      names(requests['two-treatments'] as IterationInput),
    );
  });
});

/** What a response says of the fields that it shares with a request, in the request's terms; its names of treatments aside. */
function sharedOfResponse(response: IterationRep) {
  const { hypothesis, canReshuffleTraffic, randomizationUnit, attributes, reallocationFrequencyMillis } = response;
  return {
    ...{ hypothesis, canReshuffleTraffic, randomizationUnit, attributes, reallocationFrequencyMillis },
    covariateId: response.covariateInfo?.id,
    primarySingleMetricKey: response.primarySingleMetric?.key,
    primaryFunnelKey: response.primaryFunnel?.key,
    metrics: response.metrics?.map(({ key, isGroup, analysisUnit }) => ({
      key,
      isGroup,
      analysisUnit: analysisUnit ?? undefined,
    })),
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
    ...{ hypothesis, canReshuffleTraffic, randomizationUnit, attributes, reallocationFrequencyMillis, covariateId },
    ...{ primarySingleMetricKey, primaryFunnelKey },
    metrics: request.metrics.map(({ key, isGroup = false, analysisUnit }) => ({ key, isGroup, analysisUnit })),
    treatments: request.treatments.map(({ name: _name, ...treatment }) => ({
      ...treatment,
      served: treatment.parameters[0]?.variationId,
    })),
    flags: Object.entries(request.flags).map(([key, { ruleId, flagConfigVersion, ...flag }]) => [
      ...[key, ruleId, flagConfigVersion, flag.notInExperimentVariationId ?? baseline],
    ]),
  };
}
