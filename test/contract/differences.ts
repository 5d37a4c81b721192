/** Every kind of request to which the mock responds otherwise than stock Prism, and why. */
export interface Difference {
  title: string;
  reason: string;
  /** Status and media type. */
  prism: string;
  mock: string;
  method?: string;
  target?: string;
  headers?: Record<string, string>;
  body?: string;
}

const problem = 'application/problem+json';
const json = 'application/json';
const shape = 'the API sends every error as JSON of one shape';
const whoKnows = 'a screen must not take this for an error of the API';
const path = '/api/v2/projects/my-project/environments/production/experiments/checkout-button-color/iterations';

export const differences: Difference[] = [
  { title: 'malformed JSON', body: '{', prism: 'no response', mock: `400 ${json}`, reason: 'Prism hangs' },
  {
    title: 'a byte order mark',
    body: '\uFEFF{}',
    prism: 'no response',
    mock: `400 ${json}`,
    reason: 'Prism hangs; the mock reads on and finds what is wrong',
  },
  {
    title: 'another media type',
    headers: { 'content-type': 'text/xml' },
    body: '<a/>',
    prism: `400 ${json}`,
    mock: `415 ${json}`,
    reason: 'Prism takes the first status that is declared; 415 says what is wrong',
  },
  {
    title: 'a status that is not in the contract',
    headers: { prefer: 'code=500' },
    prism: `404 ${problem}`,
    mock: `400 ${json}`,
    reason: whoKnows,
  },
  {
    title: 'a status that is no number',
    headers: { prefer: 'code=many' },
    prism: `422 ${problem}`,
    mock: `400 ${json}`,
    reason: whoKnows,
  },
  {
    title: 'an unknown example',
    headers: { prefer: 'example=nothing' },
    prism: `404 ${problem}`,
    mock: `400 ${json}`,
    reason: whoKnows,
  },
  {
    title: 'an unknown example of an error',
    headers: { prefer: 'code=403, example=nothing' },
    prism: `500 ${problem}`,
    mock: `400 ${json}`,
    reason: whoKnows,
  },
  {
    title: 'an example of an error, by its name alone',
    headers: { prefer: 'example=forbidden' },
    prism: `404 ${problem}`,
    mock: `403 ${json}`,
    reason: 'the names are unique, so the status needs no saying',
  },
  {
    title: 'the status 503',
    headers: { prefer: 'code=503' },
    prism: `404 ${problem}`,
    mock: `503 ${json}`,
    reason: 'every client meets one, though no contract has it',
  },
  {
    title: 'a caller who accepts anything but JSON',
    headers: { accept: 'application/json;q=0, */*' },
    prism: '200 nothing',
    mock: `406 ${json}`,
    reason: 'the most specific range decides (RFC 9110)',
  },
  {
    title: 'a caller who accepts XML',
    headers: { accept: 'text/xml' },
    prism: `406 ${problem}`,
    mock: `406 ${json}`,
    reason: shape,
  },
  { title: 'an unknown path', target: '/nothing', prism: `404 ${problem}`, mock: `404 ${json}`, reason: shape },
  { title: 'another method', method: 'DELETE', prism: `405 ${problem}`, mock: `405 ${json}`, reason: shape },
  {
    title: 'an empty key',
    target: path.replace('my-project', ''),
    prism: `400 ${json}`,
    mock: `404 ${json}`,
    reason: 'no route has an empty segment',
  },
  {
    title: 'a body of two megabytes',
    body: JSON.stringify({ more: 'a'.repeat(2 * 1024 * 1024) }),
    prism: `400 ${json}`,
    mock: `413 ${json}`,
    reason: 'the mock reads what the client may send, 1 MiB',
  },
  {
    title: 'the list of scenarios',
    method: 'GET',
    target: '/',
    prism: `404 ${problem}`,
    mock: `200 ${json}`,
    reason: 'help',
  },
];
