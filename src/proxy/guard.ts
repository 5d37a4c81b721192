/** Rejects what must not be forwarded: requests for another host, and paths that leave the base path. */

import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Why a request is rejected, as told to the caller. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  /** The part of the request that is the reason. */
  pointer: string;
}

/** Where a request goes: its path with the query. */
export type Admission = { target: string } | Refusal;

/**
 * Admits a request by its target and its `Host`.
 *
 * Any web page can make the name of its host resolve to this machine (DNS rebinding), and then call the proxy as its
 * own origin. It cannot do so with an IP address, a name without a dot, or a name that ends in `.localhost`.
 *
 * @param listenHost The host that the proxy listens on.
 */
export function admit(target: string, host: string | undefined, listenHost: string): Admission {
  const [, authority, rest = target] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(target) ?? [];
  if (!serves(authority ?? host, listenHost)) {
    const message = 'The proxy does not serve this host; use the address that it prints.';
    return { status: 403, code: 'forbidden', message, pointer: '/headers/host' };
  }
  const path = rest.startsWith('?') || rest === '' ? `/${rest}` : rest;
  if (!path.startsWith('/')) return refused('The target of the request is not a path; nothing was sent.');
  // Servers resolve such segments, encoded or not, some of them before they look where they are.
  const segments = path
    .replace(/\?.*/s, '')
    .replace(/%2e/gi, '.')
    .split(/[/\\]|%2f|%5c/i);
  const leaves = segments.some((segment) => segment.replace(/;.*/s, '') === '..' || segment === '.');
  return leaves ? refused('The path has a segment `.` or `..`; nothing was sent.') : { target: path };
}

function refused(message: string): Refusal {
  return { status: 400, code: 'invalid_request', message, pointer: '/path' };
}

function serves(authority: string | undefined, listenHost: string): boolean {
  // HTTP/1.0 needs no host, and no browser speaks it.
  if (authority === undefined) return true;
  const name = authority
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  if (isIP(name) !== 0) return true;
  return !name.includes('.') || name.endsWith('.localhost') || name === listenHost || name === hostname().toLowerCase();
}
