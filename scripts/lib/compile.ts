/** Compiles TypeScript of this project, some of its files replaced by other texts. */
import { resolve } from 'node:path';
import ts from 'typescript';

/** What the compiler says about a line. */
export interface CompileError {
  file: string;
  line: number;
  /** TypeScript's number of the error. */
  code: number;
  /** The sentence that matters: the innermost, with long types cut. */
  message: string;
}

/** The compile errors of some files. `replaced` holds texts by the paths of files, which need not exist. */
export function compileErrors(replaced: { [path: string]: string }, files: string[]): CompileError[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(replaced).map(([path, text]) => [resolve(path), text]));
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path);
  host.fileExists = (path) => texts.has(resolve(path)) || fileExists(path);
  const program = ts.createProgram(files, options, host);
  return files.flatMap((path) => {
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
