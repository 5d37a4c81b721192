/** Writes and reads bodies, within bounds. */

/** The largest body that is sent, in bytes. */
export const maxRequestBytes = 1024 * 1024;
/** The largest body that is read, in bytes, after it is unpacked. */
export const maxResponseBytes = 8 * 1024 * 1024;

/**
 * If the body is text or bytes, Deno, and Bun on a connection that died, send the request a second time unasked. They
 * send a `Blob` only once. Node sends text once, and reads it faster.
 */
const needsBlob = 'Deno' in globalThis || 'Bun' in globalThis || globalThis.process?.versions?.node === undefined;

/** Returns a body in a form that this runtime sends at most once. */
export function sendOnce(body: string): string | Blob {
  return needsBlob ? new Blob([body]) : body;
}

/** Reads a response's body as text. Rejects if it is incomplete or larger than {@link maxResponseBytes}. */
export async function readText(response: Response): Promise<string> {
  const { body, headers } = response;
  if (!body) return '';
  const length = Number(headers.get('content-length') ?? Number.NaN);
  // Content-Length is that of the encoded body, so it is no bound where there is a content coding.
  if (length <= maxResponseBytes && !headers.has('content-encoding')) return response.text();
  const source = chunksOf(body);
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await source.next();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxResponseBytes) {
      source.cancel().catch(() => {});
      throw new Error(`The response is larger than ${maxResponseBytes} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The chunks of a web stream. The body of node-fetch is a Node stream, which is iterable. */
function chunksOf(body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>) {
  if ('getReader' in body) {
    const reader = body.getReader();
    return { next: () => reader.read(), cancel: () => reader.cancel() };
  }
  const iterator = body[Symbol.asyncIterator]();
  return { next: () => iterator.next(), cancel: async () => void (await iterator.return?.()) };
}

/** Parses JSON; returns `undefined` if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
