/** Writes the contract as a Postman collection: a folder for each operation, a request for each named example. */
import { type ContractDocument, type Example, operationsOf, type PlacedOperation, resolve } from './document.ts';

/** Where Postman keeps the format of its collections. */
const format = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/**
 * Returns the document as a collection of the version 2.1. The keys of the path, the base URL and the token are variables of
 * the collection; the token is empty, for a collection is passed on.
 */
export function postman(document: ContractDocument): string {
  const all = operationsOf(document);
  const keys = [...new Set(all.flatMap(({ parameters }) => parameters.filter(isKey).map(({ name }) => name)))];
  const variables = [
    { key: 'baseUrl', value: document.servers[0]?.url ?? '' },
    { key: 'accessToken', value: '' },
    ...keys.map((key) => ({ key, value: '' })),
  ];
  const collection = {
    info: { name: document.info.title, description: document.info.summary, schema: format },
    auth: {
      type: 'apikey',
      apikey: Object.entries({ key: 'Authorization', value: '{{accessToken}}', in: 'header' }).map(([key, value]) => ({
        key,
        value,
        type: 'string',
      })),
    },
    variable: variables,
    item: all.map((placed) => ({
      name: placed.operation.summary,
      description: placed.operation.description,
      item: requestsOf(document, placed),
    })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

const isKey = ({ in: place }: { in: string }) => place === 'path';

/** A request for each example of the body; without a body, one for each example of a parameter of the query. */
function requestsOf(document: ContractDocument, placed: PlacedOperation) {
  const { parameters, operation } = placed;
  const bodies = Object.entries(operation.requestBody?.content ?? {}).flatMap(([mediaType, { examples = {} }]) =>
    Object.values(examples).map((reference) => {
      const { summary, value } = resolve<Example>(document, reference);
      return { name: summary, request: requestOf(document, placed, [], { mediaType, value }) };
    }),
  );
  const queries = parameters
    .filter(({ in: place }) => place === 'query')
    .flatMap(({ name: key, examples = {} }) =>
      Object.values(examples).map((reference) => {
        const { summary, value } = resolve<Example>(document, reference);
        return { name: summary, request: requestOf(document, placed, [{ key, value: String(value) }]) };
      }),
    );
  return operation.requestBody
    ? bodies
    : [{ name: 'Nothing expanded.', request: requestOf(document, placed, []) }, ...queries];
}

function requestOf(
  document: ContractDocument,
  { path, method }: PlacedOperation,
  query: { key: string; value: string }[],
  body?: { mediaType: string; value: unknown },
) {
  const filled = path.replace(/\{(\w+)\}/g, '{{$1}}');
  const search = query.map(({ key, value }) => `${key}=${value}`).join('&');
  const headers = {
    Accept: 'application/json',
    'LD-API-Version': document.components.parameters['LD-API-Version'].example,
    ...(body && { 'Content-Type': body.mediaType }),
  };
  return {
    method,
    header: Object.entries(headers).map(([key, value]) => ({ key, value })),
    url: {
      raw: `{{baseUrl}}${filled}${search && `?${search}`}`,
      host: ['{{baseUrl}}'],
      path: filled.slice(1).split('/'),
      ...(query.length > 0 && { query }),
    },
    ...(body && {
      body: { mode: 'raw', raw: JSON.stringify(body.value, null, 2), options: { raw: { language: 'json' } } },
    }),
  };
}
