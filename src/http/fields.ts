/** Reads values of header fields by their grammar (RFC 9110, section 5.6): lists, quoted strings, parameters. */

/** A member of a list, such as `code=429` or `text/html;q=0.5`. */
export interface Member {
  /** The part before its parameters, and before an equals sign; in lower case. */
  readonly name: string;
  /** The part after the equals sign, unquoted. */
  readonly value: string | undefined;
  /** By name in lower case, unquoted; for a repeated parameter, the first. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Returns the members of a list, which may be empty; empty members are left out. */
export function membersOf(field: string | undefined): Member[] {
  if (field === undefined) return [];
  return split(field, ',').flatMap((member) => {
    const [first, ...others] = split(member, ';');
    if (first === undefined) return [];
    const [name, value] = pairOf(first);
    const parameters = new Map<string, string>();
    for (const [key, text = ''] of others.map(pairOf)) if (!parameters.has(key)) parameters.set(key, text);
    return [{ name, value, parameters }];
  });
}

/** Splits at a separator outside of quoted strings. */
function split(text: string, separator: ',' | ';'): string[] {
  const parts = text.match(separator === ',' ? /(?:"(?:[^"\\]|\\.)*"?|[^",])+/gs : /(?:"(?:[^"\\]|\\.)*"?|[^";])+/gs);
  return (parts ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

function pairOf(text: string): [name: string, value: string | undefined] {
  const equals = text.indexOf('=');
  if (equals < 0) return [text.toLowerCase(), undefined];
  const value = text.slice(equals + 1).trim();
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"$/s.exec(value) ?? [];
  return [text.slice(0, equals).trim().toLowerCase(), quoted?.replace(/\\(.)/gs, '$1') ?? value];
}

/** Returns the media type of a `Content-Type`, in lower case, without its parameters; empty where there is none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return membersOf(contentType)[0]?.name ?? '';
}

/**
 * Says whether an `Accept` field allows a media type (RFC 9110, section 12.5.1): the most specific range that matches
 * decides, and a weight of 0 forbids. Without the field, or with an empty one, everything is allowed.
 *
 * @param type In lower case, such as `application/json`.
 */
export function accepts(accept: string | undefined, type: string): boolean {
  const ranges = membersOf(accept);
  if (ranges.length === 0) return true;
  for (const range of [type, type.replace(/\/.*/, '/*'), '*/*']) {
    const matches = ranges.filter(({ name }) => name === range);
    if (matches.length > 0) return matches.some(({ parameters }) => Number(parameters.get('q') ?? 1) !== 0);
  }
  return false;
}
