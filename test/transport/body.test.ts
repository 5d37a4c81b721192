import { afterEach, describe, expect, it, vi } from 'vitest';
import { maxResponseBytes, parseJson, readText, sendOnce } from '../../src/transport/body.ts';
import { breakingOff } from '../support/calls.ts';

const mebibyte = 1024 * 1024;

/** A response whose body comes in chunks, and what was done to it. */
function chunked(chunks: (number | Uint8Array)[], headers: Record<string, string> = {}) {
  const left = [...chunks];
  const cancel = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(typeof chunk === 'number' ? new Uint8Array(chunk).fill(97) : chunk);
    },
    cancel,
  });
  return { response: new Response(body, { headers }), cancel };
}

describe('the largest body that is read', () => {
  it('is 8 MiB, counted after it was unpacked', async () => {
    expect(maxResponseBytes).toBe(8 * mebibyte);
    const { response } = chunked([...Array<number>(7).fill(mebibyte), mebibyte]);
    expect((await readText(response)).length).toBe(8 * mebibyte);
  });

  it.each([
    ['without a length', {}],
    ['of a packed body, whose length says nothing', { 'content-length': '5', 'content-encoding': 'gzip' }],
    ['whose length is beyond it', { 'content-length': String(maxResponseBytes + 1) }],
  ])('is not exceeded by a response %s, which is then given up', async (_title, headers) => {
    const { response, cancel } = chunked([...Array<number>(8).fill(mebibyte), 1, 1], headers);
    await expect(readText(response)).rejects.toThrow('The response is larger than 8388608 bytes.');
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('is refused also where the response cannot be given up', async () => {
    const chunk = new Uint8Array(maxResponseBytes + 1);
    const reader = { read: async () => ({ done: false, value: chunk }), cancel: () => Promise.reject(new Error('no')) };
    const response = { body: { getReader: () => reader }, headers: new Headers() };
    await expect(readText(response as unknown as Response)).rejects.toThrow('larger');
  });
});

describe('the body of a response', () => {
  it.each([
    ['0', ''],
    [String(maxResponseBytes), 'text'],
  ])('is read in one step where its length of %s is known to be within bounds', async (length, text) => {
    const body = { getReader: () => expect.fail('read in chunks') };
    const response = { body, headers: new Headers({ 'content-length': length }), text: async () => text };
    expect(await readText(response as unknown as Response)).toBe(text);
  });

  it('may be absent', async () => {
    expect(await readText(new Response(null, { status: 204 }))).toBe('');
  });

  it('is read as UTF-8, also where a character is spread over chunks', async () => {
    const bytes = new TextEncoder().encode('ü€😀');
    expect(await readText(chunked([...bytes].map((byte) => Uint8Array.of(byte))).response)).toBe('ü€😀');
    expect(await readText(chunked([bytes.slice(0, -1)]).response)).toBe('ü€\ufffd');
  });

  it('rejects when it breaks off', async () => {
    await expect(readText(new Response(breakingOff()))).rejects.toThrow('terminated');
  });

  it('may be a stream of Node, as that of node-fetch', async () => {
    const ended = vi.fn();
    async function* stream(count: number) {
      try {
        for (let left = count; left > 0; left -= 1) yield new Uint8Array(mebibyte).fill(98);
      } finally {
        ended();
      }
    }
    const from = (count: number) => ({ body: stream(count), headers: new Headers() }) as unknown as Response;
    expect(await readText(from(2))).toBe('b'.repeat(2 * mebibyte));
    ended.mockClear();
    await expect(readText(from(20))).rejects.toThrow('larger');
    expect(ended).toHaveBeenCalledOnce();
  });

  it('may be a stream that cannot be ended early', async () => {
    const next = async () => ({ done: false, value: new Uint8Array(maxResponseBytes + 1) });
    const response = { body: { [Symbol.asyncIterator]: () => ({ next }) }, headers: new Headers() };
    await expect(readText(response as unknown as Response)).rejects.toThrow('larger');
  });
});

describe('the body of a request', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('is a text on Node, which sends a text once', () => {
    expect(sendOnce('{}')).toBe('{}');
  });

  const withoutVersion = () => Object.create(process, { versions: { value: {} } });
  it.each([
    ['Deno', 'Deno', () => ({})],
    ['Bun', 'Bun', () => ({})],
    ['a runtime that has a process but no version of Node', 'process', withoutVersion],
    ['a runtime that has a process without versions', 'process', () => Object.create(process, { versions: {} })],
  ])('is a Blob on %s, which would send a text again when the connection dies', async (_title, name, value) => {
    vi.stubGlobal(name, value());
    vi.resetModules();
    const body = (await import('../../src/transport/body.ts')).sendOnce('{"a": "ü"}');
    expect(body).toBeInstanceOf(Blob);
    expect(await (body as Blob).text()).toBe('{"a": "ü"}');
  });
});

describe('JSON', () => {
  it('is parsed, and is undefined where it is none', () => {
    expect([parseJson('{"a": 1}'), parseJson('null'), parseJson(''), parseJson('<html>')]).toEqual([
      { a: 1 },
      null,
      undefined,
      undefined,
    ]);
  });
});
