import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { validateIterationInput } from '../../src/contract/validate.ts';
import { examples } from './files.ts';
import { command } from './terminal.ts';

type Json = Record<string, unknown>;

const path = 'generated/iteration.schema.json';
const schema = JSON.parse(readFileSync(path, 'utf8')) as Json;
const isValid = new Ajv({ strict: true, strictRequired: false, keywords: ['deprecationMessage'] }).compile(schema);

/** A value with one thing in it left out or replaced, for every place in it. */
function* broken(value: unknown): Generator<unknown> {
  for (const other of [null, 5, 1.5, 'text', true, [], {}]) yield other;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const rest = Array.isArray(value) ? value.filter((_, index) => String(index) !== key) : { ...value };
    if (!Array.isArray(rest)) delete (rest as Json)[key];
    yield rest;
    for (const part of broken((value as Json)[key])) {
      yield Array.isArray(value) ? value.with(Number(key), part) : { ...value, [key]: part };
    }
  }
}

describe('the schema for editors', () => {
  it('accepts every example, and a $schema at the top of a JSON file', () => {
    for (const example of Object.values(examples)) {
      expect(isValid(example)).toBe(true);
      expect(isValid({ $schema: 'x.json', ...(example as object) })).toBe(true);
    }
  });

  it('agrees with the validator on every value with a single fault', () => {
    const faults = Object.values(examples).flatMap((example) => [...broken(example)]);
    const judged = faults.map((fault) => [isValid(fault), !validateIterationInput(fault).issues, fault]);
    expect(judged.filter(([editor, validator]) => editor !== validator).map(([, , fault]) => fault)).toEqual([]);
    expect(judged.filter(([editor]) => !editor).length).toBeGreaterThan(500);
  });

  it('describes every property, for hovering in an editor', () => {
    const undescribed: string[] = [];
    JSON.stringify(schema, (key, value) => {
      if (key !== 'properties') return value;
      for (const [name, { description }] of Object.entries(value as Record<string, Json>)) {
        if (typeof description !== 'string') undescribed.push(name);
      }
      return value;
    });
    expect(undescribed).toEqual([]);
  });

  it('is in the package, small, where the help of validate says', async () => {
    const { exports: entries, files, name } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(entries['./iteration.schema.json']).toBe(`./${path}`);
    expect(files).toContain('generated');
    expect(readFileSync(path).length).toBeLessThan(10_000);
    const { out } = await command(['help', 'validate']);
    const named = [...out.matchAll(/\$schema(?:=|": ")([^\s"]+)/g)].map(([, place]) => place);
    expect(named).toEqual([`node_modules/${name}/${path}`, `node_modules/${name}/${path}`]);
    expect(existsSync(path)).toBe(true);
  });
});
