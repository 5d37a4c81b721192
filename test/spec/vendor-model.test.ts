import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { document, type Operation, operations, resolve, schemaNameOf } from '../support/document.ts';
import { factsOf } from '../support/facts.ts';
import { describeWithReference, reference } from '../support/shared.ts';

interface VendorFact {
  type: string;
  required: boolean | null;
  enum?: string[];
  deprecated?: boolean;
}

interface VendorOperation {
  method: string;
  path: string;
  deprecated?: boolean;
  body?: string;
  mediaType?: string;
  query?: Record<string, { fields: string[] }>;
  answers: Record<string, string>;
}

/** What the vendor's page and overview say beyond its model, and where they say it; everything else must be equal. */
const explained: Record<string, { fact: string; because: string }> = {
  'IterationInput.canReshuffleTraffic': {
    fact: 'boolean default(true)',
    because: 'Its description: defaults to true.',
  },
  'IterationInput.randomizationUnit': { fact: 'string default("user")', because: 'Its description: defaults to user.' },
  'MetricInput.isGroup': { fact: 'boolean default(false)', because: 'Its description: defaults to false.' },
  'DependentMetricOrMetricGroupRep.analysisUnit': { fact: 'string|null', because: 'Its description: if null, …' },
  'Experiment.dataSource': {
    fact: 'string enum(launchdarkly|snowflake|databricks|redshift) open',
    because: 'The document of March 2026 has all four, and the description of create experiment three.',
  },
  'ExperimentPatchInput.instructions': {
    fact: 'array<Instruction> required',
    because: 'The description of Update experiment lists the instructions; its schema has an open object.',
  },
};

function factOf(place: string, { type, required, enum: values, deprecated }: VendorFact): string {
  const known = explained[place];
  if (known) return known.fact;
  const isTime = /(At|Date)$/.test(place) && type === 'integer';
  return [
    isTime ? 'integer:int64' : type,
    values && `enum(${values.join('|')}) open`,
    required && 'required',
    deprecated && 'deprecated',
  ]
    .filter(Boolean)
    .join(' ');
}

const ours = Object.keys(operations);

describeWithReference("the vendor's model", () => {
  const model = JSON.parse(readFileSync(`${reference}/vendor-model.json`, 'utf8')) as {
    schemas: Record<string, Record<string, VendorFact>>;
    operations: Record<string, VendorOperation>;
    semanticPatchInstructions: Record<string, { deprecated?: boolean } & Record<string, VendorFact>>;
  };
  const { schemas, operations: theirs } = model;
  const { $comment: _, ...instructions } = model.semanticPatchInstructions;
  const reached = reachedFrom(
    ours.flatMap((id) => [theirs[id]?.body ?? [], ...Object.values(theirs[id]?.answers ?? {})].flat()),
  );

  it('has the operations of the contract, and but one more', () => {
    expect(Object.keys(theirs).filter((id) => !ours.includes(id))).toEqual(['createExperiment']);
    expect(ours.filter((id) => !(id in theirs))).toEqual([]);
  });

  it.each(ours)('agrees with the contract on the operation %s: address, bodies, statuses, query', (id) => {
    const { method, path, operation, parameters } = operations[id] as (typeof operations)[string];
    const { requestBody, deprecated = false, responses }: Operation = operation;
    const vendor = theirs[id] as VendorOperation;
    expect([method.toUpperCase(), path, deprecated]).toEqual([vendor.method, vendor.path, vendor.deprecated ?? false]);
    expect(requestBody && schemaNameOf(requestBody)).toEqual(vendor.body);
    if (requestBody) expect(Object.keys(requestBody.content)).toEqual([vendor.mediaType ?? 'application/json']);
    const named = Object.entries(responses).map(([status, response]) => [status, schemaNameOf(resolve(response))]);
    expect(Object.fromEntries(named)).toEqual(vendor.answers);
    const query = parameters.filter((one) => one.in === 'query');
    expect(query.map(({ name }) => name)).toEqual(Object.keys(vendor.query ?? {}));
    for (const { name, description = '' } of query) {
      const fields = [...description.matchAll(/`(\w+)`/g)].map(([, field]) => field);
      expect(fields).toEqual(vendor.query?.[name]?.fields.toSorted());
    }
  });

  it('is reached in its 32 schemas', () => {
    expect(reached).toHaveLength(32);
    expect(reached.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it.each(reached)('agrees with the contract on %s, property by property', (name) => {
    const facts = Object.entries(schemas[name] ?? {}).map(([key, fact]) => [key, factOf(`${name}.${key}`, fact)]);
    const { '*': _own, id, ...rest } = factsOf(name);
    // The overview adds `id` to every error; the model does not know it.
    expect(name.endsWith('ErrorRep') ? rest : { ...rest, ...(id && { id }) }).toEqual(Object.fromEntries(facts));
  });

  it('has no stale explanation', () => {
    const differing = Object.entries(explained).filter(([place, { fact }]) => {
      const [name = '', key = ''] = place.split('.');
      const { type, required } = schemas[name]?.[key] ?? { type: '', required: false };
      return fact !== [type, required && 'required'].filter(Boolean).join(' ');
    });
    expect(differing.map(([place]) => place)).toEqual(Object.keys(explained));
  });

  it.each(Object.entries(instructions))('agrees with the contract on the instruction %s', (kind, vendor) => {
    const { deprecated, ...parameters } = vendor;
    const facts = Object.entries(parameters).map(([key, fact]) => [key, factOf(key, fact)]);
    expect(factsOf(`${kind[0]?.toUpperCase()}${kind.slice(1)}Instruction`)).toEqual({
      ...(deprecated && { '*': 'deprecated' }),
      kind: `string required const "${kind}"`,
      ...Object.fromEntries(facts),
    });
  });

  it('has the instructions of the contract, and no other', () => {
    const { discriminator } = document.components.schemas['KnownInstruction'] as { discriminator: { mapping: object } };
    expect(Object.keys(discriminator.mapping)).toEqual(Object.keys(instructions));
  });

  /** The vendor's schemas that some of them lead to. */
  function reachedFrom(roots: string[]): string[] {
    const found = new Set<string>();
    const queue = [...roots];
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      if (found.has(name) || !(name in schemas)) continue;
      found.add(name);
      const types = Object.values(schemas[name] ?? {}).map(({ type }) => type);
      queue.push(...types.flatMap((type) => type.match(/[A-Z]\w+/g) ?? []));
    }
    return [...found];
  }
});
