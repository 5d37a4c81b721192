import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { IterationInput, IterationRep } from '../../src/index.ts';
import { shared, sharedOfRequest } from '../mock/shared.ts';
import { answerExamples, operation, requestExamples, resolve, validatorOf } from '../support/document.ts';

const requests = Object.fromEntries(requestExamples) as Record<string, IterationInput>;
const answers = Object.fromEntries(answerExamples('200')) as Record<string, IterationRep>;

/** Each answer example that has a request example of the same case, `draft-stratified` and `stratified` for one. */
const pairs = Object.keys(answers).flatMap((answer) => {
  const request = answer.replace(/^(draft|running|stopped)-/, '');
  return request === answer ? [] : [{ answer, request }];
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

  it.each(Object.entries(requests))('request %s follows the advice of the vendor', (_name, request) => {
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
    expect(answers['draft-multi-armed-bandit']?.reallocationFrequencyMillis).toBeTypeOf('number');
    expect(answers['draft-funnel-primary']?.primaryFunnel).toBeTypeOf('object');
    const documented = JSON.parse(readFileSync('test/fixtures/documented-response.json', 'utf8'));
    expect(answers['documented-sample']).toEqual(documented);
  });

  it.each(pairs)('answer $answer agrees with request $request', ({ answer, request }) => {
    expect(shared(answers[answer] as IterationRep)).toEqual(sharedOfRequest(requests[request] as IterationInput));
  });

  it('pair every answer but the documented sample with a request', () => {
    expect(pairs.map(({ request }) => request).filter((name) => !(name in requests))).toEqual([]);
    expect(pairs).toHaveLength(Object.keys(answers).length - 1);
  });
});
