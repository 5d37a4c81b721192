/** Stock Prism is the judge: what it says of a request through the client, the mock says too, or there is a reason. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../generated/examples.js';
import { operations } from '../../generated/operations.js';
import type { Operation } from '../../src/contract/operations.ts';
import { createIterationClient, IterationError, type IterationInput } from '../../src/index.ts';
import { type MockServer, startMockServer } from '../../src/mock/server.ts';
import { document, operation, requestExamples, responseExamples } from '../support/document.ts';
import { valuesOf } from '../support/draw.ts';
import { singleFaults } from '../support/faults.ts';
import { type Difference, differences } from './differences.ts';
import { type StockPrism, startStockPrism } from './stock-prism.ts';

const keys = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button-color' };
const path = '/api/v2/projects/my-project/environments/production/experiments/checkout-button-color/iterations';
const inputSchema = document.components.schemas['IterationInput'] ?? {};
const valid = requestExamples[0]?.[1] as IterationInput;

let prism: StockPrism;
let mock: MockServer;
beforeAll(async () => {
  [prism, mock] = await Promise.all([startStockPrism(), startMockServer({ static: true })]);
}, 120_000);
afterAll(() => Promise.all([prism.stop(), mock.close()]));

/** What a server says of an iteration, as the client has it. */
interface Verdict {
  outcome: string;
  status: number | undefined;
  mediaType: string | null;
  /** The whole body, or the code alone of an error whose message is the mock's own. */
  body: unknown;
}

async function verdictOf(baseUrl: string, iteration: unknown, prefer = ''): Promise<Verdict> {
  let mediaType: string | null = null;
  const client = createIterationClient({
    accessToken: 'api-00000000-0000-4000-8000-000000000000',
    baseUrl,
    maxRetries: 0,
    validate: false,
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      if (prefer !== '') headers.set('prefer', prefer);
      const response = await fetch(url, { ...init, headers });
      mediaType = response.headers.get('content-type');
      return response;
    },
  });
  try {
    const body = await client.createIteration(keys, iteration as IterationInput);
    return { outcome: 'created', status: 200, mediaType, body };
  } catch (error) {
    if (!(error instanceof IterationError)) throw error;
    const { kind, outcome, status, code, message } = error;
    // What was earned is explained by the mock; what was asked for is the contract's example.
    return { outcome: `${kind} ${outcome}`, status, mediaType, body: prefer === '' ? code : [code, message] };
  }
}

const counts = { compared: 0, equal: 0 };

async function compare(title: string, iteration: unknown, prefer?: string): Promise<Verdict> {
  const [theirs, ours] = [await verdictOf(prism.url, iteration, prefer), await verdictOf(mock.url, iteration, prefer)];
  counts.compared += 1;
  expect([title, ours]).toEqual([title, theirs]);
  counts.equal += 1;
  return theirs;
}

describe('Prism and the mock, through the client', () => {
  it('refuse an empty object, which Prism would take if a schema did not compile', async () => {
    expect(await compare('{}', {})).toMatchObject({ status: 400, body: 'invalid_request' });
  });

  it('take every request example', async () => {
    for (const [name, example] of requestExamples) {
      expect(await compare(name, example)).toMatchObject({ status: 200, mediaType: 'application/json' });
    }
  });

  it('give every named response that is asked for, and every documented status', async () => {
    for (const [name] of responseExamples('200')) await compare(name, valid, `example=${name}`);
    for (const status of Object.keys(operation.responses)) {
      expect(await compare(status, valid, `code=${status}`)).toMatchObject({ status: Number(status) });
      for (const [name] of responseExamples(status)) await compare(name, valid, `code=${status}, example=${name}`);
    }
  });

  it('refuse every body with a single fault', async () => {
    const flag = { ...Object.values(valid.flags)[0], notInExperimentVariationId: 'v' };
    const metric = { ...valid.metrics[0], isGroup: false, primary: true, analysisUnit: 'user' };
    const more = { primaryFunnelKey: 'f', reallocationFrequencyMillis: 1, attributes: ['a'], covariateId: 'c' };
    const fullest = { ...valid, ...more, metrics: [metric], flags: { flag } };
    const { primaryFunnelKey: _funnel, primarySingleMetricKey: _single, ...neither } = fullest;
    const faults = [
      ...singleFaults(inputSchema, fullest),
      { title: 'flags as JSON text', body: { ...fullest, flags: JSON.stringify({ flag }) } },
      { title: 'neither primary key', body: neither },
    ];
    for (const { title, body } of faults) expect(await compare(title, body)).toMatchObject({ status: 400 });
    expect(faults.length).toBeGreaterThanOrEqual(120);
  });

  it('take every valid body that is drawn from the schema', async () => {
    const agrees = fc.asyncProperty(valuesOf(inputSchema), async (drawn) => {
      // As it is after the wire.
      const sent = JSON.parse(JSON.stringify(drawn));
      expect(await compare(JSON.stringify(sent), sent)).toMatchObject({ status: 200 });
    });
    await fc.assert(agrees, { numRuns: 300 });
  });
});

describe('Prism and the mock, through the raw client', () => {
  const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };

  /** What a server says to a request of any operation: the status, the media type, and the body of a success. */
  async function said(baseUrl: string, { method, path: template, request }: Operation, body: unknown, prefer: string) {
    const client = createIterationClient({ accessToken: 'api-any', baseUrl, maxRetries: 0, validate: false });
    const [mediaType] = Object.keys(request?.content ?? {});
    const headers = { ...(mediaType && { 'content-type': mediaType }), ...(prefer && { prefer }) };
    const call = client.raw[method as 'POST'] as (template: string, init: object) => Promise<RawResult>;
    const { response, data, error } = await call(template, { params: { path }, body, headers });
    const { code } = (error ?? {}) as { code?: string };
    return [response.status, response.headers.get('content-type'), data ?? (prefer ? error : code)];
  }

  it.each(Object.values(operations))(
    'agree on $id: its examples, its named responses, and single faults',
    async (facts) => {
      const { request, responses } = examples[facts.id] as Record<'request' | 'responses', Record<string, object>>;
      const bodies = Object.entries(request ?? {}).map(([name, { value }]: [string, { value?: unknown }]) => ({
        title: name,
        body: value,
      }));
      const [first] = bodies;
      const named = Object.entries(responses ?? {}).flatMap(([status, group]) => [
        `code=${status}`,
        ...Object.keys(group).map((name) => `code=${status}, example=${name}`),
      ]);
      const [schema] = Object.values('request' in facts ? facts.request.content : {});
      const faults = bodies.flatMap(({ title, body }) =>
        singleFaults(document.components.schemas[schema ?? ''] ?? {}, body).map((fault) => ({
          ...fault,
          title: `${title} ${fault.title}`,
        })),
      );
      const cases = [
        ...(first ? [...bodies, ...faults] : [{ title: 'no body', body: undefined }]).map((one) => ({
          ...one,
          prefer: '',
        })),
        ...named.map((prefer) => ({ title: prefer, body: first?.body, prefer })),
      ];
      for (const { title, body, prefer } of cases) {
        counts.compared += 1;
        const theirs = await said(prism.url, facts, body, prefer);
        expect([title, ...(await said(mock.url, facts, body, prefer))]).toEqual([title, ...theirs]);
        counts.equal += 1;
      }
    },
  );
});

interface RawResult {
  response: Response;
  data?: unknown;
  error?: unknown;
}

describe('Prism and the mock, where they differ', () => {
  /** What a server sends to anything at all: its status and media type, or that it does not respond. */
  async function responseOf(url: string, { method = 'POST', target = path, headers, body }: Difference) {
    const all = { authorization: 'api-key', 'content-type': 'application/json', ...headers };
    const text = method === 'GET' || method === 'DELETE' ? undefined : (body ?? JSON.stringify(valid));
    const gone = new AbortController();
    const init = { method, headers: all, signal: gone.signal, ...(text !== undefined && { body: text }) };
    const response = fetch(url + target, init).then(
      ({ status, headers: sent }) => `${status} ${(sent.get('content-type') ?? 'nothing').replace(/;.*/, '')}`,
      () => 'no response',
    );
    const outcome = await Promise.race([response, othersServed(url, gone.signal)]);
    gone.abort();
    return outcome;
  }

  /** A request hangs when a thousand others that came later have been served, whatever the speed of the machine. */
  async function othersServed(url: string, isOver: AbortSignal): Promise<string> {
    for (let count = 0; count < 1_000 && !isOver.aborted; count += 1)
      await (await fetch(`${url}/nothing`)).arrayBuffer();
    return 'no response';
  }

  it.each(differences)('do so for $title: $reason', async (difference) => {
    expect(await responseOf(prism.url, difference)).toBe(difference.prism);
    expect(await responseOf(mock.url, difference)).toBe(difference.mock);
  });

  it('do so for a path that is not percent-encoded: it ends the process of Prism', async () => {
    const target = path.replace('my-project', '%zz');
    const doomed = await startStockPrism();
    await fetch(doomed.url + target, { method: 'POST' }).catch(() => {});
    await doomed.ended;
    expect((await fetch(mock.url + target, { method: 'POST' })).status).toBe(400);
  }, 120_000);

  afterAll(() => {
    console.log(`Prism as judge: ${counts.compared} requests compared through the client, ${counts.equal} equal.`);
    console.log(
      `${differences.length + 1} kinds of request beyond the client's, on which they differ, each for a reason:`,
    );
    for (const { title, prism: theirs, mock: ours, reason } of differences) {
      console.log(`  ${title.padEnd(36)} Prism ${theirs.padEnd(28)} mock ${ours.padEnd(22)} ${reason}`);
    }
    console.log('  a path that is not percent-encoded   Prism dies');
  });
});
