/** Messages as they were on the wire: headers in their order, and bodies in their content codings. */

import zlib from 'node:zlib';
import { membersOf } from '../http/fields.ts';

/** Headers as they came: names and values alternating, in their order and with repetitions. */
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

/** Returns the value of a header; if it is repeated, the values joined by commas. */
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

/** Returns the headers to forward to the next connection, without any that Node cannot write. */
export function endToEnd(headers: RawHeaders, ...without: string[]): string[] {
  const named = membersOf(headerOf(headers, 'connection')).map(({ name }) => name);
  const left = new Set([...hopByHop, ...named, ...without]);
  return pairsOf(headers)
    .filter(([name, value]) => !left.has(name.toLowerCase()) && isName.test(name) && isText.test(value))
    .flat();
}

const isName = /^[!#$%&'*+.^`|~\w-]+$/;

/** What a header value or a reason phrase may contain: RFC 9110, section 5.5. */
export const isText = /^[\t\x20-\x7e\x80-\xff]*$/;

function pairsOf(headers: RawHeaders): [string, string][] {
  return Array.from({ length: headers.length / 2 }, (_, index) => [
    headers[2 * index] ?? '',
    headers[2 * index + 1] ?? '',
  ]);
}

type Decoder = (body: Buffer, options: { maxOutputLength: number }) => Buffer;

/** The content codings that this version of Node can read. */
const decoders: Record<string, Decoder> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  // Some servers leave the wrapper out.
  deflate: (body, options) => ((body[0] ?? 0) % 16 === 8 ? zlib.inflateSync : zlib.inflateRawSync)(body, options),
  br: zlib.brotliDecompressSync,
  ...('zstdDecompressSync' in zlib && { zstd: zlib.zstdDecompressSync as Decoder }),
};

/** Returns the headers of a request, without accepted content codings that could not be read. */
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
 * Returns the text of a body; `undefined` if its content coding is unknown or broken, or it decodes to more than the
 * limit.
 */
export function textOf({ headers, body }: { headers: RawHeaders; body: Buffer }): string | undefined {
  const codings = membersOf(headerOf(headers, 'content-encoding')).map(({ name }) => name);
  const applied = codings.filter((coding) => coding !== 'identity').reverse();
  // Each may take as long as the limit allows; more than two are not used in practice.
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
