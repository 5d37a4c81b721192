/** The bundled document as the generators read it: its operations, their references followed, and its schemas by name. */
import type * as OpenAPI from 'openapi-typescript';
import { below, list, own, type Tree, tree, valueAt } from '../lib/json.ts';

/** The bundled document. The linter demands servers and paths. */
export type ContractDocument = OpenAPI.OpenAPI3 & Required<Pick<OpenAPI.OpenAPI3, 'servers' | 'paths'>>;

/** A mistake in `spec/` that no linter finds; its message says where. */
export class SpecMistake extends Error {}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
type Method = (typeof methods)[number];

/** An operation, with the place where the document has it. */
export type Operation = ReturnType<typeof operationOf>;

/** A body in one of its media types, with the name of its schema. */
export type Body = ReturnType<typeof bodiesOf>[number];

/** A named example. */
export type Example = Body['examples'][number];

/** Returns every operation, in the order of the document. */
export function operationsOf(document: ContractDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => method in item).map((method) => operationOf(document, path, method, item)),
  );
}

function operationOf(document: ContractDocument, path: string, method: Method, item: OpenAPI.PathItemObject) {
  const operation = item[method] as OpenAPI.OperationObject;
  const { operationId: id = '', summary = '', description = '', deprecated = false, requestBody } = operation;
  const request = requestBody && resolve(document, requestBody);
  return {
    ...{ id, path, summary, description, deprecated },
    /** In upper case, as HTTP has it. */
    method: method.toUpperCase(),
    /** Those of the path and of the operation. */
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) => {
      const { name, in: place, required = false, examples } = resolve(document, parameter);
      return { name, in: place, required, examples: examplesOf(document, examples) };
    }),
    request: request && { required: request.required ?? false, bodies: bodiesOf(document, request.content, id) },
    responses: Object.entries(operation.responses ?? {}).map(([status, response]) => {
      const { headers = {}, content } = resolve(document, response);
      const types = Object.entries(headers).map(([name, header]) => {
        const { schema, required = false } = resolve(document, header);
        return [name.toLowerCase(), { type: schema?.type, required: required || undefined }];
      });
      return { status, headers: Object.fromEntries(types), bodies: bodiesOf(document, content, `${id} ${status}`) };
    }),
  };
}

/** Throws when a body has no named schema: validators and types go by names. */
function bodiesOf(document: ContractDocument, content: OpenAPI.RequestBodyObject['content'] = {}, place: string) {
  return Object.entries(content).map(([mediaType, media]) => {
    const { schema, examples } = media as OpenAPI.MediaTypeObject;
    const name = schemaNameOf(own(schema, '$ref'));
    if (!name) throw new SpecMistake(`The body of ${place} must refer to a schema of its own file.`);
    return { mediaType, schema: name, examples: examplesOf(document, examples) };
  });
}

function examplesOf(document: ContractDocument, examples: OpenAPI.MediaTypeObject['examples'] = {}) {
  return Object.entries(examples).map(([name, example]) => {
    const { summary = '', value } = resolve(document, example);
    return { name, summary, value: value as unknown };
  });
}

/** Returns what a value refers to, or the value itself. Throws when there is nothing at the reference. */
export function resolve<T extends object>(document: ContractDocument, value: T | OpenAPI.ReferenceObject): T {
  if (!('$ref' in value)) return value;
  const target = valueAt(document, value.$ref);
  if (target === undefined) throw new SpecMistake(`Nothing is at ${value.$ref}.`);
  return resolve(document, target as T | OpenAPI.ReferenceObject);
}

/** Returns the names of the schemas of all requests, or of all responses. */
export function bodyNames(document: ContractDocument, side: 'request' | 'response'): string[] {
  const bodies = operationsOf(document).flatMap(({ request, responses }) =>
    side === 'request' ? (request?.bodies ?? []) : responses.flatMap((response) => response.bodies),
  );
  return [...new Set(bodies.map(({ schema }) => schema))];
}

/** Returns the name of the schema that a reference leads to; undefined where it leads to none that has a name. */
export function schemaNameOf(ref: unknown): string | undefined {
  return /^#\/components\/schemas\/([^/]+)$/.exec(String(ref))?.[1];
}

/** Returns the schema of a name. */
export function schemaOf(document: ContractDocument, name: string): Tree {
  return tree(valueAt(document, below('#/components/schemas', name)));
}

/** Returns the names of schemas and of all that they refer to. */
export function reachedFrom(document: ContractDocument, names: string[]): Set<string> {
  const reached = new Set(names);
  for (const name of reached) {
    const text = JSON.stringify(schemaOf(document, name));
    for (const [, inner = ''] of text.matchAll(/"#\/components\/schemas\/([^"/]+)"/g)) reached.add(inner);
  }
  return reached;
}

/** Returns a schema with what its reference and the members of its compositions say of the same value. */
export function flattened(document: ContractDocument, schema: object): Tree {
  const target: Tree = resolve(document, { ...schema });
  const members = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => list(target[key]));
  const all = [...members.map((member) => flattened(document, tree(member))), target];
  const types = new Set(all.flatMap(({ type }) => type ?? []));
  const properties = Object.assign({}, ...all.map((one) => one['properties']));
  return Object.assign({}, ...all, { type: [...types], properties });
}

/** Returns the newest dated version of the API. */
export function apiVersionOf(document: ContractDocument): string {
  return String(valueAt(document, '#/components/parameters/LD-API-Version/example'));
}
