import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Headers as they came: names and values in turn, in their order and with their repetitions. */
export type RawHeaders = readonly string[];

/** A request as it came. */
export interface WireRequest {
  method: string;
  /** The path, percent-encoded, with the query, if any. */
  target: string;
  headers: RawHeaders;
  /** `undefined` where it is larger than {@link bodyLimit}. */
  body: Buffer | undefined;
}

/** An answer to send as it is. */
export interface WireAnswer {
  status: number;
  statusText?: string | undefined;
  headers: RawHeaders;
  body: Buffer;
  /** Why the upstream gave no answer and this one is the proxy's own, in a sentence. */
  failure?: string;
}

/** The largest body that passes, in bytes. */
export const bodyLimit = 10 * 1024 * 1024;

/** Returns an answer of the proxy itself, in the shape of the API's errors. */
export function ownAnswer(status: number, code: string, message: string): WireAnswer {
  const body = Buffer.from(JSON.stringify({ code, message }));
  return { status, headers: ['content-type', 'application/json'], body };
}

/** Returns the value of a header; where it is repeated, the values with commas between them. */
export function headerOf(headers: RawHeaders, name: string): string | undefined {
  const values = pairsOf(headers).flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : []));
  return values.length > 0 ? values.join(', ') : undefined;
}

/** The headers that are about one connection: RFC 9110, section 7.6.1. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Returns the headers that go on to the next connection. */
export function endToEnd(headers: RawHeaders, ...without: string[]): string[] {
  const named = (headerOf(headers, 'connection') ?? '').toLowerCase().split(/[\s,]+/);
  const left = new Set([...hopByHop, ...named, ...without]);
  return pairsOf(headers)
    .filter(([name]) => !left.has(name.toLowerCase()))
    .flat();
}

function pairsOf(headers: RawHeaders): [string, string][] {
  return Array.from({ length: headers.length / 2 }, (_, index) => [
    headers[2 * index] ?? '',
    headers[2 * index + 1] ?? '',
  ]);
}

/** Reads a body to its end; `undefined` where it is larger than {@link bodyLimit}. */
export async function readBody(stream: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
}

const decoders: Record<string, (body: Buffer, options: { maxOutputLength: number }) => Buffer> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Returns the text of a body, or `undefined` where its content coding is unknown or broken. */
export function textOf({ headers, body }: { headers: RawHeaders; body: Buffer }): string | undefined {
  const codings = (headerOf(headers, 'content-encoding') ?? '').toLowerCase().split(/[\s,]+/);
  const applied = codings.filter((coding) => coding !== '' && coding !== 'identity').reverse();
  try {
    return applied
      .reduce((data, coding) => {
        if (!decoders[coding]) throw new Error('unknown');
        return decoders[coding](data, { maxOutputLength: bodyLimit });
      }, body)
      .toString('utf8');
  } catch {
    return undefined;
  }
}
