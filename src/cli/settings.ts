/** Checks the settings of a call by the client's own rules, and names the flag or variable that is wrong. */
import { servers } from '../../generated/constants.js';
import { checkAccessToken, checkBaseUrl } from '../client/options.ts';
import { fillPath } from '../client/path.ts';
import { UsageError } from './terminal.ts';

/** Returns a key of the path, from a flag or an environment variable. */
export function checkKey(
  value: string | undefined,
  flag: string,
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
): string {
  const key = value ?? env[variable];
  const name = value === undefined ? variable : flag;
  if (key === undefined || key === '') throw new UsageError(`${flag} is missing: pass it, or set ${variable}.`);
  if (!passes(() => fillPath('{key}', { key }))) {
    const rule = 'it has no slash, backslash, percent sign or control character, and is neither "." nor ".."';
    throw new UsageError(`${name} must be a key, not ${JSON.stringify(key.slice(0, 60))}: ${rule}.`);
  }
  return key;
}

/** Returns the URL of a server, from its name or its URL. The URL is not in the message: it may hold a secret. */
export function checkServer(server: string): string {
  const names = Object.keys(servers).join(', ');
  const url = Object.hasOwn(servers, server) ? servers[server as keyof typeof servers] : server;
  if (passes(() => checkBaseUrl(url))) return url;
  const rule = 'an HTTPS URL without credentials, query or fragment (HTTP only for this machine)';
  throw new UsageError(
    `--server must be ${names}, or ${rule}${/^[\w.-]{1,60}$/.test(server) ? `, not ${server}` : ''}.`,
  );
}

/** Returns the access token. It is not in the message. */
export function checkToken(token: string | undefined): string {
  const name = 'LAUNCHDARKLY_ACCESS_TOKEN';
  const wanted = 'set it to a personal or service access token (api-…)';
  if (token === undefined || token === '') throw new UsageError(`${name} is not set: ${wanted}.`);
  if (/^bearer\b/i.test(token)) throw new UsageError(`${name} begins with "Bearer": ${wanted}, without "Bearer".`);
  if (/\s/.test(token)) throw new UsageError(`${name} contains a space or a line break: ${wanted}, without them.`);
  if (/^(sdk|mob)-/.test(token)) throw new UsageError(`${name} is an SDK key or a mobile key: ${wanted}.`);
  if (!passes(() => checkAccessToken(token))) throw new UsageError(`${name} cannot be a token: ${wanted}.`);
  return token;
}

function passes(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
