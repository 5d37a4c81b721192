/** Checks a request against the contract, and says what is wrong with it within limits of bytes. */

import { mediaTypeOf } from '../http/fields.ts';
import { type Issue, validateIterationInput } from '../validation/index.ts';
import type { OperationId } from './operations/index.ts';
import { clipped, type MockRequest, type Problem } from './responses.ts';

/** The parsed body and its text; or what is wrong. A missing token comes first, then the media type, then the body. */
export function checkRequest(
  _id: OperationId,
  { headers, body }: MockRequest,
): { body: unknown; text: string } | Problem {
  if (!headers['authorization']) {
    const violation = { location: ['request'], severity: 'Error', code: 401, message: 'The access token is missing.' };
    return { status: 401, message: violation.message, headers: violationsHeader([violation]) };
  }
  if (typeof body !== 'string') return unread(body.unread);
  if (body !== '' && !/^application\/([\w.-]+\+)?json$/.test(mediaTypeOf(headers['content-type']))) {
    return { status: 415, message: 'The body must be JSON, and its Content-Type application/json.' };
  }
  const text = body.replace(/^\uFEFF/, '');
  if (text === '') return { status: 400, message: 'The body must be present.' };
  try {
    const parsed: unknown = JSON.parse(text);
    const { issues } = validateIterationInput(parsed);
    return issues ? ofIssues(issues) : { body: parsed, text };
  } catch (error) {
    const logged = 'The body is not JSON.';
    return { status: 400, message: `The body is not JSON: ${(error as Error).message}`, logged };
  }
}

function unread(why: 'too large' | 'too much at once'): Problem {
  if (why === 'too large') return { status: 413, message: 'The body is larger than 1 MiB.' };
  return {
    status: 503,
    message: 'The mock is reading too many large bodies at once.',
    headers: { 'retry-after': '1' },
  };
}

function ofIssues(issues: readonly Issue[]): Problem {
  const sentences = issues.slice(0, 20).map(({ message }) => clipped(message, 350));
  const more = issues.length - sentences.length;
  return {
    status: 400,
    message: [...sentences, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '),
    logged: sentences[0],
    headers: violationsHeader(issues.map(violationOf)),
  };
}

/** What is wrong, as Prism's server reports it. */
interface Violation {
  location: (string | number)[];
  severity: string;
  code: string | number;
  message: string;
}

function violationOf({ path, rule, message }: Issue): Violation {
  const location = path.slice(0, 10).map((key) => (typeof key === 'number' ? key : clipped(key, 100)));
  return { location: ['request', 'body', ...location], severity: 'Error', code: rule, message: clipped(message, 200) };
}

/**
 * The report of violations in a header. A header holds ASCII alone, so other characters become JSON escapes; and
 * clients refuse large headers, so it has as many of the first ones as fit into two kilobytes.
 */
function violationsHeader(violations: readonly Violation[]): Record<string, string> {
  const asEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const texts = violations.slice(0, 10).map((one) => JSON.stringify(one).replace(/[^\x20-\x7e]/g, asEscape));
  let value = '[]';
  for (let count = 1; count <= texts.length; count += 1) {
    const longer = `[${texts.slice(0, count).join(',')}]`;
    if (longer.length > 2_000) break;
    value = longer;
  }
  return { 'sl-violations': value };
}
