import { factory } from '@stoplight/prism-core/dist/factory.js';
import type { IHttpRequest, PrismHttpComponents } from '@stoplight/prism-http';
import routeModule from '@stoplight/prism-http/dist/router/index.js';
import { createIteration } from '../../generated/operations.js';
import { answerFindings, requestFindings } from './check.ts';
import { arranged, type Finding, redactor } from './finding.ts';
import type { Forward } from './forward.ts';
import { ownAnswer, type WireAnswer, type WireRequest } from './wire.ts';

/** Passes a request on, and tells what its answer is and what breaks the contract. It never rejects. */
export type PassOn = (request: WireRequest) => Promise<{ answer: WireAnswer; findings: Finding[] }>;

/**
 * Returns a validation proxy without a server of its own: Prism's, which routes each request, has it validated and
 * forwarded, and has the answer validated, by components that were compiled from the contract.
 */
export function createProxy(upstream: URL, forward: Forward): PassOn {
  const config = { ...checks, upstream };
  const prism = factory(config as never, components(forward) as never) as unknown as Prism;
  return async (request) => {
    const early = refusal(request);
    if (early) return { answer: early, findings: [early.finding] };
    const { method, target } = request;
    const input = { method: method.toLowerCase(), url: { path: target.split('?')[0] ?? '' }, wire: request } as Input;
    const outcome = await prism.request(input, [routed], config)();
    if (outcome._tag === 'Left') throw outcome.left;
    const { output, validations } = outcome.right;
    const known = output.isKnown ? [...validations.input, ...validations.output] : [unknownOperation(method)];
    const { failure } = output.wire;
    const findings = failure === undefined ? known : [...known, note('answer', '', 'upstream', 'absent', failure)];
    const redact = redactor(request.headers);
    return {
      answer: output.wire,
      findings: arranged(findings).map((one) => ({
        ...one,
        pointer: redact(one.pointer),
        message: redact(one.message),
      })),
    };
  };
}

type Input = IHttpRequest & { wire: WireRequest & { body: Buffer } };

interface Output {
  wire: WireAnswer;
  /** Whether the request was of the operation, so that its answer can be checked. */
  isKnown: boolean;
}

/** The operation as Prism's router takes it. */
const routed = { id: createIteration.id, method: 'post', path: createIteration.path, servers: [], responses: [] };

interface Prism {
  request(
    input: Input,
    operations: (typeof routed)[],
    config: object,
  ): () => Promise<
    | { _tag: 'Left'; left: Error }
    | { _tag: 'Right'; right: { output: Output; validations: { input: Finding[]; output: Finding[] } } }
  >;
}

// With `errors`, Prism would refuse what is not in the contract instead of passing it on.
const checks = { isProxy: true, checkSecurity: true, validateRequest: true, validateResponse: true, errors: false };

const ignore = () => {};
const right = <T>(value: T) => ({ _tag: 'Right' as const, right: value });
const verdict = (findings: Finding[]) =>
  findings.length > 0 ? { _tag: 'Left' as const, left: findings } : right(undefined);

function components(forward: Forward) {
  const logger = { info: ignore, warn: ignore, error: ignore, success: ignore, debug: ignore, child: () => logger };
  const route = (routeModule as unknown as { default: PrismHttpComponents['route'] }).default ?? routeModule;
  return {
    route,
    logger,
    // It is a part of the next one.
    validateSecurity: () => verdict([]),
    validateInput: ({ element }: { element: Input }) => verdict(requestFindings(element.wire)),
    forward:
      ({ data }: { data: Input }, _href: string, _proxy: undefined, resource?: object) =>
      () =>
      async () =>
        right<Output>({ wire: await forward(data.wire), isKnown: resource !== undefined }),
    validateOutput: ({ element: { wire } }: { element: Output }) =>
      verdict(wire.failure === undefined ? answerFindings(wire) : []),
  };
}

/** What cannot be passed on. */
function refusal({ target, body }: WireRequest): (WireAnswer & { finding: Finding }) | undefined {
  if (body === undefined) {
    const message = 'The body is larger than 10 MiB; nothing was sent.';
    return {
      ...ownAnswer(413, 'request_too_large', message),
      finding: note('request', '/body', 'maxLength', 'string', message),
    };
  }
  if (target.startsWith('/')) return undefined;
  const message = 'The target of the request is not a path; nothing was sent.';
  return {
    ...ownAnswer(400, 'invalid_request', message),
    finding: note('request', '/path', 'pattern', 'string', message),
  };
}

function unknownOperation(method: string): Finding {
  const message = `${method} on this path is not in the contract; it was passed on, and its answer was not checked.`;
  return note('request', '/path', 'operation', 'string', message);
}

function note(where: Finding['where'], pointer: string, rule: string, found: string, message: string): Finding {
  return { where, pointer, rule, found, message, breaking: false };
}
