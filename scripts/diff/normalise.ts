import { alternatives, eachOperation, methods } from './align.ts';
import { isTree, jsonText, list, mapValues, same, type Tree, tree, valueAt } from './json.ts';
import { unwrapped } from './keywords.ts';
import { type Side, schemaWriter } from './schemas.ts';

/**
 * Writes an OpenAPI document (3.0 or 3.1, bundled into one file) so that two documents which mean the same to callers
 * are written alike: as 3.1, defaults left out, order settled, references outside of schemas followed, what no
 * operation reaches dropped. Pure; the document that it is given stays as it is.
 *
 * @throws Error with the `$ref` where one leads nowhere or out of the document
 */
export function normalise(source: unknown): Tree {
  const document = tree(source);
  const resolve = (ref: string): unknown => {
    const value = ref.startsWith('#/') ? valueAt(document, ref) : undefined;
    if (value === undefined)
      throw new Error(`${ref}: a reference that leads nowhere; bundle the document into one file`);
    return value;
  };
  const follow = (node: unknown, seen: string[] = []): Tree => {
    const { $ref, ...rest } = tree(node);
    if (typeof $ref !== 'string') return rest;
    if (seen.includes($ref)) throw new Error(`${$ref}: a reference that leads to itself`);
    return { ...follow(resolve($ref), [...seen, $ref]), ...rest };
  };
  const { write, components } = schemaWriter(resolve, String(document['openapi']).startsWith('3.0'));

  const content = (node: unknown, side: Side): { [type: string]: Tree } =>
    Object.fromEntries(
      Object.entries(tree(node)).map(([type, media]) => {
        const { schema, examples, ...rest } = tree(media);
        return [mediaType(type), { ...without(rest, { encoding: {} }), ...written(schema, side), ...named(examples) }];
      }),
    );
  const named = (examples: unknown): Tree =>
    hasKeys(examples) ? { examples: mapValues(examples, (one) => follow(one)) } : {};
  // Without a schema, a value may be anything.
  const written = (schema: unknown, side: Side): Tree => ({ schema: schema === undefined ? {} : write(schema, side) });

  const parameter = (node: unknown, side: Side): Tree => {
    const { schema, examples, content: media, ...rest } = follow(node);
    const place = rest['in'] ?? 'header';
    const style = place === 'query' || place === 'cookie' ? 'form' : 'simple';
    // Only lists and objects are written in more than one way, and a list in simple style in one.
    const type = String(tree(schema)['type']);
    const isList = type === 'array' && (rest['style'] ?? style) === 'simple';
    if (isList || /^(string|number|integer|boolean)$/.test(type)) delete rest['explode'];
    const defaults = {
      style,
      explode: (rest['style'] ?? style) === 'form',
      allowReserved: false,
      allowEmptyValue: false,
    };
    return {
      ...without(rest, { ...defaults, required: false, deprecated: false }),
      ...(media === undefined ? written(schema, side) : {}),
      ...named(examples),
      ...(media === undefined ? {} : { content: content(media, side) }),
    };
  };
  const response = (node: unknown): Tree => {
    const { headers, content: media, links, ...rest } = follow(node);
    const shown = Object.entries(tree(headers)).filter(([name]) => name.toLowerCase() !== 'content-type');
    return {
      ...without(rest, {}),
      ...(shown.length > 0
        ? {
            headers: Object.fromEntries(
              shown.map(([name, header]) => [name.toLowerCase(), parameter(header, 'answer')]),
            ),
          }
        : {}),
      ...(hasKeys(links) ? { links: mapValues(links, (link) => asTexts(follow(link))) } : {}),
      ...(isTree(media) && Object.keys(media).length > 0 ? { content: content(media, 'answer') } : {}),
    };
  };
  const parameters = (own: unknown, shared: unknown): Tree => {
    const all = new Map<string, Tree>();
    for (const node of [...list(shared), ...list(own)]) {
      const one = parameter(node, 'request');
      const name = one['in'] === 'header' ? String(one['name']).toLowerCase() : String(one['name']);
      // OpenAPI: "If in is "header" and the name field is "Accept", "Content-Type" or "Authorization", [it] SHALL be ignored."
      if (one['in'] === 'header' && ['accept', 'content-type', 'authorization'].includes(name)) continue;
      all.set(`${one['in']} ${name}`, { ...one, name });
    }
    const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.length > 0 ? { parameters: sorted.map(([, one]) => one) } : {};
  };
  const ownServers = (...levels: unknown[]): Tree => {
    const own = each(levels.find((level) => list(level).length > 0));
    return own.length === 0 || same(own, rootServers) ? {} : { servers: own };
  };
  const rootServers = list(document['servers']).length > 0 ? each(document['servers']) : [{ url: '/' }];
  const operation = (node: unknown, path: Tree): Tree => {
    const { parameters: own, requestBody, responses, callbacks, tags, security, servers, ...rest } = tree(node);
    const body = requestBody === undefined ? undefined : follow(requestBody);
    const effective = security ?? document['security'];
    return {
      ...without(rest, { deprecated: false }),
      ...parameters(own, path['parameters']),
      ...(body
        ? { requestBody: { ...without(body, { required: false }), content: content(body['content'], 'request') } }
        : {}),
      responses: mapValues(responses, response),
      ...(hasKeys(callbacks)
        ? { callbacks: mapValues(callbacks, (callback) => mapValues(follow(callback), pathItem)) }
        : {}),
      ...(list(tags).length > 0 ? { tags: [...list(tags)].sort() } : {}),
      ...(alternatives(effective).length > 0 ? { security: alternatives(effective) } : {}),
      ...ownServers(servers, path['servers']),
    };
  };
  const pathItem = (node: unknown): Tree => {
    const { parameters: _parameters, servers: _servers, ...path } = follow(node);
    const shared = follow(node);
    return mapValues(path, (value, key) => (methods.has(key) ? operation(value, shared) : value));
  };

  const { openapi: _, components: parts, security: __, paths, webhooks, tags, info, servers: ___, ...rest } = document;
  const result: Tree = {
    ...rest,
    // The version says what somebody thought of a change; it is no change.
    info: { ...tree(info), version: '' },
    openapi: '3.1.0',
    servers: rootServers,
    ...(list(tags).length > 0 ? { tags: [...list(tags)].sort(byName) } : {}),
    ...(isTree(paths) ? { paths: withOperations(mapValues(paths, pathItem)) } : {}),
    ...(hasKeys(webhooks) ? { webhooks: mapValues(webhooks, pathItem) } : {}),
  };
  const used = new Set<string>();
  eachOperation(result, (found) => {
    for (const requirement of list(found['security']))
      for (const name of Object.keys(tree(requirement))) used.add(name);
    return found;
  });
  const schemes = Object.entries(tree(tree(parts)['securitySchemes'])).filter(([name]) => used.has(name));
  const securitySchemes = mapValues(Object.fromEntries(schemes), (one) => lowered(follow(one)));
  return texts({ ...result, components: { securitySchemes, schemas: components } }) as Tree;
}

/** The node without the fields that say what they say when they are left out. */
function without(node: Tree, defaults: Tree): Tree {
  return Object.fromEntries(
    Object.entries(node).filter(([key, value]) => !(key in defaults && same(value, defaults[key]))),
  );
}

/** A link with its values as text, since Redocly compares none of them. */
function asTexts(link: Tree): Tree {
  return mapValues(link, (value) => (isObject(value) ? jsonText(value) : value));
}

const byName = (a: unknown, b: unknown) => (String(tree(a)['name']) < String(tree(b)['name']) ? -1 : 1);

/** RFC 9110: types and parameter names are case-insensitive; RFC 8259: JSON is UTF-8 with or without a charset. */
function mediaType(type: string): string {
  const [name = '', ...parameters] = type.toLowerCase().split(/\s*;\s*/);
  const kept = parameters.filter((parameter) => !(name.endsWith('json') && /^charset="?utf-8"?$/.test(parameter)));
  return [name, ...kept].join('; ');
}

/** Fields whose keys are names that somebody chose; a name that starts with `x-` is no extension. */
export const maps = new Set(
  ['headers', 'properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas', 'securitySchemes'].concat([
    'links',
    'callbacks',
    'variables',
    'encoding',
    'content',
    'responses',
    'paths',
    'webhooks',
    'scopes',
    'dependentRequired',
    'mapping',
    'examples',
  ]),
);

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/**
 * Descriptions and summaries without their line breaks; examples and extensions that are lists or objects as text, since
 * Redocly compares none of them.
 */
function texts(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => texts(item));
  if (!isTree(node)) return node;
  return mapValues(node, (value, key) => {
    if (names) return texts(value);
    if (typeof value === 'string') return key === 'description' || key === 'summary' ? unwrapped(value) : value;
    if (key.startsWith('x-') || key === 'value' || key === 'example') return isObject(value) ? jsonText(value) : value;
    return key === 'security' ? value : texts(value, maps.has(key));
  });
}

/** The servers, each once, with the values of their variables in one order. */
function each(servers: unknown): Tree[] {
  const all = list(servers).map((server) => {
    const { variables, ...rest } = tree(server);
    const sorted = mapValues(variables, (one) =>
      'enum' in tree(one) ? { ...tree(one), enum: [...list(tree(one)['enum'])].sort() } : one,
    );
    return hasKeys(variables) ? { ...rest, variables: sorted } : rest;
  });
  return all.filter((server, index) => all.findIndex((other) => same(other, server)) === index);
}

/** The paths that anybody can call. */
function withOperations(paths: { [path: string]: Tree }): Tree {
  return Object.fromEntries(
    Object.entries(paths).filter(([, item]) => Object.keys(item).some((key) => methods.has(key))),
  );
}

const hasKeys = (value: unknown) => Object.keys(tree(value)).length > 0;

/** RFC 9110: the names of authentication schemes and header fields are case-insensitive. */
function lowered(scheme: Tree): Tree {
  const key = scheme['type'] === 'http' ? 'scheme' : scheme['in'] === 'header' ? 'name' : undefined;
  return key === undefined ? scheme : { ...scheme, [key]: String(scheme[key]).toLowerCase() };
}
