import {
  document,
  operations,
  type PlacedOperation,
  type Response,
  resolve,
  type Schema,
  schemaNameOf,
  withMembers,
} from './document.ts';

/**
 * A schema's property in one line, such as `integer:int64 required`, `array<TreatmentRep>` or
 * `string enum(sum|average) open`. Everything that a caller or a reader could notice is in it; descriptions are not.
 */
export function factOf(schema: Schema, required: boolean): string {
  const target = resolve(schema);
  const values = target.enum ? `enum(${target.enum.join('|')})` : '';
  const open = target['x-open-enum'] ? 'open' : '';
  const fallback = 'default' in target ? `default(${JSON.stringify(target.default)})` : '';
  const deprecated = schema.deprecated || target.deprecated ? 'deprecated' : '';
  const rest = otherKeywords(hasName(schema) ? {} : target);
  return [typeOf(schema), values, open, fallback, required ? 'required' : '', deprecated, rest]
    .filter(Boolean)
    .join(' ');
}

/** The facts of a named schema: of each property, and of the schema itself under `*` where there is more to say. */
export function factsOf(name: string): Record<string, string> {
  const schema = withMembers(document.components.schemas[name] ?? {});
  const { properties = {}, required = [] } = schema;
  const facts = Object.entries(properties).map(([key, property]) => [key, factOf(property, required.includes(key))]);
  const missing = required.filter((key) => !(key in properties)).map((key) => [key, 'required, but not a property']);
  const type = schema.type === 'object' ? '' : `type ${schema.type ?? 'any'}`;
  const own = [type, schema.deprecated ? 'deprecated' : '', otherKeywords(schema)].filter(Boolean).join(' ');
  return Object.fromEntries([...(own ? [['*', own]] : []), ...facts, ...missing]);
}

const known = new Set(
  'type format enum x-open-enum default deprecated required properties additionalProperties items description'.split(
    ' ',
  ),
);

/** What a schema says beyond the keywords above, as JSON, so that no constraint slips in unseen. */
function otherKeywords(schema: Schema): string {
  const rest = Object.entries(schema).filter(([keyword]) => !known.has(keyword) && keyword !== '$ref');
  const closed = schema.properties && 'additionalProperties' in schema ? ['additionalProperties'] : [];
  const texts = rest.map(([keyword, value]) => `${keyword} ${shortJson(value)}`);
  return [...texts, ...closed].join(' ');
}

/** JSON without prose, in which a reference is a name. */
function shortJson(value: unknown): string {
  return JSON.stringify(value, withoutProse).replace(/\{"\$ref":"#\/components\/schemas\/(\w+)"\}/g, '$1');
}

function withoutProse(key: string, value: unknown): unknown {
  return key === 'description' || key === 'title' ? undefined : value;
}

/** Whether a schema refers to more than a scalar, which is told by its name. */
function hasName(schema: Schema): boolean {
  const { properties, allOf, anyOf, oneOf } = resolve(schema);
  return schema.$ref !== undefined && (properties ?? allOf ?? anyOf ?? oneOf) !== undefined;
}

function typeOf(schema: Schema): string {
  const target = resolve(schema);
  if (hasName(schema)) return schema.$ref?.split('/').at(-1) ?? '';
  if (target.type === 'array') return `array<${target.items ? typeOf(target.items) : 'any'}>`;
  if (target.type === 'object' && target.additionalProperties) {
    return `map<string, ${typeOf(target.additionalProperties)}>`;
  }
  const type = [target.type ?? 'any'].flat().join('|');
  return target.format ? `${type}:${target.format}` : type;
}

/** The facts of the document and of each of its operations. */
export function operationFacts(): unknown {
  return {
    document: {
      openapi: document.openapi,
      jsonSchemaDialect: document.jsonSchemaDialect,
      servers: document.servers.map(({ url }) => url),
      security: document.security,
      securitySchemes: withoutDescriptions(document.components.securitySchemes),
      tags: document.tags.map(({ name }) => name),
      paths: Object.keys(document.paths),
    },
    operations: Object.fromEntries(Object.entries(operations).map(([id, placed]) => [id, factsOfOperation(placed)])),
  };
}

function factsOfOperation({ path, method, parameters, operation }: PlacedOperation): unknown {
  const { requestBody, responses, summary, externalDocs, parameters: _own, operationId: _id, ...rest } = operation;
  return {
    address: `${method} ${path}`,
    summary,
    ...withoutDescriptions(rest),
    externalDocs: externalDocs?.url,
    parameters: parameters.map(({ name, in: place, required = false, schema, ...others }) => {
      return `${place} ${name}: ${factOf(schema, required)}${otherFields(others)}`;
    }),
    ...(requestBody && { request: { required: requestBody.required, ...contentFacts(requestBody.content) } }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, reference]) => {
        const { headers = {}, content, links } = resolve(reference);
        const headerFacts = Object.entries(headers).map(([name, header]) => {
          const { required = false, schema, ...others } = resolve(header);
          return `${name}: ${factOf(schema, required)}${otherFields(others)}`;
        });
        return [
          status,
          { headers: headerFacts, ...contentFacts(content), ...(links && { links: withoutDescriptions(links) }) },
        ];
      }),
    ),
  };
}

function contentFacts(content: Response['content']): object {
  const [[mediaType, media] = ['none', undefined], ...others] = Object.entries(content);
  if (!media || others.length > 0) throw new Error('A body has one media type.');
  return { mediaType, schema: schemaNameOf({ content }), examples: Object.keys(media.examples) };
}

/** What a parameter or a header says beyond its name, place and schema, as JSON: its style, say. */
function otherFields({ description: _prose, example: _one, examples: _all, ...rest }: Record<string, unknown>): string {
  return Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
}

function withoutDescriptions<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, withoutProse));
}
