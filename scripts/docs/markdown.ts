interface Schema {
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

/** The parts of a bundled document that the reference tells. */
export interface ContractDocument {
  info: { title: string; version: string; description: string };
  servers: { url: string; description: string }[];
  paths: Record<string, { parameters: Named[]; post: { description: string; responses: Record<string, Response> } }>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, SecurityScheme> };
}

/** Returns the reference as Markdown, for machines and for people who like to read it so. */
export function referenceMarkdown(document: ContractDocument): string {
  const resolve = <T extends { $ref?: string }>(node: T): T => {
    if (node.$ref === undefined) return node;
    const keys = node.$ref.slice(2).split('/');
    return keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document) as T;
  };
  const [[path, { parameters, post }] = ['', undefined as never]] = Object.entries(document.paths);
  const { info, servers, components } = document;
  const parameterRows = parameters
    .map(resolve)
    .map(({ name, in: place, required, schema, description }) =>
      row([code(name), place, required ? 'yes' : 'no', typeOf(schema), description]),
    );
  const answers = Object.entries(post.responses).map(([status, reference]) => {
    const { description, headers = {}, content } = resolve(reference);
    const body = Object.values(content)[0]?.schema ?? {};
    const rows = Object.entries(headers).map(([name, header]) => {
      const { schema, description: text } = resolve(header);
      return row([code(name), typeOf(schema), text]);
    });
    const table = rows.length > 0 ? `\n\n${head(['Header', 'Type', 'Description'])}${rows.join('\n')}` : '';
    return `### ${status}\n\n${description} Body: ${typeOf(body)}.${table}`;
  });
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema, resolve));
  return [
    `# ${info.title} ${info.version}`,
    info.description,
    `## Servers\n\n${servers.map(({ url, description }) => `- ${url} ${description}`).join('\n')}`,
    `## Access\n\n${Object.values(components.securitySchemes)
      .map(({ in: place, name, description }) => `${code(name)}, in the ${place}. ${description}`)
      .join('\n')}`,
    `## POST ${path}\n\n${post.description}`,
    `### Parameters\n\n${head(['Name', 'In', 'Required', 'Type', 'Description'])}${parameterRows.join('\n')}`,
    '### Body\n\n[IterationInput](#iterationinput), as `application/json`.',
    `## Answers\n\n${answers.join('\n\n')}`,
    `## Schemas\n\n${schemas.join('\n\n')}`,
  ]
    .map((part) => part.trim())
    .join('\n\n')
    .concat('\n');
}

function schemaSection(name: string, schema: Schema, resolve: (schema: Schema) => Schema): string {
  const { description = '', allOf = [], anyOf = [] } = schema;
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
      'default' in target ? `Default: ${code(JSON.stringify(target.default))}.` : '',
    ];
    return row([code(key), typeOf(property), required.includes(key) ? 'yes' : 'no', notes.filter(Boolean).join(' ')]);
  });
  const table = rows.length > 0 ? `\n\n${head(['Property', 'Type', 'Required', 'Description'])}${rows.join('\n')}` : '';
  const rules = [
    schema.type && schema.type !== 'object' ? `Type: ${typeOf(schema)}.` : '',
    others.length > 0 ? `Must also fit ${others.map(typeOf).join(' and ')}.` : '',
    anyOf.length > 0 ? `Must fit at least one of:\n\n${anyOf.map(branch).join('\n')}` : '',
  ];
  return `### ${name}\n\n${[description.trim(), ...rules].filter(Boolean).join('\n\n')}${table}`;
}

/** One of several ways to fit a schema, told by what it requires. */
function branch({ title = 'Otherwise', required = [], properties = {} }: Schema & { title?: string }): string {
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
  const name = [type ?? 'object'].flat().join(' or ');
  return format ? `${name} (${format})` : name;
}

const code = (text: string) => `\`${text}\``;
const row = (cells: string[]) =>
  `| ${cells.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
const head = (cells: string[]) => `${row(cells)}\n|${' --- |'.repeat(cells.length)}\n`;
