/** Writes the values of the document that code needs and that belong to no operation. */
import { apiVersionOf, type ContractDocument, flattened, reachedFrom, schemaOf } from './document.ts';
import { literal } from './literal.ts';

/** Returns the values of the document that code needs, as an ES module and its declarations. */
export function constants(document: ContractDocument): [code: string, declarations: string] {
  const version = JSON.stringify(document.info.version);
  const apiVersion = JSON.stringify(apiVersionOf(document));
  const servers = document.servers.map((server) => ({ ...server, name: String(server['x-name']) }));
  // Preflight compares names with those of the body of createIteration.
  const properties = [...reachedFrom(document, ['IterationInput'])].flatMap((name) => {
    const names = Object.keys(flattened(document, schemaOf(document, name))['properties'] ?? {});
    return names.length > 0 ? [{ constant: `${name}Properties`, names: JSON.stringify(names) }] : [];
  });
  return [
    `export const version = ${version};
export const apiVersion = ${apiVersion};
export const servers = ${literal(Object.fromEntries(servers.map(({ name, url }) => [name, url])))};
${properties.map(({ constant, names }) => `export const ${constant} = ${names};\n`).join('')}`,
    `/** The version of the contract and of the package. */
export declare const version: ${version};
/** The newest dated version of LaunchDarkly's API. */
export declare const apiVersion: ${apiVersion};
/** Where the API is. */
export declare const servers: {
${servers.map(({ name, url, description }) => `  /** ${description} */\n  readonly ${name}: "${url}";\n`).join('')}};
${properties.map(({ constant }) => `export declare const ${constant}: readonly string[];\n`).join('')}`,
  ];
}
