/** What a program that runs in another runtime is asked to do, and what it reports. */

/** Ways to break a client, by which the judge is tried. */
export type Sabotage = 'sends again' | 'claims not_applied' | 'claims applied' | 'hangs' | 'leaks' | 'shows the token';

/** The calls of a random run. */
export interface RandomJob {
  /** The module of the client, whose time is `globalThis.faultsTime`. */
  client: string;
  url: string;
  /** A URL at which nothing listens. */
  refusingUrl: string;
  calls: number;
  atOnce: number;
  seed: number;
  sabotage?: Sabotage | undefined;
}

export type Ending = 'success' | 'not_applied' | 'applied' | 'unknown' | 'responded' | 'strange' | 'hang';

/** How one call ended. `responded` is a status that a raw call leaves to its caller to judge. */
export interface Ended {
  id: string;
  ending: Ending;
  /** How many requests the client says that it sent. */
  attempts: number | undefined;
}

export interface RandomReport {
  ended: Ended[];
  /** What was left behind or came to light, each in a few words. */
  leaks: string[];
}

/** Calls to hosts at which no connection, or none that lasts, can be made. */
export interface ConnectJob {
  client: string;
  /** The URL of each by its name. */
  targets: Record<string, string>;
}

/** How each call ended, as `kind outcome attempts`. */
export type ConnectReport = Record<string, string>;
