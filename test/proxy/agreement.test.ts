import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples } from '../../generated/examples.js';
import { createIteration } from '../../generated/operations.js';
import { examine } from '../../src/mock/check.ts';
import { startMockServer } from '../../src/mock/server.ts';
import { requestIssues } from '../../src/proxy/check.ts';
import { type ProxyReport, startProxyServer } from '../../src/proxy/server.ts';
import { document } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';
import { send, validRequest } from './stand-in.ts';

const json = 'application/json';
const inputSchema = document.components.schemas['IterationInput'] ?? {};
const isBreaking = (body: unknown, type?: string) => {
  const headers = ['authorization', 'api-key', ...(type === undefined ? [] : ['content-type', type])];
  const sent = Buffer.from(body === undefined ? '' : JSON.stringify(body));
  return requestIssues(createIteration, { headers, body: sent }).some(({ breaking }) => breaking);
};
const isRefused = (body: unknown, type?: string) => {
  const headers = { authorization: 'api-key', ...(type !== undefined && { 'content-type': type }) };
  const text = body === undefined ? '' : JSON.stringify(body);
  return 'message' in examine(createIteration, { method: 'POST', target: '/', headers, body: text });
};

describe('the proxy and the mock', () => {
  it('agree on which bodies break the contract: each with a single fault, and valid ones', () => {
    const faults = singleFaults(inputSchema, validRequest);
    expect(faults.length).toBeGreaterThan(50);
    for (const { title, body } of faults) {
      expect([title, isBreaking(body, json), isRefused(body, json)]).toEqual([title, true, true]);
    }
    fc.assert(
      fc.property(valuesOf(inputSchema), (drawn) => {
        const body = JSON.parse(JSON.stringify(drawn));
        expect([isBreaking(body, json), isRefused(body, json)]).toEqual([false, false]);
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

  it('agree on responses: whatever the mock says, the proxy finds nothing to report', async () => {
    const mock = await startMockServer();
    const reports: ProxyReport[] = [];
    const proxy = await startProxyServer({ upstream: mock.url, onReport: (report) => void reports.push(report) });
    const { responses } = examples.createIteration;
    const names = Object.values(responses).flatMap((named) => Object.keys(named));
    for (const prefer of ['', ...names.map((name) => `example=${name}`)])
      await send(proxy.url, { headers: { prefer } });
    await proxy.close();
    await mock.close();
    expect(reports.map(({ issues }) => issues)).toEqual(reports.map(() => []));
    expect(new Set(reports.map(({ status }) => String(status)))).toEqual(new Set(Object.keys(responses)));
  });
});
