/** Writes what code must know of each operation: its route, and all else. A bundler keeps or drops each whole. */
import { type Body, type ContractDocument, type Operation, operationsOf } from './document.ts';
import { constantsOf } from './literal.ts';

/** Returns the operations of the document as an ES module and its declarations. */
export function operations(document: ContractDocument): [code: string, declarations: string] {
  const all = operationsOf(document);
  const ids = all.map(({ id }) => id);
  // All that a client needs to call an operation.
  const routes = all.map(({ id, method, path }) => [`${id}Route`, { id, method, path }] as const);
  const [code, declarations] = constantsOf([...routes, ...all.map((one) => [one.id, factsOf(one)] as const)]);
  return [
    `${code}\nexport const operations = { ${ids.join(', ')} };\n`,
    `${declarations}
/** Every operation of the contract, by its ID. */
export declare const operations: {
${ids.map((id) => `  readonly ${id}: typeof ${id};\n`).join('')}};
`,
  ];
}

function factsOf({ id, method, path, deprecated, parameters, request, responses }: Operation) {
  return {
    ...{ id, method, path, deprecated },
    parameters: parameters.map(({ name, in: place, required }) => ({ name, in: place, required })),
    request: request && { required: request.required, content: contentOf(request.bodies) },
    responses: Object.fromEntries(
      responses.map(({ status, headers, bodies }) => [status, { content: contentOf(bodies), headers }]),
    ),
  };
}

/** By media type, the name of the schema. */
function contentOf(bodies: Body[]): object {
  return Object.fromEntries(bodies.map(({ mediaType, schema }) => [mediaType, schema]));
}
