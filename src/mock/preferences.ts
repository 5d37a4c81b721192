/** Decides which step of which scenario a request gets: the one that it asks for, or else the mock's own. */

import type { OperationId } from '../contract/operations.ts';
import { membersOf } from '../http/fields.ts';
import type { Problem } from './responses.ts';
import { exampleOf, type Step, scenarios, stepOf, UnknownScenario } from './scenarios.ts';
import type { State } from './state.ts';

/** What a request asks for: `Prefer: code=429, example=stopped`, or `?__code=429&__example=stopped`. */
interface Preferences {
  code: string | undefined;
  example: string | undefined;
}

/** Reads the preferences of a request (RFC 7240); if one is repeated, the first counts. */
function preferencesOf(prefer: string | undefined, query: URLSearchParams): Preferences {
  const members = membersOf(prefer);
  const of = (name: string) =>
    members.find((member) => member.name === name)?.value ?? query.get(`__${name}`) ?? undefined;
  return { code: of('code'), example: of('example') };
}

/** A request, as far as it decides on the step. */
export interface Asking {
  id: OperationId;
  prefer: string | undefined;
  query: URLSearchParams;
  /** The path parameters: a scenario counts the requests of each experiment. */
  path: Readonly<Record<string, string>>;
}

/** Returns the step, and its name in a log; or why there is none. */
export function choose(
  { id, prefer, query, path }: Asking,
  scenario: string,
  state: State,
): { step: Step; name: string } | { problem: Problem } {
  const { code, example } = preferencesOf(prefer, query);
  if (code !== undefined) return ofStatus(id, code, example);
  const name = example ?? scenario;
  const wanted = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (!wanted) return { problem: unknown(new UnknownScenario(name).message) };
  const step = stepOf(wanted, wanted.steps.length > 1 ? countUp(state, JSON.stringify([name, path])) : 0);
  if (step.example === undefined || exampleOf(id, step)) return { step, name };
  // The mock's own scenario may be a response of another operation; then this one responds with its default.
  return example === undefined
    ? { step: {}, name: 'echo' }
    : { problem: unknown(`${id} has no response ${JSON.stringify(name)}.`) };
}

function countUp({ counts }: State, key: string): number {
  const count = counts.get(key) ?? 0;
  counts.set(key, count + 1);
  return count;
}

function ofStatus(id: OperationId, code: string, example: string | undefined): ReturnType<typeof choose> {
  const name = [`code=${code}`, ...(example === undefined ? [] : [`example=${example}`])].join(', ');
  const status = /^\d{3}$/.test(code) ? Number(code) : 0;
  const isKnown =
    status === 503 ? example === undefined : exampleOf(id, { status, ...(example !== undefined && { example }) });
  if (!isKnown) return { problem: unknown(`Neither the contract of ${id} nor the mock has a response ${name}.`) };
  return { step: { status, ...(example !== undefined && { example }) }, name };
}

function unknown(sentence: string): Problem {
  const message = `${sentence} This message is from the mock, not from LaunchDarkly; GET / lists what it knows.`;
  return { status: 400, message, logged: 'The request asks for a response that the mock does not know.' };
}
