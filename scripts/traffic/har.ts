/** Reads recorded calls from a HAR file (version 1.2), as browsers and proxies write it. */
import { readFileSync } from 'node:fs';
import { headerOf, type RawHeaders, textOf } from '../../src/proxy/wire.ts';
import { list, own, type Tree, tree } from '../lib/json.ts';
import { type Mask, maskOf } from './mask.ts';

/** A recorded message. The body is undefined if the recording left it out. */
export interface Recorded {
  headers: RawHeaders;
  body: Buffer | undefined;
}

/** A recorded call. The status is 0 where no response was recorded. */
export interface Call {
  method: string;
  url: URL;
  request: Recorded;
  response: Recorded & { status: number };
}

/** Why a file is not a recording, in a sentence that quotes nothing from the file. */
export class NoRecording extends Error {}

/**
 * Reads a HAR file. Entries that are not wanted may have any content.
 *
 * @param isWanted Whether to return a call, by its method and path.
 * @throws NoRecording when the file cannot be read, is not a HAR file, or has a wanted entry that cannot be understood.
 */
export function readRecording(
  file: string,
  isWanted: (method: string, path: string) => boolean,
): { calls: Call[]; ignored: number; mask: Mask } {
  const entries = entriesOf(file);
  const calls = entries.flatMap((entry, index) => {
    const { method, url } = tree(own(entry, 'request'));
    if (typeof method !== 'string' || typeof url !== 'string' || !URL.canParse(url)) return [];
    const target = new URL(url);
    return isWanted(method.toUpperCase(), target.pathname)
      ? [callOf(entry, method.toUpperCase(), target, file, index)]
      : [];
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
    throw new NoRecording(
      `${file} ${why}. Pass a HAR file, as exported by a browser's network panel or written by redocly proxy.`,
    );
  }
  const entries = own(own(har, 'log'), 'entries');
  if (!Array.isArray(entries)) throw new NoRecording(`${file} is not a HAR file: /log/entries must be an array.`);
  return entries;
}

function callOf(entry: unknown, method: string, url: URL, file: string, index: number): Call {
  const refuse = (what: string) => new NoRecording(`${file} is not a HAR file: /log/entries/${index}${what}.`);
  const read = (side: 'request' | 'response'): Recorded => {
    const message = tree(own(entry, side));
    const headers = list(message['headers'] ?? []).map((pair) => [own(pair, 'name'), own(pair, 'value')]);
    const isRight = message['headers'] === undefined || Array.isArray(message['headers']);
    if (!isRight || headers.flat().some((text) => typeof text !== 'string'))
      throw refuse(`/${side}/headers must be names and values`);
    const raw = (headers as [string, string][]).flat();
    const body = bodyOf(message, tree(message[side === 'request' ? 'postData' : 'content']), raw);
    // The text of a recorded body is already decoded.
    return {
      headers: (headers as [string, string][]).filter(([name]) => !/^content-encoding$/i.test(name)).flat(),
      body,
    };
  };
  const [request, response] = [read('request'), read('response')];
  const status = own(own(entry, 'response'), 'status') ?? 0;
  if (typeof status !== 'number') throw refuse('/response/status must be a number');
  return { method, url, request, response: { ...response, status } };
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
