import { servers } from '../../generated/constants.js';
import { examples } from '../../generated/examples.js';
import { createIteration } from '../../generated/operations.js';

/** A request example, as the document holds it. */
export interface RequestExample {
  name: string;
  summary: string;
  value: unknown;
}

const keys = { projectKey: 'my-project', environmentKey: 'production', experimentKey: 'my-experiment' };
const url =
  servers.commercial + createIteration.path.replace(/\{(\w+)\}/g, (_braces, name: keyof typeof keys) => keys[name]);

/** Where Redoc's page shows the operation. */
export const operationPage = `reference.html#/experiments/${createIteration.id.toLowerCase()}`;

/** The example sent by the client of the package. */
export function clientCode({ value }: RequestExample): string {
  return `import { createIterationClient } from 'launchdarkly-iteration-contract';

const client = createIterationClient({ accessToken: process.env.LAUNCHDARKLY_ACCESS_TOKEN ?? '' });
const path = ${literal(keys)};
const iteration = await client.createIteration(path, ${literal(value)});
console.log(iteration.status);`;
}

/** The example sent by openapi-fetch with the types of the package. */
export function openapiFetchCode({ value }: RequestExample): string {
  return `import createClient from 'openapi-fetch';
import type { paths } from 'launchdarkly-iteration-contract/types';

const client = createClient<paths>({
  baseUrl: '${servers.commercial}',
  headers: { authorization: process.env.LAUNCHDARKLY_ACCESS_TOKEN ?? '', 'LD-API-Version': '20240415' },
  redirect: 'manual',
});
const { data, response } = await client.POST(
  '${createIteration.path}',
  {
    params: { path: ${literal(keys)} },
    body: ${literal(value)},
  },
);
console.log(response.ok ? data?.status : response.status);`;
}

/** The example sent by curl. */
export function curlCode({ value }: RequestExample): string {
  const body = JSON.stringify(value, null, 2).replaceAll("'", "'\\''");
  return `curl --request POST '${url}' \\
  --header "Authorization: $LAUNCHDARKLY_ACCESS_TOKEN" \\
  --header 'Content-Type: application/json' \\
  --header 'LD-API-Version: 20240415' \\
  --data '${body}'`;
}

/** The page of every named example, as Markdown. */
export function examplesMarkdown(requests: RequestExample[]): string {
  const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;
  const request = (example: RequestExample) => `### ${example.name}

${example.summary}

${fence('json', JSON.stringify(example.value, null, 2))}
With the client:

${fence('ts', clientCode(example))}
With openapi-fetch and the types alone:

${fence('ts', openapiFetchCode(example))}
With curl:

${fence('sh', curlCode(example))}`;
  const answerList = Object.entries(examples.createIteration.responses).flatMap(([status, ofStatus]) =>
    Object.entries(ofStatus).map(([name, example]) => ({ status, name, ...example })),
  );
  const answerSections = answerList.map(
    ({ status, name, summary, value }) => `### ${status}: ${name}

${summary} The mock gives it for \`Prefer: example=${name}\`.

${fence('json', JSON.stringify(value, null, 2))}`,
  );
  const contents = [
    ...requests.map(({ name, summary }) => `- [${name}](#${name}): ${summary}`),
    ...answerList.map(({ status, name, summary }) => `- [${status}: ${name}](#${status}-${name}): ${summary}`),
  ];
  return `# Examples

Every named example of the contract. The tests compile the code below and run it against the mock. What each property
means is in the [reference](${operationPage}).

${contents.join('\n')}

## Requests

${requests.map(request).join('\n')}
## Answers

${answerSections.join('\n')}`;
}

/** A value as TypeScript writes it: names without quotes where they need none, strings in single ones. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
    .replace(
      /"((?:[^"\\]|\\.)*)"/g,
      (_match, text: string) => `'${text.replaceAll("'", "\\'").replaceAll('\\"', '"')}'`,
    );
}
