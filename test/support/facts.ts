import { document, type Operation, operation, pathItem, resolve, type Schema, withMembers } from './document.ts';

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
  const rest = otherKeywords(target.properties && schema.$ref ? {} : target);
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
  const own = [schema.type === 'object' ? '' : `type ${schema.type ?? 'any'}`, otherKeywords(schema)]
    .filter(Boolean)
    .join(' ');
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
  const texts = rest.map(([keyword, value]) => `${keyword} ${JSON.stringify(value, withoutProse)}`);
  return [...texts, ...closed].join(' ');
}

function withoutProse(key: string, value: unknown): unknown {
  return key === 'description' || key === 'title' ? undefined : value;
}

function typeOf(schema: Schema): string {
  const target = resolve(schema);
  if (target.properties && schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (target.type === 'array') return `array<${target.items ? typeOf(target.items) : 'any'}>`;
  if (target.type === 'object' && target.additionalProperties) {
    return `map<string, ${typeOf(target.additionalProperties)}>`;
  }
  const type = [target.type ?? 'any'].flat().join('|');
  return target.format ? `${type}:${target.format}` : type;
}

/** The facts of the operation and of the document around it. */
export function operationFacts(): unknown {
  const { requestBody, responses, summary: _prose, externalDocs, ...rest } = operation;
  return {
    document: {
      openapi: document.openapi,
      jsonSchemaDialect: document.jsonSchemaDialect,
      servers: document.servers.map(({ url }) => url),
      security: document.security,
      securitySchemes: withoutDescriptions(document.components.securitySchemes),
      tags: document.tags.map(({ name }) => name),
      paths: Object.keys(document.paths),
      methods: Object.keys(pathItem).filter((key) => key !== 'parameters'),
    },
    operation: { ...withoutDescriptions(rest), externalDocs: externalDocs?.url },
    parameters: pathItem.parameters.map((parameter) => {
      const { name, in: place, required = false, schema, ...rest } = resolve(parameter);
      return `${place} ${name}: ${factOf(schema, required)}${otherFields(rest)}`;
    }),
    request: {
      required: requestBody.required,
      content: contentFacts(requestBody.content),
    },
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const { headers = {}, content } = resolve(response);
        const headerFacts = Object.entries(headers).map(([name, header]) => {
          const { required = false, schema, ...rest } = resolve(header);
          return `${name}: ${factOf(schema, required)}${otherFields(rest)}`;
        });
        return [status, { headers: headerFacts, content: contentFacts(content) }];
      }),
    ),
  };
}

function contentFacts(content: Operation['requestBody']['content']): unknown {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, { schema, examples }]) => [
      mediaType,
      { schema: schema.$ref?.split('/').at(-1), examples: Object.keys(examples) },
    ]),
  );
}

/** What a parameter or a header says beyond its name, place and schema, as JSON: its style, say. */
function otherFields({ description: _prose, example: _one, examples: _all, ...rest }: Record<string, unknown>): string {
  return Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
}

function withoutDescriptions<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, withoutProse));
}
