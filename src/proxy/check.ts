import { createIteration, type Operation } from '../../generated/operations.js';
import { iterationInputErrors } from '../../generated/validators.js';
import { driftOf } from '../validation/index.ts';
import { issuesOf } from '../validation/issue.ts';
import { errorDriftOf } from './error-body.ts';
import { type Finding, findingsOf } from './finding.ts';
import { headerOf, type RawHeaders, textOf } from './wire.ts';

const { responses }: Operation = createIteration;

type Where = Finding['where'];

/**
 * Compares a request of the operation with the contract. What the mock refuses is breaking; a property that the
 * contract does not know is not, for bodies are open.
 */
export function requestFindings(request: { headers: RawHeaders; body: Buffer }): Finding[] {
  const { value, findings } = readJson('request', request);
  const type = headerOf(request.headers, 'content-type');
  if (type !== undefined && request.body.length > 0 && !/^application\/([\w.-]+\+)?json$/.test(mediaTypeOf(type))) {
    findings.push(wrongMediaType('request', 'string'));
  }
  if (findings.length > 0) return findings;
  const all = findingsOf('request', issuesOf(iterationInputErrors, value), true);
  return all.map((one) => ({ ...one, breaking: one.rule !== 'additionalProperties' }));
}

/** What a request without credentials breaks: the operation has a security scheme. */
export function securityFindings(headers: RawHeaders): Finding[] {
  if (headerOf(headers, 'authorization')) return [];
  const message = 'The access token must be present, in the header Authorization.';
  return [finding('request', '/headers/authorization', 'required', 'absent', message)];
}

/**
 * Compares an answer of the operation with the contract: its status, its media type, the documented headers and the
 * body. A 5xx is in no contract and breaks none: it says that the upstream is unwell, not that it has changed. Unknown
 * properties and values are not breaking, for answers are open.
 */
export function answerFindings(answer: { status: number; headers: RawHeaders; body: Buffer }): Finding[] {
  const { status, headers } = answer;
  const documented = responses[status];
  if (!documented) {
    const message = `The status ${status} is not in the contract, which has ${Object.keys(responses).join(', ')}.`;
    return [{ ...finding('answer', '/status', 'status', 'integer', message), breaking: status < 500 }];
  }
  const findings = Object.keys(documented.headers).flatMap((name) => headerFindings(headers, name));
  const type = headerOf(headers, 'content-type');
  if (mediaTypeOf(type) !== 'application/json') {
    findings.push(wrongMediaType('answer', type === undefined ? 'absent' : 'string'));
  }
  const read = readJson('answer', answer);
  if (read.findings.length > 0) return [...findings, ...read.findings];
  const { issues, additions } = status === 200 ? driftOf(read.value) : errorDriftOf(read.value);
  return [...findings, ...findingsOf('answer', issues, true), ...findingsOf('answer', additions, false)];
}

/** Every header that the contract documents is an integer, and may be absent. */
function headerFindings(headers: RawHeaders, name: string): Finding[] {
  const value = headerOf(headers, name);
  if (value === undefined || /^-?\d+$/.test(value)) return [];
  return [finding('answer', `/headers/${name}`, 'type', 'string', `The header ${name} must be an integer.`)];
}

/** Reads a body, which must be there and be JSON. The parser's own message is left out: it repeats what it read. */
function readJson(
  where: Where,
  message: { headers: RawHeaders; body: Buffer },
): { value?: unknown; findings: Finding[] } {
  const broken = (rule: string, found: string, sentence: string) => ({
    findings: [finding(where, '/body', rule, found, sentence)],
  });
  if (message.body.length === 0) return broken('required', 'absent', 'The body must be present.');
  const text = textOf(message);
  if (text === undefined) {
    const sentence = 'The body is compressed in a way that cannot be read; it was not checked.';
    const [unread] = broken('contentEncoding', 'string', sentence).findings;
    return { findings: unread ? [{ ...unread, breaking: false }] : [] };
  }
  try {
    return { value: JSON.parse(text), findings: [] };
  } catch {
    return broken('json', 'string', 'The body is not JSON.');
  }
}

function wrongMediaType(where: Where, found: string): Finding {
  return finding(where, '/headers/content-type', 'mediaType', found, 'The body must be application/json.');
}

function mediaTypeOf(header: string | undefined): string {
  return header?.split(';')[0]?.trim().toLowerCase() ?? '';
}

function finding(where: Where, pointer: string, rule: string, found: string, message: string): Finding {
  return { where, pointer, rule, found, message, breaking: true };
}
