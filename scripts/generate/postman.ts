/** Writes the contract as a Postman collection: a folder for each operation, a request for each named example. */
import { apiVersionOf, type ContractDocument, type Operation, operationsOf } from './document.ts';

/** Where Postman keeps the format of its collections. */
const format = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** Postman has lists of keys with values for what others have as objects. */
const pairs = (values: object) => Object.entries(values).map(([key, value]) => ({ key, value: String(value) }));

/**
 * Returns the document as a collection of the version 2.1. The keys of the path, the base URL and the token are variables of
 * the collection; the token is empty, for a collection is passed on.
 */
export function postman(document: ContractDocument): object {
  const all = operationsOf(document);
  const keys = all.flatMap(({ parameters }) => parameters.filter((one) => one.in === 'path').map(({ name }) => name));
  const variables = Object.fromEntries(keys.map((key) => [key, '']));
  const apikey = pairs({ key: 'Authorization', value: '{{accessToken}}', in: 'header' });
  return {
    info: { name: document.info.title, description: document.info.summary, schema: format },
    auth: { type: 'apikey', apikey: apikey.map((pair) => ({ ...pair, type: 'string' })) },
    variable: pairs({ baseUrl: document.servers[0]?.url ?? '', accessToken: '', ...variables }),
    item: all.map((operation) => ({
      name: operation.summary,
      description: operation.description,
      item: requestsOf(operation, apiVersionOf(document)),
    })),
  };
}

/** A request for each example of the body; without a body, one for each example of a parameter of the query. */
function requestsOf(operation: Operation, version: string) {
  const { request, parameters } = operation;
  const headers = { Accept: 'application/json', 'LD-API-Version': version };
  const bodies = request?.bodies.flatMap(({ mediaType, examples }) =>
    examples.map(({ summary, value }) => {
      const body = { mode: 'raw', raw: JSON.stringify(value, null, 2), options: { raw: { language: 'json' } } };
      return { name: summary, request: { ...requestOf(operation, { ...headers, 'Content-Type': mediaType }), body } };
    }),
  );
  const queries = parameters.flatMap(({ name, in: place, examples }) =>
    place === 'query' ? examples.map(({ summary, value }) => ({ name: summary, query: { [name]: value } })) : [],
  );
  const calls = [{ name: 'Nothing expanded.', query: {} }, ...queries];
  return bodies ?? calls.map(({ name, query }) => ({ name, request: requestOf(operation, headers, query) }));
}

function requestOf({ method, path }: Operation, headers: object, query = {}) {
  const filled = path.replace(/\{(\w+)\}/g, '{{$1}}');
  const parameters = pairs(query);
  const search = parameters.map(({ key, value }) => `?${key}=${value}`).join('');
  const url = { raw: `{{baseUrl}}${filled}${search}`, host: ['{{baseUrl}}'], path: filled.slice(1).split('/') };
  return { method, header: pairs(headers), url: { ...url, ...(search && { query: parameters }) } };
}
