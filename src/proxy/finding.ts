import { headerOf, type RawHeaders } from './wire.ts';

/** One difference between a request or an answer and the contract. It never repeats a value. */
export interface Finding {
  readonly where: 'request' | 'answer';
  /** The place as a JSON Pointer into the message: `/body/treatments/0/name`, `/headers/retry-after` or `/status`. */
  readonly pointer: string;
  /**
   * The keyword of JSON Schema that is broken, such as `type` or `required`; or `status`, `mediaType`, `json`,
   * `contentEncoding`, `operation` or `upstream` for what is not about a schema.
   */
  readonly rule: string;
  /** The kind of value that was found, such as `string`, `integer`, `null` or `absent`. */
  readonly found: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** Whether it breaks the contract; if not, it is worth knowing and hurts nobody who reads tolerantly. */
  readonly breaking: boolean;
}

/** What a proxy says of one request and its answer. It holds no token, no value of a header and no value of a body. */
export interface ProxyReport {
  readonly method: string;
  /** The path, percent-encoded, without the query. */
  readonly path: string;
  /** The upstream's status; where the upstream gave no answer, the status that the proxy answered with. */
  readonly status: number;
  /** From the last byte of the request to the last byte of the answer, in milliseconds. */
  readonly ms: number;
  /** What breaks the contract comes first. Of a hopeless message, the first hundred. */
  readonly findings: readonly Finding[];
}

/** The order of a report, and its limit. */
export function arranged(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => Number(b.breaking) - Number(a.breaking)).slice(0, 100);
}

/**
 * Returns a function that takes a request's credentials out of a text. Names of properties and paths are in reports,
 * and an upstream may well repeat the token as one of them.
 */
export function redactor(headers: RawHeaders): (text: string) => string {
  const parts = (headerOf(headers, 'authorization') ?? '').split(/[\s,]+/);
  // What is shorter is no secret, and may be a part of any word.
  const secrets = parts.filter((part) => part.length >= 8);
  const forms = secrets.flatMap((secret) => [
    secret,
    secret.replaceAll('~', '~0').replaceAll('/', '~1'),
    encodeURIComponent(secret),
  ]);
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, '[token]'), text);
}
