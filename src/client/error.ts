/**
 * Why a call failed.
 *
 * - `invalid_input`: the access token, a key or the iteration cannot be sent; nothing was.
 * - `network`: no answer arrived.
 * - `aborted`: the caller's signal ended the call.
 * - `http`: LaunchDarkly answered with a status outside 2xx. Redirects are not followed and count here.
 * - `invalid_response`: LaunchDarkly answered 2xx, but not with a JSON object.
 */
export type IterationErrorKind = 'invalid_input' | 'network' | 'aborted' | 'http' | 'invalid_response';

/** What an {@link IterationError} is made of. */
export interface IterationErrorDetails {
  kind: IterationErrorKind;
  message: string;
  status?: number | undefined;
  code?: string | undefined;
  id?: string | undefined;
}

/**
 * The one error that a call rejects with. It holds text and numbers alone: never the access token, the request or
 * the body that was sent.
 */
export class IterationError extends Error {
  override readonly name = 'IterationError';
  readonly kind: IterationErrorKind;
  /** The HTTP status of the answer, where there was one. */
  readonly status: number | undefined;
  /** LaunchDarkly's error code, such as `invalid_request`, where the answer has one. */
  readonly code: string | undefined;
  /** The identifier to quote to LaunchDarkly's support, where the answer has one. */
  readonly id: string | undefined;

  constructor({ kind, message, status, code, id }: IterationErrorDetails) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.id = id;
  }
}
