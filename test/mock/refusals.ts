import { requestExamples } from '../support/document.ts';

/** A request that the mock refuses. Without `target` it goes to the operation. */
export interface Case {
  title: string;
  status: number;
  code: string;
  /** What the message must name. */
  says: string;
  method?: string;
  target?: string;
  headers?: Record<string, string>;
  body?: string;
}

const json = { authorization: 'api-token', 'content-type': 'application/json' };
const valid = requestExamples.find(([name]) => name === 'minimal')?.[1] as Record<string, unknown>;
const [treatment] = valid['treatments'] as Record<string, unknown>[];

/** A broken body: the minimal example with something else in it. */
const broken = (title: string, change: Record<string, unknown>, says: string): Case => ({
  title,
  status: 400,
  code: 'invalid_request',
  says,
  body: JSON.stringify({ ...valid, ...change }),
});
const saysNotJson = 'The body is not JSON';
const malformed = (title: string, body: string, says = saysNotJson): Case => ({
  title,
  status: 400,
  code: 'invalid_request',
  says,
  body,
});
const withHeaders = (
  title: string,
  headers: Record<string, string>,
  status: number,
  code: string,
  says: string,
): Case => ({
  title,
  status,
  code,
  says,
  headers,
  body: JSON.stringify(valid),
});

/** Every kind of request that the mock refuses, with the status that is documented for it. */
export const refusals: Case[] = [
  malformed('malformed JSON', '{"hypothesis": '),
  malformed('a trailing comma', '{"hypothesis": "",}'),
  malformed('single quotes', "{'hypothesis': ''}"),
  malformed('a number that JSON has not', '{"flags": NaN}'),
  malformed('text after the JSON', '{} {}'),
  malformed('an empty body', '', 'The body must be present.'),
  malformed('null', 'null', 'The body must be an object, but is null.'),
  malformed('an array', '[]', 'The body must be an object, but is an array.'),
  malformed('a string', '"text"', 'The body must be an object, but is a string.'),
  malformed('false', 'false', 'The body must be an object, but is a boolean.'),
  malformed('zero', '0', 'The body must be an object, but is an integer.'),
  malformed('an empty object', '{}', 'primarySingleMetricKey or primaryFunnelKey must be present'),
  broken('flags as JSON text', { flags: '{"flag": {}}' }, 'flags must be an object, but is its JSON text'),
  broken('neither primary key', { primarySingleMetricKey: undefined }, 'primarySingleMetricKey or primaryFunnelKey'),
  broken('no hypothesis', { hypothesis: undefined }, 'hypothesis must be present'),
  broken('no metrics', { metrics: undefined }, 'metrics must be present'),
  broken('no treatments', { treatments: undefined }, 'treatments must be present'),
  broken('no flags', { flags: undefined }, 'flags must be present'),
  broken('a metric without a key', { metrics: [{}] }, 'metrics[0].key must be present'),
  broken('a metric that is a key alone', { metrics: ['metric'] }, 'metrics[0] must be an object'),
  broken(
    'a numeric percentage',
    { treatments: [{ ...treatment, allocationPercent: 50 }] },
    'treatments[0].allocationPercent',
  ),
  broken(
    'no baseline',
    { treatments: [{ ...treatment, baseline: undefined }] },
    'treatments[0].baseline must be present',
  ),
  broken(
    'a baseline in words',
    { treatments: [{ ...treatment, baseline: 'true' }] },
    'treatments[0].baseline must be a boolean',
  ),
  broken(
    'a parameter without a variation',
    { treatments: [{ ...treatment, parameters: [{ flagKey: 'f' }] }] },
    'parameters[0].variationId',
  ),
  broken('a flag without a rule', { flags: { a: { flagConfigVersion: 1 } } }, 'flags.a.ruleId must be present'),
  broken('a version in words', { flags: { a: { ruleId: 'r', flagConfigVersion: '1' } } }, 'flags.a.flagConfigVersion'),
  broken('a version with a fraction', { flags: { a: { ruleId: 'r', flagConfigVersion: 1.5 } } }, 'must be an integer'),
  broken('attributes that are no list', { attributes: 'country' }, 'attributes must be an array'),
  broken('an attribute that is no string', { attributes: [1] }, 'attributes[0] must be a string'),
  broken(
    'a cadence in words',
    { reallocationFrequencyMillis: '3600000' },
    'reallocationFrequencyMillis must be an integer',
  ),
  broken('a null', { covariateId: null }, 'covariateId must be a string, but is null'),
  withHeaders(
    'a missing token',
    { 'content-type': 'application/json' },
    401,
    'unauthorized',
    'The access token is missing.',
  ),
  withHeaders('an empty token', { ...json, authorization: '' }, 401, 'unauthorized', 'The access token is missing.'),
  withHeaders('XML', { ...json, 'content-type': 'text/xml' }, 415, 'unsupported_media_type', 'application/json'),
  withHeaders(
    'a form',
    { ...json, 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'unsupported_media_type',
    'application/json',
  ),
  withHeaders('no media type', { authorization: 'api-token' }, 415, 'unsupported_media_type', 'application/json'),
  withHeaders(
    'a list whose first media type is another',
    { ...json, 'content-type': 'text/plain;application/json' },
    415,
    'unsupported_media_type',
    'application/json',
  ),
  {
    ...malformed('XML that is no JSON, by its media type', '<iteration/>', 'application/json'),
    headers: { ...json, 'content-type': 'text/xml' },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    ...malformed('no JSON without a token, for want of the token', '{', 'The access token is missing.'),
    headers: { 'content-type': 'application/json' },
    status: 401,
    code: 'unauthorized',
  },
  {
    ...malformed('XML without a token, for want of the token', '<iteration/>', 'The access token is missing.'),
    headers: { 'content-type': 'text/xml' },
    status: 401,
    code: 'unauthorized',
  },
  withHeaders('a response in XML', { ...json, accept: 'text/xml' }, 406, 'not_acceptable', 'application/json'),
  withHeaders(
    'a response in anything but JSON',
    { ...json, accept: 'application/json;q=0, */*' },
    406,
    'not_acceptable',
    'application/json',
  ),
  withHeaders('JSON with no weight', { ...json, accept: 'application/json; Q=0.0' }, 406, 'not_acceptable', 'json'),
  withHeaders(
    'an unknown example',
    { ...json, prefer: 'example=nothing' },
    400,
    'invalid_request',
    'There is no scenario "nothing"',
  ),
  withHeaders(
    'an undocumented status',
    { ...json, prefer: 'code=500' },
    400,
    'invalid_request',
    'from the mock, not from LaunchDarkly',
  ),
  withHeaders(
    'a status in words',
    { ...json, prefer: 'code=many' },
    400,
    'invalid_request',
    'from the mock, not from LaunchDarkly',
  ),
  withHeaders(
    'an example of another status',
    { ...json, prefer: 'code=200, example=forbidden' },
    400,
    'invalid_request',
    'code=200, example=forbidden',
  ),
  {
    title: 'a body over the limit',
    status: 413,
    code: 'request_too_large',
    says: '1 MiB',
    body: `"${'a'.repeat(1024 * 1024)}"`,
  },
  { title: 'GET', method: 'GET', status: 405, code: 'method_not_allowed', says: 'does not support GET' },
  { title: 'PUT', method: 'PUT', status: 405, code: 'method_not_allowed', says: 'does not support PUT', body: '{}' },
  { title: 'DELETE', method: 'DELETE', status: 405, code: 'method_not_allowed', says: 'does not support DELETE' },
  { title: 'an unknown route', target: '/api/v2/projects', status: 404, code: 'not_found', says: '/api/v2/projects' },
  {
    title: 'a slash at the end',
    target: '/api/v2/projects/p/environments/e/experiments/x/iterations/',
    status: 404,
    code: 'not_found',
    says: 'iterations/',
  },
  {
    title: 'an empty key',
    target: '/api/v2/projects//environments/e/experiments/x/iterations',
    status: 404,
    code: 'not_found',
    says: 'projects//',
  },
  {
    title: 'a path that cannot be decoded',
    target: '/api/v2/projects/%zz/environments/e/experiments/x/iterations',
    status: 400,
    code: 'invalid_request',
    says: 'percent-encoded',
  },
];
