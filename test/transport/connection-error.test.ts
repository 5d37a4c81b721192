import { describe, expect, it } from 'vitest';
import { connectionStage } from '../../src/transport/connection-error.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });
/** As Node's fetch throws it: the code is on the cause. */
const thrownBy = (cause: unknown) => new TypeError('fetch failed', { cause });

describe('a connection that was never established', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_PRX_CONN',
    'ConnectionRefused',
    'FailedToOpenSocket',
    'DNSResolveFailed',
  ])('is told by the code %s, on the error or its cause', (code) => {
    expect(connectionStage(coded(code))).toBe('not_connected');
    expect(connectionStage(thrownBy(coded(code)))).toBe('not_connected');
  });

  it.each(['connect', 'getaddrinfo'])('is told by the system call %s, whatever its code', (syscall) => {
    expect(connectionStage(thrownBy({ code: 'EHOSTUNREACH', syscall }))).toBe('not_connected');
  });

  it('is told by the words of Bun, beside a code that could be of a connection that was lost', () => {
    const message = 'EHOSTUNREACH: Unable to connect. Is the computer able to access the url?';
    expect(connectionStage(Object.assign(new TypeError(message), { code: 'EHOSTUNREACH' }))).toBe('not_connected');
    expect(connectionStage(coded('EHOSTUNREACH'))).toBe('unknown');
  });

  it('is told by the words of Deno, which has no codes', () => {
    const message =
      'error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error: refused';
    expect(connectionStage(new TypeError(message))).toBe('not_connected');
  });
});

describe('a request that could not be sent', () => {
  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_TLS_HANDSHAKE_TIMEOUT',
    'ERR_SSL_UNSUPPORTED_PROTOCOL',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    'ERR_INVALID_URL',
    'ERR_INVALID_PROTOCOL',
    'UND_ERR_INVALID_ARG',
    'UND_ERR_NOT_SUPPORTED',
    'UND_ERR_PRX_TLS',
  ])('is told by the code %s', (code) => {
    expect(connectionStage(thrownBy(coded(code)))).toBe('not_sent');
  });

  it.each([
    'bad port',
    'Requests to port 6667 are blocked',
    'Proxy response (407) !== 200 when HTTP Tunneling',
    'Client network socket disconnected before secure TLS connection was established',
    'Invalid URL: //',
    'unknown scheme',
    'URL scheme must be "http" or "https"',
    'client error (Connect): invalid peer certificate: UnknownIssuer',
    'client error (Connect): TLS alert',
    'client error (Connect): bad SSL record',
    'client error (Connect): received corrupt message of type InvalidContentType',
    'client error (Connect): received fatal alert: ProtocolVersion',
    'Fetch failed: Requests to port 9 are blocked',
    '40:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:ssl/record/methods/tlsany_meth.c:77:',
  ])('is told by the words "%s"', (message) => {
    expect(connectionStage(thrownBy(new Error(message)))).toBe('not_sent');
  });
});

describe('a connection of which nobody knows how far the request got', () => {
  it.each([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'ETIMEDOUT',
    'ERR_SSL_BAD_RECORD_MAC',
    // These come of a middlebox that writes plain text into a connection, too, after the request.
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_PACKET_LENGTH_TOO_LONG',
    'ERR_SSL_PROTOCOL_IS_SHUTDOWN',
    'EPROTO',
    'XECONNREFUSED',
    'ECONNREFUSED_NOT',
    'X_ERR_INVALID_URL',
    'ERR_INVALID_URL_SCHEME',
    'ERR_STREAM',
  ])('has the code %s', (code) => {
    expect(connectionStage(thrownBy(coded(code)))).toBe('unknown');
  });

  it.each([
    'socket hang up',
    'a bad port',
    'bad port, or not',
    'The server said: Invalid URL',
    'client error (SendRequest): connection closed',
    'Proxy response (200) was cut off',
  ])('says "%s"', (message) => {
    expect(connectionStage(thrownBy(new Error(message)))).toBe('unknown');
  });

  it.each(['read', 'write', 'reconnect', 'connected', 'xgetaddrinfo'])('failed in the system call %s', (syscall) => {
    expect(connectionStage(thrownBy({ code: 'ETIMEDOUT', syscall }))).toBe('unknown');
  });

  it.each([undefined, null, 5, 'ECONNREFUSED', { code: 5, message: [], syscall: {} }, {}])(
    'is thrown as %j',
    (value) => {
      expect(connectionStage(value)).toBe('unknown');
    },
  );
});

describe('an error made of several', () => {
  const of = (...codes: string[]) => connectionStage(thrownBy(new AggregateError(codes.map(coded))));

  it('tells what all of them tell', () => {
    expect(of('ECONNREFUSED')).toBe('not_connected');
    expect(of('ECONNREFUSED', 'ENOTFOUND')).toBe('not_connected');
    expect(of('CERT_HAS_EXPIRED', 'ERR_TLS_X')).toBe('not_sent');
  });

  it('tells nothing where they differ', () => {
    expect(of('ECONNREFUSED', 'ECONNRESET')).toBe('unknown');
    expect(of('ECONNREFUSED', 'CERT_HAS_EXPIRED')).toBe('unknown');
  });

  it('tells nothing by its first 20 alone', () => {
    expect(of(...Array<string>(20).fill('ECONNREFUSED'))).toBe('not_connected');
    expect(of(...Array<string>(21).fill('ECONNREFUSED'))).toBe('unknown');
  });

  it('is read by its own code where it holds none, or what is no list', () => {
    expect(connectionStage(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe('not_connected');
    expect(connectionStage(Object.assign(coded('ECONNREFUSED'), { errors: 'many' }))).toBe('not_connected');
  });
});

describe('an error that is hard to read', () => {
  const chain = (length: number): Error => (length === 0 ? coded('ECONNREFUSED') : thrownBy(chain(length - 1)));

  it('is read down to its fifth cause', () => {
    expect(connectionStage(chain(5))).toBe('not_connected');
    expect(connectionStage(chain(6))).toBe('unknown');
  });

  it('may be its own cause, or one of its own errors', () => {
    const own = new Error('x');
    own.cause = own;
    expect(connectionStage(own)).toBe('unknown');
    let reads = 0;
    const cyclic = {
      errors: [] as unknown[],
      get code() {
        reads += 1;
        return 'ECONNRESET';
      },
    };
    // Each of the twenty leads to all twenty again.
    cyclic.errors.push(...Array(20).fill(cyclic));
    expect(connectionStage(cyclic)).toBe('unknown');
    expect(reads).toBe(20 ** 3);
  });

  it('is unknown where reading it throws', () => {
    const hostile = {
      get code() {
        throw new Error('hostile');
      },
      get errors() {
        throw new Error('hostile');
      },
    };
    const errors = Object.defineProperty([coded('ECONNREFUSED')], 0, {
      get() {
        throw new Error('hostile');
      },
    });
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    for (const value of [hostile, { errors }, { errors: proxy }, proxy]) expect(connectionStage(value)).toBe('unknown');
  });
});
