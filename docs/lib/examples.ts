/** The pages of the named examples, as Markdown. */
import { examples } from '../../generated/examples.js';
import { createIteration, patchExperiment } from '../../generated/operations.js';
import type { Operation } from '../../src/contract/operations.ts';
import { clientCode, curlCode, openapiFetchCode } from './code.ts';
import { type RequestExample, requestsOf, type SiteDocument } from './document.ts';
import { fence, plainText } from './text.ts';

/** Returns the pages by the names of their files. */
export function examplePages(document: SiteDocument): Record<string, string> {
  return {
    'create-iteration.md': requestsPage(createIteration, 'Requests of create iteration', 1, document),
    'update-experiment.md': requestsPage(patchExperiment, 'Requests of Update experiment', 2, document),
    'responses.md': responsesPage(),
  };
}

function requestsPage(operation: Operation, title: string, order: number, document: SiteDocument): string {
  const requests = requestsOf(document, operation.id);
  return `${frontmatter(title, `Every named request of the operation, as data and as code.`, order)}
What each property means is in the [reference](../../reference/operations/${operation.id.toLowerCase()}/). Every block of
code below is compiled and run against the mock by the tests of the package.

${requests.map((request) => requestSection(operation, request)).join('\n')}`;
}

function requestSection(operation: Operation, { name, summary, value }: RequestExample): string {
  const withTypesAlone =
    operation.id === createIteration.id
      ? `With openapi-fetch and only the types:\n\n${fence('ts', openapiFetchCode(value))}\n\n`
      : '';
  return `## ${plainText(name)}

${plainText(summary)}

${fence('json', JSON.stringify(value, null, 2))}

With the client:

${fence('ts', clientCode(operation, value))}

${withTypesAlone}With curl:

${fence('sh', curlCode(operation, value))}
`;
}

function responsesPage(): string {
  type Responses = Record<string, Record<string, { summary: string; value: unknown }>>;
  const sections = Object.values(examples as Record<string, { responses: Responses }>).flatMap(({ responses }) =>
    Object.entries(responses).flatMap(([status, group]) =>
      Object.entries(group).map(([name, example]) => ({ title: `${status}: ${name}`, name, ...example })),
    ),
  );
  const unique = [...new Map(sections.map((section) => [section.title, section])).values()];
  return `${frontmatter('Responses', 'Every named response of the contract, and how to get it from the mock.', 3)}
The mock gives each of them for the header \`Prefer: example=\` and its name.

${unique
  .map(
    ({ title, summary, value }) =>
      `## ${plainText(title)}\n\n${plainText(summary)}\n\n${fence('json', JSON.stringify(value, null, 2))}\n`,
  )
  .join('\n')}`;
}

/** The head of a page that the build writes. */
export function frontmatter(title: string, description: string, order: number): string {
  return `---\ntitle: ${title}\ndescription: ${description}\nsidebar:\n  order: ${order}\n---\n`;
}
