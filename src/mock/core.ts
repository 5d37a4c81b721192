import { type Mode, UnknownScenario } from './answer.ts';
import { listing } from './listing.ts';
import { memo } from './memo.ts';
import { errorAnswer, type MockAnswer, type MockRequest, preflightAnswer } from './message.ts';
import { createPrism, type PrismInput } from './prism.ts';
import { scenarios } from './scenarios.ts';
import { seedOf } from './seed.ts';

/** How a mock answers. */
export interface MockOptions {
  /** The scenario of every request that asks for none. By default `echo`. */
  scenario?: string;
  /** Whether a valid request is answered with the contract's first example instead of an echo. By default `false`. */
  static?: boolean;
}

/** Gives the mock's answer to a request. It never rejects: what goes wrong is an answer too. */
export type Mock = (request: MockRequest) => Promise<MockAnswer>;

/**
 * Returns a mock of create iteration, without any input or output of its own: fronts bring the requests. Prism routes
 * them, has them validated and has the answer composed, by components that were compiled from the contract.
 *
 * @throws Error when the scenario is unknown; the message names those there are.
 */
export function createMock({ scenario = 'echo', static: isStatic = false }: MockOptions = {}): Mock {
  if (!Object.hasOwn(scenarios, scenario)) throw new UnknownScenario(scenario);
  const mode: Mode = { scenario, isStatic, counts: new Map(), echoes: memo() };
  const ask = createPrism(mode);

  return async (request) => {
    const early = answerEarly(request);
    if (early) return early;
    const [path = '/', query] = request.target.split('?', 2);
    const id = () => idOf(request);
    const body = parseJson(request.text ?? '');
    if (body instanceof SyntaxError) return errorAnswer(400, `The body is not JSON: ${body.message}`, id());
    const input: PrismInput = {
      method: request.method.toLowerCase() as PrismInput['method'],
      url: { path },
      headers: { ...request.headers },
      body,
      text: request.text ?? '',
      query,
      id,
    };
    const outcome = await ask(input);
    if ('refused' in outcome) return refusal(outcome.refused, request, id());
    const { answer } = outcome;
    return request.method === 'HEAD' ? { ...answer, body: '' } : answer;
  };
}

/** The identifier of an error about a request, the same for the same request. */
function idOf({ method, target, text = '' }: MockRequest): string {
  return seedOf(`${method} ${target}\n${text}`).uuid();
}

/** What needs no operation: the question of a browser, the list of scenarios, and what Prism cannot take. */
function answerEarly(request: MockRequest): MockAnswer | undefined {
  const { method, target, text } = request;
  if (method === 'OPTIONS') return preflightAnswer(request);
  if ((method === 'GET' || method === 'HEAD') && /^\/(\?|$)/.test(target)) return listing(request);
  const id = () => idOf(request);
  const [path = ''] = target.split('?');
  // Prism's router would take an empty key.
  if (path.includes('//')) return errorAnswer(404, `There is nothing at ${path}.`, id());
  try {
    decodeURIComponent(path);
  } catch {
    return errorAnswer(400, 'The path is not percent-encoded.', id());
  }
  return text === undefined ? errorAnswer(413, 'The body is larger than 10 MiB.', id()) : undefined;
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

/** What Prism's router refuses, in the shape of the API. */
function refusal({ status = 500, detail }: { status?: number; detail?: string }, { method }: MockRequest, id: string) {
  const answer = errorAnswer(
    status,
    detail ?? 'The mock failed to answer.',
    id,
    status === 405 ? { allow: 'POST' } : {},
  );
  return method === 'HEAD' ? { ...answer, body: '' } : answer;
}
