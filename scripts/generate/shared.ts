/** Writes which properties a request and its response have in common, so that a mock can agree with what it was sent. */
import { isTree, list, own, tree } from '../lib/json.ts';
import { type Body, type ContractDocument, flattened, operationsOf, schemaOf } from './document.ts';
import { constantsOf } from './literal.ts';

/** Returns the common properties of each operation as an ES module and its declarations. */
export function shared(document: ContractDocument): [code: string, declarations: string] {
  const all = operationsOf(document).map(({ id, request, responses }) => {
    const success = responses.find(({ status }) => status.startsWith('2'));
    return [id, inBoth(schemaIn(request), schemaIn(success))] as const;
  });
  return constantsOf(all.filter(([, common]) => common && Object.keys(common).length > 0));

  function schemaIn(message?: { bodies: Body[] }): object | undefined {
    return message?.bodies[0] && schemaOf(document, message.bodies[0].schema);
  }

  /** What two schemas have in common; `undefined` where their values cannot be the same. */
  function inBoth(one: unknown, other: unknown): object | undefined {
    if (!isTree(one) || !isTree(other)) return undefined;
    const [a, b] = [flattened(document, one), flattened(document, other)];
    if (!list(a['type']).some((type) => list(b['type']).includes(type))) return undefined;
    const items = inBoth(a['items'], b['items']);
    const values = inBoth(a['additionalProperties'], b['additionalProperties']);
    const names = Object.keys(tree(a['properties'])).filter((name) => name in tree(b['properties']));
    const properties = names.flatMap((name) => {
      const common = inBoth(own(a['properties'], name), own(b['properties'], name));
      return common ? [[name, common]] : [];
    });
    return {
      ...('default' in a && { default: a['default'] }),
      ...(names.length > 0 && { properties: Object.fromEntries(properties) }),
      ...(items && { items }),
      ...(values && { values }),
    };
  }
}
