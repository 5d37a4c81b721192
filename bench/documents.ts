/** Documents of any size, made of the contract. */
import { readFileSync } from 'node:fs';

const contract = readFileSync('generated/openapi.json', 'utf8');
type Tree = Record<string, unknown>;

/** The contract many times over: each copy has the first path and components of its own; revised, a change in each. */
export function copies(count: number, revised: boolean): string {
  const { paths: _, components, ...document } = JSON.parse(contract);
  const all: { paths: Tree; components: Record<string, Tree> } = {
    paths: {},
    components: { securitySchemes: components.securitySchemes },
  };
  for (let index = 0; index < count; index += 1) {
    const copy = contract
      .replaceAll(/#\/components\/(\w+)\/([\w-]+)/g, `#/components/$1/$2-${index}`)
      .replaceAll('"createIteration"', `"createIteration${index}"`);
    const part = JSON.parse(copy);
    if (revised) part.components.schemas.TreatmentInput.properties.allocationPercent.type = 'number';
    const [[path, item] = []] = Object.entries(part.paths);
    all.paths[`/copy-${index}${path}`] = item;
    for (const [kind, entries] of Object.entries(part.components as Record<string, Tree>)) {
      if (kind === 'securitySchemes') continue;
      const named = Object.entries(entries).map(([name, value]) => [`${name}-${index}`, value]);
      all.components[kind] = Object.assign(all.components[kind] ?? {}, Object.fromEntries(named));
    }
  }
  return JSON.stringify({ ...document, ...all });
}

/** The contract with its first path as often as wanted, all on the same components. */
export function withPaths(count: number, revised: boolean): string {
  const document = JSON.parse(contract);
  const [[path = '', item] = []] = Object.entries(document.paths);
  const text = JSON.stringify(item);
  if (revised) document.components.schemas.TreatmentInput.properties.allocationPercent.type = 'number';
  document.paths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `/copy-${index}${path}`,
      JSON.parse(text.replaceAll('"createIteration"', `"createIteration${index}"`)),
    ]),
  );
  return JSON.stringify(document);
}
