import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples } from '../../generated/examples.js';
import { startMockServer } from '../../src/mock/server.ts';
import { bodyViolations } from '../../src/mock/violations.ts';
import { requestFindings } from '../../src/proxy/check.ts';
import { errorDriftOf } from '../../src/proxy/error-body.ts';
import { type ProxyReport, startProxyServer } from '../../src/proxy/server.ts';
import { document, operation, resolve, validatorOf } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';
import { send, validRequest } from './stand-in.ts';

const inputSchema = document.components.schemas['IterationInput'] ?? {};
const isBreaking = (body: unknown, type?: string) => {
  const headers = type === undefined ? [] : ['content-type', type];
  const sent = Buffer.from(body === undefined ? '' : JSON.stringify(body));
  return requestFindings({ headers, body: sent }).some(({ breaking }) => breaking);
};
const isRefused = (body: unknown, type?: string) => {
  const headers = type === undefined ? {} : { 'content-type': type };
  return bodyViolations({ headers, body }).length > 0;
};

describe('the proxy and the mock', () => {
  it('agree on which bodies break the contract: each with a single fault, and valid ones', () => {
    const faults = singleFaults(inputSchema, validRequest);
    expect(faults.length).toBeGreaterThan(50);
    for (const { title, body } of faults) {
      expect([title, isBreaking(body), isRefused(body)]).toEqual([title, true, true]);
    }
    fc.assert(
      fc.property(valuesOf(inputSchema), (drawn) => {
        const body = JSON.parse(JSON.stringify(drawn));
        expect([isBreaking(body), isRefused(body)]).toEqual([false, false]);
      }),
    );
  });

  it.each([
    undefined,
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/vnd.x+json',
    'text/json',
    'text/plain;application/json',
    '',
  ])('agree on the media type %s', (type) => {
    expect(isBreaking(validRequest, type)).toBe(isRefused(validRequest, type));
  });

  it('agree on answers: whatever the mock says, the proxy finds nothing to report', async () => {
    const mock = await startMockServer();
    const reports: ProxyReport[] = [];
    const proxy = await startProxyServer({ upstream: mock.url, onReport: (report) => void reports.push(report) });
    const { responses } = examples.createIteration;
    const names = Object.values(responses).flatMap((named) => Object.keys(named));
    for (const prefer of ['', ...names.map((name) => `example=${name}`)])
      await send(proxy.url, { headers: { prefer } });
    await proxy.close();
    await mock.close();
    expect(reports.map(({ findings }) => findings)).toEqual(reports.map(() => []));
    expect(new Set(reports.map(({ status }) => String(status)))).toEqual(new Set(Object.keys(responses)));
  });
});

describe('what the proxy takes for granted', () => {
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, resolve(response)] as const,
  );
  const errors = responses.filter(([status]) => status !== '200');

  it('is so in the contract: every documented header is an integer that may be absent', () => {
    const headers = responses.flatMap(([, response]) => Object.values(response.headers ?? {}).map(resolve));
    expect(headers.length).toBeGreaterThan(0);
    for (const { schema, required } of headers) expect([schema.type, required]).toEqual(['integer', undefined]);
  });

  it('is so in the contract: every answer is application/json', () => {
    for (const [, { content }] of responses) expect(Object.keys(content)).toEqual(['application/json']);
  });

  it('is so in the contract: every error body is one that the proxy takes, and no other', () => {
    const bodies = [
      ...[null, [], 'text', 7, {}, { code: 'x' }, { message: 'x' }, { code: 'x', message: 'y' }],
      ...[
        { code: null, message: 'y' },
        { code: 'x', message: 7 },
        { code: 'x', message: 'y', id: 'z', more: {} },
      ],
      ...[{ code: 'x', message: 'y', id: null }, { code: {}, message: [], id: 1 }, { error: { code: 'x' } }],
    ];
    for (const [status, { content }] of errors) {
      const validate = validatorOf(content['application/json']?.schema.$ref?.split('/').at(-1) ?? '');
      const verdicts = bodies.map((body) => [status, body, errorDriftOf(body).issues.length === 0]);
      expect(verdicts).toEqual(bodies.map((body) => [status, body, validate(body)]));
    }
    expect(errors).toHaveLength(5);
  });
});
