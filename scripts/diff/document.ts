import { parse } from 'yaml';
import { isTree, type Tree } from './json.ts';

/**
 * Reads an OpenAPI document from its text, JSON or YAML.
 *
 * @param name what the document is called in an error
 * @throws Error when the text is neither, or no OpenAPI 3 document
 */
export function readDocument(text: string, name: string): Tree {
  const source = text.replace(/^\uFEFF/, '');
  let document: unknown;
  try {
    document = source.trimStart().startsWith('{') ? JSON.parse(source) : parse(source, { merge: true });
  } catch {
    throw new Error(`${name}: neither JSON nor YAML`);
  }
  if (!isTree(document) || !/^3\.[0-9]/.test(String(document['openapi']))) {
    throw new Error(`${name}: not an OpenAPI 3 document`);
  }
  return document;
}
