import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

const files = ['test/types/contract.ts', 'test/types/experiments.ts'];

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
  ts.sys,
  '.',
);
const host = ts.createCompilerHost(options);
const { getSourceFile } = host;
// Parsed once: whether optional properties are exact matters only to what is checked afterwards.
const parsed = new Map<string, ts.SourceFile | undefined>();
host.getSourceFile = (name, ...how) => {
  if (!parsed.has(name)) parsed.set(name, getSourceFile(name, ...how));
  return parsed.get(name);
};

/** The compile errors of the files, with `exactOptionalPropertyTypes` as given. */
function compileErrors(exactOptionalPropertyTypes: boolean): string[] {
  const program = ts.createProgram(files, { ...options, exactOptionalPropertyTypes }, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { line = 0 } = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0) ?? {};
    return `${diagnostic.file?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
  });
}

it.each([true, false])('the type tests compile, mistakes and all, with exactOptionalPropertyTypes %s', (exact) => {
  expect(compileErrors(exact)).toEqual([]);
});

it('the generated types hold no unknown in place of the primary key rule', () => {
  const generated = readFileSync('generated/schema.d.ts', 'utf8');
  expect(generated).not.toContain('unknown | unknown');
  expect(generated).toContain(
    'type IterationInput = IterationInputWithPrimaryFunnel | IterationInputWithPrimarySingleMetric;',
  );
});
