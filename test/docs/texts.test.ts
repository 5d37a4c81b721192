import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { forSite } from '../../scripts/docs/build.ts';
import { clientCode, examplesMarkdown, openapiFetchCode } from '../../scripts/docs/examples.ts';
import { referenceMarkdown } from '../../scripts/docs/markdown.ts';
import { requestExamples } from '../support/document.ts';

const examples = requestExamples.map(([name, value]) => ({ name, summary: '', value }));

/** Compiles texts as a user of the package would, and returns the errors of each. */
function compileErrors(codes: string[]): string[][] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
    paths: {
      'launchdarkly-iteration-contract': ['./src/index.ts'],
      'launchdarkly-iteration-contract/types': ['./generated/schema.d.ts'],
    },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  const texts = new Map(codes.map((code, index) => [`${process.cwd()}/example-${index}.ts`, code]));
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile(name, language, ...rest)
      : ts.createSourceFile(name, text, {
          ...(language as object),
          languageVersion: ts.ScriptTarget.ES2023,
          impliedNodeFormat: ts.ModuleKind.ESNext,
        });
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].map((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  );
}

describe('the code of the examples page', () => {
  it('compiles with the types of the package, and would not without a property that the contract requires', () => {
    const codes = examples.flatMap((example) => [clientCode(example), openapiFetchCode(example)]);
    const [first = { name: '', summary: '', value: {} }] = examples;
    const { flags: _flags, ...rest } = first.value as Record<string, unknown>;
    const broken = { ...first, value: rest };
    const errors = compileErrors([...codes, clientCode(broken), openapiFetchCode(broken)]);
    expect(errors.slice(0, -2)).toEqual(codes.map(() => []));
    for (const each of errors.slice(-2)) expect(each.join(' ')).toContain('flags');
  });

  it('is listed at the top of the page, with each answer', () => {
    const page = examplesMarkdown(examples);
    for (const name of [...examples.map((example) => example.name), '200-two-treatments', '429-rate-limited']) {
      expect(page).toContain(`](#${name})`);
    }
  });
});

describe('the Markdown reference', () => {
  const markdown = referenceMarkdown(JSON.parse(readFileSync('generated/openapi.json', 'utf8')));

  it('names the header of the access token', () => {
    expect(markdown).toContain('`Authorization`, in the header.');
  });

  it('says what at least one of must be there, and links it from the request', () => {
    expect(markdown).toContain('Must also fit [PrimaryMetricSelector](#primarymetricselector).');
    expect(markdown).toMatch(/Must fit at least one of:\n\n.*`primarySingleMetricKey`.*\n.*`primaryFunnelKey`/);
  });

  it('says the type of what is no object', () => {
    expect(markdown).toMatch(/### ErrorCode\n\n.*\n\nType: string\./);
  });
});

describe('the start page', () => {
  const start = forSite(readFileSync('README.md', 'utf8'));

  it('has what a reader needs, and not what only the repository has', () => {
    for (const text of [
      'npm install',
      'createIterationClient',
      'npx launchdarkly-iteration-contract mock',
      'npx launchdarkly-iteration-contract create',
    ]) {
      expect(start).toContain(text);
    }
    for (const text of ['make setup', 'make demo', '## Commands', '**You review.**']) expect(start).not.toContain(text);
  });

  it('links only what the site or the web has', () => {
    const links = [...start.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
    expect(links.filter((link) => !/^(https:|#|openapi\.)/.test(link ?? ''))).toEqual([]);
  });
});
