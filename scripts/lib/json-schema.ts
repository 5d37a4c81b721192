/** JSON Schema as OpenAPI writes it, in the words of 2020-12: the schemas of OpenAPI 3.0, constants, choices of constants. */
import { isTree, list, same, type Tree, tree } from './json.ts';

/** Keywords that say something about a value and restrict none. */
export const isWords = (keyword: string) =>
  wordKeywords.has(keyword) || (keyword.startsWith('x-') && keyword !== 'x-open-enum');
const wordKeywords = new Set(['title', 'description', 'example', 'examples', '$comment', 'externalDocs', '$schema']);

/** Keywords by whose presence alone nothing is said; what they hold is looked up by name. */
const silent = new Set(['$defs', 'definitions', '$id', '$anchor', '$dynamicAnchor', '$vocabulary']);

/** The keywords as JSON Schema 2020-12 has them; what says nothing is left out. */
export function upgrade(schema: Tree, isOld: boolean): Tree {
  const known = Object.entries(schema).filter(([key, value]) => value !== undefined && !silent.has(key));
  const { const: constant, example, ...result }: Tree = Object.fromEntries(known);
  if (constant !== undefined && result['enum'] === undefined) result['enum'] = [constant];
  else if (constant !== undefined) result['allOf'] = [...list(result['allOf']), { enum: [constant] }];
  if (example !== undefined) result['examples'] ??= [example];
  const { items, additionalItems, ...rest } = result;
  const upgraded = Array.isArray(items) ? { ...rest, prefixItems: items, items: additionalItems ?? true } : result;
  return isOld ? upgradeOld(upgraded) : upgraded;
}

function upgradeOld({ nullable, ...result }: Tree): Tree {
  for (const [exclusive, bound] of Object.entries({ exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum' })) {
    const { [exclusive]: isExclusive, [bound]: value } = result;
    if (typeof isExclusive === 'boolean') delete result[exclusive];
    if (isExclusive !== true) continue;
    result[exclusive] = value;
    delete result[bound];
  }
  // What later versions have keywords for was a format before.
  const { format } = result;
  if (format === 'byte' || format === 'binary') delete result['format'];
  if (format === 'byte') result['contentEncoding'] = 'base64';
  if (format === 'binary') result['contentMediaType'] = 'application/octet-stream';
  if (nullable !== true) return result;
  if (typeof result['type'] === 'string') {
    result['type'] = [result['type'], 'null'];
    if (Array.isArray(result['enum']) && !result['enum'].includes(null)) result['enum'] = [...result['enum'], null];
    return result;
  }
  const choice = ['oneOf', 'anyOf'].find((key) => key in result);
  if (choice) return { ...result, [choice]: [...list(result[choice]), { type: 'null' }] };
  return 'allOf' in result ? { anyOf: [result, { type: 'null' }] } : result;
}

/** A schema without its words, with a constant as its enum. */
export function bare(schema: unknown): Tree | undefined {
  if (!isTree(schema)) return undefined;
  const { const: constant, ...rest } = Object.fromEntries(Object.entries(schema).filter(([key]) => !isWords(key)));
  const kept: Tree = constant === undefined ? rest : { ...rest, enum: [constant] };
  return same(kept['enum'], [null]) ? { type: 'null' } : kept;
}

/** A choice of types alone, or of constants alone, as the keyword that says the same. */
export function simplified(schemas: unknown[], keyword: string, withNull: boolean): Tree | undefined {
  const all = schemas.map((one) => bare(one) ?? {});
  const areOnly = (name: string, beside = name) =>
    all.every((one) => name in one && Object.keys(one).every((key) => key === name || key === beside));
  const name = areOnly('type') ? 'type' : areOnly('enum', 'type') ? 'enum' : undefined;
  if (name === undefined || (all.length < 2 && !withNull)) return undefined;
  const values = all.flatMap((one) => [one[name]].flat());
  const overlap = new Set(values).size < values.length || (values.includes('number') && values.includes('integer'));
  if (keyword === 'oneOf' && overlap) return undefined;
  const words = schemas.map((schema) => Object.entries(tree(schema)).filter(([key]) => isWords(key)));
  const described = Object.fromEntries(words.map((one, index) => [String(values[index]), Object.fromEntries(one)]));
  const whole = [...values, ...(withNull ? [name === 'type' ? 'null' : null] : [])];
  return { [name]: whole, ...(words.some((one) => one.length > 0) ? { 'x-described': described } : {}) };
}

/** The types that are of both; an integer is a number. */
export function sharedTypes(a: string[], b: string[]): string[] {
  const within = (one: string, all: string[]) => all.includes(one) || (one === 'integer' && all.includes('number'));
  return [...new Set([...a.filter((one) => within(one, b)), ...b.filter((one) => within(one, a))])];
}

/** The type of a value in JSON Schema. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Types in words, such as `a string or null`. */
export function typeText(types: unknown): string {
  const article = (one: unknown) => (one === 'null' ? 'null' : `${/^[aio]/.test(String(one)) ? 'an' : 'a'} ${one}`);
  return types === undefined ? 'anything' : [types].flat().map(article).join(' or ');
}
