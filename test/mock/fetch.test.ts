import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMockFetch } from '../../src/mock/fetch.ts';
import { headers, minimal, path } from './adapter.ts';

const init = { method: 'POST', headers, body: JSON.stringify(minimal) };
afterEach(() => vi.unstubAllGlobals());

describe('the mock fetch', () => {
  it('takes a URL without a host, with a page, without one, and in a page that has no URL', async () => {
    const mockFetch = createMockFetch();
    for (const location of [undefined, { href: 'http://localhost:3000/a/b' }, { href: 'about:blank' }]) {
      vi.stubGlobal('location', location);
      expect((await mockFetch(path, init)).status).toBe(200);
    }
    vi.stubGlobal('location', { href: `https://page.example${path}` });
    expect((await mockFetch('', init)).status).toBe(200);
  });

  it.each<[string, RequestInit['body']]>([
    ['a blob', new Blob([init.body], { type: 'application/json' })],
    ['bytes', new TextEncoder().encode(init.body)],
    ['a stream', new Blob([init.body]).stream()],
  ])('reads %s', async (_kind, body) => {
    expect((await createMockFetch()(path, { ...init, body: body as NonNullable<typeof body> })).status).toBe(200);
  });

  it('takes a request, a URL, and a request with changes', async () => {
    const mockFetch = createMockFetch();
    const url = new URL(path, 'https://app.launchdarkly.com');
    expect((await mockFetch(new Request(url, init))).status).toBe(200);
    expect((await mockFetch(url, init)).status).toBe(200);
    expect((await mockFetch(new Request(url), init)).status).toBe(200);
    expect((await mockFetch(new Request(url, init), { headers: {} })).status).toBe(401);
  });

  it('reads headers of a simulated page, which may keep the names as they were written', async () => {
    vi.stubGlobal(
      'Headers',
      class extends Map<string, string> {
        constructor(entries: Record<string, string>) {
          super(Object.entries(entries));
        }
      },
    );
    const written = { Authorization: 'api-any', 'Content-Type': 'application/json' };
    expect((await createMockFetch()(path, { ...init, headers: written })).status).toBe(200);
  });

  it('takes the type of a body for its media type where none is named', async () => {
    const send = (body: RequestInit['body']) =>
      createMockFetch()(path, { method: 'POST', headers: { authorization: 'a' }, body: body ?? null });
    expect((await send(new Blob([init.body], { type: 'application/json' }))).status).toBe(200);
    expect((await send(init.body)).status).toBe(415);
  });

  it('sends nothing once the signal is aborted', async () => {
    await expect(createMockFetch()(path, { ...init, signal: AbortSignal.abort('gone') })).rejects.toBe('gone');
  });
});
