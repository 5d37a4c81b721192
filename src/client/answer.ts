import type { IterationRep } from '../../generated/schema.d.ts';
import { IterationError } from './error.ts';

/**
 * Returns the iteration of a 2xx answer.
 *
 * @throws IterationError `invalid_response`, when the text is not that of a JSON object: empty, cut off, HTML.
 */
export function readIteration(status: number, text: string | undefined): IterationRep {
  const value = parseObject(text);
  if (value === undefined) {
    const message = `LaunchDarkly answered ${status}, but not with a JSON object. An iteration may have been created.`;
    throw new IterationError({ kind: 'invalid_response', message, status });
  }
  return value as unknown as IterationRep;
}

/**
 * Returns the error that an answer outside 2xx stands for. Its body may be of any kind: the API's own
 * `{code, message, id}`, the HTML page of a proxy, or nothing.
 */
export function readError(status: number, body: unknown): IterationError {
  const { code, message, id } = isObject(body) ? body : {};
  const answered = `LaunchDarkly answered ${status}`;
  return new IterationError({
    kind: 'http',
    message: typeof message === 'string' ? `${answered}: ${message}` : `${answered} without a message.`,
    status,
    code: typeof code === 'string' ? code : undefined,
    id: typeof id === 'string' ? id : undefined,
  });
}

function parseObject(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
