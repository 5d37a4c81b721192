/** Writes every named example: each as a typed constant that a bundler can drop, and all by operation and name. */
import {
  type ContractDocument,
  type Example,
  type MediaType,
  operationsOf,
  resolve,
  schemaNameOf,
} from './document.ts';
import { literal, objectOf, objectTypeOf, pascalCase } from './literal.ts';

interface NamedExample extends Example {
  /** The name of its constant, such as `createIterationRequestMinimal` or `createIteration404NotFound`. */
  constant: string;
  name: string;
  schema: string;
}

/** Returns the examples of the document as an ES module and its declarations. */
export function examples(document: ContractDocument): [code: string, declarations: string] {
  const all: NamedExample[] = [];
  const code: Record<string, ReturnType<typeof tree>> = {};
  const types: Record<string, object> = {};
  for (const { operation } of operationsOf(document)) {
    const { operationId: id, requestBody, responses } = operation;
    const request = named(document, requestBody?.content, `${id}Request`);
    const byStatus = Object.entries(responses).map(([status, reference]): [string, NamedExample[]] => [
      status,
      named(document, resolve(document, reference).content, `${id}${status}`),
    ]);
    all.push(...request, ...byStatus.flatMap(([, list]) => list));
    code[id] = tree(request, byStatus, ({ summary, constant }) => ({ summary: literal(summary), value: constant }));
    types[id] = tree(request, byStatus, ({ schema }) => `Example<${schema}>`);
  }
  const ids = Object.keys(code);
  const schemas = [...new Set(all.map(({ schema }) => schema))].sort();
  return [
    [
      constants(all),
      ...ids.map((id) => `const ${id}Responses = ${objectOf(code[id]?.responses ?? {})};\n`),
      `export const responseExamples = ${objectOf(Object.fromEntries(ids.map((id) => [id, `${id}Responses`])))};\n`,
      `export const examples = ${objectOf(
        Object.fromEntries(ids.map((id) => [id, { request: code[id]?.request ?? {}, responses: `${id}Responses` }])),
      )};\n`,
    ].join('\n'),
    `import type {\n${schemas.map((name) => `  ${name},\n`).join('')}} from './schema.d.ts';
${declarations}
${all.map(({ summary, constant, schema }) => `/** ${summary.trim()} */\nexport declare const ${constant}: ${schema};\n`).join('')}
/** Every named example, by operation. The first one of a status is its default. */
export declare const examples: ${objectTypeOf(types)};

/** Every named response, by operation: for who needs no request. */
export declare const responseExamples: { readonly [Id in keyof typeof examples]: (typeof examples)[Id]['responses'] };
`,
  ];
}

function tree(request: NamedExample[], byStatus: [string, NamedExample[]][], write: (one: NamedExample) => unknown) {
  const group = (list: NamedExample[]) => Object.fromEntries(list.map((one) => [one.name, write(one)]));
  return {
    request: group(request),
    responses: Object.fromEntries(byStatus.map(([status, list]) => [status, group(list)])),
  };
}

function named(document: ContractDocument, content: Record<string, MediaType> = {}, prefix: string): NamedExample[] {
  return Object.values(content).flatMap((media) =>
    Object.entries(media.examples ?? {}).map(([name, reference]) => {
      const { summary, value } = resolve<Example>(document, reference);
      return { name, summary, value, constant: prefix + pascalCase(name), schema: schemaNameOf(media, prefix) };
    }),
  );
}

/** Operations share examples of errors: each value is written once. */
function constants(all: NamedExample[]): string {
  const written = new Map<string, string>();
  const lines = all.map(({ constant, value }) => {
    const text = literal(value);
    const first = written.get(text);
    if (!first) written.set(text, constant);
    return `export const ${constant} = ${first ?? text};\n`;
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
