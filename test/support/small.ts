import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Tree, tree } from '../../scripts/lib/json.ts';

/** A row of the catalogue of changes. */
export interface Row {
  change: string;
  /** Where the fragments stand; the section's own name where it is left out. */
  where: 'request' | 'answer' | 'operation' | 'document';
  base: Tree;
  revision: Tree;
  bump: 'major' | 'minor' | 'patch' | 'none';
  because?: string;
}

/** The rows of test/fixtures/spec-changes.yaml; its header says what they mean. */
export function catalogue(): Row[] {
  const sections: { [section: string]: Row[] } = parse(readFileSync('test/fixtures/spec-changes.yaml', 'utf8'), {
    merge: true,
  });
  return Object.entries(sections).flatMap(([section, rows]) =>
    rows.map((row) => ({ ...row, where: row.where ?? section, bump: row.bump ?? 'none' })),
  );
}

const key = { type: 'apiKey', in: 'header', name: 'Authorization' };
const flows = {
  clientCredentials: { tokenUrl: 'https://a.example/token', scopes: { read: 'Read.', write: 'Write.' } },
};

/** The smallest document that the paths fit into, with some of its fields replaced. */
export function smallDocument(paths: Tree, fields: Tree = {}): Tree {
  const { components, ...others } = fields;
  const { securitySchemes, ...parts } = tree(components);
  return {
    openapi: '3.1.0',
    info: { title: 'Small', version: '1.0.0' },
    servers: [{ url: 'https://a.example' }],
    security: [{ key: [] }],
    paths,
    ...others,
    components: { ...parts, securitySchemes: { key, oauth: { type: 'oauth2', flows }, ...tree(securitySchemes) } },
  };
}

/** An operation that has a fragment at the place where its row says. */
export function smallOperation(where: Row['where'], fragment: Tree, operationId = 'createThing'): Tree {
  const content = { 'application/json': { schema: fragment } };
  const plain = { operationId, responses: { '200': { description: 'OK' } } };
  if (where === 'request') return { ...plain, requestBody: { content } };
  if (where === 'answer') return { ...plain, responses: { '200': { description: 'OK', content } } };
  return where === 'operation' ? { ...plain, ...fragment } : plain;
}
