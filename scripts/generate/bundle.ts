/** Makes one document of `spec/`. */
import { bundle as bundleFile, createConfig, stringifyYaml } from '@redocly/openapi-core';
import { SpecMistake } from './document.ts';

/**
 * Returns `spec/` as one YAML document, by Redocly's bundler.
 *
 * @throws SpecMistake when a reference dangles or a file cannot be read.
 */
export async function bundle(): Promise<string> {
  const config = await createConfig({});
  const { bundle: document, problems } = await bundleFile({ config, ref: 'spec/openapi.yaml' });
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem) throw new SpecMistake(problem.message);
  return stringifyYaml(document.parsed, { noRefs: true, lineWidth: -1 });
}
