import { isTree, list, mapValues, type Tree, tree } from '../../scripts/lib/json.ts';
import { withMembers } from './document.ts';

/**
 * A contract as a vendor would publish it: OpenAPI 3.0.3, among other operations, with everything spelled out that a
 * generator spells out. It says the same to every caller.
 */
export function asVendor(contract: object): Tree {
  const { jsonSchemaDialect: _, ...document } = tree(JSON.parse(JSON.stringify(contract)));
  const [[path] = ['']] = Object.entries(tree(document['paths']));
  const other = { get: { operationId: 'getOther', responses: { '200': { description: 'OK' } } } };
  return tree(
    old({
      ...document,
      openapi: '3.0.3',
      paths: { '/api/v2/others/{otherKey}': other, ...tree(document['paths']), [`${path}/more`]: other },
      components: {
        ...tree(document['components']),
        schemas: { ...tree(tree(document['components'])['schemas']), Other: { type: 'object' } },
      },
    }),
  );
}

/** 3.1's null, examples and constants in the words of 3.0, with the defaults of parameters spelled out. */
function old(written: unknown, names = false): unknown {
  if (Array.isArray(written)) return written.map((item) => old(item));
  if (!isTree(written)) return written;
  // A vendor has no reason to set the properties of a schema apart from its other rules.
  const node = names ? written : withMembers(written);
  const result = mapValues(node, (value, key) =>
    old(value, !names && ['properties', 'schemas', 'examples'].includes(key)),
  );
  if (names) return result;
  const { $ref, ...siblings } = result;
  // 3.0 ignores what stands beside a reference.
  if ($ref !== undefined && Object.keys(siblings).length > 0) return { ...siblings, allOf: [{ $ref }] };
  if (typeof result['in'] === 'string' && 'schema' in result) {
    const isForm = result['in'] === 'query' || result['in'] === 'cookie';
    Object.assign(result, {
      style: result['style'] ?? (isForm ? 'form' : 'simple'),
      explode: isForm,
      deprecated: false,
    });
  }
  if (Array.isArray(result['type'])) {
    result['nullable'] = true;
    result['type'] = list(result['type']).find((type) => type !== 'null');
  }
  if (result['type'] === 'string') result['format'] ??= 'string';
  if (Array.isArray(result['required'])) result['required'] = result['required'].toReversed();
  if (Array.isArray(result['enum'])) result['enum'] = result['enum'].toReversed();
  if (Array.isArray(result['examples'])) {
    result['example'] = result['examples'][0];
    delete result['examples'];
  }
  return result;
}
