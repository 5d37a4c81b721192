import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { document, operation, resolve, type Schema } from '../support/document.ts';
import { factsOf } from '../support/facts.ts';
import { describeWithReference, reference } from '../support/shared.ts';

interface VendorFact {
  type: string;
  required: boolean;
  enum?: string[];
  deprecated?: boolean;
}

/** What the vendor's page and overview say beyond its model; everything else must be equal. */
const additions: Record<string, string> = {
  'IterationInput.canReshuffleTraffic': 'boolean default(true)',
  'IterationInput.randomizationUnit': 'string default("user")',
  'MetricInput.isGroup': 'boolean default(false)',
};

function factOf(schema: string, property: string, { type, required, enum: values, deprecated }: VendorFact): string {
  const addition = additions[`${schema}.${property}`];
  if (addition) return addition;
  const isTime = /At$/.test(property) && type === 'integer';
  // The vendor says in words, of this schema alone, what null means.
  const isNullable = property === 'analysisUnit' && schema === 'DependentMetricOrMetricGroupRep';
  return [
    isTime ? 'integer:int64' : isNullable ? 'string|null' : type,
    values && `enum(${values.join('|')}) open`,
    required && 'required',
    deprecated && 'deprecated',
  ]
    .filter(Boolean)
    .join(' ');
}

describeWithReference("the vendor's model", () => {
  const { schemas } = JSON.parse(readFileSync(`${reference}/vendor-model.json`, 'utf8')) as {
    schemas: Record<string, Record<string, VendorFact>>;
  };
  const reached = reachedFrom(Object.keys(schemas));

  it('is reached in its 21 schemas', () => {
    expect(reached).toHaveLength(21);
  });

  it.each(reached)('agrees with the contract on %s, property by property', (name) => {
    const facts = Object.entries(schemas[name] ?? {}).map(([key, fact]) => [key, factOf(name, key, fact)]);
    const { '*': _own, id, ...ours } = factsOf(name);
    // The overview adds `id` to every error; the model does not know it.
    expect(name.endsWith('ErrorRep') ? ours : { ...ours, ...(id && { id }) }).toEqual(Object.fromEntries(facts));
  });

  /** The vendor's schemas that the operation's request and answers lead to. */
  function reachedFrom(names: string[]): string[] {
    const found = new Set<string>();
    const roots = [operation.requestBody, ...Object.values(operation.responses).map(resolve)];
    const queue = roots.map(({ content }) => content['application/json']?.schema.$ref?.split('/').at(-1) ?? '');
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      if (found.has(name) || !names.includes(name)) continue;
      found.add(name);
      const types = Object.values(schemas[name] ?? {}).map(({ type }) => type);
      queue.push(...types.flatMap((type) => type.match(/[A-Z]\w+/g) ?? []));
    }
    return [...found];
  }

  it('names no schema that the contract lacks', () => {
    const ours: Record<string, Schema> = document.components.schemas;
    expect(reached.filter((name) => !(name in ours))).toEqual([]);
  });
});
