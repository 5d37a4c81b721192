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

/** A cache of parsed files, for the next program that has the same file. */
const parsed = new Map<string, ts.SourceFile>();

/** The compile errors of some files. `replaced` holds texts by the paths of files, which need not exist. */
export function compileErrors(replaced: { [path: string]: string }, files: string[]): CompileError[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const texts = new Map(Object.entries(replaced).map(([path, text]) => [resolve(path), text]));
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path);
  host.fileExists = (path) => texts.has(resolve(path)) || fileExists(path);
  host.getSourceFile = (path, ...settings) => {
    const known = parsed.get(resolve(path));
    if (known && known.text === host.readFile(path)) return known;
    const file = getSourceFile(path, ...settings);
    if (file) parsed.set(resolve(path), file);
    return file;
  };
  const program = ts.createProgram(files, options, host);
  const found = files
    .flatMap((path) => program.getSourceFile(path) ?? [])
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
  return found.map(({ file, start, code, messageText }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start ?? 0) ?? { line: 0 };
    const path = file ? file.fileName.replace(`${resolve('.')}/`, '') : 'tsconfig.json';
    return { file: path, line: line + 1, code, message: innermost(messageText) };
  });
}

function innermost(text: string | ts.DiagnosticMessageChain): string {
  let here = text;
  while (typeof here !== 'string' && here.next?.[0]) here = here.next[0];
  const message = typeof here === 'string' ? here : here.messageText;
  return message.replaceAll(`${resolve('.')}/`, '').replace(/'([^']{60})[^']*'/g, "'$1...'");
}
