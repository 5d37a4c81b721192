/** Reads the part of YAML 1.2 that JSON can carry, with the place of each part, and refuses the rest. */
import { Composer, type Document, isScalar, type Node, Parser } from 'yaml';
import type { Read } from './read-json.ts';
import { ReadError, ValueBuilder } from './value-builder.ts';
import { YamlConverter } from './yaml-converter.ts';

/** More documents than these are refused. */
const maxDocuments = 1000;

// What YAML does not allow in a text, unless it is escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/**
 * Reads the documents of a text, one after the other, each with the builder that knows its places.
 *
 * @throws ReadError at the first place that is not YAML, or that JSON cannot carry.
 */
export function* readYaml(text: string): Generator<Read & { builder: ValueBuilder }> {
  const control = unprintable.exec(text);
  if (control) throw new ReadError('is a control character, which YAML must escape', control.index);
  let count = 0;
  for (const document of documentsOf(text)) {
    count += 1;
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw new ReadError(reasonOf(problem), problem.pos[0]);
    const { contents } = document as Document.Parsed;
    const offset = contents?.range[0] ?? 0;
    if (count > maxDocuments) throw new ReadError(`is more than ${maxDocuments} documents in one file`, offset);
    if (isNothing(contents)) throw new ReadError('is an empty document: write something in it, or remove it', offset);
    const builder = new ValueBuilder();
    yield { value: new YamlConverter(builder).convert(contents), offset, builder };
  }
}

function reasonOf({ code, message }: { code: string; message: string }): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'is nested too deeply';
  if (code === 'TAG_RESOLVE_FAILED') return `has a tag that JSON cannot carry (${message}): remove it`;
  if (code === 'NON_STRING_KEY') return 'is a key that JSON cannot carry: write one line of text, without a tag';
  return `is not YAML: ${message}`;
}

/** Stops at the first error of the parser: after it, every character may cause another. */
function* documentsOf(text: string): Generator<Document.Parsed> {
  const composer = new Composer({
    schema: 'core',
    resolveKnownTags: false,
    // Keys are taken literally: `010` and `null` would become other keys.
    stringKeys: true,
    // The parser's own check takes quadratic time.
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') throw new ReadError(`is not YAML: ${token.message}`, token.offset);
    if (token.type === 'directive' && !/^%YAML\s+1\.2\s*$/.test(token.source)) {
      throw new ReadError('is a directive that is not supported: remove it', token.offset);
    }
    yield* composer.next(token);
  }
  yield* composer.end(false, text.length);
}

function isNothing(contents: Node | null): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === '');
}
