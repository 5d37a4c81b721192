import { createIteration } from '../../generated/operations.js';
import { type Checked, checkRequest, checkResponse, type Message } from '../contract/exchange.ts';
import type { Finding } from './finding.ts';
import { headerOf, type RawHeaders, textOf } from './wire.ts';

type Where = Finding['where'];

/**
 * Compares a request of the operation with the contract. A property that the contract does not know does not break it,
 * for bodies are open.
 */
export function requestFindings(request: { headers: RawHeaders; body: Buffer | undefined }): Finding[] {
  const message = messageOf(request);
  return findingsOf('request', checkRequest(createIteration, message), message);
}

/**
 * Compares an answer of the operation with the contract: its status, its media type, the documented headers and the
 * body. Unknown properties and values do not break it, for answers are open.
 */
export function answerFindings(answer: { status: number; headers: RawHeaders; body: Buffer | undefined }): Finding[] {
  const message = messageOf(answer);
  return findingsOf('answer', checkResponse(createIteration, { ...message, status: answer.status }), message);
}

/** A body that there is not was not recorded; one that cannot be read is compressed in an unknown way. */
function messageOf({
  headers,
  body,
}: {
  headers: RawHeaders;
  body: Buffer | undefined;
}): Message & { isRead: boolean } {
  const text = body && textOf({ headers, body });
  return { header: (name) => headerOf(headers, name), text, isRead: body === undefined || text !== undefined };
}

function findingsOf(where: Where, { issues }: Checked, { isRead }: { isRead: boolean }): Finding[] {
  const findings = issues.map(({ path: _, ...issue }) => ({ where, ...issue }));
  const message = 'The body is compressed in a way that cannot be read; it was not checked.';
  const unread = { where, pointer: '/body', rule: 'contentEncoding', found: 'string', message, breaking: false };
  return isRead ? findings : [...findings, unread];
}
