/** Messages as they were on the wire: headers in their order, and bodies in their codings. */

import zlib from 'node:zlib';
import { membersOf } from '../http/fields.ts';

/** Headers as they came: names and values in turn, in their order and with their repetitions. */
export type RawHeaders = readonly string[];

/** The head of a response, to send as it is. */
export interface WireHead {
  status: number;
  /** Undefined for the usual one of the status. */
  statusText: string | undefined;
  headers: RawHeaders;
}

/** The largest body that is read, in bytes. */
export const bodyLimit = 10 * 1024 * 1024;

/** Returns the value of a header; where it is repeated, the values with commas between them. */
export function headerOf(headers: RawHeaders, name: string): string | undefined {
  const values = pairsOf(headers).flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : []));
  return values.length > 0 ? values.join(', ') : undefined;
}

/** The headers that are about one connection: RFC 9110, section 7.6.1. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Returns the headers that go on to the next connection, which are those that Node writes as well. */
export function endToEnd(headers: RawHeaders, ...without: string[]): string[] {
  const named = membersOf(headerOf(headers, 'connection')).map(({ name }) => name);
  const left = new Set([...hopByHop, ...named, ...without]);
  return pairsOf(headers)
    .filter(([name, value]) => !left.has(name.toLowerCase()) && isName.test(name) && isText.test(value))
    .flat();
}

const isName = /^[!#$%&'*+.^`|~\w-]+$/;

/** What a value of a header, or a reason phrase, may hold: RFC 9110, section 5.5. */
export const isText = /^[\t\x20-\x7e\x80-\xff]*$/;

function pairsOf(headers: RawHeaders): [string, string][] {
  return Array.from({ length: headers.length / 2 }, (_, index) => [
    headers[2 * index] ?? '',
    headers[2 * index + 1] ?? '',
  ]);
}

type Decoder = (body: Buffer, options: { maxOutputLength: number }) => Buffer;

/** The content codings that this version of Node reads. */
const decoders: Record<string, Decoder> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  // Some servers leave the wrapper out.
  deflate: (body, options) => ((body[0] ?? 0) % 16 === 8 ? zlib.inflateSync : zlib.inflateRawSync)(body, options),
  br: zlib.brotliDecompressSync,
  ...('zstdDecompressSync' in zlib && { zstd: zlib.zstdDecompressSync as Decoder }),
};

/** Returns the headers of a request with no coding among the accepted ones that the response could not be read in. */
export function askingForReadable(headers: RawHeaders): string[] {
  const readable = (value: string) => {
    const members = value.split(',').filter((member) => {
      const [name = ''] = membersOf(member).map((one) => one.name);
      return Object.hasOwn(decoders, name) || name === 'identity';
    });
    return members.map((member) => member.trim()).join(', ') || 'identity';
  };
  return pairsOf(headers).flatMap(([name, value]) => [
    name,
    name.toLowerCase() === 'accept-encoding' ? readable(value) : value,
  ]);
}

/**
 * Returns the text of a body; `undefined` where its content coding is unknown or broken, or hides more than the limit.
 */
export function textOf({ headers, body }: { headers: RawHeaders; body: Buffer }): string | undefined {
  const codings = membersOf(headerOf(headers, 'content-encoding')).map(({ name }) => name);
  const applied = codings.filter((coding) => coding !== 'identity').reverse();
  // Each may take as long as the limit allows; nobody applies more than two.
  if (applied.length > 4) return undefined;
  try {
    return applied
      .reduce((data, coding) => {
        const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
        if (!decoder) throw new Error('unknown');
        return decoder(data, { maxOutputLength: bodyLimit });
      }, body)
      .toString('utf8');
  } catch {
    return undefined;
  }
}
