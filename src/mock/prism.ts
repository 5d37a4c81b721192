import { factory } from '@stoplight/prism-core/dist/factory.js';
import type { IHttpMockConfig, IHttpRequest, IHttpResponse, PrismHttpComponents } from '@stoplight/prism-http';
import routeModule from '@stoplight/prism-http/dist/router/index.js';
import { createIteration } from '../../generated/operations.js';
import { composeAnswer, type Mode } from './answer.ts';
import { memo } from './memo.ts';
import type { MockAnswer } from './message.ts';
import { bodyViolations, type Violation } from './violations.ts';

/** A request as Prism gets it, and what its components need besides. */
export interface PrismInput extends IHttpRequest {
  text: string;
  query: string | undefined;
  id: () => string;
}

/** What Prism gives: an answer, or why there is none, such as an unknown route. */
export type PrismOutcome = { answer: MockAnswer } | { refused: Error & { status?: number; detail?: string } };

/**
 * Returns Prism with components that were compiled from the contract. Only its factory and its router are loaded: not
 * its parsers, its generators or its own server.
 */
export function createPrism(mode: Mode): (input: PrismInput) => Promise<PrismOutcome> {
  const prism = factory(config, components(mode) as never) as unknown as Prism;
  return async (input) => {
    try {
      const outcome = await prism.request(input, [routed], config)();
      return outcome._tag === 'Left' ? { refused: outcome.left } : outcome.right.output;
    } catch (error) {
      return { refused: error as Error };
    }
  };
}

/** The operation as Prism's router takes it. */
const routed = { id: createIteration.id, method: 'post', path: createIteration.path, servers: [], responses: [] };

interface Prism {
  request(
    input: PrismInput,
    operations: (typeof routed)[],
    config: IHttpMockConfig,
  ): () => Promise<
    | { _tag: 'Left'; left: Error & { status?: number; detail?: string } }
    | { _tag: 'Right'; right: { output: IHttpResponse & { answer: MockAnswer } } }
  >;
}

const config: IHttpMockConfig = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

const ignore = () => {};
const right = <T>(value: T) => ({ _tag: 'Right' as const, right: value });
const left = <T>(value: T) => ({ _tag: 'Left' as const, left: value });

/** What Prism calls: its own router, and validators and answers that need neither its parser nor its generator. */
function components(mode: Mode) {
  const logger = { info: ignore, warn: ignore, error: ignore, success: ignore, debug: ignore, child: () => logger };
  const route = (routeModule as unknown as { default: PrismHttpComponents['route'] }).default ?? routeModule;
  const routes = memo<ReturnType<typeof route>>();
  const checked = memo<Violation[]>();
  return {
    // Prism's router builds its patterns anew for each request.
    route: (asked: Parameters<typeof route>[0]) =>
      routes(`${asked.input.method} ${asked.input.url.path}`, () => route(asked)),
    logger,
    validateSecurity: ({ element }: { element: PrismInput }) =>
      element.headers?.['authorization']
        ? right(element)
        : left([{ path: ['header'], code: 401, message: 'Invalid security scheme used' }]),
    validateInput: ({ element }: { element: PrismInput }) => {
      const mediaType = element.headers?.['content-type'];
      const violations = checked(`${mediaType}\n${element.text}`, () => bodyViolations(element));
      return violations.length > 0 ? left(violations) : right(element);
    },
    mock:
      ({ input: { data, validations } }: { input: { data: PrismInput; validations: Violation[] } }) =>
      () =>
        right({ answer: composeAnswer(mode, { data, violations: validations }) }),
  };
}
