/** The plain fields of a document: by which row of the table a change of each is rated, and what counts of its value. */
import { isTree, mapValues } from '../../lib/json.ts';
import type { Source } from '../../lib/openapi.ts';
import { ratings } from '../ratings.ts';

/** The fields of each row of the table, by its name without the last word; all others are words, or unknown. */
const fieldsOf: { [row: string]: string } = {
  ...{ deprecated: 'deprecated', operationId: 'operationId', allowance: 'allowReserved allowEmptyValue' },
  ...{ serialization: 'style explode', encoding: 'encoding prefixEncoding itemEncoding', requirement: 'required' },
  ...{ scheme: 'in scheme type openIdConnectUrl', 'variable default': 'default' },
  address: 'tokenUrl authorizationUrl refreshUrl deviceAuthorizationUrl oauth2MetadataUrl',
  // What people read, and maybe a mock; nobody sends or receives it.
  words:
    'summary description externalDocs tags example examples links title termsOfService contact license bearerFormat name kind parent jsonSchemaDialect $self info',
};
const rowOf = new Map(
  Object.entries(fieldsOf).flatMap(([row, fields]) => fields.split(' ').map((field) => [field, row] as const)),
);

/** The kind of a change of a field, unless told otherwise of the row that its name has. */
export function kindOf(field: string, before: unknown, after: unknown, row = rowOf.get(field)): string {
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const name = row ?? (field.startsWith('x-') ? 'words' : 'unknown');
  const kinds = [change, after === true ? 'set' : 'unset', 'changed'].map((one) => `${name} ${one}`);
  return kinds.find((kind) => ratings.has(kind)) ?? `${name} ${change}`;
}

/** A value without what nobody reads: its line breaks, the order of a list of names, references to what it holds. */
export function plain(value: unknown, source: Source): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
  return isTree(value) ? mapValues(value, (one) => source.follow({ value: one, at: '' }).value) : value;
}
