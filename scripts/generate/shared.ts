/** Writes which properties a request and its response have in common, so that a mock can agree with what it was sent. */
import { type ContractDocument, type Json, type MediaType, operationsOf, resolve } from './document.ts';
import { literal } from './literal.ts';

type Schema = Json;

/** Returns the common properties of each operation as an ES module and its declarations. */
export function shared(document: ContractDocument): [code: string, declarations: string] {
  const all = operationsOf(document).flatMap(({ operation: { operationId, requestBody, responses } }) => {
    const request = schemaOf(requestBody?.content);
    const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
    const response = success && schemaOf(resolve(document, success).content);
    const common = request && response && inBoth(request, response);
    return common && Object.keys(common).length > 0 ? [[operationId, common] as const] : [];
  });
  return [
    all.map(([id, common]) => `export const ${id} = ${literal(common)};\n`).join('\n'),
    declarations + all.map(([id]) => `\nexport declare const ${id}: Shared;\n`).join(''),
  ];

  function schemaOf(content: Record<string, MediaType> | undefined): Schema | undefined {
    return content && (Object.values(content)[0]?.schema as Schema | undefined);
  }

  /** What two schemas have in common; `undefined` where their values cannot be the same. */
  function inBoth(one: Schema, other: Schema): object | undefined {
    const [a, b] = [whole(one), whole(other)];
    if (!a.types.some((type) => b.types.includes(type))) return undefined;
    const items = a.items && b.items && inBoth(a.items, b.items);
    const values = a.values && b.values && inBoth(a.values, b.values);
    const names = Object.keys(a.properties).filter((name) => name in b.properties);
    const properties = names.flatMap((name) => {
      const common = inBoth(a.properties[name] ?? {}, b.properties[name] ?? {});
      return common ? [[name, common]] : [];
    });
    return {
      ...('default' in a && { default: a.default }),
      ...(names.length > 0 && { properties: Object.fromEntries(properties) }),
      ...(items && { items }),
      ...(values && { values }),
    };
  }

  /** A schema with what its references and its members say of the same value. */
  function whole(schema: Schema): Whole {
    const target = resolve<Schema>(document, schema);
    const members = ['allOf', 'anyOf', 'oneOf']
      .flatMap((key) => (target[key] as Schema[] | undefined) ?? [])
      .map(whole);
    const own = (target['properties'] ?? {}) as Record<string, Schema>;
    const types = [target['type'] ?? []].flat() as string[];
    return {
      types: types.length > 0 ? types : [...new Set(members.flatMap((member) => member.types))],
      properties: Object.assign({}, ...members.map(({ properties }) => properties), own),
      items: (target['items'] as Schema | undefined) ?? members.find(({ items }) => items)?.items,
      values: isSchema(target['additionalProperties']) ? target['additionalProperties'] : undefined,
      ...('default' in target && { default: target['default'] }),
    };
  }
}

interface Whole {
  types: string[];
  properties: Record<string, Schema>;
  items: Schema | undefined;
  values: Schema | undefined;
  default?: unknown;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

const declarations = `/** What a request and its response have in common at one place. */
export interface Shared {
  /** The documented default of the request. */
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: Shared };
  /** Of the items of an array. */
  readonly items?: Shared;
  /** Of the values of a map. */
  readonly values?: Shared;
}
`;
