/** Writes the values of the document that code needs and that belong to no operation. */
import type { ContractDocument } from './document.ts';

/** Returns the values of the document that code needs, as an ES module and its declarations. */
export function constants(document: ContractDocument): [code: string, declarations: string] {
  const servers = document.servers.map(({ url, 'x-name': name, description }) => ({ url, name, description }));
  const values = {
    version: ['The version of the contract and of the package.', document.info.version],
    apiVersion: [
      "The newest dated version of LaunchDarkly's API.",
      document.components.parameters['LD-API-Version'].example,
    ],
  };
  const named = Object.entries(values);
  return [
    [
      ...named.map(([name, [, value]]) => `export const ${name} = ${JSON.stringify(value)};`),
      'export const servers = {',
      ...servers.map(({ name, url }) => `  ${name}: ${JSON.stringify(url)},`),
      '};\n',
    ].join('\n'),
    [
      ...named.map(
        ([name, [text, value]]) => `/** ${text} */\nexport declare const ${name}: ${JSON.stringify(value)};`,
      ),
      '/** Where the API is. */\nexport declare const servers: {',
      ...servers.map(
        ({ name, url, description }) => `  /** ${description} */\n  readonly ${name}: ${JSON.stringify(url)};`,
      ),
      '};\n',
    ].join('\n'),
  ];
}
