import { validateIterationInput } from '../contract/validate.ts';

/** What is wrong with a request, in Prism's terms: one of its diagnostics. */
export interface Violation {
  /** Where: `body` or `header`, then the keys and indexes down to the value. */
  path: (string | number)[];
  /** The keyword of JSON Schema that failed, or an HTTP status for what is not about a schema. */
  code: string | number;
  message: string;
}

/** Validates the body of a request and its media type against the contract. */
export function bodyViolations({
  headers = {},
  body,
}: {
  headers?: Record<string, string>;
  body?: unknown;
}): Violation[] {
  if (body === undefined) return [{ path: ['body'], code: 'required', message: 'The body must be present.' }];
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== undefined && !/^application\/([\w.-]+\+)?json$/.test(mediaType)) {
    return [{ path: ['header', 'content-type'], code: 415, message: 'The body must be application/json.' }];
  }
  const { issues = [] } = validateIterationInput(body);
  return issues.map(({ path, rule, message }) => ({ path: ['body', ...path], code: rule, message }));
}

/**
 * The report of violations in a header, as Prism's server sends it. A header holds ASCII alone, so other characters
 * become JSON escapes; and clients refuse large headers, so only the first violations are in it.
 */
export function violationsHeader(violations: readonly Violation[]): string {
  const first = violations.slice(0, 10).map(({ path, code, message }) => ({
    location: ['request', ...path],
    severity: 'Error',
    code,
    message,
  }));
  const asEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(first).replace(/[^\x20-\x7e]/g, asEscape);
}
