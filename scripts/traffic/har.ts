import { readFileSync } from 'node:fs';
import { type RawHeaders, textOf } from '../../src/proxy/wire.ts';
import { decoded, isSecret, type Mask, masked, maskOf, type Pair, parametersMasked, partsOf } from './mask.ts';

/** One recorded call without its secrets. A body is `undefined` where the recording left it out. */
export interface Call {
  method: string;
  url: string;
  request: { headers: Pair[]; mediaType: string; body: string | undefined };
  /** The status is 0 where no answer was recorded. */
  answer: { status: number; headers: Pair[]; mediaType: string; body: string | undefined };
}

/** An entry of a HAR file (version 1.2), as far as it is read here. */
interface Entry {
  request: Message & {
    method: string;
    url: string;
    queryString?: Pair[];
    postData?: (Content & { params?: Pair[] }) | null;
  };
  response: Message & { status: number; redirectURL?: string; content?: Content | null };
}

interface Message {
  headers: Pair[];
  cookies?: Pair[];
  bodySize?: number;
}

interface Content {
  mimeType?: string;
  text?: string;
  encoding?: string;
  size?: number;
}

/** Why a file is no recording, in a sentence that repeats nothing of the file. */
export class NoRecording extends Error {}

/**
 * Reads a HAR file, and takes the secrets out of it before anybody sees it: the values of headers, cookies and
 * parameters whose names say so, each other place where one of these values stands, and what looks like a token of
 * LaunchDarkly. Bodies come back as text, decoded.
 *
 * @param isWanted Whether to return a call, by its method and path.
 * @throws NoRecording when the file cannot be read or is no HAR file.
 */
export function readRecording(
  file: string,
  isWanted: (method: string, path: string) => boolean,
): { calls: Call[]; ignored: number; mask: Mask } {
  const entries = entriesOf(file);
  const mask = maskOf(entries.flatMap(secretsOf));
  const wanted = entries.filter(({ request: { method, url } }) => isWanted(method, new URL(url).pathname));
  return { calls: wanted.map((entry) => callOf(entry, mask)), ignored: entries.length - wanted.length, mask };
}

function entriesOf(file: string): Entry[] {
  let har: { log?: { entries?: unknown } } | null;
  try {
    har = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    // The parser's own message would repeat what it read.
    const why = error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${(error as { code?: string }).code})`;
    throw new NoRecording(`${file} ${why}. Give a HAR file, as a browser's network panel or redocly proxy writes it.`);
  }
  const entries = har?.log?.entries;
  if (!Array.isArray(entries)) throw new NoRecording(`${file} is no HAR file: /log/entries must be an array.`);
  entries.forEach((entry, index) => {
    const broken = shapeOf(entry).find(([, isRight]) => !isRight);
    if (broken) throw new NoRecording(`${file} is no HAR file: /log/entries/${index}${broken[0]}.`);
  });
  return entries;
}

function shapeOf(entry: Partial<Entry> | null): [string, boolean][] {
  const { request, response } = entry ?? {};
  const arePairs = (list: unknown) =>
    Array.isArray(list) && list.every((pair) => typeof pair?.name === 'string' && typeof pair.value === 'string');
  const areOptional = (...lists: unknown[]) => lists.every((list) => list === undefined || arePairs(list));
  return [
    ['/request/method must be a string', typeof request?.method === 'string'],
    ['/request/url must be a URL', typeof request?.url === 'string' && URL.canParse(request.url)],
    ['/request/headers must be names and values', arePairs(request?.headers)],
    ['/request/cookies must be names and values', areOptional(request?.cookies, response?.cookies)],
    ['/request/queryString must be names and values', areOptional(request?.queryString, request?.postData?.params)],
    ['/response/status must be a number', typeof response?.status === 'number'],
    ['/response/headers must be names and values', arePairs(response?.headers)],
  ];
}

/** Every value that must not be seen, in the forms that an entry itself tells. */
function secretsOf({ request, response }: Entry): string[] {
  const { username, password, searchParams, hash } = new URL(request.url);
  const headers = [...request.headers, ...response.headers];
  const links = headers.filter(({ name }) => /^(location|referer)$/i.test(name)).map(({ value }) => value);
  const parameters = [
    ...[...searchParams, ...new URLSearchParams(hash.slice(1))].map(([name, value]) => ({ name, value })),
    ...[...links, response.redirectURL ?? ''].flatMap(parametersOf),
    ...(request.queryString ?? []),
    ...(request.postData?.params ?? []),
  ];
  return [
    ...headers.filter(({ name }) => isSecret(name)).flatMap(partsOf),
    ...[...(request.cookies ?? []), ...(response.cookies ?? [])].map(({ value }) => value),
    ...parameters.filter(({ name }) => isSecret(name)).map(({ value }) => value),
    ...[username, password].map(decoded),
    ...secretsOfBody(bodyOf(request, request.postData)),
    ...secretsOfBody(bodyOf(response, response.content)),
  ];
}

/** The values in a JSON text whose names say that they are secret, as the answer to a login has them. */
function secretsOfBody(body = ''): string[] {
  const pairs = [...body.matchAll(/"([\w.-]+)"\s*:\s*"((?:[^"\\]|\\.){0,8192})"/g)];
  // The keys of flags, metrics and projects are no secrets.
  return pairs.flatMap(([, name = '', value = '']) => (isSecret(name) && !/^key$/i.test(name) ? [value] : []));
}

function parametersOf(link: string): Pair[] {
  return [...new URLSearchParams(link.replace(/^[^?#]*[?#]?/, '').replaceAll('#', '&'))].map(([name, value]) => ({
    name,
    value,
  }));
}

function callOf({ request, response }: Entry, mask: Mask): Call {
  const masking = (text: string | undefined) => text && mask(text);
  const side = (message: Message, content: Content | null | undefined) => ({
    // The text of a recorded body is decoded, so its coding is gone.
    headers: message.headers
      .filter(({ name }) => !/^content-encoding$/i.test(name))
      .map(({ name, value }) => ({
        name: mask(name),
        value: isSecret(name) && value ? masked : mask(parametersMasked(value)),
      })),
    mediaType: mask(content?.mimeType ?? ''),
    body: masking(bodyOf(message, content)),
  });
  const postData = request.postData ?? {};
  const form = new URLSearchParams((postData.params ?? []).map(({ name, value }) => [name, value])).toString();
  return {
    method: request.method,
    url: mask(withoutSecrets(request.url)),
    request: side(request, { ...(form && { text: form }), ...postData }),
    answer: { status: response.status, ...side(response, response.content) },
  };
}

/** The text of a body, or `undefined` where there was one and the recording left it out. */
function bodyOf({ headers, bodySize = 0 }: Message, content: Content | null | undefined): string | undefined {
  const { text, encoding, size = 0 } = content ?? {};
  if (typeof text !== 'string') {
    const length = headers.find(({ name }) => /^content-length$/i.test(name))?.value ?? 0;
    return Math.max(bodySize, size, Number(length)) > 0 ? undefined : '';
  }
  if (encoding !== 'base64') return text;
  const raw: RawHeaders = headers.flatMap(({ name, value }) => [name, value]);
  const body = Buffer.from(text, 'base64');
  return textOf({ headers: raw, body }) ?? body.toString('utf8');
}

/** The URL without credentials, fragment and secret parameters. */
function withoutSecrets(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${parametersMasked(search)}`;
}
