/** Writes the reference of the contract as one Markdown file, for machines and for people who prefer it. */

/** A schema, as far as the site reads it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: string[];
  default?: unknown;
  deprecated?: boolean;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: (Schema & { title?: string })[];
  oneOf?: (Schema & { title?: string })[];
  const?: unknown;
  not?: Schema;
}

interface Named {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description: string;
  schema: Schema;
}

interface Response {
  $ref?: string;
  description: string;
  headers?: Record<string, Named>;
  content: Record<string, { schema: Schema }>;
}

interface SecurityScheme {
  in: string;
  name: string;
  description: string;
}

interface Operation {
  summary: string;
  description: string;
  parameters?: Named[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, Response>;
}

/** The parts of a bundled document that the reference shows. */
export interface ContractDocument {
  info: { title: string; version: string; description: string };
  servers: { url: string; description: string }[];
  paths: Record<string, { parameters: Named[] } & { [method: string]: unknown }>;
  components: {
    schemas: Record<string, Schema>;
    headers: Record<string, Omit<Named, 'name' | 'in'>>;
    securitySchemes: Record<string, SecurityScheme>;
  };
}

type Resolve = <T extends { $ref?: string }>(node: T) => T;

/** Returns the reference as Markdown. */
export function referenceMarkdown(document: ContractDocument): string {
  const resolve: Resolve = (node) => {
    if (node.$ref === undefined) return node;
    const keys = node.$ref.slice(2).split('/');
    return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document) as typeof node;
  };
  const { info, servers, components, paths } = document;
  const operations = Object.entries(paths).flatMap(([path, { parameters, ...item }]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) =>
      operationSection(`${method.toUpperCase()} ${path}`, operation, parameters, resolve),
    ),
  );
  const headerRows = Object.entries(components.headers).map(([name, { schema, description }]) =>
    row([code(name), typeOf(schema), description]),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema, resolve));
  return [
    `# ${info.title} ${info.version}`,
    info.description,
    `## Servers\n\n${servers.map(({ url, description }) => `- ${url} ${description}`).join('\n')}`,
    `## Access\n\n${Object.values(components.securitySchemes)
      .map(({ in: place, name, description }) => `${code(name)}, in the ${place}. ${description}`)
      .join('\n')}`,
    ...operations,
    `## Headers of responses\n\n${head(['Name', 'Type', 'Description'])}${headerRows.join('\n')}`,
    `## Schemas\n\n${schemas.join('\n\n')}`,
  ]
    .map((part) => part.trim())
    .join('\n\n')
    .concat('\n');
}

function operationSection(address: string, operation: Operation, shared: Named[], resolve: Resolve): string {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  const rows = [...shared, ...parameters]
    .map(resolve)
    .map(({ name, in: place, required, schema, description: text }) =>
      row([code(name), place, required ? 'yes' : 'no', typeOf(schema), text]),
    );
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `${typeOf(schema)}, as ${code(type)}.`,
  );
  const received = Object.entries(responses).map(([status, reference]) => responseRow(status, resolve(reference)));
  return [
    `## ${summary}\n\n${code(address)}\n\n${description.trim()}`,
    `### Parameters\n\n${head(['Name', 'In', 'Required', 'Type', 'Description'])}${rows.join('\n')}`,
    ...bodies.map((body) => `### Body\n\n${body}`),
    `### Responses\n\n${head(['Status', 'Description', 'Body', 'Headers'])}${received.join('\n')}`,
  ].join('\n\n');
}

function responseRow(status: string, { description, headers = {}, content }: Response): string {
  const body = Object.values(content)[0]?.schema ?? {};
  return row([status, description, typeOf(body), Object.keys(headers).map(code).join(', ')]);
}

function schemaSection(name: string, schema: Schema, resolve: Resolve): string {
  const { description = '', allOf = [], anyOf = [], oneOf = [] } = schema;
  const members = [schema, ...allOf.filter(({ $ref }) => !$ref)];
  const properties: Record<string, Schema> = Object.assign({}, ...members.map((one) => one.properties));
  const required = members.flatMap((one) => one.required ?? []);
  const others = allOf.filter(({ $ref }) => $ref);
  const rows = Object.entries(properties).map(([key, property]) => {
    const target = resolve(property);
    const notes = [
      property.deprecated || target.deprecated ? '**Deprecated.**' : '',
      property.description ?? target.description ?? '',
      target.enum ? `Known values: ${target.enum.map(code).join(', ')}.` : '',
      'const' in target ? `Always ${code(String(target.const))}.` : '',
      target.not?.enum ? `None of ${target.not.enum.map(code).join(', ')}.` : '',
      'default' in target ? `Default: ${code(JSON.stringify(target.default))}.` : '',
    ];
    return row([code(key), typeOf(property), required.includes(key) ? 'yes' : 'no', notes.filter(Boolean).join(' ')]);
  });
  const table = rows.length > 0 ? `\n\n${head(['Property', 'Type', 'Required', 'Description'])}${rows.join('\n')}` : '';
  const rules = [
    schema.type && schema.type !== 'object' ? `Type: ${typeOf(schema)}.` : '',
    others.length > 0 ? `Must also match ${others.map(typeOf).join(' and ')}.` : '',
    anyOf.length > 0 ? `Must match at least one of:\n\n${anyOf.map(branch).join('\n')}` : '',
    oneOf.length > 0 ? `Must match one of:\n\n${oneOf.map(branch).join('\n')}` : '',
  ];
  return `### ${name}\n\n${[description.trim(), ...rules].filter(Boolean).join('\n\n')}${table}`;
}

/** One of several ways to match a schema, described by what it requires. */
function branch(schema: Schema & { title?: string }): string {
  if (schema.$ref) return `- ${typeOf(schema)}`;
  const { title = 'Otherwise', required = [], properties = {} } = schema;
  const needs = required.map((key) => `${code(key)} (${typeOf(properties[key] ?? {})})`);
  return `- ${title}: needs ${needs.join(' and ')}.`;
}

function typeOf({ $ref, type, format, items, additionalProperties }: Schema): string {
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? '';
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (type === 'array') return `list of ${items && Object.keys(items).length > 0 ? typeOf(items) : 'anything'}`;
  if (type === 'object' && additionalProperties) return `map to ${typeOf(additionalProperties)}`;
  const name = [type ?? 'anything'].flat().join(' or ');
  return format ? `${name} (${format})` : name;
}

const code = (text: string) => `\`${text}\``;
const row = (cells: string[]) =>
  `| ${cells.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
const head = (cells: string[]) => `${row(cells)}\n|${' --- |'.repeat(cells.length)}\n`;
