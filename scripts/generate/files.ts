/** Makes the files of `generated/` from `spec/`. Redocly and the compiler, which it imports, take longer to load than to run. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { bundle } from './bundle.ts';
import { constants } from './constants.ts';
import { examples } from './examples.ts';
import { jsonSchema } from './json-schema.ts';
import { operations } from './operations.ts';
import { postman } from './postman.ts';
import { shared } from './shared.ts';
import { types } from './types.ts';
import { validators } from './validators.ts';

const notice = 'Written by `make generate` from spec/. Do not edit.';

/** Returns the text of every file, by its path. */
export async function files(): Promise<Map<string, string>> {
  const yaml = await bundle();
  const document = parse(yaml);
  const modules = Object.entries({ constants, operations, examples, shared, validators }).flatMap(([name, write]) => {
    const [code, declarations] = write(document);
    return [[`${name}.js`, inCode(code)] as const, [`${name}.d.ts`, inCode(declarations)] as const];
  });
  // The document lies beside it in generated/.
  const workflows = readFileSync('spec/workflows/experiments.arazzo.yaml', 'utf8').replace('../openapi', './openapi');
  const texts = {
    'openapi.yaml': `# ${notice}\n${yaml}`,
    'openapi.json': json(document),
    'schema.d.ts': inCode(await types(document)),
    ...Object.fromEntries(modules),
    'iteration.schema.json': json(jsonSchema(document)),
    'postman.json': json(postman(document)),
    'workflows.arazzo.yaml': `# ${notice}\n${workflows}`,
  };
  return new Map(Object.entries(texts).map(([name, text]) => [`generated/${name}`, text]));
}

const inCode = (text: string) => `/** ${notice} */\n\n${text}`;
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
