/** What a change to the contract does to TypeScript code: compiled, not guessed. */
import { resolve } from 'node:path';
import ts from 'typescript';
import type { ContractDocument } from '../generate/document.ts';
import { types } from '../generate/types.ts';
import { cached } from '../lib/json.ts';

/** What the compiler says about a line. */
export interface CompileError {
  file: string;
  line: number;
  /** TypeScript's number of the error. */
  code: number;
  /** The sentence that matters: the innermost, with long types cut. */
  message: string;
}

/** Code, by its paths, which need not exist. */
type Code = { [path: string]: string };

const generated = 'generated/schema.d.ts';

/** The number of the error for an unused `@ts-expect-error`: a mistake that is now allowed breaks no code. */
const unusedExpectation = 2578;

/** The errors that a change to the contract alone causes in code that uses the types. */
export async function newCompileErrors(base: object, revision: object, consumers: Code): Promise<CompileError[]> {
  const [before, after] = [await types(base as ContractDocument), await types(revision as ContractDocument)];
  if (before === after) return [];
  const parsed = new Map<string, ts.SourceFile | undefined>();
  // What the package itself has to change does not affect its users.
  const errors = (text: string) => compileErrors({ ...consumers, [generated]: text }, Object.keys(consumers), parsed);
  const known = new Set(errors(before).map((error) => JSON.stringify(error)));
  return errors(after).filter((error) => error.code !== unusedExpectation && !known.has(JSON.stringify(error)));
}

/** @param parsed a cache of the files that are not replaced by other texts */
function compileErrors(replaced: Code, files: string[], parsed: Map<string, ts.SourceFile | undefined>) {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(replaced).map(([path, text]) => [resolve(path), text]));
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path);
  host.fileExists = (path) => texts.has(resolve(path)) || fileExists(path);
  host.getSourceFile = (path, ...settings) =>
    cached(texts.has(resolve(path)) ? new Map() : parsed, path, () => getSourceFile(path, ...settings));
  const program = ts.createProgram(files, options, host);
  return files.flatMap((path): CompileError[] => {
    const file = program.getSourceFile(path);
    if (!file) return [];
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ start = 0, code, messageText }) => {
      const { line } = file.getLineAndCharacterOfPosition(start);
      return { file: path, line: line + 1, code, message: innermost(messageText) };
    });
  });
}

function innermost(text: string | ts.DiagnosticMessageChain): string {
  if (typeof text !== 'string') return innermost(text.next?.[0] ?? text.messageText);
  return text.replaceAll(`${resolve('.')}/`, '').replace(/'([^']{60})[^']*'/g, "'$1...'");
}
