import { isTree, keysOf, list, type Tree, tree } from './json.ts';
import type { Side } from './schemas.ts';

/** Where in a document a change stands. */
export interface Place {
  /** The keys from the root of the normalised document. */
  keys: string[];
  /** Who meets it: callers send a request, readers receive an answer. Absent for what is neither. */
  side?: Side;
  /** Such as `POST /things`; absent outside of operations. */
  operation?: string;
  /** The part of the document: `Request`, `Answer 200`, `Servers` ... */
  part: string;
  /** The place in it, such as `treatments[].allocationPercent`; empty for the part itself. */
  at: string;
  /** The object there, as it was and as it is, with its reference followed. */
  base: unknown;
  revision: unknown;
  /** The parameter that it belongs to, such as `query limit`. */
  parameter?: string;
  /** Whether a property is required in both documents; absent for what is no property. */
  required?: boolean;
  foreign?: boolean;
}

const named = [
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'allOf',
  'anyOf',
  'oneOf',
  'prefixItems',
];

/** The schema keywords on the way to a place, from the outermost schema inwards; empty outside of schemas. */
export function schemaKeywords(keys: string[]): string[] {
  const start = keys.indexOf('schema');
  const found: string[] = [];
  for (let index = start + 1; start >= 0 && index < keys.length; index += 1) {
    const keyword = keys[index] ?? '';
    found.push(keyword);
    if (named.includes(keyword)) index += 1;
  }
  return found;
}

/** Follows the keys through a document, and every reference on the way. */
export function follow(document: Tree, keys: string[]): unknown {
  let value: unknown = document;
  for (const key of ['', ...keys]) {
    if (key !== '' || value !== document) value = Array.isArray(value) ? value[Number(key)] : tree(value)[key];
    const ref = tree(value)['$ref'];
    if (typeof ref === 'string' && ref.startsWith('#')) value = follow(document, keysOf(ref));
  }
  return value;
}

/** The keys to the same place in the other document: a named item of a list may have another number there. */
function twin(document: Tree, other: Tree, keys: string[]): string[] {
  for (const [index, key] of keys.entries()) {
    const item = tree(list(follow(document, keys.slice(0, index)))[Number(key)])['$ref'];
    if (typeof item !== 'string' || !item.startsWith('#/components/x-items/')) continue;
    const place = list(follow(other, keys.slice(0, index))).findIndex((one) => tree(one)['$ref'] === item);
    return place < 0 ? [] : keys.with(index, String(place));
  }
  return keys;
}

type Way = [document: Tree, keys: string[]];

/** Whether a place is part of what its side never meets, before or after: read-only in requests, write-only in answers. */
function isForeign(keys: string[], kind: string, ...ways: Way[]): boolean {
  const isReceived = keys.includes('responses') !== (keys[0] === 'webhooks');
  const mark = isReceived ? 'writeOnly' : 'readOnly';
  return keys.some((_, index) => {
    // A property that is added or removed has one side only.
    const isWhole = index === keys.length - 1 && kind !== 'modified';
    if (keys[index - 1] !== 'properties' || isWhole) return false;
    return ways.every(([document, way]) => tree(follow(document, way.slice(0, index + 1)))[mark] === true);
  });
}

/** How many keys lead to the outermost named item of a list, if any leads there. */
function depthOfItem(document: Tree, keys: string[]): number | undefined {
  const index = keys.findIndex((key, position) => {
    const item = tree(list(follow(document, keys.slice(0, position)))[Number(key)])['$ref'];
    return typeof item === 'string' && item.startsWith('#/components/x-items/');
  });
  return index < 0 ? undefined : index + 1;
}

/** Reads a pointer of Redocly's: into the base for an item of a list that was removed, else into the revision. */
export function placeOf(pointer: string, kind: 'added' | 'removed' | 'modified', base: Tree, revision: Tree): Place {
  const keys = keysOf(pointer);
  const isRemoved = kind === 'removed' && depthOfItem(base, keys) === keys.length;
  const [own, other] = isRemoved ? [base, revision] : [revision, base];
  const theirs = twin(own, other, keys);
  const values = [follow(own, keys), theirs.length > 0 || keys.length === 0 ? follow(other, theirs) : undefined];
  const [was, is] = isRemoved ? values : values.toReversed();
  const at = {
    base: was,
    revision: is,
    ...requiredness(keys, base, revision),
    ...(isForeign(keys, kind, [own, keys], [other, theirs]) ? { foreign: true } : {}),
  };
  if (keys[0] === 'servers' && keys.length > 1) {
    const url = tree(follow(own, keys.slice(0, 2)))['url'];
    return { keys, part: 'Servers', at: join(`\`${url}\``, rest(keys.slice(2))), ...at };
  }
  if (keys[0] !== 'paths' && keys[0] !== 'webhooks')
    return { keys, part: rootPart(keys[0]), at: rest(keys.slice(1)), ...at };
  const [, path = '', method, field, ...inner] = keys;
  if (method === undefined) return { keys, part: 'Path', at: `\`${path}\``, ...at };
  const operation = `${method.toUpperCase()} ${path}`;
  const [sent, received]: [Side, Side] = keys[0] === 'webhooks' ? ['answer', 'request'] : ['request', 'answer'];
  if (field === 'parameters') {
    const [index = '', ...deeper] = inner;
    const one = tree(follow(own, keys.slice(0, 5)));
    const text = index === '' ? 'parameters' : `${one['in']} parameter \`${one['name']}\``;
    const parameter = index === '' ? {} : { parameter: `${one['in']} ${one['name']}` };
    return { keys, side: sent, operation, part: 'Request', at: join(text, inSchema(deeper)), ...parameter, ...at };
  }
  if (field === 'requestBody') return { keys, side: sent, operation, part: 'Request', at: inMedia(inner), ...at };
  if (field === 'responses') {
    const [status, section, name, ...deeper] = inner;
    const part = status === undefined ? 'Answers' : `Answer ${status}`;
    const header = section === 'headers' && name !== undefined;
    const text = header
      ? join(`header \`${name}\``, inSchema(deeper))
      : inMedia([section, name, ...deeper].filter((key) => key !== undefined));
    return { keys, side: received, operation, part, at: text, ...at };
  }
  if (field === 'callbacks' && inner.length > 3) {
    const [name, , , section = '', ...deeper] = inner;
    // The API sends what a callback receives.
    const side = section === 'responses' ? 'request' : 'answer';
    const text = section === 'requestBody' ? inMedia(deeper) : rest([section, ...deeper]);
    return { keys, side, operation, part: `Callback ${name}`, at: text, ...at };
  }
  if (field === 'security') return { keys, side: 'request', operation, part: 'Authentication', at: '', ...at };
  return { keys, operation, part: 'Operation', at: rest(field === undefined ? [] : [field, ...inner]), ...at };
}

function requiredness(keys: string[], base: Tree, revision: Tree): { required?: boolean } {
  if (keys.at(-2) !== 'properties') return {};
  const parents = [base, revision].map((document) => tree(follow(document, keys.slice(0, -2))));
  return { required: parents.every((parent) => list(parent['required']).includes(keys.at(-1))) };
}

function rootPart(key = ''): string {
  const parts: { [key: string]: string } = {
    servers: 'Servers',
    tags: 'Tags',
    info: 'Document',
    components: 'Authentication',
  };
  return parts[key] ?? 'Document';
}

/** Below a request body or an answer: the media type where it is not JSON, then the place in the schema. */
function inMedia(keys: string[]): string {
  const [content, type, ...deeper] = keys;
  if (content !== 'content' || type === undefined) return rest(keys);
  const media = type === 'application/json' && deeper.length > 0 ? '' : `\`${type}\``;
  return join(media, deeper[0] === 'schema' ? inSchema(deeper) : rest(deeper));
}

function inSchema(keys: string[]): string {
  if (keys[0] !== 'schema') return rest(keys);
  let path = '';
  const notes: string[] = [];
  for (let index = 1; index < keys.length; index += 1) {
    const keyword = keys[index] ?? '';
    const isNamed = named.includes(keyword);
    const name = isNamed ? keys[index + 1] : undefined;
    if (isNamed) index += 1;
    if (keyword === 'properties' && name !== undefined) path += `${path === '' ? '' : '.'}${name}`;
    else if (keyword === '$defs' && /^\[\d+\]$/.test(name ?? '')) path += name;
    else if (keyword === 'items' || keyword === 'prefixItems') path += `[${name ?? ''}]`;
    else if (keyword === 'additionalProperties') path += `${path === '' ? '' : '.'}*`;
    else if (keyword === 'anyOf' || keyword === 'oneOf')
      notes.push(name === undefined ? keyword : `variant ${Number(name) + 1}`);
    else if (keyword !== 'allOf') notes.push(name === undefined ? keyword : `${keyword} ${name}`);
  }
  const note = notes.filter(Boolean).join(', ');
  return [path === '' ? '' : `\`${path}\``, note === '' ? '' : `(${note})`].filter(Boolean).join(' ');
}

function rest(keys: string[]): string {
  return keys.length > 0 ? `\`${keys.join(' ')}\`` : '';
}

function join(...parts: string[]): string {
  return parts.filter(Boolean).join(' ');
}

/** How many operations a document has; with one, nobody needs to be told which. */
export function countOperations(document: Tree): number {
  return Object.values(tree(document['paths'])).flatMap((item) =>
    Object.values(tree(item)).filter((value) => isTree(value) && 'responses' in value),
  ).length;
}
