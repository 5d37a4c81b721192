/** What the compiler says of the mistakes that people make: the part that helps comes soon, and names are names. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const valid = `const metrics = [{ key: 'checkout-completed' }];
const parameters = [{ flagKey: 'checkout-button', variationId: 'a' }];
const treatments: TreatmentInput[] = [{ name: 'Grey', baseline: true, allocationPercent: '50', parameters }];
const flags = { 'checkout-button': { ruleId: 'fallthrough', flagConfigVersion: 12 } };
const body = { hypothesis: 'Green helps', metrics, treatments, flags, primarySingleMetricKey: 'checkout-completed' };
`;

/** Each mistake, the arguments of the call, and what the message must lead to. */
const mistakes: [title: string, body: string, help: RegExp][] = [
  [
    'no primary metric',
    `{ hypothesis: 'Green helps', metrics, treatments, flags }`,
    /Property 'primarySingleMetricKey' is missing/,
  ],
  ['no primary metric in a variable', 'withoutPrimary', /Property 'primarySingleMetricKey' is missing/],
  [
    'no hypothesis',
    `{ metrics, treatments, flags, primarySingleMetricKey: 'checkout-completed' }`,
    /Property 'hypothesis' is missing/,
  ],
  [
    'a misspelt property',
    `{ ...body, hypotesis: 'Green helps' }`,
    /'hypotesis' does not exist in type 'IterationInput'\. Did you mean to write 'hypothesis'/,
  ],
  [
    'flags as JSON text',
    `{ ...body, flags: JSON.stringify(flags) }`,
    /'string' is not assignable to type '\{ \[key: string\]: FlagInput; \}'/,
  ],
  [
    'a percentage as a number',
    `{ ...body, treatments: [{ name: 'A', baseline: true, allocationPercent: 50, parameters }] }`,
    /'number' is not assignable to type 'string'/,
  ],
  [
    'a flag on the treatment',
    `{ ...body, treatments: [{ name: 'A', baseline: true, allocationPercent: '50', flagKey: 'f', variationId: 'v' }] }`,
    /'flagKey' does not exist in type 'TreatmentInput'/,
  ],
  [
    'metrics by their keys',
    `{ ...body, metrics: ['checkout-completed'] }`,
    /'string' is not assignable to type 'MetricInput'/,
  ],
  [
    'a version as a text',
    `{ ...body, flags: { f: { ruleId: 'r', flagConfigVersion: '12' } } }`,
    /'string' is not assignable to type 'number'/,
  ],
  [
    'a flag without a version',
    `{ ...body, flags: { f: { ruleId: 'r' } } }`,
    /Property 'flagConfigVersion' is missing in type '\{ ruleId: string; \}' but required in type 'FlagInput'/,
  ],
  ['an iteration that was read', 'iteration', /Property 'primarySingleMetricKey' is missing/],
  [
    'one treatment without its list',
    `{ ...body, treatments: treatments[0] }`,
    /is not assignable to type 'readonly TreatmentInput\[\]'/,
  ],
];

const file = 'test/types/mistakes.virtual.ts';
const code = `import type { IterationClient, IterationRep, TreatmentInput } from '../../src/index.ts';
declare const client: IterationClient;
declare const iteration: IterationRep;
const path = { projectKey: 'p', environmentKey: 'e', experimentKey: 'x' };
${valid}
const { primarySingleMetricKey: _, ...withoutPrimary } = body;
client.createIteration(path, body);
client.createIteration(path, { ...body, metrics: [], attributes: ['country'] } as const);
${mistakes.map(([, argument]) => `client.createIteration(path, ${argument});`).join('\n')}
`;

/** The errors of the code, by line, each as the compiler prints it. */
function messages(): Map<number, string> {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name.endsWith(file) || fileExists(name);
  host.getSourceFile = (name, language) =>
    name.endsWith(file) ? ts.createSourceFile(name, code, language) : getSourceFile(name, language);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
  return new Map(
    diagnostics.map(({ file: source, start = 0, messageText }) => [
      source?.getLineAndCharacterOfPosition(start).line ?? -1,
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ]),
  );
}

describe('the message of the compiler', () => {
  const all = messages();
  const first = code.split('\n').findIndex((line) => line.endsWith(`${mistakes[0]?.[1]});`));

  it('is none for what is right, be it read-only', () => {
    expect([...all.keys()]).toEqual(mistakes.map((_, index) => first + index));
  });

  it.each(mistakes.map(([title, , help], index) => [title, help, index] as const))(
    'about %s helps within 300 characters',
    (title, help, index) => {
      const message = all.get(first + index) ?? '';
      const before = message.search(help);
      console.log(`${title}: ${before} characters before the help\n  ${message.replaceAll('\n', '\n  ')}`);
      expect(message).toMatch(help);
      expect(before).toBeLessThanOrEqual(300);
    },
  );
});
