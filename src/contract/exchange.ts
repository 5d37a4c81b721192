/** Finds what is wrong with a request or a response of an operation: its credentials, status, headers and body. */
import { type Validator, validators } from '../../generated/validators.js';
import type { Issue } from './issue.ts';
import type { Content, Operation } from './operations.ts';
import { type Path, pointerOf } from './pointer.ts';
import { compare } from './validate.ts';

/** The parts of a request or a response that the contract describes. */
export interface Message {
  /** Returns the value of a header by its name in lower case; for a repeated one, all values joined by commas. */
  header(name: string): string | undefined;
  /** The body, empty if there is none; `undefined` if it cannot be read as text, and is not checked. */
  readonly text: string | undefined;
}

/** An issue with a message. Its path starts at the message: with `body`, `headers` or `status`. */
export interface ExchangeIssue extends Issue {
  /** Whether it breaks the contract; if not, it is good to know, and harmless to tolerant readers. */
  readonly breaking: boolean;
}

/** The issues, most important first, and the body if it is JSON. */
export interface Checked {
  readonly issues: readonly ExchangeIssue[];
  readonly body?: unknown;
}

/**
 * Checks a request of an operation. A missing access token comes first, then a wrong media type, then the issues of the
 * body; all of them are reported.
 */
export function checkRequest({ request }: Operation, message: Message): Checked {
  const issues: ExchangeIssue[] = [];
  if (!message.header('authorization')) {
    issues.push(
      issue(
        ['headers', 'authorization'],
        'required',
        'absent',
        'The access token must be present in the Authorization header.',
      ),
    );
  }
  if (!request || (message.text === '' && !request.required)) return { issues };
  const mediaType = message.header('content-type');
  const isJson = /^application\/([\w.-]+\+)?json$/.test(essenceOf(mediaType ?? ''));
  if (message.text !== '' && !isJson) {
    issues.push(wrongMediaType(request.content, mediaType === undefined ? 'absent' : 'string'));
  }
  return withBody(issues, message, validatorOf(request.content, mediaType), 'request');
}

/**
 * Checks a response of an operation. A status of 500 or above never breaks the contract: it says that the server has a
 * problem, not that it has changed.
 */
export function checkResponse({ responses }: Operation, message: Message & { readonly status: number }): Checked {
  const { status } = message;
  const documented = responses[status];
  if (!documented) {
    const sentence = `The status ${status} is not in the contract, which has ${Object.keys(responses).join(', ')}.`;
    return { issues: [{ ...issue(['status'], 'status', 'integer', sentence), breaking: status < 500 }] };
  }
  const issues = Object.entries(documented.headers).flatMap(([name, rules]) =>
    headerIssues(name, message.header(name), rules),
  );
  const mediaType = message.header('content-type');
  const validator = validatorOf(documented.content, mediaType);
  if (!validator) return { issues };
  const isDocumented = Object.keys(documented.content).some((type) => essenceOf(type) === essenceOf(mediaType ?? ''));
  if (!isDocumented) issues.push(wrongMediaType(documented.content, mediaType === undefined ? 'absent' : 'string'));
  return withBody(issues, message, validator, 'response');
}

function withBody(
  issues: ExchangeIssue[],
  { text }: Message,
  validator: Validator | undefined,
  side: 'request' | 'response',
): Checked {
  if (text === undefined || !validator) return { issues };
  if (text === '') return { issues: [...issues, issue(['body'], 'required', 'absent', 'The body must be present.')] };
  const body = parsed(text);
  if (!body) return { issues: [...issues, issue(['body'], 'json', 'string', 'The body is not JSON.')] };
  const drift = compare(validator, body.value, side);
  const inBody = (breaking: boolean) => (one: Issue) => {
    const path = ['body', ...one.path];
    return { ...one, path, pointer: pointerOf(path), breaking };
  };
  return {
    body: body.value,
    issues: [...issues, ...drift.issues.map(inBody(true)), ...drift.additions.map(inBody(false))],
  };
}

function headerIssues(name: string, value: string | undefined, { type, required }: { type: string; required?: true }) {
  if (value === undefined) {
    return required ? [issue(['headers', name], 'required', 'absent', `The header ${name} must be present.`)] : [];
  }
  const isRight = type !== 'integer' || /^-?\d+$/.test(value);
  return isRight ? [] : [issue(['headers', name], 'type', 'string', `The header ${name} must be an integer.`)];
}

/** The validator of a body: that of its media type, or else that of the first documented one. */
function validatorOf(content: Content, mediaType = ''): Validator | undefined {
  const types = Object.keys(content);
  const type =
    types.find((one) => one === mediaType) ?? types.find((one) => essenceOf(one) === essenceOf(mediaType)) ?? types[0];
  return type === undefined ? undefined : validators[content[type] as keyof typeof validators];
}

function wrongMediaType(content: Content, found: string): ExchangeIssue {
  return issue(
    ['headers', 'content-type'],
    'mediaType',
    found,
    `The body must be ${Object.keys(content).join(' or ')}.`,
  );
}

/** A media type without its parameters, in lower case. */
function essenceOf(mediaType: string): string {
  return mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The parser's own message is left out: it repeats what it read. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}

function issue(path: Path, rule: string, found: string, message: string): ExchangeIssue {
  return { message, path, pointer: pointerOf(path), rule, found, breaking: true };
}
