/** Writes a request as code: with the package's client, with openapi-fetch, with curl. Also runs in the browser. */
import { apiVersion, servers } from '../../generated/constants.js';
import { createIteration, patchExperiment } from '../../generated/operations.js';
import type { Operation } from '../../src/contract/operations.ts';

/** A language in which a request is shown. */
export interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** The keys of the samples. */
export const sampleKeys = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'checkout-button' };

/** The method of the client that makes a request of an operation with a body. */
const calls: Readonly<Record<string, string>> = {
  [createIteration.id]: 'createIteration',
  [patchExperiment.id]: 'updateExperiment',
};

/** The request sent by the client of the package. */
export function clientCode({ id }: Pick<Operation, 'id'>, body?: unknown): string {
  const call =
    body === undefined
      ? `const experiment = await client.getExperiment(path, { expand: ['draftIteration'] });`
      : `const ${id === createIteration.id ? 'iteration' : 'experiment'} = await client.${calls[id]}(path, ${literal(body)});`;
  return `import { createIterationClient } from 'launchdarkly-iteration-contract';

const accessToken = process.env.LAUNCHDARKLY_ACCESS_TOKEN;
const client = createIterationClient({ accessToken });
const path = ${literal(sampleKeys)};
${call}
console.log(${id === createIteration.id ? 'iteration.status' : 'experiment.name'});`;
}

/** Create iteration sent by openapi-fetch with the types of the package. */
export function openapiFetchCode(body: unknown): string {
  return `import createClient from 'openapi-fetch';
import type { paths } from 'launchdarkly-iteration-contract/types';

const client = createClient<paths>({
  baseUrl: '${servers.commercial}',
  headers: {
    authorization: process.env.LAUNCHDARKLY_ACCESS_TOKEN ?? '',
    'LD-API-Version': '${apiVersion}',
  },
  redirect: 'manual',
});
const { data, response } = await client.POST(
  '${createIteration.path}',
  {
    params: { path: ${indented(literal(sampleKeys), 4)} },
    body: ${indented(literal(body), 4)},
  },
);
console.log(response.ok ? data?.status : response.status);`;
}

/** The request sent by curl. */
export function curlCode(operation: Pick<Operation, 'method' | 'path' | 'request'>, body?: unknown): string {
  const { method, path, request } = operation;
  const url =
    servers.commercial + path.replace(/\{(\w+)\}/g, (_all, name: keyof typeof sampleKeys) => sampleKeys[name]);
  const [mediaType] = Object.keys(request?.content ?? {});
  const lines = [
    `curl --request ${method} \\`,
    `  '${url}${body === undefined ? '?expand=draftIteration' : ''}' \\`,
    `  --header "Authorization: $LAUNCHDARKLY_ACCESS_TOKEN" \\`,
    `  --header 'LD-API-Version: ${apiVersion}'`,
  ];
  if (body === undefined) return lines.join('\n');
  const text = JSON.stringify(body, null, 2).replaceAll("'", "'\\''");
  return `${lines.join('\n')} \\\n  --header 'Content-Type: ${mediaType}' \\\n  --data '${text}'`;
}

/** A value as TypeScript writes it: names without quotes where they need none, strings in single ones. */
export function literal(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
    .replace(
      /"((?:[^"\\]|\\.)*)"/g,
      (_match, text: string) => `'${text.replaceAll("'", "\\'").replaceAll('\\"', '"')}'`,
    );
}

function indented(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
