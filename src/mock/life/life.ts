/** What the mock remembers about an experiment: its draft, its current and its previous iterations. */

import type { Experiment, IterationRep } from '../../../generated/schema.d.ts';

/** What the mock remembers about one experiment. Immutable plain data. */
export interface Life {
  /** The experiment without its iterations. */
  readonly experiment: Omit<Experiment, 'currentIteration' | 'draftIteration' | 'previousIterations'>;
  readonly draft?: IterationRep | undefined;
  readonly current?: IterationRep | undefined;
  readonly previous: readonly IterationRep[];
  /** When its first step was, in epoch milliseconds; each later step is one minute after the one before. */
  readonly since: number;
  /** How many instructions have been applied and drafts created. */
  readonly steps: number;
}

/** Why an instruction is not applied. */
export interface Refusal {
  readonly status: 400 | 409;
  readonly message: string;
  /** What a log adds: above all that LaunchDarkly does not document the rule. */
  readonly note?: string | undefined;
}

/** What a log says about a rule that LaunchDarkly does not document. */
export const practiceNote = 'This rule was observed in practice; LaunchDarkly does not document it.';

/** The time of the last step: the same sequence gives the same times. */
export function momentOf({ since, steps }: Life): number {
  return since + steps * 60_000;
}

/** The iteration that a start would start. A first one that never started has been seen as the current one. */
export function waiting({ draft, current }: Life): IterationRep | undefined {
  return draft ?? (current?.status === 'not_started' ? current : undefined);
}

/** Adds a draft, replacing any existing one. */
export function withDraft(life: Life, draft: IterationRep): Life {
  const isReplaced = life.current?.status === 'not_started';
  return { ...life, draft, current: isReplaced ? undefined : life.current };
}
