import { examples } from '../../generated/examples.js';
import { createIteration, type Operation } from '../../generated/operations.js';
import type { IterationInput } from '../../generated/schema.d.ts';
import { driftOf } from '../contract/validate.ts';
import { echo } from './echo.ts';
import { errorAnswer, jsonAnswer, type MockAnswer, textAnswer } from './message.ts';
import { scenarios, type Turn, turnOf } from './scenarios.ts';
import { type Violation, violationsHeader } from './violations.ts';

const { responses }: Operation = createIteration;
const namedExamples: Record<number, Record<string, { value: object }>> = examples.createIteration.responses;

/** How a mock answers when a request asks for nothing, and how often each scenario has answered. */
export interface Mode {
  scenario: string;
  isStatic: boolean;
  counts: Map<string, number>;
  /** The bodies of the last echoes. */
  echoes: (key: string, compute: () => string) => string;
}

/** A request that reached the operation, and what is wrong with it. */
export interface Choice {
  data: {
    url: { path: string };
    headers?: Record<string, string>;
    body?: unknown;
    /** The body as it was sent. */
    text: string;
    query: string | undefined;
    /** The identifier of an error about this request. */
    id: () => string;
  };
  violations: readonly Violation[];
}

/** A scenario that there is not. */
export class UnknownScenario extends Error {
  constructor(name: string) {
    super(`There is no scenario ${JSON.stringify(name)}. There are: ${Object.keys(scenarios).join(', ')}.`);
  }
}

/** Composes the answer to a request: what is wrong with it comes first, then what it asks for, then the mode's scenario. */
export function composeAnswer(mode: Mode, choice: Choice): MockAnswer {
  const { data, violations } = choice;
  const [first] = violations;
  if (first) return refuse(choice, first);
  if (!accepts(data.headers?.['accept'])) return errorAnswer(406, 'The answer is application/json.', data.id());
  const code = asked(data, 'code');
  if (code !== undefined) return ofTurn({ status: Number(code) }, choice, `code=${code}`, mode);
  const name = asked(data, 'example') ?? mode.scenario;
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (!scenario) return errorAnswer(404, new UnknownScenario(name).message, data.id());
  const count = mode.counts.get(name) ?? 0;
  if (scenario.turns.length > 1) mode.counts.set(name, count + 1);
  return ofTurn(turnOf(scenario, count), choice, name, mode);
}

function refuse({ data, violations }: Choice, { code }: Violation): MockAnswer {
  const status = typeof code === 'number' ? code : 400;
  const message = status === 401 ? 'The access token is missing.' : violations.map((one) => one.message).join(' ');
  const headers = { ...rateLimitHeaders(status), 'sl-violations': violationsHeader(violations) };
  return { ...errorAnswer(status, message, data.id(), headers), violation: violations[0]?.message };
}

function ofTurn(turn: Turn, { data }: Choice, scenario: string, mode: Mode): MockAnswer {
  const { status = 200, example, delayMs = 0 } = turn;
  const named = namedExamples[status];
  if (status === 503) {
    const message = 'The service is not available; this answer is of the mock alone.';
    return { ...errorAnswer(503, message, data.id()), delayMs, scenario };
  }
  if (!named) return errorAnswer(404, `The contract documents no answer ${status}.`, data.id());
  const headers = { ...rateLimitHeaders(status), deprecation: 'true' };
  const isEcho = status === 200 && example === undefined && !mode.isStatic;
  if (isEcho) return { ...textAnswer(200, echoOf(data, mode), headers), delayMs, scenario };
  const [firstExample = ''] = Object.keys(named);
  const value = named[example ?? firstExample]?.value;
  const body = status === 200 ? value : { ...value, id: data.id() };
  return { ...jsonAnswer(status, body, headers), delayMs, scenario };
}

/**
 * Returns the body of an echo.
 *
 * @throws Error when it would break the contract, which would be a bug of the mock.
 */
function echoOf({ url: { path }, body, text }: Choice['data'], { echoes }: Mode): string {
  return echoes(`${path}\n${text}`, () => {
    const iteration = echo(path, body as IterationInput, text);
    const [issue] = driftOf(iteration).issues;
    if (issue) throw new Error(`The echo breaks the contract: ${issue.message}`);
    return JSON.stringify(iteration);
  });
}

/** What the documented headers of a status say: time enough to see it, little enough not to wait for. */
function rateLimitHeaders(status: number): Record<string, string> {
  const names = Object.keys(responses[status]?.headers ?? {});
  const isLimited = status === 429;
  const window = isLimited ? 1_000 : 10_000;
  const reset = String(Math.ceil((Date.now() + 1) / window) * window);
  const values: Record<string, string> = {
    'x-ratelimit-global-limit': '100',
    'x-ratelimit-global-remaining': isLimited ? '0' : '98',
    'x-ratelimit-route-limit': '50',
    'x-ratelimit-route-remaining': isLimited ? '0' : '48',
    'x-ratelimit-reset': reset,
    'x-ratelimit-auth-token-limit': '40',
    'x-ratelimit-auth-token-remaining': isLimited ? '0' : '38',
    'x-ratelimit-auth-token-reset': reset,
    'retry-after': '1',
  };
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
}

const preferences = {
  code: /(?:^|[,;\s])code\s*=\s*"?([\w-]+)/,
  example: /(?:^|[,;\s])example\s*=\s*"?([\w-]+)/,
};

/** What a request asks for: `Prefer: code=429, example=stopped`, or `?__code=429&__example=stopped`. */
function asked({ headers, query }: Choice['data'], name: 'code' | 'example'): string | undefined {
  const preferred = preferences[name].exec(headers?.['prefer'] ?? '');
  return preferred?.[1] ?? new URLSearchParams(query).get(`__${name}`) ?? undefined;
}

function accepts(accept = '*/*'): boolean {
  return /(^|[,\s])(\*\/\*|application\/(\*|json))/i.test(accept);
}
