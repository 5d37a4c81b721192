/** Writes what code must know of each operation: its route, and all else. A bundler keeps or drops each whole. */
import { type Body, type ContractDocument, type Operation, operationsOf } from './document.ts';
import { literal, literalType } from './literal.ts';

/** Returns the operations of the document as an ES module and its declarations. */
export function operations(document: ContractDocument): [code: string, declarations: string] {
  const all = operationsOf(document);
  const ids = all.map(({ id }) => id);
  // All that a client needs to call an operation.
  const routes = all.map(({ id, method, path }) => [`${id}Route`, { id, method, path }] as const);
  const constants = [...routes, ...all.map((operation) => [operation.id, factsOf(operation)] as const)];
  return [
    [
      ...constants.map(([name, value]) => `export const ${name} = ${literal(value)};\n`),
      `export const operations = { ${ids.join(', ')} };\n`,
    ].join('\n'),
    [
      declarations,
      ...constants.map(([name, value]) => `export declare const ${name}: ${literalType(value)};\n`),
      '/** Every operation of the contract, by its ID. */',
      `export declare const operations: {\n${ids.map((id) => `  readonly ${id}: typeof ${id};\n`).join('')}};\n`,
    ].join('\n'),
  ];
}

function factsOf({ id, method, path, deprecated, parameters, request, responses }: Operation) {
  return {
    ...{ id, method, path, deprecated },
    parameters: parameters.map(({ name, in: place, required }) => ({ name, in: place, required })),
    ...(request && { request: { required: request.required, content: contentOf(request.bodies) } }),
    responses: Object.fromEntries(
      responses.map(({ status, headers, bodies }) => {
        const types = Object.entries(headers).map(([name, { schema, required }]) => [
          name.toLowerCase(),
          { type: schema?.type, ...(required && { required }) },
        ]);
        return [status, { content: contentOf(bodies), headers: Object.fromEntries(types) }];
      }),
    ),
  };
}

/** By media type, the name of the schema. */
function contentOf(bodies: Body[]): object {
  return Object.fromEntries(bodies.map(({ mediaType, schema }) => [mediaType, schema]));
}

const declarations = `/** A body: by media type, the name of its schema. */
export type Content = { readonly [mediaType: string]: string };

/** All that a client needs to call an operation. */
export interface Route {
  readonly id: string;
  /** The method, in upper case. */
  readonly method: string;
  /** The path, with its parameters in braces. */
  readonly path: string;
}

/** What the contract says of one operation. The schemas themselves are in the validators. */
export interface Operation extends Route {
  readonly deprecated: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header' | 'cookie';
    readonly required: boolean;
  }[];
  /** Absent where the operation takes no body. */
  readonly request?: { readonly required: boolean; readonly content: Content };
  readonly responses: {
    readonly [status: number]: {
      readonly content: Content;
      /** The documented headers, by name in lower case. */
      readonly headers: { readonly [name: string]: { readonly type: string; readonly required?: true } };
    };
  };
}
`;
