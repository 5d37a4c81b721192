import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redocly } from '../lib/redocly.ts';
import { changesMarkdown, releases } from './changes.ts';
import { examplesMarkdown, type RequestExample } from './examples.ts';
import { type ContractDocument, referenceMarkdown } from './markdown.ts';
import { navigation, type PageFile, page } from './page.ts';

interface BundledDocument extends ContractDocument {
  paths: ContractDocument['paths'] & Record<string, { post: { requestBody: RequestBody } }>;
  components: ContractDocument['components'] & {
    examples: Record<string, { summary: string; value: unknown }>;
    parameters: Record<string, { examples?: Record<string, { $ref: string }> }>;
  };
}

interface RequestBody {
  content: { 'application/json': { examples: Record<string, { $ref: string }> } };
}

/** Writes the site into a folder, which is emptied first. All of it comes from the contract and the repository's texts. */
export function buildDocs(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bundle = readFileSync('generated/openapi.json', 'utf8');
  const document: BundledDocument = JSON.parse(bundle);
  const { version } = document.info;
  const texts: Record<Exclude<PageFile, 'reference.html'>, string> = {
    'index.html': forSite(readFileSync('README.md', 'utf8')),
    'examples.html': examplesMarkdown(requestsOf(document)),
    'errors.html': readFileSync('scripts/docs/errors.md', 'utf8'),
    'changes.html': changesMarkdown(readFileSync('CHANGELOG.md', 'utf8'), releases(bundle)),
  };
  for (const { file, title } of navigation) {
    const html =
      file === 'reference.html' ? reference(folder, version) : page({ file, title, version, markdown: texts[file] });
    writeFileSync(join(folder, file), html);
  }
  writeFileSync(join(folder, 'reference.md'), referenceMarkdown(document));
  writeFileSync(join(folder, 'llms.txt'), llms(version));
  for (const name of ['openapi.yaml', 'openapi.json']) copyFileSync(`generated/${name}`, join(folder, name));
}

function requestsOf({ paths, components }: BundledDocument): RequestExample[] {
  const { examples } = Object.values(paths)[0]?.post.requestBody.content['application/json'] ?? { examples: {} };
  return Object.entries(examples).map(([name, { $ref }]) => {
    const { summary, value } = components.examples[$ref.split('/').at(-1) ?? ''] ?? { summary: '', value: {} };
    return { name, summary, value };
  });
}

/**
 * The README without what is for people in the repository alone. The repository's own links lead nowhere on the site, but
 * to what it has as well.
 */
export function forSite(readme: string): string {
  return readme
    .replace(/^## (Two commands|Commands)\n.*?(?=^## )/gms, '')
    .replace(/^\*\*You (read|review)\.\*\*.*?\n\n/gms, '')
    .replaceAll('](generated/openapi.yaml)', '](openapi.yaml)')
    .replace(/\[([^\]]+)\]\((?!https?:|#|openapi\.)[^)]+\)/g, '$1');
}

/** A key has an example for each case of each operation; a page shows the same few again and again. */
function withoutCases(document: BundledDocument): object {
  const parameters = Object.entries(document.components.parameters).map(([name, { examples, ...parameter }]) => {
    const [{ $ref } = { $ref: undefined }] = Object.values(examples ?? {});
    const example = $ref && document.components.examples[$ref.split('/').at(-1) ?? '']?.value;
    return [name, example === undefined ? parameter : { ...parameter, example }];
  });
  return { ...document, components: { ...document.components, parameters: Object.fromEntries(parameters) } };
}

/** Redoc's page, with nothing in it that would call anybody. */
function reference(folder: string, version: string): string {
  const file = join(folder, 'reference.html');
  const source = join(folder, 'reference.json');
  writeFileSync(source, JSON.stringify(withoutCases(JSON.parse(readFileSync('generated/openapi.json', 'utf8')))));
  const template = ['--template', 'scripts/docs/reference.hbs', '--templateOptions.version', version];
  const { status, stderr } = redocly(
    ['build-docs', source, '--output', file, '--inlineBundle', ...template],
    process.cwd(),
  );
  rmSync(source);
  if (status !== 0) throw new Error(`redocly build-docs failed:\n${stderr}`);
  const html = readFileSync(file, 'utf8');
  if (!html.includes('"disableTelemetry":true')) throw new Error('The page would report its readers.');
  // The badge fetches its logo; a picture of nothing serves as well.
  return html.replace(
    /https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g,
    'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%221%22 height=%221%22/%3E',
  );
}

function llms(version: string): string {
  return `# launchdarkly-iteration-contract ${version}

> The contract of three operations of LaunchDarkly's REST API, create iteration, Update experiment (Patch experiment) and
> Get experiment: an OpenAPI 3.1 document, TypeScript types, a typed client that says what became of the iteration, and a
> mock. LaunchDarkly has deprecated create iteration; its replacement is Update experiment.

## Docs

- [Reference](reference.md): the operations, their parameters, responses and schemas
- [OpenAPI, YAML](openapi.yaml): the whole contract
- [OpenAPI, JSON](openapi.json): the same
- [Start](index.html): install, call, mock
- [Examples](examples.html): every named request and answer, with code
- [Errors](errors.html): kind, outcome, what to do
- [Changes](changes.html): each release
`;
}

if (import.meta.main) {
  buildDocs('dist/docs');
  console.log('dist/docs/index.html');
}
