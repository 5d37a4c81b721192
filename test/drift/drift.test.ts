import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Difference } from '../../scripts/drift/cut.ts';
import { type Deviation, drift } from '../../scripts/drift/drift.ts';
import { isTree, type Tree, tree } from '../../scripts/lib/json.ts';
import { document } from '../support/document.ts';
import { describeWithVendorDocuments, vendorDocuments } from '../support/shared.ts';
import { asVendor } from '../support/vendor.ts';

const contract = document as unknown as Tree;
const path = Object.keys(document.paths)[0] ?? '';

/** A vendor's document with one thing planted. */
function vendor(plant: (schemas: { [name: string]: Tree }, operation: Tree, whole: Tree) => void): Tree {
  const whole = asVendor(contract);
  const schemas = tree(tree(whole['components'])['schemas']) as { [name: string]: Tree };
  plant(schemas, tree(tree(tree(whole['paths'])[path])['post']), whole);
  return whole;
}
const properties = (schema: Tree | undefined) => tree(schema?.['properties']) as { [name: string]: Tree };
/** Sets a field, or removes it where the value is left out. */
const put = (target: unknown, key: string, value?: unknown): void => {
  if (value === undefined) delete tree(target)[key];
  else tree(target)[key] = value;
};
const found = (plant: Parameters<typeof vendor>[0]): Difference[] => ofCreate(drift(vendor(plant), contract, []).new);
/** What differs in create iteration and around the operations; schemas that others share differ there as well. */
const ofCreate = (differences: Difference[]): Difference[] =>
  differences
    .filter(({ place }) => !/^(get|patch)Experiment:/.test(place))
    .map((one) => ({ ...one, place: one.place.replace(/^createIteration: /, '') }));

describe('the vendor says the same', () => {
  it('in OpenAPI 3.0.3, among other operations, with every default spelled out: nothing differs', () => {
    expect(drift(asVendor(contract), contract, [])).toEqual({ explained: [], new: [], stale: [] });
  });

  it('in other words, with other examples and extensions: nothing differs', () => {
    const words = vendor((schemas, operation) => {
      operation['description'] = 'Something else.';
      operation['tags'] = ['Others'];
      operation['x-beta'] = true;
      for (const schema of Object.values(schemas))
        Object.assign(schema, { description: 'Something else.', example: 1 });
    });
    expect(drift(words, contract, []).new).toEqual([]);
  });

  it('with names of its own for the parameters of the path: nothing differs', () => {
    const renamed = JSON.parse(JSON.stringify(asVendor(contract)).replaceAll('projectKey', 'project'));
    expect(drift(renamed, contract, []).new).toEqual([]);
  });
});

/** The value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('how the vendor writes it changes nothing', () => {
  const explained = ({ IterationRep, FlagRep }: { [name: string]: Tree }) => {
    put(properties(IterationRep), 'archived', { type: 'boolean' });
    put(properties(FlagRep)['targetingRule'], 'type', 'boolean');
  };
  const expected = found(explained);

  it.each<[string, (whole: Tree, item: Tree) => Tree]>([
    ['its keys in another order', (whole) => tree(reversed(whole))],
    ['its path with a slash at the end', (whole, item) => ({ ...whole, paths: { [`${path}/`]: item } })],
    [
      'its path beside others of the same shape',
      (whole, item) => {
        const others = { get: { responses: { '200': { description: 'OK' } } } };
        return { ...whole, paths: { [path.replace('projectKey', 'p')]: others, [path]: item } };
      },
    ],
    [
      'its path behind a reference',
      (whole, item) => ({
        ...whole,
        paths: { [path]: { $ref: '#/components/pathItems/Iterations' } },
        components: { ...tree(whole['components']), pathItems: { Iterations: item } },
      }),
    ],
    [
      'its servers at the operation',
      ({ servers, ...whole }, item) => ({
        ...whole,
        paths: { [path]: { ...item, post: { ...tree(item['post']), servers } } },
      }),
    ],
    ['webhooks beside it', (whole) => ({ ...whole, webhooks: { hook: { post: { responses: {} } } } })],
  ])('%s', (_, write) => {
    const whole = vendor(explained);
    const written = write(whole, tree(tree(whole['paths'])[path]));
    const differences = ofCreate(drift(written, contract, []).new);
    expect(differences).toHaveLength(expected.length);
    expect(differences).toEqual(expect.arrayContaining(expected));
  });
});

describe('what the vendor changes is found', () => {
  it.each<[string, Parameters<typeof vendor>[0], Difference[]]>([
    [
      'a type',
      ({ TreatmentInput }) =>
        Object.assign(properties(TreatmentInput)['allocationPercent'] ?? {}, { type: 'number', format: 'double' }),
      [{ place: 'Request: treatments[].allocationPercent', field: 'type', vendor: 'number', contract: 'string' }],
    ],
    [
      'a new required property',
      ({ IterationInput = {} }) => {
        properties(IterationInput)['owner'] = { type: 'string' };
        (IterationInput['required'] as string[]).push('owner');
      },
      [
        { place: 'Request: owner', only: 'vendor' },
        { place: 'Request: owner', field: 'required', vendor: true, contract: null },
      ],
    ],
    [
      'a removed value of an enum',
      ({ IterationRep }) => put(properties(IterationRep)['status'], 'enum', ['not_started', 'running']),
      [
        {
          place: 'Response 200: status',
          field: 'enum',
          vendor: ['not_started', 'running'],
          contract: ['not_started', 'running', 'stopped'],
        },
      ],
    ],
    [
      'a removed property of a response',
      ({ IterationRep }) => put(properties(IterationRep), 'startedAt'),
      [{ place: 'Response 200: startedAt', only: 'contract' }],
    ],
    [
      'a new property of a response',
      ({ IterationRep }) => put(properties(IterationRep), 'archived', { type: 'boolean' }),
      [{ place: 'Response 200: archived', only: 'vendor' }],
    ],
    [
      'null',
      ({ IterationRep }) => Object.assign(properties(IterationRep)['hypothesis'] ?? {}, { nullable: true }),
      [{ place: 'Response 200: hypothesis', field: 'type', vendor: ['null', 'string'], contract: 'string' }],
    ],
    [
      'a status',
      (_, operation) => put(operation['responses'], '409', { description: 'Conflict' }),
      [{ place: 'Response 409', only: 'vendor' }],
    ],
    [
      'a query parameter',
      (_, operation) => put(operation, 'parameters', [{ name: 'dryRun', in: 'query', schema: { type: 'boolean' } }]),
      [{ place: 'Request: query parameter dryRun', only: 'vendor' }],
    ],
    [
      'a component that two places use, at both of them',
      ({ MetricInGroupRep }) => put(properties(MetricInGroupRep), 'nameInGroup', { type: 'boolean' }),
      ['metrics[].metrics[]', 'primaryFunnel.metrics[]', 'primaryMetric.metrics[]'].map((place) => ({
        place: `Response 200: ${place}.nameInGroup`,
        field: 'type',
        vendor: 'boolean',
        contract: 'string',
      })),
    ],
    [
      'an object that loses its properties, each of them and not the object',
      ({ CovariateInfoRep }) => put(CovariateInfoRep, 'properties'),
      ['id', 'fileName', 'createdAt'].map((name) => ({
        place: `Response 200: covariateInfo.${name}`,
        only: 'contract' as const,
      })),
    ],
    [
      'a property in the place of one that is alike',
      ({ IterationInput }) => {
        put(properties(IterationInput), 'covariateKey', properties(IterationInput)['covariateId']);
        put(properties(IterationInput), 'covariateId');
      },
      [
        { place: 'Request: covariateId', only: 'contract' },
        { place: 'Request: covariateKey', only: 'vendor' },
      ],
    ],
    [
      'a second scheme of security, of whatever name',
      (_, operation, whole) => {
        put(tree(whole['components'])['securitySchemes'], 'x-token', { type: 'apiKey', in: 'header', name: 'X-Token' });
        put(operation, 'security', [{ ApiKey: [], 'x-token': [] }]);
      },
      [
        { place: 'Authentication: ApiKey and x-token', only: 'vendor' },
        { place: 'Authentication: ApiKey', only: 'contract' },
      ],
    ],
    [
      'another default server',
      (_, __, whole) => void (whole['servers'] as Tree[]).reverse(),
      [
        {
          place: 'Servers',
          field: 'default',
          vendor: 'https://app.launchdarkly.us',
          contract: 'https://app.launchdarkly.com',
        },
      ],
    ],
    [
      'the end of the deprecation',
      (_, operation) => put(operation, 'deprecated'),
      [{ place: 'Operation', field: 'deprecated', vendor: null, contract: true }],
    ],
    [
      'the operationId',
      (_, operation) => put(operation, 'operationId', 'postIteration'),
      [{ place: 'Operation', field: 'operationId', vendor: 'postIteration', contract: 'createIteration' }],
    ],
    [
      'a server',
      (_, __, whole) => void (whole['servers'] as Tree[]).pop(),
      [{ place: 'Servers: https://app.launchdarkly.us', only: 'contract' }],
    ],
    [
      'the removal of the operation',
      (_, __, whole) => put(whole['paths'], path),
      [{ place: 'Operation', only: 'contract' }],
    ],
  ])('%s', (_, plant, expected) => {
    const differences = found(plant);
    expect(differences).toHaveLength(expected.length);
    expect(differences).toEqual(expect.arrayContaining(expected));
  });
});

describe('what the vendor changes in the other operations is found', () => {
  const plantIn = (method: string, plant: (operation: Tree) => void) =>
    drift(
      vendor((_, __, whole) => plant(tree(tree(tree(whole['paths'])[path.replace('/iterations', '')])[method]))),
      contract,
      [],
    ).new;

  it.each<[string, string, (operation: Tree) => void, Difference[]]>([
    [
      'a query parameter',
      'get',
      (operation) => (operation['parameters'] = []),
      [{ place: 'getExperiment: Request: query parameter expand', only: 'contract' }],
    ],
    [
      'a status',
      'patch',
      (operation) => put(operation['responses'], '409'),
      [{ place: 'patchExperiment: Response 409', only: 'contract' }],
    ],
    [
      'a media type by its parameters, and what it holds as well',
      'patch',
      (operation) => {
        const media = Object.values(tree(tree(operation['requestBody'])['content']))[0];
        put(operation['requestBody'], 'content', { 'application/json': { ...tree(media), schema: { type: 'array' } } });
      },
      [
        {
          place: 'patchExperiment: Request',
          field: 'media type',
          vendor: 'application/json',
          contract: 'application/json; domain-model=launchdarkly.semanticpatch',
        },
        { place: 'patchExperiment: Request', field: 'type', vendor: 'array', contract: 'object' },
      ],
    ],
  ])('%s', (_, method, plant, expected) => {
    expect(plantIn(method, plant)).toEqual(expect.arrayContaining(expected));
  });

  it('the removal of one of them', () => {
    const without = vendor((_, __, whole) => put(tree(whole['paths'])[path.replace('/iterations', '')], 'patch'));
    expect(drift(without, contract, []).new).toEqual([{ place: 'patchExperiment: Operation', only: 'contract' }]);
  });

  it('a schema that all of them share, at each of its places', () => {
    const places = drift(
      vendor(({ TreatmentRep }) => put(properties(TreatmentRep), 'baseline')),
      contract,
      [],
    ).new.map(({ place }) => place);
    expect(places.toSorted()).toEqual(
      [
        'createIteration: Response 200: treatments[].baseline',
        ...['getExperiment', 'patchExperiment'].flatMap((id) =>
          ['currentIteration', 'draftIteration', 'previousIterations[]'].map(
            (iteration) => `${id}: Response 200: ${iteration}.treatments[].baseline`,
          ),
        ),
      ].toSorted(),
    );
  });
});

describe('an explanation', () => {
  const plant = ({ IterationRep }: { [name: string]: Tree }) =>
    put(properties(IterationRep), 'archived', { type: 'boolean' });
  const differences: Difference[] = [
    { place: 'createIteration: Response 200: archived', only: 'vendor' },
    {
      place:
        '{getExperiment,patchExperiment}: Response 200: {currentIteration,draftIteration,previousIterations[]}.archived',
      only: 'vendor',
    },
  ];
  const deviations: Deviation[] = [{ reason: 'Nobody reads it.', differences }];

  it('makes its difference an explained one, at every place that it stands for', () => {
    const { explained, ...rest } = drift(vendor(plant), contract, deviations);
    expect(rest).toEqual({ new: [], stale: [] });
    expect(explained).toHaveLength(7);
    expect(explained).toContainEqual({
      place: 'patchExperiment: Response 200: previousIterations[].archived',
      only: 'vendor',
      reason: 'Nobody reads it.',
    });
  });

  it('is stale at each place where its difference is gone', () => {
    expect(drift(asVendor(contract), contract, deviations).stale).toHaveLength(7);
    const { explained, stale } = drift(
      vendor(({ Experiment = {} }, _, whole) => {
        plant(tree(tree(whole['components'])['schemas']) as { [name: string]: Tree });
        put(properties(Experiment), 'draftIteration');
      }),
      contract,
      deviations,
    );
    expect(explained).toHaveLength(5);
    expect(stale.map(({ place }) => place)).toEqual([
      'getExperiment: Response 200: draftIteration.archived',
      'patchExperiment: Response 200: draftIteration.archived',
    ]);
  });

  it('fits only while both sides say what it says', () => {
    const optional: Difference = {
      place: 'createIteration: Operation',
      field: 'deprecated',
      vendor: null,
      contract: false,
    };
    const result = drift(
      vendor((_, operation) => put(operation, 'deprecated')),
      contract,
      [{ reason: '?', differences: [optional] }],
    );
    expect(result.new).toHaveLength(1);
    expect(result.stale).toHaveLength(1);
  });

  it('of a description is stale once a side says something else', () => {
    const place: Difference = {
      place: 'FlagInput.ruleId',
      field: 'description',
      vendor: 'of the variation',
      contract: 'targeting rule',
    };
    const words: Deviation[] = [{ reason: 'A rule.', differences: [place] }];
    const says = (description: string) =>
      drift(
        vendor(({ FlagInput }) => put(properties(FlagInput)['ruleId'], 'description', description)),
        contract,
        words,
      );
    expect(says('The ID of the\nvariation.')).toEqual({
      explained: [{ ...place, reason: 'A rule.' }],
      new: [],
      stale: [],
    });
    expect(says('The ID of a targeting rule.')).toEqual({
      explained: [],
      new: [],
      stale: [{ ...place, reason: 'A rule.' }],
    });
  });

  it('has a reason, and is given once', () => {
    const all: Deviation[] = parse(readFileSync('spec/deviations.yaml', 'utf8'));
    expect(all.length).toBeGreaterThan(0);
    const written = all.flatMap(({ reason, differences }) => {
      expect(reason.length).toBeGreaterThan(20);
      expect(differences.length).toBeGreaterThan(0);
      return differences.map((one) => JSON.stringify(one));
    });
    expect(new Set(written).size).toBe(written.length);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drift-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/drift/main.ts', ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('prints what is explained, new and stale, from JSON and from YAML, and fails for the last two', () => {
    const changed = vendor(({ IterationRep }) => put(properties(IterationRep), 'archived', { type: 'boolean' }));
    for (const upstream of [file('vendor.json', JSON.stringify(changed)), file('vendor.yaml', stringify(changed))]) {
      const { status, stdout, stderr } = run(upstream, '--format', 'json');
      expect(status, stderr).toBe(1);
      const printed = JSON.parse(stdout);
      expect(Object.keys(printed)).toEqual(['explained', 'new', 'stale']);
      expect(printed.new).toContainEqual({ place: 'createIteration: Response 200: archived', only: 'vendor' });
    }
    const text = run(join(folder, 'vendor.json')).stdout;
    expect(text).toContain("Response 200: archived: only in the vendor's document");
    const markdown = run(join(folder, 'vendor.json'), '--format', 'markdown').stdout;
    expect(markdown.split('\n')[0]).toMatch(/^## Drift from the vendor's document: \d+ explained, 7 new, \d+ stale$/);
  });

  it('reads a document from its URL, and tells a failure from a drift', async () => {
    const server = createServer((request, response) => {
      // A connection that stays open would keep the child that does not read the body from ending for five seconds.
      response
        .writeHead(request.url === '/openapi.json' ? 200 : 503, { connection: 'close' })
        .end(JSON.stringify(asVendor(contract)));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    // A child that is waited for synchronously would wait for this very process to respond.
    const { promise, resolve } = Promise.withResolvers<number[]>();
    const { spawn } = await import('node:child_process');
    const exits: number[] = [];
    for (const name of ['openapi.json', 'gone']) {
      spawn(process.execPath, ['scripts/drift/main.ts', `http://127.0.0.1:${port}/${name}`], { stdio: 'ignore' }).on(
        'exit',
        (code) => {
          exits.push(code ?? -1);
          if (exits.length === 2) resolve(exits);
        },
      );
    }
    expect((await promise).sort()).toEqual([1, 2]);
    server.close();
  });

  it('does not show secrets in a URL', () => {
    for (const url of ['http://user:planted@127.0.0.1:1/a', 'http://127.0.0.1:1/a?token=planted']) {
      const { status, stdout, stderr } = run(url);
      expect(status).toBe(2);
      expect(stdout + stderr).not.toContain('planted');
      expect(stderr).toContain('http://127.0.0.1:1/a');
    }
  });

  it('says what is wrong with an invalid document', () => {
    expect(run(file('broken.json', '{')).status).toBe(2);
    expect(run(file('other.json', '{"swagger": "2.0"}'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not an OpenAPI 3 document'),
    });
    expect(run(join(folder, 'absent.json')).status).toBe(2);
  });
});

describeWithVendorDocuments("the vendor's releases", () => {
  const deviations: Deviation[] = parse(readFileSync('spec/deviations.yaml', 'utf8'));
  const release = (name: string): Tree => JSON.parse(readFileSync(`${vendorDocuments}/${name}.json`, 'utf8'));
  const compare = (document: Tree) => drift(document, contract, deviations);

  it('are explained in the newest that is known, and differ in every older one', () => {
    const older = ['v22.0.0', 'v20.0.0', 'v17.2.0', 'v16.1.0', 'v14.0.0', 'v11.0.0', 'v9.0.1'];
    const { explained, ...rest } = compare(release('v24.0.0'));
    expect(rest).toEqual({ new: [], stale: [] });
    expect(explained).toHaveLength(88);
    for (const name of older) expect([name, compare(release(name)).new.length > 60]).toEqual([name, true]);
  });

  it('differ in release 23 by the five properties that release 24 added, at each of their places, and by no other', () => {
    const document = release('v24.0.0');
    const schemas = tree(tree(document['components'])['schemas']) as { [name: string]: Tree };
    for (const [name, keys] of Object.entries({
      DependentMetricOrMetricGroupRep: ['analysisType', 'analysisUnit'],
      MetricInGroupRep: ['analysisUnit'],
      MetricInput: ['analysisUnit'],
      MetricV2Rep: ['analysisUnit'],
    })) {
      for (const key of keys) put(properties(schemas[name]), key);
    }
    const { new: differences, stale } = compare(document);
    const iterations = [
      'createIteration: Response 200: ',
      ...['getExperiment', 'patchExperiment'].flatMap((id) =>
        ['currentIteration', 'draftIteration', 'previousIterations[]'].map((one) => `${id}: Response 200: ${one}.`),
      ),
    ];
    const inEach = (...places: string[]) =>
      iterations.flatMap((iteration) => places.map((one) => `${iteration}${one}`));
    const units = inEach('metrics[].analysisUnit', 'primaryMetric.analysisUnit');
    const expected = [
      'createIteration: Request: metrics[].analysisUnit',
      ...units,
      ...inEach('metrics[].analysisType', 'primaryMetric.analysisType'),
      ...inEach('metrics', 'primaryMetric.metrics', 'primaryFunnel.metrics').map(
        (place) =>
          `${place.replace(/metrics$/, place.includes('primary') ? 'metrics[]' : 'metrics[].metrics[]')}.analysisUnit`,
      ),
      ...inEach('primarySingleMetric.analysisUnit', 'secondaryMetrics[].analysisUnit'),
    ];
    expect(differences.filter(({ only }) => only !== 'contract')).toEqual([]);
    expect(differences.map(({ place }) => place).toSorted()).toEqual(expected.toSorted());
    // What is gone cannot be null.
    expect(stale.map(({ place }) => place).toSorted()).toEqual(units.toSorted());
  });

  it('show each type that is changed in a copy of the newest', () => {
    const copy = release('v24.0.0');
    const schemas = tree(tree(copy['components'])['schemas']);
    let changed = 0;
    for (const schema of Object.values(schemas)) {
      for (const property of Object.values(tree(tree(schema)['properties']))) {
        if (!isTree(property) || property['type'] !== 'string' || property['enum']) continue;
        property['type'] = 'boolean';
        changed += 1;
      }
    }
    expect(changed).toBeGreaterThan(70);
    const result = compare(copy);
    const types = result.new.filter(({ field, vendor: theirs }) => field === 'type' && theirs === 'boolean');
    expect(types.length).toBeGreaterThan(300);
    // An explanation of a type is no more true once the type moves.
    expect(result.stale.filter(({ field }) => field !== 'type')).toEqual([]);
  });
});
