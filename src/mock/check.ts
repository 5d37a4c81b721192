/** Says what is wrong with a request, in a message of limited size, and with the status that the API has for it. */

import { checkRequest, type ExchangeIssue } from '../contract/exchange.ts';
import type { Operation } from '../contract/operations.ts';
import { clipped, type MockRequest, type Problem } from './responses.ts';

/** The parsed body and its text; or what is wrong. A missing token comes first, then the media type, then the body. */
export function examine(
  operation: Operation,
  { headers, body }: MockRequest,
): { body: unknown; text: string } | Problem {
  const text = typeof body === 'string' ? body : undefined;
  const checked = checkRequest(operation, { header: (name) => headers[name], text });
  const issues = checked.issues.filter(({ breaking }) => breaking);
  const [first] = issues;
  if (first?.pointer === '/headers/authorization') return problem(401, 'The access token is missing.', issues);
  if (typeof body !== 'string') return unread(body.unread);
  if (first?.rule === 'mediaType') {
    return problem(415, 'The body must be JSON, and its Content-Type application/json.', issues);
  }
  if (first?.rule === 'json') return { ...problem(400, notJson(body), issues), logged: first.message };
  return first ? problem(400, messageOf(issues), issues) : { body: checked.body, text: body };
}

function unread(why: 'too large' | 'too much at once'): Problem {
  if (why === 'too large') return { status: 413, message: 'The body is larger than 1 MiB.' };
  const message = 'The mock is reading too many large bodies at once.';
  return { status: 503, message, headers: { 'retry-after': '1' } };
}

/** The parser's message about a text that is not JSON. */
function notJson(text: string): string {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `The body is not JSON: ${(error as Error).message}`;
  }
  return 'The body is not JSON.';
}

function problem(status: number, message: string, issues: readonly ExchangeIssue[]): Problem {
  const [first] = issues;
  return {
    status,
    message,
    logged: first && status === 400 ? clipped(first.message, 300) : message,
    headers: { 'sl-violations': violationsHeader(issues) },
  };
}

/** The first twenty sentences, and how many more there are. */
function messageOf(issues: readonly ExchangeIssue[]): string {
  const isCount = ({ rule }: ExchangeIssue) => rule === 'maxIssues';
  const sentences = issues.filter((issue) => !isCount(issue)).map(({ message }) => clipped(message, 350));
  const uncounted = Number(issues.find(isCount)?.found ?? 0);
  const more = Math.max(sentences.length - 20, 0) + uncounted;
  return [...sentences.slice(0, 20), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/**
 * The report of issues in a header, as Prism's server sends it. A header is pure ASCII, so other characters become JSON
 * escapes; and clients reject large headers, so it has only as many issues as fit into two kilobytes.
 */
function violationsHeader(issues: readonly ExchangeIssue[]): string {
  const asEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  let value = '[';
  for (const { path, rule: code, message } of issues.slice(0, 10)) {
    const location = path.slice(0, 10).map((key) => (typeof key === 'number' ? key : clipped(key, 100)));
    const violation = { location: ['request', ...location], severity: 'Error', code, message: clipped(message, 200) };
    const text = JSON.stringify(violation).replace(/[^\x20-\x7e]/g, asEscape);
    if (value.length + text.length > 2_000) break;
    value += (value === '[' ? '' : ',') + text;
  }
  return `${value}]`;
}
