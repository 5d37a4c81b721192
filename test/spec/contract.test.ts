import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { document } from '../support/document.ts';
import { factsOf, operationFacts } from '../support/facts.ts';

const { schemas, ...expected } = parse(readFileSync('test/fixtures/contract.yaml', 'utf8'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the bundled contract', () => {
  it('has the operations, parameters, responses and headers that are written down', () => {
    expect(operationFacts()).toEqual(expected);
  });

  it('has the schemas that are written down, and no other', () => {
    expect(Object.keys(document.components.schemas).sort()).toEqual(Object.keys(schemas).sort());
  });

  it.each(Object.keys(schemas))('says of %s what is written down', (name) => {
    expect(factsOf(name)).toEqual(schemas[name]);
  });

  it('has the version of the package', () => {
    expect(document.info.version).toBe(manifest.version);
  });
});
