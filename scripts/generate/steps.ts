/** The steps from `spec/` to `generated/`, in the order in which they need each other. */
import { globSync } from 'node:fs';
import { parse } from 'yaml';
import { constants } from './constants.ts';
import type { ContractDocument } from './document.ts';
import { examples } from './examples.ts';
import { jsonSchema } from './json-schema.ts';
import { operations } from './operations.ts';
import { postman } from './postman.ts';
import { shared } from './shared.ts';
import { validators } from './validators.ts';

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
      // It loads Redocly, and the types a compiler, which takes longer than all of a run in which nothing changed.
      const { bundle } = await import('./bundle.ts');
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
  codeStep('constants', constants),
  codeStep('operations', operations),
  codeStep('examples', examples),
  codeStep('shared', shared),
  codeStep('validators', validators),
  {
    name: 'json-schema',
    inputs: [document, 'scripts/generate/json-schema.ts'],
    outputs: ['generated/iteration.schema.json'],
    run: (input) => [jsonSchema(JSON.parse(input(document)))],
  },
  {
    name: 'postman',
    inputs: [document, 'scripts/generate/postman.ts'],
    outputs: ['generated/postman.json'],
    run: (input) => [postman(JSON.parse(input(document)))],
  },
  {
    name: 'workflows',
    inputs: [workflows],
    outputs: ['generated/workflows.arazzo.yaml'],
    // The document lies beside it in generated/.
    run: (input) => [`# ${notice}\n${input(workflows).replace('url: ../openapi.yaml', 'url: ./openapi.yaml')}`],
  },
];

/** A step that writes an ES module and its declarations from the document, in `scripts/generate/` under its own name. */
function codeStep(name: string, write: (contract: ContractDocument) => [code: string, declarations: string]): Step {
  return {
    name,
    inputs: [document, `scripts/generate/${name}.ts`],
    outputs: [`generated/${name}.js`, `generated/${name}.d.ts`],
    run: (input) => write(JSON.parse(input(document))).map((text) => `/** ${notice} */\n\n${text}`),
  };
}
