import type { JsonObject } from '@salvatempo/kernel';

/** What one person chose: the codes of the choices by the code of the question. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** How often each choice was made: all that is kept of what people answered. Which of them go together can't be had from it. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What is kept beside a survey's state. */
export interface Tally {
  /** The secret of the survey's link. */
  readonly token: string;
  readonly answers: number;
  readonly counts: Counts;
  /** Digests of the attempts that were counted, in their own order and not in that of their coming; gone once the survey is closed. */
  readonly attempts: readonly string[];
}

type Personal = Readonly<Record<string, unknown>> | undefined;

export const tallyOf = (personal: Personal): Tally => ({ token: '', answers: 0, counts: {}, attempts: [], ...(personal as Partial<Tally> | undefined) });

export const personalOfTally = (tally: Tally): JsonObject => tally as unknown as JsonObject;

/** One more answer. `attempt` tells a repeat of it. */
export function counted(tally: Tally, answers: Answers, attempt: string): Tally {
  const one: Counts = Object.fromEntries(Object.entries(answers).map(([question, choices]) => [question, Object.fromEntries(choices.map((choice) => [choice, 1]))]));
  return { ...tally, answers: tally.answers + 1, counts: sumOf([tally.counts, one]), attempts: [...tally.attempts, attempt].sort() };
}

/** Several counts as one. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum: Record<string, Record<string, number>> = {};
  for (const counts of all)
    for (const [question, choices] of Object.entries(counts))
      for (const [choice, count] of Object.entries(choices)) {
        const known = (sum[question] ??= {});
        known[choice] = (known[choice] ?? 0) + count;
      }
  return sum;
}
