/** Checks what went through the proxy against the contract. */

import { checkRequest, checkResponse, type Message } from '../contract/exchange.ts';
import type { Operation } from '../contract/operations.ts';
import { issuesOf, type ProxyIssue } from './report.ts';
import { headerOf, type RawHeaders, textOf } from './wire.ts';

/** A message as it was on the wire; if the body is missing, it is not checked. */
interface WireMessage {
  headers: RawHeaders;
  body: Buffer | undefined;
}

/** Checks a request against the contract. */
export function requestIssues(operation: Operation, request: WireMessage): ProxyIssue[] {
  const message = messageOf(request);
  return [...issuesOf('request', checkRequest(operation, message).issues), ...unread('request', request, message)];
}

/** Checks a response against the contract. A body that cannot be read is an issue with the rule `unread`. */
export function responseIssues(operation: Operation, response: WireMessage & { status: number }): ProxyIssue[] {
  const message = messageOf(response);
  const { issues } = checkResponse(operation, { ...message, status: response.status });
  return [...issuesOf('response', issues), ...unread('response', response, message)];
}

function messageOf({ headers, body }: WireMessage): Message {
  return { header: (name) => headerOf(headers, name), text: body && textOf({ headers, body }) };
}

function unread(where: ProxyIssue['where'], { body }: WireMessage, { text }: Message): ProxyIssue[] {
  if (!body || text !== undefined) return [];
  const message = 'The body is compressed in a way that cannot be read, or larger than 10 MiB; it was not checked.';
  return [{ where, pointer: '/body', rule: 'unread', found: 'string', message, breaking: false }];
}
