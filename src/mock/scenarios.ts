import { examples } from '../../generated/examples.js';

/** One answer of a scenario. */
export interface Turn {
  /** The status, by default 200. */
  status?: number;
  /** The named example to answer with; without it, a 200 echoes the request. */
  example?: string;
  /** How long to wait before the answer, in milliseconds. */
  delayMs?: number;
}

/** A way for the mock to answer. */
export interface Scenario {
  summary: string;
  /** The answers in turn; the last one is for every further request, unless `repeats`. */
  turns: readonly Turn[];
  /** Starts again after the last turn. */
  repeats?: boolean;
}

const sequences: Record<string, Scenario> = {
  echo: { summary: 'A draft that agrees with the request. The default.', turns: [{}] },
  'rate-limited-once': { summary: '429, then as echo: try your retries.', turns: [{ status: 429 }, {}] },
  'rate-limited-twice': { summary: '429 twice, then as echo.', turns: [{ status: 429 }, { status: 429 }, {}] },
  slow: { summary: 'As echo, after two seconds: try your spinner.', turns: [{ delayMs: 2_000 }] },
  flaky: {
    summary: '503 in turn with echo. LaunchDarkly documents no 503; every client meets one.',
    turns: [{ status: 503 }, {}],
    repeats: true,
  },
};

const named = Object.entries(examples.createIteration.responses).flatMap(([status, ofStatus]) =>
  Object.entries(ofStatus).map(([example, { summary }]): [string, Scenario] => [
    example,
    { summary, turns: [{ status: Number(status), example }] },
  ]),
);

/** Every scenario by name: the sequences, then each named answer and each error of the contract. */
export const scenarios: Readonly<Record<string, Scenario>> = { ...sequences, ...Object.fromEntries(named) };

/**
 * Returns the turn of a scenario.
 *
 * @param count How many requests the scenario has answered before.
 */
export function turnOf({ turns, repeats = false }: Scenario, count: number): Turn {
  const index = repeats ? count % turns.length : Math.min(count, turns.length - 1);
  return turns[index] ?? {};
}
