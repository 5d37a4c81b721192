import { answers } from '../../generated/answers.js';
import type { IterationInput } from '../../generated/schema.d.ts';
import { echo } from './echo.ts';
import { errorAnswer, jsonAnswer, type MockAnswer } from './message.ts';
import { scenarios, type Turn, turnOf } from './scenarios.ts';
import { type Violation, violationsHeader } from './violations.ts';

/** How a mock answers when a request asks for nothing, and how often each scenario has answered. */
export interface Mode {
  scenario: string;
  isStatic: boolean;
  counts: Map<string, number>;
}

/** A request that reached the operation, and what is wrong with it. */
export interface Choice {
  data: {
    url: { path: string };
    headers?: Record<string, string>;
    body?: unknown;
    search: URLSearchParams;
    /** The identifier of an error about this request. */
    id: string;
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
  if (!accepts(data.headers?.['accept'])) return errorAnswer(406, 'The answer is application/json.', data.id);
  const code = asked(data, 'code');
  if (code !== undefined) return ofTurn({ status: Number(code) }, choice, `code=${code}`, mode);
  const name = asked(data, 'example') ?? mode.scenario;
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (!scenario) return errorAnswer(404, new UnknownScenario(name).message, data.id);
  const count = mode.counts.get(name) ?? 0;
  if (scenario.turns.length > 1) mode.counts.set(name, count + 1);
  return ofTurn(turnOf(scenario, count), choice, name, mode);
}

function refuse({ data, violations }: Choice, { code }: Violation): MockAnswer {
  const status = typeof code === 'number' ? code : 400;
  const message = status === 401 ? 'The access token is missing.' : violations.map((one) => one.message).join(' ');
  const headers = { ...rateLimitHeaders(status), 'sl-violations': violationsHeader(violations) };
  return { ...errorAnswer(status, message, data.id, headers), violation: violations[0]?.message };
}

function ofTurn(
  { status = 200, example, delayMs = 0 }: Turn,
  { data }: Choice,
  scenario: string,
  mode: Mode,
): MockAnswer {
  const base = () => {
    if (status === 503)
      return errorAnswer(503, 'The service is not available; this answer is of the mock alone.', data.id);
    const documented = answers[String(status)];
    if (!documented) return errorAnswer(404, `The contract documents no answer ${status}.`, data.id);
    const [firstExample] = Object.keys(documented.examples);
    const named = documented.examples[example ?? firstExample ?? '']?.value;
    const isEcho = status === 200 && example === undefined && !mode.isStatic;
    const body = isEcho ? echo(data.url.path, data.body as IterationInput) : named;
    const headers = { ...rateLimitHeaders(status), deprecation: 'true' };
    return jsonAnswer(status, status === 200 ? body : { ...named, id: data.id }, headers);
  };
  return { ...base(), delayMs, scenario };
}

/** What the documented headers of a status say: time enough to see it, little enough not to wait for. */
function rateLimitHeaders(status: number): Record<string, string> {
  const names = answers[String(status)]?.headers ?? [];
  const isLimited = status === 429;
  const window = isLimited ? 1_000 : 10_000;
  const values: Record<string, string> = {
    'x-ratelimit-global-remaining': isLimited ? '0' : '98',
    'x-ratelimit-route-remaining': isLimited ? '0' : '48',
    'x-ratelimit-reset': String(Math.ceil((Date.now() + 1) / window) * window),
    'retry-after': '1',
  };
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']));
}

/** What a request asks for: `Prefer: code=429, example=stopped`, or `?__code=429&__example=stopped`. */
function asked({ headers, search }: Choice['data'], name: 'code' | 'example'): string | undefined {
  const preferred = new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*"?([\\w-]+)`).exec(headers?.['prefer'] ?? '');
  return preferred?.[1] ?? search.get(`__${name}`) ?? undefined;
}

function accepts(accept = '*/*'): boolean {
  return /(^|[,\s])(\*\/\*|application\/(\*|json))/i.test(accept);
}
