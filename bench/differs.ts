/** Compares two files by a library that has no usable command: `NAME BASE REVISION` prints the number of breaking changes. */
import { readFileSync } from 'node:fs';

/** Typed by hand, since the root project compiles without the peers. */
const load = <Module>(name: string): Promise<Module> => import(name);

interface SmartDiff {
  apiCompare(before: unknown, after: unknown): { diffs: { type: string }[] };
}
interface OpenapiDiff {
  default: {
    diffSpecs(options: object): Promise<{ breakingDifferencesFound: boolean; breakingDifferences?: unknown[] }>;
  };
}

const [name, ...files] = process.argv.slice(2);
const [base = '', revision = ''] = files.map((file) => readFileSync(file, 'utf8'));
if (name === 'api-smart-diff') {
  const { apiCompare } = await load<SmartDiff>(name);
  const { diffs } = apiCompare(JSON.parse(base), JSON.parse(revision));
  console.log(diffs.filter(({ type }) => type === 'breaking').length);
} else {
  const { default: differ } = await load<OpenapiDiff>('openapi-diff');
  const spec = (content: string, location: string) => ({ content, location, format: 'openapi3' });
  const result = await differ.diffSpecs({
    sourceSpec: spec(base, 'base.json'),
    destinationSpec: spec(revision, 'revision.json'),
  });
  console.log(result.breakingDifferences?.length ?? 0);
}
