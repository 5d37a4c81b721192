/**
 * Measures validation: valid values against ajv's standalone code for the same schemas, references inlined, which stops at
 * the first error; and what invalid ones cost as they grow. Peers take turns in each round; prints medians and ratios.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { transformSync } from 'esbuild';
import { examples } from '../generated/examples.js';
import { driftOf, validateIterationInput, validateIterationRep } from '../src/contract/validate.ts';
import { document, type Schema } from '../test/support/document.ts';

type Validate = (value: unknown) => unknown;

// CommonJS: its types and its module shape disagree under Node's resolution.
const standalone = standaloneModule as unknown as (ajv: Ajv2020, names: Record<string, string>) => string;
const rounds = Number(process.argv[2] ?? 61);

/** A schema without references; open enums are open, as in the types. */
function inlined(schema: Schema): Schema {
  const target = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return JSON.parse(JSON.stringify(target), (key, value) => {
    if (value?.$ref) return inlined(value);
    if (value?.['x-open-enum'] && Array.isArray(value.enum)) return { type: value.type };
    return key === 'description' && typeof value === 'string' ? undefined : value;
  });
}

/** ajv's validator of a schema, and the bytes of its code, minified and gzipped. */
async function ofAjv(folder: string, name: string): Promise<{ validate: Validate; bytes: number }> {
  const ajv = new Ajv2020({
    messages: false,
    allowUnionTypes: true,
    formats: { int64: true },
    code: { source: true, esm: true },
  });
  ajv.addSchema({ ...inlined({ $ref: `#/components/schemas/${name}` }), $id: name });
  const code = standalone(ajv, { validate: name });
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  const { validate } = (await import(pathToFileURL(file).href)) as { validate: Validate };
  return { validate, bytes: gzipSync(transformSync(code, { minify: true }).code, { level: 9 }).byteLength };
}

/** The CPU of one call, in nanoseconds: of a batch of calls, each with the next value. */
function nanoseconds(validate: Validate, values: readonly unknown[]): number {
  const calls = 20_000;
  const start = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) validate(values[call % values.length]);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / calls;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Prints a table of peers on the same values; the first is the measure of the others, within each round. */
function compare(title: string, values: readonly unknown[], peers: Record<string, Validate>): void {
  const names = Object.keys(peers);
  const run = () => Object.values(peers).map((validate) => nanoseconds(validate, values));
  // The first rounds are for the compiler of the engine.
  const times = Array.from({ length: rounds + 10 }, run).slice(10);
  console.log(title);
  for (const [index, name] of names.entries()) {
    const time = median(times.map((round) => round[index] ?? Number.NaN));
    const ratio = median(times.map((round) => (round[index] ?? Number.NaN) / (round[0] ?? Number.NaN)));
    console.log(`  ${name.padEnd(24)}${time.toFixed(0).padStart(7)} ns   ratio ${ratio.toFixed(2)}`);
  }
}

/** Prints what a table with nothing but wrong entries costs, by its size. */
function growth(): void {
  console.log('Invalid requests: a table of entries that lack everything');
  for (const size of [1_000, 10_000, 100_000]) {
    const flags = Object.fromEntries(Array.from({ length: size }, (_, index) => [`flag-${index}`, {}]));
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      validateIterationInput({ flags });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    const time = median(times);
    console.log(
      `  ${String(size).padStart(7)} entries${time.toFixed(1).padStart(9)} ms   ${((time * 1e6) / size).toFixed(0)} ns an entry`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-validation-'));
try {
  const { request, responses } = examples.createIteration;
  // As a server and a client get them: parsed.
  const valuesOf = (named: object) => Object.values(named).map(({ value }) => JSON.parse(JSON.stringify(value)));
  const input = await ofAjv(folder, 'IterationInput');
  const rep = await ofAjv(folder, 'IterationRep');
  console.log(`Node ${process.version}, medians of ${rounds} rounds of 20,000 calls, one after the other`);
  compare('Valid requests, every example', valuesOf(request), { ajv: input.validate, validateIterationInput });
  compare('Valid responses, every example', valuesOf(responses[200]), {
    ajv: rep.validate,
    validateIterationRep,
    driftOf,
  });
  growth();
  console.log(
    `ajv's code for both, minified and gzipped: ${input.bytes + rep.bytes} bytes; see npm run size for ours.`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
