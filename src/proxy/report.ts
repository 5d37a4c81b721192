/** What the proxy reports about each request: what breaks the contract, without any secret. */

import type { ExchangeIssue } from '../contract/exchange.ts';
import { headerOf, type RawHeaders } from './wire.ts';

/** One thing that is wrong with a request or a response, or good to know about it. It never quotes a value. */
export interface ProxyIssue {
  readonly where: 'request' | 'response';
  /** The place as a JSON Pointer into the message: `/body/treatments/0/name`, `/headers/retry-after` or `/status`. */
  readonly pointer: string;
  /**
   * The keyword of JSON Schema that is broken, such as `type` or `required`; or `status`, `mediaType`, `json`,
   * `unread`, `operation` or `upstream` for what is not about a schema.
   */
  readonly rule: string;
  /** The kind of value that was found, such as `string`, `integer`, `null` or `absent`. */
  readonly found: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** Whether it breaks the contract; if not, it is good to know, and harmless to tolerant readers. */
  readonly breaking: boolean;
}

/**
 * Whether a response was checked: it was; it could not be, because there was none or it could not be read; its
 * operation is not in the contract; or the request was rejected and nothing was sent.
 */
export type Checking = 'checked' | 'unchecked' | 'not_in_contract' | 'refused';

/** What a proxy reports about one request and its response. It contains no token, header value or body value. */
export interface ProxyReport {
  readonly method: string;
  /** The path, percent-encoded, without the query. */
  readonly path: string;
  /** The upstream's status, or if the upstream gave no response, that of the proxy's own. */
  readonly status: number;
  /** From the last byte of the request to the last byte of the response, in milliseconds. */
  readonly ms: number;
  readonly response: Checking;
  /** What breaks the contract comes first. At most a hundred. */
  readonly issues: readonly ProxyIssue[];
}

/** Returns an issue that breaks nothing. */
export function note(where: ProxyIssue['where'], pointer: string, rule: string, message: string): ProxyIssue {
  return { where, pointer, rule, found: rule === 'upstream' ? 'absent' : 'string', message, breaking: false };
}

/** Returns issues of the contract as those of a report. */
export function issuesOf(where: ProxyIssue['where'], issues: readonly ExchangeIssue[]): ProxyIssue[] {
  return issues.map(({ path: _, ...issue }) => ({ where, ...issue }));
}

/** Sorts issues for a report, limits their number, and redacts the secrets of the request. */
export function arranged(issues: readonly ProxyIssue[], redact: (text: string) => string): ProxyIssue[] {
  return issues
    .toSorted((a, b) => Number(b.breaking) - Number(a.breaking))
    .slice(0, 100)
    .map((one) => ({ ...one, pointer: redact(one.pointer), message: redact(one.message) }));
}

/**
 * Returns a function that redacts a request's credentials in a text: reports contain property names and paths, where
 * either side may repeat the token, with any of its characters encoded.
 */
export function redactor(headers: RawHeaders): (text: string) => string {
  const parts = (headerOf(headers, 'authorization') ?? '').split(/[\s,]+/);
  // A shorter text is not a secret, and could be part of any word. Of a text longer than any token, only the start is
  // used.
  const secrets = parts.filter((part) => part.length >= 8).map((part) => part.slice(0, 1_024));
  if (secrets.length === 0) return (text) => text;
  const pattern = new RegExp(secrets.slice(0, 4).map(patternOf).join('|'), 'g');
  return (text) => text.replace(pattern, '[token]');
}

/** A pattern of a text whose characters may be percent-encoded, more than once, or escaped for a pointer or for JSON. */
function patternOf(secret: string): string {
  return [...secret]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const hex = code
        .toString(16)
        .padStart(2, '0')
        .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
      const pointer = { '~': '|~0', '/': '|~1' }[character] ?? '';
      return `(?:${escaped(character)}|%(?:25)*${hex}|\\\\u00${hex}${pointer})`;
    })
    .join('');
}

function escaped(character: string): string {
  return /\w/.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
