/** Reads recorded calls from a HAR file (version 1.2), as browsers and proxies write it. */
import { readFileSync } from 'node:fs';
import { type Operation, routeOf } from '../../src/contract/operations.ts';
import { headerOf, type RawHeaders, textOf } from '../../src/proxy/wire.ts';
import { list, own, type Tree, tree } from '../lib/json.ts';
import { type Mask, maskOf } from './mask.ts';

/** A recorded message. The body is undefined if the recording left it out. */
export interface Recorded {
  headers: RawHeaders;
  body: Buffer | undefined;
}

/** A recorded call of an operation. The status is 0 where no response was recorded. */
export interface Call {
  operation: Operation;
  url: URL;
  request: Recorded;
  response: Recorded & { status: number };
}

/**
 * Reads the calls of the contract's operations from a HAR file. Other entries may have any content.
 *
 * @throws Error when the file cannot be read, is not a HAR file, or has a call that cannot be understood. Its sentence
 * quotes nothing from the file.
 */
export function readRecording(file: string): { calls: Call[]; ignored: number; mask: Mask } {
  const entries = entriesOf(file);
  const calls = entries.flatMap((entry, index) => {
    const { method, url } = tree(own(entry, 'request'));
    if (typeof method !== 'string' || typeof url !== 'string' || !URL.canParse(url)) return [];
    const route = routeOf(method.toUpperCase(), new URL(url).pathname);
    if (!route || !('operation' in route)) return [];
    const at = `${file} is not a HAR file: /log/entries/${index}`;
    const [request, response] = [messageOf(entry, 'request', at), messageOf(entry, 'response', at)];
    const status = own(own(entry, 'response'), 'status') ?? 0;
    if (typeof status !== 'number') throw new Error(`${at}/response/status must be a number.`);
    return [{ operation: route.operation, url: new URL(url), request, response: { ...response, status } }];
  });
  return { calls, ignored: entries.length - calls.length, mask: maskOf(entries) };
}

function entriesOf(file: string): unknown[] {
  let har: unknown;
  try {
    har = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    // The parser's own message would repeat what it read.
    const why = error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${(error as { code?: string }).code})`;
    throw new Error(
      `${file} ${why}. Pass a HAR file, as exported by a browser's network panel or written by redocly proxy.`,
    );
  }
  const entries = own(own(har, 'log'), 'entries');
  if (!Array.isArray(entries)) throw new Error(`${file} is not a HAR file: /log/entries must be an array.`);
  return entries;
}

function messageOf(entry: unknown, side: 'request' | 'response', at: string): Recorded {
  const message = tree(own(entry, side));
  const { headers = [] } = message;
  const pairs = list(headers).map((pair) => [own(pair, 'name'), own(pair, 'value')]);
  const isText = (pair: unknown[]): pair is string[] => pair.every((text) => typeof text === 'string');
  if (!Array.isArray(headers) || !pairs.every(isText))
    throw new Error(`${at}/${side}/headers must be names and values.`);
  const body = bodyOf(message, tree(message[side === 'request' ? 'postData' : 'content']), pairs.flat());
  // The text of a recorded body is already decoded.
  return { headers: pairs.filter(([name = '']) => !/^content-encoding$/i.test(name)).flat(), body };
}

/** The body, decoded; undefined where there was one and the recording left it out. */
function bodyOf(message: Tree, { text, encoding, params, size }: Tree, headers: RawHeaders): Buffer | undefined {
  if (typeof text === 'string') {
    const body = Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8');
    const whole = encoding === 'base64' ? textOf({ headers, body }) : text;
    return whole === undefined ? body : Buffer.from(whole);
  }
  const pairs = list(params).map((pair) => [String(own(pair, 'name')), String(own(pair, 'value') ?? '')]);
  if (pairs.length > 0) return Buffer.from(String(new URLSearchParams(pairs)));
  const length = headerOf(headers, 'content-length');
  const sizes = [message['bodySize'], size, length].map(Number).filter((one) => one > 0);
  return sizes.length > 0 ? undefined : Buffer.alloc(0);
}
