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
const malformed = (title: string, body: string, says = 'The body is not JSON'): Case => ({
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
  withHeaders('an answer in XML', { ...json, accept: 'text/xml' }, 406, 'not_acceptable', 'application/json'),
  withHeaders(
    'an unknown example',
    { ...json, prefer: 'example=nothing' },
    404,
    'not_found',
    'There is no scenario "nothing"',
  ),
  withHeaders('an undocumented status', { ...json, prefer: 'code=418' }, 404, 'not_found', 'no answer 418'),
  {
    title: 'a body over the limit',
    status: 413,
    code: 'request_too_large',
    says: '10 MiB',
    body: `"${'a'.repeat(10 * 1024 * 1024)}"`,
  },
  { title: 'GET', method: 'GET', status: 405, code: 'method_not_allowed', says: '"get" method' },
  { title: 'PUT', method: 'PUT', status: 405, code: 'method_not_allowed', says: '"put" method', body: '{}' },
  { title: 'DELETE', method: 'DELETE', status: 405, code: 'method_not_allowed', says: '"delete" method' },
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
