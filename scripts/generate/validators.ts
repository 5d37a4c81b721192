import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';

type Json = Record<string, unknown>;

// CommonJS: its types and its module shape disagree under Node's resolution.
const standalone = standaloneModule as unknown as (ajv: Ajv2020, names: Record<string, string>) => string;

const validated = { iterationInputErrors: 'IterationInput', iterationRepErrors: 'IterationRep' };

/**
 * Returns the validators of the request and of the answer, compiled by ajv to plain code: an ES module that imports
 * nothing, and its declarations. Each object is closed in them, so that what a body holds beyond the contract is
 * reported as well; whoever calls them decides what of that is an error.
 */
export function validators(document: { components: { schemas: Json } }): [code: string, declarations: string] {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    ownProperties: true,
    strict: true,
    // The range of int64 is beyond what a number of JavaScript can tell apart, so there is nothing to check.
    formats: { int64: true },
    code: { source: true, esm: true, lines: true, optimize: 2 },
  });
  ajv.addKeyword({ keyword: 'x-open-enum', schemaType: 'boolean' });
  const text = JSON.stringify(document.components.schemas, closed).replaceAll('#/components/schemas/', '#/$defs/');
  ajv.addSchema({ $id: 'contract', $defs: JSON.parse(text) });
  const references = Object.entries(validated).map(([name, schema]) => [name, `contract#/$defs/${schema}`]);
  for (const [name, $ref] of references) ajv.addSchema({ $id: name, $ref } as Json);
  const code = standalone(ajv, Object.fromEntries(Object.keys(validated).map((name) => [name, name])));
  if (/\brequire\(|\bnew Function\b|\beval\(/.test(code)) throw new Error('The validators must be self-contained.');
  return [code.replace(/^"use strict";/, ''), declarations];
}

/** An object that names its properties reports all others; one with a title is an alternative, and knows but its own. */
function closed(key: string, value: unknown): unknown {
  if (key === 'description' && typeof value === 'string') return undefined;
  const schema = value as Json | null;
  const isWhole = schema?.['type'] === 'object' && schema['properties'] && !('title' in schema);
  return isWhole ? { ...schema, additionalProperties: false } : value;
}

const declarations = `/** What ajv reports: where, which keyword, and its details. */
export interface ValidationError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** Says whether a value satisfies a schema; \`errors\` holds what the last call found. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

${Object.entries(validated)
  .map(
    ([name, schema]) =>
      `/** Against \`${schema}\`, with every object closed. */\nexport declare const ${name}: Validator;\n`,
  )
  .join('\n')}`;
