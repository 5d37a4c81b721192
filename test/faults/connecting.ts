/** What goes wrong before a request can leave. */

import { selfSignedCertificate } from './certificate.ts';
import { type Fault, neverSent, noResponse } from './fault.ts';
import { deafUrl, fetchFailing, fetchOver, refusingUrl, systemError } from './network.ts';

const selfSigned = selfSignedCertificate();
const refused = systemError('ECONNREFUSED', 'connect');
const expired = selfSignedCertificate({ expired: true });

/** What a system says when it never reached the other side. */
const neverReached: [string, string][] = [
  ['connect', 'EHOSTUNREACH'],
  ['connect', 'ENETUNREACH'],
  ['connect', 'ETIMEDOUT'],
  ['getaddrinfo', 'EAI_AGAIN'],
];

/** What it says when an established connection was lost, among it the same codes. */
const lost: [string, string][] = [
  ['read', 'ECONNRESET'],
  ['read', 'EHOSTUNREACH'],
  ['read', 'ETIMEDOUT'],
  ['write', 'EPIPE'],
];

export const connecting: Fault[] = [
  {
    name: 'a refused connection',
    options: async ({ defer }) => ({ baseUrl: await refusingUrl(defer) }),
    expect: { ...neverSent, attempts: 3 },
  },
  {
    name: 'a refused connection, without retries',
    options: async ({ defer }) => ({ baseUrl: await refusingUrl(defer), maxRetries: 0 }),
    expect: { ...neverSent, attempts: 1 },
  },
  {
    name: 'an unknown host',
    // A machine without a network may take its time to say so.
    options: { baseUrl: 'https://nothing.invalid', maxRetries: 1, attemptTimeoutMs: 20_000, totalTimeoutMs: 45_000 },
    expect: { ...neverSent, attempts: 2 },
  },
  {
    name: 'a port that fetch refuses to use',
    options: { baseUrl: 'http://127.0.0.1:9' },
    expect: { ...neverSent, attempts: 1 },
  },
  {
    name: 'https to a port that speaks http',
    options: ({ server }) => ({ baseUrl: `https://127.0.0.1:${server.port}` }),
    expect: { ...neverSent, attempts: 1 },
  },
  {
    name: 'a certificate that signed itself',
    tls: selfSigned,
    expect: { ...neverSent, attempts: 1 },
  },
  {
    name: 'a certificate that has expired',
    tls: expired,
    options: async ({ defer }) => ({ fetch: await fetchOver({ ca: expired.cert }, defer) }),
    expect: { ...neverSent, attempts: 1 },
  },
  {
    name: 'a certificate for another name',
    tls: selfSigned,
    options: async ({ defer }) => ({ fetch: await fetchOver({ ca: selfSigned.cert }, defer) }),
    expect: { ...neverSent, attempts: 1 },
  },
  {
    name: 'a certificate that the client must have and has not',
    tls: { ...selfSigned, requestCert: true, rejectUnauthorized: true },
    options: async ({ server, defer }) => ({
      baseUrl: server.url.replace('127.0.0.1', 'localhost'),
      fetch: await fetchOver({ ca: selfSigned.cert }, defer),
    }),
    // With TLS 1.3 the server says so when the client has sent its request already; the server has not read it.
    expect: { ...neverSent, outcome: ['not_applied', 'unknown'], attempts: 1 },
  },
  {
    name: 'a version of TLS that the other side does not speak',
    tls: { ...selfSigned, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    expect: { ...neverSent, attempts: 1 },
  },
  {
    name: 'a connection closed in its TLS handshake',
    tls: selfSigned,
    connection: (socket) => socket.once('data', () => socket.destroy()),
    expect: { ...neverSent, attempts: 1 },
  },
  {
    // Node names a handshake that is reset as it names any reset.
    name: 'a connection reset in its TLS handshake',
    tls: selfSigned,
    connection: (socket) => socket.once('data', () => socket.resetAndDestroy()),
    expect: { ...neverSent, outcome: ['unknown', 'not_applied'], attempts: 1 },
  },
  {
    name: 'a connect time-out of fetch',
    options: async ({ defer }) => ({
      baseUrl: await deafUrl(defer),
      fetch: await fetchOver({ timeout: 200 }, defer),
      attemptTimeoutMs: 5_000,
      totalTimeoutMs: 15_000,
      maxRetries: 1,
    }),
    expect: { ...neverSent, kind: ['network', 'timeout'], attempts: 2 },
  },
  {
    name: 'a connect time-out, as fetch reports it',
    options: { fetch: fetchFailing({ code: 'UND_ERR_CONNECT_TIMEOUT' }) },
    expect: { ...neverSent, kind: ['network', 'timeout'], attempts: 3 },
  },
  {
    // From outside, fetch does not tell a connection that is not yet made from a response that does not come.
    name: 'a connection that is not made within the time-out of the attempt',
    options: async ({ defer }) => ({ baseUrl: await deafUrl(defer), attemptTimeoutMs: 150 }),
    expect: { ...neverSent, kind: ['network', 'timeout'], outcome: ['not_applied', 'unknown'] },
  },
  ...neverReached.map(
    ([syscall, code]): Fault => ({
      name: `${code} of ${syscall}`,
      options: { fetch: fetchFailing(systemError(code, syscall)) },
      expect: { ...neverSent, attempts: 3 },
    }),
  ),
  ...lost.map(
    ([syscall, code]): Fault => ({
      name: `${code} of ${syscall}`,
      options: { fetch: fetchFailing(systemError(code, syscall)) },
      expect: { ...noResponse, arrived: 0 },
    }),
  ),
  {
    name: 'a host that refuses at each of its addresses',
    options: { fetch: fetchFailing(new AggregateError([refused, refused])) },
    expect: { ...neverSent, attempts: 3 },
  },
  {
    name: 'a host that refuses at one address and resets at the other',
    options: { fetch: fetchFailing(new AggregateError([refused, systemError('ECONNRESET', 'read')])) },
    expect: { ...noResponse, arrived: 0 },
  },
  {
    name: 'a connection closed as soon as it was accepted',
    connection: (socket) => socket.destroy(),
    expect: { ...noResponse, arrived: 0 },
  },
];
