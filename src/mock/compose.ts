/** Composes the response to a valid request: a named one of the contract, or one derived from the request. */

import { operations } from '../../generated/operations.js';
import type { Operation, OperationId } from '../contract/operations.ts';
import { responderOf } from './operations/index.ts';
import type { Made, ValidRequest } from './operations/responder.ts';
import { jsonResponse, type MockResponse, type Problem } from './responses.ts';
import { exampleOf, type Step } from './scenarios.ts';
import type { State } from './state.ts';

/**
 * Returns the response that a step asks for, or why there is none.
 *
 * @param isStatic Whether a success is the contract's first example.
 */
export function compose(step: Step, request: ValidRequest, isStatic: boolean, state: State): MockResponse | Problem {
  const { status, example, delayMs = 0 } = step;
  const { operation: id } = request;
  const isMade = (status ?? 200) < 300 && example === undefined && !isStatic;
  const responder = isMade ? responderOf(id, state) : undefined;
  const outcome = responder ? responder(request, state) : named(id, step);
  if ('message' in outcome) return outcome;
  const { deprecated } = operations[id];
  const headers = { ...rateLimitHeaders(operations[id], outcome.status), ...(deprecated && { deprecation: 'true' }) };
  return { ...jsonResponse(outcome.status, outcome.json, headers), delayMs, note: outcome.note };
}

function named(id: OperationId, step: Step): Made | Problem {
  const { status = 200 } = step;
  if (status === 503) {
    return { status, message: 'The service is unavailable; LaunchDarkly does not document this response.' };
  }
  const found = exampleOf(id, step);
  if (!found) return { status: 400, message: `${id} has no response ${status}.` };
  return { status: found.status, json: JSON.stringify(found.value) };
}

/** Returns values for the documented headers of a status, with waits long enough to notice and short enough to bear. */
export function rateLimitHeaders({ responses }: Operation, status: number): Record<string, string> {
  const isLimited = status === 429;
  const windowMs = isLimited ? 1_000 : 10_000;
  const headerOf = (name: string): string | undefined => {
    if (name === 'retry-after') return '1';
    if (name.endsWith('-limit')) return '50';
    if (name.endsWith('-remaining')) return isLimited ? '0' : '48';
    return name.endsWith('-reset') ? String(Math.ceil((Date.now() + 1) / windowMs) * windowMs) : undefined;
  };
  return Object.fromEntries(
    Object.keys(responses[status]?.headers ?? {}).flatMap((name) => {
      const value = headerOf(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
