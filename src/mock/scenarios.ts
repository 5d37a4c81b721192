/** The ways in which the mock can respond, by name: sequences of steps, and each named response of the contract. */

import { responseExamples } from '../../generated/examples.js';
import type { OperationId } from '../contract/operations.ts';

/** One response of a scenario. */
export interface Step {
  /** By default that of the example, or else of success. */
  status?: number;
  /** The named example to respond with; without it, a 2xx agrees with the request. */
  example?: string;
  /** How long to wait before the response, in milliseconds. */
  delayMs?: number;
}

/** A way for the mock to respond. */
export interface Scenario {
  summary: string;
  /** The responses in their order; the last one is used for all later requests, unless `repeats`. */
  steps: readonly Step[];
  /** Starts again after the last step. */
  repeats?: boolean;
}

const sequences = {
  echo: { summary: 'A draft that matches the request. The default.', steps: [{}] },
  'rate-limited-once': { summary: '429, then like echo: try your retries.', steps: [{ status: 429 }, {}] },
  'rate-limited-twice': { summary: '429 twice, then like echo.', steps: [{ status: 429 }, { status: 429 }, {}] },
  slow: { summary: 'Like echo, after two seconds: try your spinner.', steps: [{ delayMs: 2_000 }] },
  flaky: {
    summary: '503, alternating with echo. LaunchDarkly does not document 503, but any server can send it.',
    steps: [{ status: 503 }, {}],
    repeats: true,
  },
} satisfies Record<string, Scenario>;

type Examples = typeof responseExamples;
type KeysOfValues<T> = T extends unknown ? { [Key in keyof T]: keyof T[Key] }[keyof T] : never;
type ExampleName = { [Id in keyof Examples]: KeysOfValues<Examples[Id]> }[keyof Examples];

/** The name of a scenario: of a sequence, or of a response of the contract. */
export type ScenarioName = keyof typeof sequences | ExampleName;

type Responses = Record<string, Record<string, { summary: string; value: unknown }>>;
const byOperation: Record<OperationId, Responses> = responseExamples;

const named = Object.values(byOperation).flatMap((responses) =>
  Object.values(responses).flatMap((group) =>
    Object.entries(group).map(([example, { summary }]): [string, Scenario] => [
      example,
      { summary, steps: [{ example }] },
    ]),
  ),
);

/** Every scenario by name, the sequences first. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...sequences,
  ...Object.fromEntries(named),
  ...sequences,
};

/** A scenario that does not exist. */
export class UnknownScenario extends Error {
  constructor(name: string) {
    super(`There is no scenario ${JSON.stringify(name)}. The scenarios are: ${Object.keys(scenarios).join(', ')}.`);
  }
}

/**
 * Returns the step of a scenario.
 *
 * @param count How many requests the scenario has had so far.
 */
export function stepOf({ steps, repeats = false }: Scenario, count: number): Step {
  const index = repeats ? count % steps.length : Math.min(count, steps.length - 1);
  return steps[index] ?? {};
}

/**
 * Returns a named response of an operation, or the default one of a status.
 *
 * @param status Without it, the name is looked for under every status.
 */
export function exampleOf(
  id: OperationId,
  { status, example }: Pick<Step, 'status' | 'example'>,
): { status: number; value: unknown } | undefined {
  const responses = byOperation[id];
  for (const candidate of status === undefined ? Object.keys(responses) : [String(status)]) {
    const group = Object.hasOwn(responses, candidate) ? (responses[candidate] ?? {}) : {};
    const name = example ?? Object.keys(group)[0] ?? '';
    if (Object.hasOwn(group, name)) return { status: Number(candidate), value: group[name]?.value };
  }
  return undefined;
}
