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

interface Response {
  $ref?: string;
  description: string;
  headers?: Record<string, Header>;
  content: Record<string, MediaType>;
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
  requestBody: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Response>;
}

export interface Document {
  openapi: string;
  jsonSchemaDialect: string;
  info: { version: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, unknown> & { parameters: Parameter[]; post: Operation }>;
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

export const pathTemplate = Object.keys(document.paths)[0] ?? '';
export const pathItem = Object.values(document.paths)[0] as Document['paths'][string];
export const operation: Operation = pathItem.post;

/** The named examples of a media type, in the document's order. */
export function examplesOf({ content }: { content: Record<string, MediaType> }): [string, unknown][] {
  const examples = content['application/json']?.examples ?? {};
  return Object.entries(examples).map(([name, example]) => [name, resolve(example).value]);
}

export const requestExamples = examplesOf(operation.requestBody);

/** The examples of one status. */
export function answerExamples(status: string): [string, unknown][] {
  const response = operation.responses[status];
  return response ? examplesOf(resolve(response)) : [];
}

// ajv-formats is CommonJS: its types and its module shape disagree under Node's resolution.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

/** A strict ajv that knows every schema of the bundle by name. */
export function compileSchemas(schemas: Record<string, Schema> = document.components.schemas): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats(ajv);
  ajv.addKeyword({ keyword: 'x-open-enum', schemaType: 'boolean' });
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

/** A copy of the schemas in which every object with named properties refuses all others. */
export function closedSchemas(): Record<string, Schema> {
  return JSON.parse(JSON.stringify(document.components.schemas), (_key, value) =>
    value?.type === 'object' && value.properties ? { ...value, unevaluatedProperties: false } : value,
  );
}
