/** What the contract says of an operation, and which one a method and a path belong to. */
import { operations } from '../../generated/operations.js';

/** What the contract says of one operation. The schemas themselves are in the validators. */
export interface Operation {
  readonly id: string;
  /** The method, in upper case. */
  readonly method: string;
  /** The path, with its parameters in braces. */
  readonly path: string;
  readonly deprecated: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header' | 'cookie';
    readonly required: boolean;
  }[];
  /** Absent where the operation takes no body. */
  readonly request?: { readonly required: boolean; readonly content: Content };
  readonly responses: {
    readonly [status: number]: {
      readonly content: Content;
      /** The documented headers, by name in lower case. */
      readonly headers: { readonly [name: string]: { readonly type: string; readonly required?: true } };
    };
  };
}

/** A body: by media type, the name of its schema. */
export type Content = { readonly [mediaType: string]: string };

/** What the request and the response of an operation have in common at one place. */
export interface Shared {
  /** The documented default of the request. */
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: Shared };
  /** Of the items of an array. */
  readonly items?: Shared;
  /** Of the values of a map. */
  readonly values?: Shared;
}

/** The ID of an operation. */
export type OperationId = keyof typeof operations;

/** The operation and the keys of its path, decoded. */
export interface Match {
  readonly operation: (typeof operations)[OperationId];
  readonly path: Readonly<Record<string, string>>;
}

/** A match; or the methods that the path does have; or that the path is not percent-encoded; or nothing. */
export type Route = Match | { readonly allowed: readonly string[] } | { readonly isMalformed: true } | undefined;

const patterns = Object.values(operations).map((operation) => {
  const names: string[] = [];
  const pattern = operation.path.replace(/\{(\w+)\}|[.+*?^$()[\]|\\]/g, (text, name: string | undefined) => {
    if (name === undefined) return `\\${text}`;
    names.push(name);
    return '([^/]+)';
  });
  return { operation, names, pattern: new RegExp(`^${pattern}$`) };
});

/**
 * Returns the operation of a request.
 *
 * @param method In upper case.
 * @param path Percent-encoded, without the query. Only a whole path matches: no base path, no trailing slash.
 */
export function routeOf(method: string, path: string): Route {
  const matches = patterns.flatMap(({ operation, names, pattern }) => {
    const keys = pattern.exec(path)?.slice(1);
    return keys ? [{ operation, names, keys }] : [];
  });
  const match = matches.find(({ operation }) => operation.method === method);
  if (!match) return matches.length > 0 ? { allowed: matches.map(({ operation }) => operation.method) } : undefined;
  try {
    const keys = match.keys.map((key, index) => [match.names[index], decodeURIComponent(key)]);
    return { operation: match.operation, path: Object.fromEntries(keys) };
  } catch {
    return { isMalformed: true };
  }
}
