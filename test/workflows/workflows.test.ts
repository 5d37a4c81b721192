/** The workflows, run by Redocly against the mock that remembers; and the collection, sent as Postman would. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createIteration200TwoTreatments, getExperiment200Running } from '../../generated/examples.js';
import { redocly } from '../../scripts/lib/redocly.ts';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { startMockServer } from '../../src/mock/server.ts';

const { treatments = [] } = createIteration200TwoTreatments;
const currentIteration = {
  ...createIteration200TwoTreatments,
  ...getExperiment200Running.currentIteration,
  treatments,
};
const running = { ...getExperiment200Running, currentIteration };
const keysOf = (experimentKey: string) => ({ projectKey: 'my-project', environmentKey: 'production', experimentKey });

describe('the workflows', () => {
  it.each([
    ['spec/workflows/experiments.arazzo.yaml', 'start-and-stop', 'new-experiment'],
    ['spec/workflows/experiments.arazzo.yaml', 'replace', running.key],
    ['generated/workflows.arazzo.yaml', 'replace', running.key],
  ])('of %s: %s passes', async (document, workflow, experimentKey) => {
    // One is the rule of a running experiment, so that the other starts on a mock of its own.
    const seed = workflow === 'replace' ? { experiments: [{ projectKey: 'my-project', experiment: running }] } : {};
    const mock = await startMockServer({ stateful: { seed } });
    const inputs = { accessToken: 'api-any', ...keysOf(experimentKey) };
    const flags = Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]);
    const server = ['--server', `openapi=${mock.url}`];
    const run = await redocly(['respect', document, '--workflow', workflow, ...server, ...flags]);
    await mock.close();
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout + run.stderr).toMatch(/Steps: (\d+) passed, \1 total/);
  });
});

interface Item {
  name: string;
  item?: Item[];
  request?: {
    method: string;
    header: { key: string; value: string }[];
    url: { raw: string; host: string[]; path: string[]; query?: { key: string; value: string }[] };
    body?: { raw: string };
  };
}

describe('the Postman collection', () => {
  const collection: { item: Item[]; variable: { key: string; value: string }[] } = JSON.parse(
    readFileSync('generated/postman.json', 'utf8'),
  );
  const values = { baseUrl: 'http://mock', ...keysOf('x') } as Record<string, string>;
  const filled = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
  const requests = collection.item.flatMap(({ name: folder, item = [] }) =>
    item.map(({ name, request }) => [folder, name, request] as const),
  );

  it.each(requests)('has in %s a request that the contract takes: %s', async (_folder, _name, request) => {
    const headers = Object.fromEntries(request?.header.map(({ key, value }) => [key, value]) ?? []);
    const response = await createMockFetch()(filled(request?.url.raw ?? ''), {
      method: request?.method ?? '',
      headers: { ...headers, authorization: 'api-any' },
      ...(request?.body && { body: request.body.raw }),
    });
    expect(response.status).toBe(200);
    const { host = [], path = [], query = [] } = request?.url ?? {};
    const search = query.map(({ key, value }) => `?${key}=${value}`).join('');
    expect(`${host.join('')}/${path.join('/')}${search}`).toBe(request?.url.raw);
  });

  it('has every operation, a variable for each key, and no token', () => {
    expect(collection.item.map(({ name }) => name)).toEqual([
      'Create iteration',
      'Get experiment',
      'Update experiment',
    ]);
    const names = ['baseUrl', 'accessToken', 'projectKey', 'environmentKey', 'experimentKey'];
    expect(collection.variable.map(({ key }) => key)).toEqual(names);
    expect(collection.variable.find(({ key }) => key === 'accessToken')?.value).toBe('');
  });
});
