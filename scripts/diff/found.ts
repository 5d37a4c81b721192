import type { Place } from './place.ts';

/** What a change demands of the next version (Semantic Versioning 2.0.0). */
export type Bump = 'major' | 'minor' | 'patch' | 'none';
export const bumps: Bump[] = ['none', 'patch', 'minor', 'major'];

/** A change as Redocly found it, with the place where it stands. */
export interface Found {
  place: Place;
  /** Redocly's name for the kind of object that changed: Schema, Parameter, Server ... */
  node: string;
  kind: 'added' | 'removed' | 'modified';
  /** The field of the object that was modified. */
  property?: string;
  before: unknown;
  after: unknown;
  impact: Bump;
}

/** What people read, and the mock may say; nobody sends or receives it. */
const wordNodes = new Set([
  'Example',
  'ExamplesMap',
  'ExternalDocs',
  'Tag',
  'TagList',
  'Link',
  'LinksMap',
  'Info',
  'Contact',
  'License',
]);
const wordFields = new Set([
  'title',
  'summary',
  'description',
  'example',
  'examples',
  'value',
  'tags',
  '$comment',
  'jsonSchemaDialect',
  'bearerFormat',
]);
const ownExtensions = new Set(['x-open-enum', 'x-discriminator-values', 'x-match']);

/** Whether a change is one of words and examples alone. */
export function isWords({ node, kind, property = '' }: Found): boolean {
  const field = wordFields.has(property) || (property.startsWith('x-') && !ownExtensions.has(property));
  // The keys of these are names that somebody chose.
  const isNamed = node === 'SecurityRequirement' || node === 'DependentRequired';
  return wordNodes.has(node) || (kind === 'modified' && field && !isNamed);
}
