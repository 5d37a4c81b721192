/** The validators that are measured, each of the same two schemas: the built package and its peers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { document, type Schema } from '../test/support/document.ts';
import { home, schemaFile } from './peers.ts';

// CommonJS: its types and its module shape disagree under Node's resolution.
const standalone = standaloneModule as unknown as (ajv: Ajv2020, names: Record<string, string>) => string;
const folder = join(home, 'validators');
/** The baseline of all comparisons. */
export const baseline = 'ajv, standalone, inlined';

/** Whether a value matches a schema. */
export type Validate = (value: unknown) => boolean;

/** A validator as a user would have it: a module that exports one function for each schema. */
export interface Validators {
  input: Validate;
  rep: Validate;
}

/** A schema without references; open enums are open, as in the types. */
function inlined(schema: Schema): Schema {
  const target = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return JSON.parse(JSON.stringify(target), (key, value) => {
    if (value?.$ref) return inlined(value);
    if (value?.['x-open-enum'] && Array.isArray(value.enum)) return { type: value.type };
    return key === 'description' && typeof value === 'string' ? undefined : value;
  });
}

/** Writes a module for each validator, which exports `input` and `rep`, and returns its path by the validator's name. */
export function writeValidators(): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const schemas = { input: inlined(named('IterationInput')), rep: inlined(named('IterationRep')) };
  const texts = { ...own(), ...peers(schemas) };
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const path = pathOf(name);
      writeFileSync(path, text);
      return [name, path];
    }),
  );
}

const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Where the module of a validator is. */
export const pathOf = (name: string): string => resolve(folder, `${name.replaceAll(/\W+/g, '-')}.mjs`);

/** Loads what was written. */
export const loadValidators = (path: string): Promise<Validators> => import(pathToFileURL(path).href);

function own(): Record<string, string> {
  const built = resolve('dist/contract/validate.js');
  return {
    'this package': `import { validateIterationInput, validateIterationRep } from '${built}';
      export const input = (value) => validateIterationInput(value).issues === undefined;
      export const rep = (value) => validateIterationRep(value).issues === undefined;`,
  };
}

function peers(schemas: { input: Schema; rep: Schema }): Record<string, string> {
  const options = { messages: false, allowUnionTypes: true, formats: { int64: true as const } };
  const ajv = new Ajv2020({ ...options, code: { source: true, esm: true } });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema({ ...schema, $id: name });
  const json = JSON.stringify(schemas);
  return {
    [baseline]: standalone(ajv, { input: 'input', rep: 'rep' }),
    'ajv, at run time': `import { Ajv2020 } from 'ajv/dist/2020.js';
      const ajv = new Ajv2020({ messages: false, allowUnionTypes: true, formats: { int64: true } });
      const schemas = ${json};
      export const input = ajv.compile(schemas.input), rep = ajv.compile(schemas.rep);`,
    'typebox, compiled': `import { Compile } from 'typebox/schema';
      const schemas = ${json};
      const [first, second] = [Compile(schemas.input), Compile(schemas.rep)];
      export const input = (value) => first.Check(value), rep = (value) => second.Check(value);`,
    zod: `import { zIterationInput, zIterationRep } from '${generated('zod')}';
      export const input = (value) => zIterationInput.safeParse(value).success;
      export const rep = (value) => zIterationRep.safeParse(value).success;`,
    valibot: `import { safeParse } from 'valibot'; import { vIterationInput, vIterationRep } from '${generated('valibot')}';
      export const input = (value) => safeParse(vIterationInput, value).success;
      export const rep = (value) => safeParse(vIterationRep, value).success;`,
  };
}

const generated = (name: string) => resolve(schemaFile(name).replace(/\.ts$/, '.mjs'));
