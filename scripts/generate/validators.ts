/** Writes the validators of every body: a predicate for the valid, and the schema as data for a closer look at the rest. */
import { cached, mapValues } from '../lib/json.ts';
import { bodyNames, type ContractDocument, reachedFrom } from './document.ts';
import { literal } from './literal.ts';
import { predicateName, predicates } from './predicates.ts';
import { type SchemaData, schemaData } from './schema-data.ts';

/** Returns the validators of the operations' bodies as an ES module that imports nothing, and its declarations. */
export function validators(document: ContractDocument): [code: string, declarations: string] {
  const sent = bodyNames(document, 'request');
  const roots = [...new Set([...sent, ...bodyNames(document, 'response')])];
  const schemas = schemaData(document, roots);
  const entries = roots.map((name) => [name, { schema: name, isExact: predicateName(name) }]);
  return [
    `${predicates(schemas, reachedFrom(document, sent))}
${dataCode(schemas)}
export { ${roots.flatMap((name) => [name, predicateName(name)]).join(', ')} };

export const validators = ${literal(Object.fromEntries(entries), String)};
`,
    `${declarations}
${roots.map((name) => `export declare const ${name}: Schema;\nexport declare const ${predicateName(name)}: Validator['isExact'];\n`).join('')}
/** The validator of every body of an operation, by the name of its schema. */
export declare const validators: {
${roots.map((name) => `  readonly ${name}: Validator;\n`).join('')}};
`,
  ];
}

/** The schemas as constants. Those without a schema inside are written once, however often they occur. */
function dataCode(schemas: Map<string, SchemaData>): string {
  const leaves = new Map<string, string>();
  const constants = [...schemas].map(([name, schema]) => `const ${name} = ${literal(code(schema), String)};\n`);
  return `${[...leaves].map(([text, name]) => `const ${name} = ${text};\n`).join('')}\n${constants.join('\n')}`;

  function code({ $ref, properties, items, additionalProperties, anyOf, ...own }: SchemaData): unknown {
    if ($ref !== undefined) return $ref;
    const texts = mapValues(own, (value) => JSON.stringify(value));
    const inner = {
      ...(properties && { properties: mapValues(properties, (property) => code(property as SchemaData)) }),
      ...(items && { items: code(items) }),
      ...(additionalProperties && { additionalProperties: code(additionalProperties) }),
      ...(anyOf && { anyOf: anyOf.map(code) }),
    };
    if (Object.keys(inner).length > 0) return { ...texts, ...inner };
    return cached(leaves, literal(texts, String), () => `leaf${leaves.size}`);
  }
}

const declarations = `/** A schema in the keywords of JSON Schema that the contract uses, its references resolved. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  /** Whether a value that \`enum\` does not have is an addition, not a mistake. */
  readonly 'x-open-enum'?: true;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly not?: { readonly enum: readonly unknown[] };
  /** Beside \`properties\`: sets of them, one of which must be there. Alone: alternatives, of which at most one fits. */
  readonly anyOf?: readonly Schema[];
}

/** How to validate a body. */
export interface Validator {
  readonly schema: Schema;
  /**
   * Whether a value is, beyond doubt, JSON data that satisfies the schema and holds nothing that the schema does not
   * know. \`false\` decides nothing.
   */
  readonly isExact: (value: unknown) => boolean;
}
`;
