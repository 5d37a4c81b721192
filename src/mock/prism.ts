import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpMockConfig,
  type IHttpRequest,
  ProblemJsonError,
} from '@stoplight/prism-http';
import { validateIterationInput } from '../validation/index.ts';

/** What Prism reports of a request that breaks the contract. */
interface Violation {
  /** Where: `body`, `header` or `path`, then the keys and indexes down to the value. */
  path?: (string | number)[];
  /** The JSON Schema keyword that failed, or an HTTP status for what is not about a schema. */
  code?: string | number;
  message: string;
}

/** A request as the front received it. */
export interface MockRequest {
  /** In lower case. */
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** The parsed JSON, or `undefined` where there was no body. */
  body: unknown;
}

/** An answer to send. */
export interface MockAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Gives the answer of the mock to a request. It never rejects: what goes wrong is an answer too. */
export type Mock = (request: MockRequest) => Promise<MockAnswer>;

type Operations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;

/**
 * Returns a mock of an OpenAPI document. Prism validates the request and picks the answer; whatever Prism would answer
 * in a shape of its own comes back as the API's `{code, message}`.
 *
 * @param document The parsed OpenAPI document. It is not changed.
 */
export async function createMock(document: object): Promise<Mock> {
  const operations: Operations = await getHttpOperationsFromSpec(structuredClone(document));
  const prism = createInstance(configFor({}), { logger: silentLogger });
  return async (request) => {
    const outcome = await prism.request(prismRequest(request), operations, configFor(preferences(request)))();
    if (outcome._tag === 'Left') return refusal(outcome.left);
    const { output, validations } = outcome.right;
    const headers = Object.entries(output.headers ?? {}).filter(([, value]) => value != null);
    const answer: MockAnswer = {
      status: output.statusCode,
      headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), String(value)])),
      body: output.body,
    };
    const violations: Violation[] = validations.input;
    return violations.length > 0 ? withViolations(answer, violations, request.body) : answer;
  };
}

/** Returns an answer in the shape of the API's errors. */
export function errorAnswer(status: number, code: string, message: string): MockAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: { code, message } };
}

function prismRequest({ method, path, query, headers, body }: MockRequest): IHttpRequest {
  return { method: method as IHttpRequest['method'], url: { path, query: Object.fromEntries(query) }, headers, body };
}

/** Prism writes into its configuration while it answers, so each request gets one of its own. */
function configFor(mock: { code?: number; exampleKey?: string }): IHttpMockConfig {
  return {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false, ...mock },
  };
}

/** What the caller asked for: `Prefer: code=429, example=draft`, or `?__code=429&__example=draft`. */
function preferences({ headers, query }: MockRequest): { code?: number; exampleKey?: string } {
  const preferred = (name: string) =>
    new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*"?([\\w-]+)`).exec(headers['prefer'] ?? '')?.[1] ?? query.get(`__${name}`);
  const code = preferred('code');
  const exampleKey = preferred('example');
  return { ...(code && { code: Number(code) }), ...(exampleKey && { exampleKey }) };
}

function withViolations(answer: MockAnswer, violations: Violation[], body: unknown): MockAnswer {
  const headers = { ...answer.headers, 'sl-violations': violationsHeader(violations) };
  if (violations.some(({ code }) => code === 401)) return { ...answer, headers };
  const message = explain(violations, body);
  const isMediaType = violations.some(({ code }) => code === 415);
  if (isMediaType) return { ...errorAnswer(415, 'unsupported_media_type', message), headers };
  return { ...answer, headers, body: { ...(answer.body as object), message } };
}

/** Says what is wrong with a request, all of it. Prism's own words serve where the contract's validator has none. */
function explain(violations: Violation[], body: unknown): string {
  const inBody = violations.some(({ path }) => path?.[0] === 'body');
  const issues = inBody ? (validateIterationInput(body).issues ?? []) : [];
  const sentences = issues.length > 0 ? issues : violations.map(({ message }) => ({ message: `${message}.` }));
  return sentences.map(({ message }) => message).join(' ');
}

/**
 * Prism's own report, as its server sends it. A header holds ASCII alone, so other characters become JSON escapes; and
 * clients refuse large headers, so only the first violations are in it.
 */
function violationsHeader(violations: Violation[]): string {
  const first = violations.slice(0, 10).map(({ path = [], code, message }) => ({
    location: ['request', ...path],
    severity: 'Error',
    code,
    message,
  }));
  const asEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(first).replace(/[^\x20-\x7e]/g, asEscape);
}

/** What Prism answers in `application/problem+json`, under the codes of the API. */
function refusal(error: Error): MockAnswer {
  if (!(error instanceof ProblemJsonError)) return errorAnswer(500, 'internal_error', 'The mock failed to answer.');
  const { status, message, detail } = error;
  return errorAnswer(status, refusalCodes[status] ?? 'invalid_request', detail || message);
}

const refusalCodes: Record<number, string> = { 404: 'not_found', 405: 'method_not_allowed', 406: 'not_acceptable' };

const ignore = () => {};
/** Prism logs every step of every request; the front has all that it needs in the answer. */
const silentLogger: Parameters<typeof createInstance>[1]['logger'] = Object.assign(Object.create(null), {
  ...Object.fromEntries(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'success'].map((name) => [name, ignore])),
  child: () => silentLogger,
});
