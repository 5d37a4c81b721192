/** Finds the operation that a request is for. */

import { operations } from '../../generated/operations.js';
import type { OperationId } from './operations/index.ts';

/** The operation and its path parameters; or the methods that the path has; or nothing, where there is no such path. */
export type Route =
  | { id: OperationId; path: Record<string, string> }
  | { allowed: string[] }
  | { malformed: true }
  | undefined;

const patterns = Object.values(operations).map(({ id, method, path }) => ({
  id: id as OperationId,
  method: method as string,
  names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
}));

/** Routes a request by its method, in upper case, and its path, percent-encoded. */
export function routeOf(method: string, path: string): Route {
  const allowed: string[] = [];
  for (const one of patterns) {
    const match = one.pattern.exec(path);
    if (!match) continue;
    if (one.method !== method) allowed.push(one.method);
    else return matched(one.id, one.names, match);
  }
  return allowed.length > 0 ? { allowed } : undefined;
}

function matched(id: OperationId, names: string[], [, ...values]: RegExpExecArray): Route {
  const path: Record<string, string> = {};
  try {
    for (const [index, name] of names.entries()) path[name] = decodeURIComponent(values[index] ?? '');
    return { id, path };
  } catch {
    return { malformed: true };
  }
}
