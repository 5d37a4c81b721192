/**
 * The steps from `spec/` to `generated/`, in the order in which they need each other. Each loads its code when it runs:
 * Redocly and a compiler take longer to load than all of a run in which nothing changed.
 */
import { globSync } from 'node:fs';
import type { ContractDocument } from './document.ts';

/** One step. `run` gets each input's text by path and returns each output's text, in order. */
export interface Step {
  name: string;
  inputs: string[];
  outputs: string[];
  run(input: (path: string) => string): string[] | Promise<string[]>;
}

const notice = 'Written by `make generate` from spec/. Do not edit.';
const document = 'generated/openapi.json';
const workflows = 'spec/workflows/experiments.arazzo.yaml';
const lockfile = 'package-lock.json';

export const steps: Step[] = [
  {
    name: 'bundle',
    get inputs() {
      const spec = globSync(['spec/openapi.yaml', 'spec/{paths,components}/**/*.yaml']).sort();
      return [...spec, lockfile, 'scripts/generate/bundle.ts'];
    },
    outputs: ['generated/openapi.yaml', document],
    run: async () => {
      const [{ parse }, { bundle }] = await Promise.all([import('yaml'), import('./bundle.ts')]);
      const yaml = await bundle();
      return [`# ${notice}\n${yaml}`, `${JSON.stringify(parse(yaml), null, 2)}\n`];
    },
  },
  {
    name: 'types',
    inputs: [document, lockfile, 'scripts/generate/types.ts'],
    outputs: ['generated/schema.d.ts'],
    run: async (input) => {
      const { types } = await import('./types.ts');
      return [`/** ${notice} */\n\n${await types(JSON.parse(input(document)))}`];
    },
  },
  codeStep('constants'),
  codeStep('operations'),
  codeStep('examples'),
  codeStep('shared'),
  codeStep('validators'),
  {
    name: 'json-schema',
    inputs: [document, 'scripts/generate/json-schema.ts'],
    outputs: ['generated/iteration.schema.json'],
    run: async (input) => {
      const { jsonSchema } = await import('./json-schema.ts');
      return [jsonSchema(JSON.parse(input(document)))];
    },
  },
  {
    name: 'postman',
    inputs: [document, 'scripts/generate/postman.ts'],
    outputs: ['generated/postman.json'],
    run: async (input) => {
      const { postman } = await import('./postman.ts');
      return [postman(JSON.parse(input(document)))];
    },
  },
  {
    name: 'workflows',
    inputs: [workflows],
    outputs: ['generated/workflows.arazzo.yaml'],
    // The document lies beside it in generated/.
    run: (input) => [`# ${notice}\n${input(workflows).replace('url: ../openapi.yaml', 'url: ./openapi.yaml')}`],
  },
];

/** A step that writes an ES module and its declarations from the document, by the function of its name in its file. */
function codeStep(name: string): Step {
  return {
    name,
    inputs: [document, `scripts/generate/${name}.ts`],
    outputs: [`generated/${name}.js`, `generated/${name}.d.ts`],
    run: async (input) => {
      const { [name]: write } = (await import(`./${name}.ts`)) as Record<string, Writer>;
      const texts = write?.(JSON.parse(input(document))) ?? [];
      return texts.map((text) => `/** ${notice} */\n\n${text}`);
    },
  };
}

type Writer = (contract: ContractDocument) => [code: string, declarations: string];
