/** The parts of the bundled document that the generators read, and how to follow its references. */

export type Json = Record<string, unknown>;

export interface Reference {
  $ref: string;
}

export interface Example {
  summary: string;
  value: unknown;
}

export interface MediaType {
  schema: Reference | Json;
  examples?: Record<string, Reference | Example>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  examples?: Record<string, Reference | Example>;
}

export interface Header {
  required?: boolean;
  schema: { type: string };
}

export interface Response {
  headers?: Record<string, Reference | Header>;
  content?: Record<string, MediaType>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  deprecated?: boolean;
  parameters?: (Reference | Parameter)[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Reference | Response>;
}

export interface ContractDocument {
  info: { title: string; version: string; summary: string };
  servers: { url: string; 'x-name': string; description: string }[];
  paths: Record<string, Json>;
  components: {
    schemas: Record<string, Json>;
    parameters: { 'LD-API-Version': { example: string } };
  };
}

/** An operation with the place where the document has it. */
export interface PlacedOperation {
  path: string;
  /** The method, in upper case as HTTP has it. */
  method: string;
  /** The parameters of the path and of the operation. */
  parameters: Parameter[];
  operation: Operation;
}

/** A mistake in `spec/` that no linter finds; its message says where. */
export class SpecMistake extends Error {}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Returns what a value refers to, or the value itself. Throws when there is nothing at the reference. */
export function resolve<T>(document: ContractDocument, value: T | Reference): T {
  if (!isReference(value)) return value as T;
  const keys = value.$ref
    .slice(2)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const target = keys.reduce<unknown>((parent, key) => (parent as Json | undefined)?.[key], document);
  if (target === undefined) throw new SpecMistake(`Nothing is at ${value.$ref}.`);
  return resolve(document, target as T | Reference);
}

/** Returns every operation, in the order of the document. */
export function operationsOf(document: ContractDocument): PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method] as Operation | undefined;
      if (!operation) return [];
      const declared = [...((item['parameters'] as Parameter[]) ?? []), ...(operation.parameters ?? [])];
      const parameters = declared.map((parameter) => resolve<Parameter>(document, parameter));
      return [{ path, method: method.toUpperCase(), parameters, operation }];
    }),
  );
}

/** Returns the name of the schema of a body. Throws when it has none: validators and types go by names. */
export function schemaNameOf({ schema }: MediaType, place: string): string {
  const name = isReference(schema) ? /^#\/components\/schemas\/([^/]+)$/.exec(schema.$ref)?.[1] : undefined;
  if (!name) throw new SpecMistake(`The body of ${place} must refer to a schema of its own file.`);
  return name;
}

/** Returns the names of the schemas of all requests, or of all responses. */
export function bodyNames(document: ContractDocument, side: 'request' | 'response'): string[] {
  const bodies = operationsOf(document).flatMap(({ operation: { operationId: id, requestBody, responses } }) => {
    const messages = side === 'request' ? [requestBody] : Object.values(responses).map((one) => resolve(document, one));
    return messages.flatMap((message) => Object.values(message?.content ?? {}).map((media) => schemaNameOf(media, id)));
  });
  return [...new Set(bodies)];
}

/** Returns the names of schemas and of all that they refer to. */
export function reachedFrom(document: ContractDocument, names: string[]): Set<string> {
  const reached = new Set(names);
  for (const name of reached) {
    const text = JSON.stringify(document.components.schemas[name] ?? {});
    for (const [, inner = ''] of text.matchAll(/"#\/components\/schemas\/([^"/]+)"/g)) reached.add(inner);
  }
  return reached;
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$ref' in value;
}
