/** Writes the values of the document that code needs and that belong to no operation. */
import { type ContractDocument, type Json, reachedFrom, resolve } from './document.ts';

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
  // Preflight compares names with those of the body of createIteration.
  const properties = [...reachedFrom(document, ['IterationInput'])].flatMap((name) => {
    const names = [...propertiesOf(document, document.components.schemas[name] ?? {})];
    return names.length > 0 ? [[`${name}Properties`, JSON.stringify(names)] as const] : [];
  });
  return [
    [
      ...named.map(([name, [, value]]) => `export const ${name} = ${JSON.stringify(value)};`),
      'export const servers = {',
      ...servers.map(({ name, url }) => `  ${name}: ${JSON.stringify(url)},`),
      '};',
      ...properties.map(([name, names]) => `export const ${name} = ${names};`),
      '',
    ].join('\n'),
    [
      ...named.map(
        ([name, [text, value]]) => `/** ${text} */\nexport declare const ${name}: ${JSON.stringify(value)};`,
      ),
      '/** Where the API is. */\nexport declare const servers: {',
      ...servers.map(
        ({ name, url, description }) => `  /** ${description} */\n  readonly ${name}: ${JSON.stringify(url)};`,
      ),
      '};',
      ...properties.map(([name]) => `export declare const ${name}: readonly string[];`),
      '',
    ].join('\n'),
  ];
}

/** The names of the properties of an object, of every alternative. */
function propertiesOf(document: ContractDocument, schema: Json): Set<string> {
  const target = resolve<Json>(document, schema);
  const members = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (target[key] as Json[] | undefined) ?? []);
  const inner = members.flatMap((member) => [...propertiesOf(document, member)]);
  return new Set([...Object.keys(target['properties'] ?? {}), ...inner]);
}
