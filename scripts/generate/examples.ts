/** Writes every named example: each as a typed constant that a bundler can drop, and all by operation and name. */
import { cached, mapValues, tree } from '../lib/json.ts';
import { type Body, type ContractDocument, type Example, operationsOf } from './document.ts';
import { literal, literalType, pascalCase } from './literal.ts';

/** Returns the examples of the document as an ES module and its declarations. */
export function examples(document: ContractDocument): [code: string, declarations: string] {
  const all: NamedExample[] = [];
  const code = byOperation(document, (one) => {
    all.push(one);
    return { summary: literal(one.summary), value: one.constant };
  });
  const types = byOperation(document, ({ schema }) => `Example<${schema}>`);
  const schemas = [...new Set(all.map(({ schema }) => schema))].sort();
  const responses = mapValues(code, (_, id) => `${id}Responses`);
  const whole = mapValues(code, (one, id) => ({ ...tree(one), responses: responses[id] }));
  return [
    [
      constants(all),
      ...Object.entries(code).map(([id, one]) => `const ${id}Responses = ${literal(one.responses, String)};\n`),
      `export const responseExamples = ${literal(responses, String)};\n`,
      `export const examples = ${literal(whole, String)};\n`,
    ].join('\n'),
    `import type {\n${schemas.map((name) => `  ${name},\n`).join('')}} from './schema.d.ts';
${declarations}
${all.map(({ summary, constant, schema }) => `/** ${summary.trim()} */\nexport declare const ${constant}: ${schema};\n`).join('')}
/** Every named example, by operation. The first one of a status is its default. */
export declare const examples: ${literalType(types, String)};

/** Every named response, by operation: for who needs no request. */
export declare const responseExamples: { readonly [Id in keyof typeof examples]: (typeof examples)[Id]['responses'] };
`,
  ];
}

interface NamedExample extends Example {
  schema: string;
  /** The name of its constant, such as `createIterationRequestMinimal` or `createIteration404NotFound`. */
  constant: string;
}

/** The examples of each operation as something that is written. */
function byOperation(document: ContractDocument, write: (example: NamedExample) => unknown) {
  const byName = (bodies: Body[] = [], prefix: string) => {
    const all = bodies.flatMap(({ schema, examples }) => examples.map((example) => ({ ...example, schema })));
    return Object.fromEntries(all.map((one) => [one.name, write({ ...one, constant: prefix + pascalCase(one.name) })]));
  };
  const operations = operationsOf(document).map(({ id, request, responses }) => {
    const sent = byName(request?.bodies, `${id}Request`);
    const received = responses.map(({ status, bodies }) => [status, byName(bodies, `${id}${status}`)]);
    return [id, { request: sent, responses: Object.fromEntries(received) }] as const;
  });
  return Object.fromEntries(operations);
}

/** Operations share examples of errors: each value is written once. */
function constants(all: NamedExample[]): string {
  const written = new Map<string, string>();
  const lines = all.map(({ constant, value }) => {
    const text = literal(value);
    const first = cached(written, text, () => constant);
    return `export const ${constant} = ${first === constant ? text : first};\n`;
  });
  return lines.join('');
}

const declarations = `
/** A named example of a body. */
export interface Example<Body> {
  readonly summary: string;
  readonly value: Body;
}
`;
