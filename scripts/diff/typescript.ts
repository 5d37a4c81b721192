import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { types } from '../generate/types.ts';

/** What a change of the contract does to TypeScript: facts, compiled and not guessed. */
export interface TypeScriptEffect {
  /** The diff of the generated types, comments aside; empty where they are the same. */
  diff: string;
  /** What the compiler says of the base's consumer code, its type tests, against the revision's types. */
  errors: string[];
}

/** The consumer code of the base, by path. */
type Sources = { [path: string]: string };

const generated = 'generated/schema.d.ts';

/** Compares the types of two bundled documents, and compiles the base's consumer code against the revision's types. */
export async function typescriptEffect(base: object, revision: object, consumers: Sources): Promise<TypeScriptEffect> {
  const [before, after] = [await types(base as OpenAPI3), await types(revision as OpenAPI3)];
  const [was, is] = [withoutComments(before), withoutComments(after)];
  const diff =
    was === is ? '' : createTwoFilesPatch(generated, generated, was, is, undefined, undefined, { context: 2 });
  return {
    diff: diff.slice(Math.max(0, diff.indexOf('@@'))).trimEnd(),
    errors: compileErrors({ ...consumers, [generated]: after }, Object.keys(consumers)),
  };
}

function withoutComments(code: string): string {
  return code.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');
}

/** The compile errors of some files of the project, which may be replaced by other texts. */
function compileErrors(replaced: Sources, files: string[]): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(replaced).map(([path, text]) => [resolve(path), text]));
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path);
  host.fileExists = (path) => texts.has(resolve(path)) || fileExists(path);
  const program = ts.createProgram(files, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start ?? 0) ?? { line: 0 };
    const message = ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(resolve('.'), '.');
    const where = file ? `${file.fileName.replace(`${resolve('.')}/`, '')}:${line + 1}` : 'tsconfig.json';
    return `${where} ${message}`;
  });
}
