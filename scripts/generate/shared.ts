/** Writes which properties a request and its response have in common, so that a mock can agree with what it was sent. */
import { isTree, list, own, type Tree, tree } from '../lib/json.ts';
import { type Body, type ContractDocument, flattened, operationsOf, schemaOf } from './document.ts';
import { constantsOf } from './literal.ts';

/** Returns the common properties of each operation as an ES module and its declarations. */
export function shared(document: ContractDocument): [code: string, declarations: string] {
  const all = operationsOf(document).map(({ id, request, responses }) => {
    const success = responses.find(({ status }) => status.startsWith('2'));
    return [id, inBoth(schemaIn(request), schemaIn(success))] as const;
  });
  return constantsOf(all.filter(([, common]) => common?.['properties']));

  function schemaIn(message?: { bodies: Body[] }): object | undefined {
    return message?.bodies[0] && schemaOf(document, message.bodies[0].schema);
  }

  /** What two schemas have in common; `undefined` where their values cannot be the same. */
  function inBoth(one: unknown, other: unknown): Tree | undefined {
    if (!isTree(one) || !isTree(other)) return undefined;
    const [a, b] = [flattened(document, one), flattened(document, other)];
    if (!list(a['type']).some((type) => list(b['type']).includes(type))) return undefined;
    const names = Object.keys(tree(a['properties'])).filter((name) => own(b['properties'], name));
    const properties = names.map((name) => [name, inBoth(own(a['properties'], name), own(b['properties'], name))]);
    return {
      default: a['default'],
      properties: names.length > 0 ? Object.fromEntries(properties) : undefined,
      items: inBoth(a['items'], b['items']),
      values: inBoth(a['additionalProperties'], b['additionalProperties']),
    };
  }
}
