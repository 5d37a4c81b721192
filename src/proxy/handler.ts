/** Handles one request: rejects it, or forwards it and checks both sides against the contract. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Operation, routeOf } from '../contract/operations.ts';
import { type Body, bodyReader } from '../http/body.ts';
import { requestIssues, responseIssues } from './check.ts';
import type { Forwarded, Outgoing } from './forward.ts';
import { admit, type Refusal } from './guard.ts';
import { arranged, note, type ProxyIssue, type ProxyReport, redactor } from './report.ts';
import { sendOwn, sendStream, sendWhole } from './send.ts';
import { bodyLimit } from './wire.ts';

/** The options of the proxy that a handler needs. */
export interface HandlerOptions {
  /** The host that the proxy listens on. */
  host: string;
  errors?: boolean | undefined;
  onReport?: ((report: ProxyReport) => void) | undefined;
}

type Forward = (outgoing: Outgoing) => Promise<Forwarded>;
type Outcome = Pick<ProxyReport, 'status' | 'response' | 'issues'>;

/** Returns a request handler. It rejects when the caller disconnects while sending. */
export function createHandler(
  { host, errors = false, onReport }: HandlerOptions,
  forward: Forward,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const readBody = bodyReader(bodyLimit);
  return async (request, response) => {
    const { method = 'GET', url = '/', rawHeaders } = request;
    const admission = admit(url, request.headers.host, host);
    const received = 'target' in admission ? accepted(admission.target, await readBody(request)) : admission;
    const start = performance.now();
    const { status, issues, ...outcome } =
      'target' in received
        ? await pass(request, response, { ...received, method, headers: rawHeaders }, forward, errors)
        : refuse(request, response, received);
    const redact = redactor(rawHeaders);
    const path = redact(url.replace(/\?.*/s, ''));
    onReport?.({ method, path, status, ms: performance.now() - start, ...outcome, issues: arranged(issues, redact) });
  };
}

function accepted(target: string, body: Body): { target: string; body: Buffer } | Refusal {
  if (typeof body !== 'string') return { target, body };
  const pointer = '/body';
  if (body === 'too large') {
    const message = 'The body is larger than 10 MiB; nothing was sent.';
    return { status: 413, code: 'request_too_large', message, pointer };
  }
  const message = 'The proxy is reading too many large bodies at once; nothing was sent.';
  return { status: 503, code: 'service_unavailable', message, pointer };
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): Outcome {
  sendOwn(request, response, refusal);
  const { status, pointer, message } = refusal;
  return { status, response: 'refused', issues: [note('request', pointer, 'refused', message)] };
}

type Call = Pick<Outgoing, 'method' | 'target' | 'headers' | 'body'>;

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  call: Call,
  forward: Forward,
  errors: boolean,
): Promise<Outcome> {
  const operation = operationOf(call);
  const forwarded = await forward({ ...call, isChecked: operation !== undefined, gone: goneOf(response) });
  const requested = operation ? requestIssues(operation, call) : [unknownOperation(call.method)];
  if ('failure' in forwarded) {
    const { status, code, failure } = forwarded;
    sendOwn(request, response, { status, code, message: failure });
    const issues = [...requested, note('response', '', 'upstream', failure)];
    return { status, response: operation ? 'unchecked' : 'not_in_contract', issues };
  }
  const { head, body } = forwarded;
  const { status } = head;
  if (!operation || !Buffer.isBuffer(body)) {
    const isWhole = Buffer.isBuffer(body) || (await sendStream(response, head, body));
    const broken = note('response', '', 'upstream', 'The connection to the upstream, or to the caller, broke.');
    return { status, response: 'not_in_contract', issues: isWhole ? requested : [...requested, broken] };
  }
  const responded = responseIssues(operation, { ...head, body });
  const first = errors ? responded.find(({ breaking }) => breaking) : undefined;
  if (first) sendOwn(request, response, replacement(status, first));
  else sendWhole(request, response, head, body);
  const isRead = responded.every(({ rule }) => rule !== 'unread');
  return { status, response: isRead ? 'checked' : 'unchecked', issues: [...requested, ...responded] };
}

function operationOf({ method, target }: Call): Operation | undefined {
  const route = routeOf(method, target.replace(/\?.*/s, ''));
  return route && 'operation' in route ? route.operation : undefined;
}

/** It names the status, because what the upstream did is done: after a 200, the iteration exists. */
function replacement(status: number, { message, pointer }: ProxyIssue) {
  const sentence = `The upstream responded ${status}, but its response breaks the contract at ${pointer}: ${message}`;
  return { status: 502, code: 'bad_gateway', message: sentence };
}

function unknownOperation(method: string): ProxyIssue {
  const message = `${method} on this path is not in the contract; it was forwarded, and its response was not checked.`;
  return note('request', '/path', 'operation', message);
}

/** Aborts when the caller disconnects. */
function goneOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}
