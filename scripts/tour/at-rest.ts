import { until } from './patience';

export interface Told<F> {
  readonly figures: F;
  readonly wrong: readonly string[];
}

const WITHIN_MS = 5_000;

/** Figures as the API tells them once they are right, or when the time for that is over; with what is wrong then. */
export async function atRest<F>(what: string, ask: () => Promise<F>, wrongWith: (figures: F) => readonly string[]): Promise<Told<F>> {
  let last: F | undefined;
  const askAgain = async (): Promise<F> => (last = await ask());
  await until(`${what} to be right`, askAgain, (seen) => wrongWith(seen).length === 0, WITHIN_MS).catch(() => undefined);
  const figures = last ?? (await ask());
  return { figures, wrong: wrongWith(figures) };
}

/** What isn't as it must be, by name. */
export const unlike = <F extends object>(figures: F, right: F): readonly string[] =>
  (Object.keys(right) as (keyof F & string)[]).flatMap((name) => (JSON.stringify(figures[name]) === JSON.stringify(right[name]) ? [] : [`${name} is ${JSON.stringify(figures[name])}`]));
