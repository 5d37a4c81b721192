/** The mock itself, without I/O: adapters receive the requests and send the responses. */

import { routeOf } from '../contract/operations.ts';
import { accepts } from '../http/fields.ts';
import { examine } from './check.ts';
import { compose, rateLimitHeaders } from './compose.ts';
import { indexPage } from './index-page.ts';
import type { StatefulOptions } from './life/world.ts';
import type { ValidRequest } from './operations/responder.ts';
import { overridden, type Respond } from './override.ts';
import { choose } from './preferences.ts';
import { randomOf } from './random.ts';
import {
  crossOrigin,
  errorResponse,
  type MockRequest,
  type MockResponse,
  type Problem,
  preflightResponse,
} from './responses.ts';
import { type ScenarioName, scenarios, UnknownScenario } from './scenarios.ts';
import { createState, type State } from './state.ts';

/** How a mock responds. */
export interface MockOptions {
  /** The scenario of every request that does not name one. By default `echo`. */
  scenario?: ScenarioName | undefined;
  /** Whether a valid request gets the contract's first example instead of an echo. By default `false`. */
  static?: boolean | undefined;
  /**
   * Whether the mock remembers a draft, the current iteration and the previous ones for each experiment, changed by the
   * rules that LaunchDarkly documents and, where it documents none, by rules observed in practice. An experiment is
   * created when it is first requested. By default `false`: each response depends only on its request.
   */
  stateful?: boolean | StatefulOptions | undefined;
  /** Changes the response to any valid request. What it returns is checked against the contract. */
  respond?: Respond | undefined;
}

/** A mock of the operations of the contract. */
export interface Mock {
  /** Returns the response to a request. It never rejects: a failure is a response too. */
  handle(request: MockRequest): Promise<MockResponse>;
  /** Restarts every scenario, and goes back to the seed, as `POST /__reset` does. */
  reset(): void;
}

/**
 * Returns a mock.
 *
 * @throws Error when the scenario is unknown, listing the scenarios, or when the seed cannot be used, naming the
 *   location.
 */
export function createMock(options: MockOptions = {}): Mock {
  const { scenario = 'echo', static: isStatic = false, stateful = false, respond } = options;
  if (!Object.hasOwn(scenarios, scenario)) throw new UnknownScenario(scenario);
  if (isStatic && stateful) throw new Error('A mock can be static or stateful, but not both.');
  const state = createState(stateful === true ? {} : stateful || undefined);
  const reset = () => {
    state.counts.clear();
    state.world?.reset();
  };
  const settings = { scenario, isStatic, respond, state, reset };
  return {
    reset,
    async handle(request) {
      const response = await settle(request, settings);
      return {
        ...response,
        headers: { ...crossOrigin(request.headers), ...response.headers },
        body: request.method === 'HEAD' ? '' : response.body,
      };
    },
  };
}

interface Settings {
  scenario: string;
  isStatic: boolean;
  respond: Respond | undefined;
  state: State;
  reset: () => void;
}

async function settle(request: MockRequest, settings: Settings): Promise<MockResponse> {
  const { method, target } = request;
  // A request to a proxy has a whole URL (RFC 9112, section 3.2.2).
  const [path = '/', query] = target.replace(/^https?:\/\/[^/?#]*/i, '').split('?', 2);
  if (method === 'OPTIONS') return preflightResponse(request);
  if ((method === 'GET' || method === 'HEAD') && (path === '/' || path === '')) return indexPage(request);
  if (method === 'POST' && path === '/__reset') {
    settings.reset();
    return { status: 204, headers: {}, body: '', delayMs: 0 };
  }
  const outcome = await respondTo(request, path, new URLSearchParams(query), settings).catch(
    ({ message }: Error): Problem => ({
      status: 500,
      message: `The mock failed: ${message}`,
      logged: 'The mock failed.',
    }),
  );
  return 'message' in outcome ? errorResponse(outcome, idOf(request)) : outcome;
}

/** The identifier of an error about a request, the same for the same request. */
function idOf({ method, target, body }: MockRequest): string {
  return randomOf(`${method} ${target}\n${typeof body === 'string' ? body : ''}`).uuid();
}

async function respondTo(
  request: MockRequest,
  path: string,
  query: URLSearchParams,
  { scenario, isStatic, respond, state }: Settings,
): Promise<MockResponse | Problem> {
  const route = routeOf(request.method === 'HEAD' ? 'GET' : request.method, path);
  if (!route) {
    return { status: 404, message: `The contract has no path ${path}.`, logged: 'The contract has no such path.' };
  }
  if ('isMalformed' in route) return { status: 400, message: 'The path is not percent-encoded.' };
  if ('allowed' in route) {
    const allow = route.allowed.join(', ');
    return {
      status: 405,
      message: `The path does not support ${request.method}; it supports ${allow}.`,
      headers: { allow },
    };
  }
  const { operation, path: keys } = route;
  const examined = examine(operation, request);
  if ('message' in examined) {
    return { ...examined, headers: { ...rateLimitHeaders(operation, examined.status), ...examined.headers } };
  }
  const { accept, prefer } = request.headers;
  if (!accepts(accept, 'application/json'))
    return { status: 406, message: 'The mock responds only with application/json.' };
  const choice = choose({ id: operation.id, prefer, query, path: keys }, scenario, state);
  if ('problem' in choice) return choice.problem;
  const valid: ValidRequest = { operation: operation.id, path: keys, query, headers: request.headers, ...examined };
  const response = compose(choice.step, valid, isStatic, state);
  if ('message' in response) return response;
  const final = respond ? await overridden(response, valid, respond) : response;
  return 'message' in final ? final : { ...final, note: response.note, scenario: choice.name };
}
