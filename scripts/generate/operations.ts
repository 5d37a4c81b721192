/** Writes what code must know of each operation: its route, and all else. A bundler keeps or drops each whole. */
import {
  type ContractDocument,
  type MediaType,
  operationsOf,
  type PlacedOperation,
  resolve,
  schemaNameOf,
} from './document.ts';
import { literal, literalType } from './literal.ts';

/** Returns the operations of the document as an ES module and its declarations. */
export function operations(document: ContractDocument): [code: string, declarations: string] {
  const all = operationsOf(document).map((placed) => factsOf(document, placed));
  const ids = all.map(({ id }) => id);
  return [
    [
      ...all.map((facts) => `export const ${facts.id}Route = ${literal(routeOf(facts))};\n`),
      ...all.map((facts) => `export const ${facts.id} = ${literal(facts)};\n`),
      `export const operations = { ${ids.join(', ')} };\n`,
    ].join('\n'),
    [
      declarations,
      ...all.map((facts) => `export declare const ${facts.id}Route: ${literalType(routeOf(facts))};\n`),
      ...all.map((facts) => `export declare const ${facts.id}: ${literalType(facts)};\n`),
      '/** Every operation of the contract, by its ID. */',
      `export declare const operations: {\n${ids.map((id) => `  readonly ${id}: typeof ${id};\n`).join('')}};\n`,
    ].join('\n'),
  ];
}

/** All that a client needs to call an operation. */
function routeOf({ id, method, path }: { id: string; method: string; path: string }) {
  return { id, method, path };
}

function factsOf(document: ContractDocument, { path, method, parameters, operation }: PlacedOperation) {
  const { operationId: id, deprecated = false, requestBody, responses } = operation;
  const statuses = Object.entries(responses).map(([status, reference]) => {
    const { headers = {}, content = {} } = resolve(document, reference);
    const types = Object.entries(headers).map(([name, header]) => {
      const { schema, required } = resolve(document, header);
      return [name.toLowerCase(), { type: schema.type, ...(required && { required }) }];
    });
    return [status, { content: schemasOf(content, `${id} ${status}`), headers: Object.fromEntries(types) }];
  });
  return {
    id,
    method,
    path,
    deprecated,
    parameters: parameters.map(({ name, in: place, required = false }) => ({ name, in: place, required })),
    ...(requestBody && {
      request: { required: requestBody.required ?? false, content: schemasOf(requestBody.content, `${id}'s request`) },
    }),
    responses: Object.fromEntries(statuses),
  };
}

/** By media type, the name of the schema. */
function schemasOf(content: Record<string, MediaType>, place: string): Record<string, string> {
  return Object.fromEntries(Object.entries(content).map(([type, media]) => [type, schemaNameOf(media, place)]));
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
