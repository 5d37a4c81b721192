import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: string[];
  'x-open-enum'?: boolean;
  default?: unknown;
  deprecated?: boolean;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  const?: unknown;
  [keyword: string]: unknown;
}

interface Example {
  $ref?: string;
  value?: unknown;
}

interface MediaType {
  schema: Schema;
  examples: Record<string, Example>;
}

interface Header {
  $ref?: string;
  description?: string;
  required?: boolean;
  schema: Schema;
  example?: unknown;
}

export interface Response {
  $ref?: string;
  description: string;
  headers?: Record<string, Header>;
  content: Record<string, MediaType>;
  links?: Record<string, { operationId: string; parameters: Record<string, string>; requestBody?: unknown }>;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  deprecated?: boolean;
  externalDocs?: { url: string };
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Response>;
}

export interface Document {
  openapi: string;
  jsonSchemaDialect: string;
  info: { version: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, { parameters: Parameter[] } & { [method: string]: unknown }>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> };
}

/** The bundle that every consumer gets, read once. */
export const document: Document = JSON.parse(readFileSync('generated/openapi.json', 'utf8'));

/** Follows a `$ref` within the bundle. */
export function resolve<T extends { $ref?: string }>(node: T): T {
  if (node.$ref === undefined) return node;
  const keys = node.$ref.slice(2).split('/');
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document) as T;
}

/** An operation, and where the document has it. */
export interface PlacedOperation {
  path: string;
  method: string;
  /** The parameters of the path and of the operation. */
  parameters: Parameter[];
  operation: Operation;
}

/** Every operation by its ID, in the order of the document. */
export const operations: Record<string, PlacedOperation> = Object.fromEntries(
  Object.entries(document.paths).flatMap(([path, { parameters, ...item }]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => [
      operation.operationId,
      { path, method, operation, parameters: [...parameters, ...(operation.parameters ?? [])].map(resolve) },
    ]),
  ),
);

/** The operation of this ID. Throws when the document has none. */
export function operationOf(id: string): PlacedOperation {
  const placed = operations[id];
  if (!placed) throw new Error(`The document has no operation ${id}.`);
  return placed;
}

const createIteration = operationOf('createIteration');
export const pathTemplate = createIteration.path;
export const operation = createIteration.operation;

/** The named examples of a media type, in the document's order. */
export function examplesOf({ content }: { content: Record<string, MediaType> }): [string, unknown][] {
  const examples = Object.values(content)[0]?.examples ?? {};
  return Object.entries(examples).map(([name, example]) => [name, resolve(example).value]);
}

/** The examples of the request of an operation, by default of create iteration. */
export function requestExamplesOf({ requestBody } = operation): [string, unknown][] {
  return requestBody ? examplesOf(requestBody) : [];
}

export const requestExamples = requestExamplesOf();

/** The examples of one status, by default of create iteration. */
export function responseExamples(status: string, { responses } = operation): [string, unknown][] {
  const response = responses[status];
  return response ? examplesOf(resolve(response)) : [];
}

/** The name of the schema of a body: of the request of an operation, or of one of its responses. */
export function schemaNameOf({ content }: { content: Record<string, MediaType> }): string {
  return Object.values(content)[0]?.schema.$ref?.split('/').at(-1) ?? '';
}

// ajv-formats is CommonJS: its types and its module shape disagree under Node's resolution.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

/** A strict ajv that knows every schema of the bundle by name. */
export function compileSchemas(schemas: Record<string, Schema> = document.components.schemas): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats(ajv);
  for (const keyword of ['x-open-enum', 'x-readers-only']) ajv.addKeyword({ keyword, schemaType: 'boolean' });
  ajv.addKeyword({ keyword: 'discriminator', schemaType: 'object' });
  const text = JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/');
  ajv.addSchema({ $id: 'contract', $defs: JSON.parse(text) });
  return ajv;
}

const ajv = compileSchemas();

/** The validator of one named schema. */
export function validatorOf(name: string, from = ajv): ValidateFunction {
  return from.compile({ $ref: `contract#/$defs/${name}` });
}

/** A schema with the members of its `allOf` that have no name written into it; those that have one are left in `allOf`. */
export function withMembers(schema: Schema): Schema {
  const { allOf = [], ...own } = schema;
  const inline = allOf.filter(({ $ref }) => $ref === undefined);
  if (inline.length === 0) return schema;
  const parts = [own, ...inline];
  const named = allOf.filter(({ $ref }) => $ref !== undefined);
  return {
    ...Object.assign({}, ...parts),
    description: own['description'],
    required: parts.flatMap(({ required = [] }) => required),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    ...(named.length > 0 && { allOf: named }),
  };
}

/**
 * A copy of the schemas in which every object with named properties refuses all others. One with a title is an
 * alternative beside others, and knows its own alone.
 */
export function closedSchemas(): Record<string, Schema> {
  return JSON.parse(JSON.stringify(document.components.schemas), (_key, value) =>
    value?.type === 'object' && value.properties && !value.title ? { ...value, unevaluatedProperties: false } : value,
  );
}
