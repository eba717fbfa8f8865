/** What a fund is kept in; each a safe integer of zero or more. */
export type Unit = 'cents' | 'minutes';

/** An amount that knows its unit: one in minutes is refused by the compiler where cents are asked for, and the other way round. */
export type Amount<U extends Unit> = { readonly unit: U; readonly value: number };

export const euroAmount = (cents: number): Amount<'cents'> => ({ unit: 'cents', value: cents });
export const timeAmount = (minutes: number): Amount<'minutes'> => ({ unit: 'minutes', value: minutes });

/** A pot of one unit: budget is always committed + paid + free. */
export interface Ledger<U extends Unit> {
  readonly unit: U;
  readonly budget: number;
  /** Set apart and not paid (of hours: not worked) yet. */
  readonly committed: number;
  readonly paid: number;
}

/** What is left to be promised. Throws where the figures don't add up or one is below zero: something would have been made or lost. */
export function freeOf({ unit, budget, committed, paid }: Ledger<Unit>, whose: string): number {
  const free = budget - committed - paid;
  if (![budget, committed, paid, free].every((value) => Number.isSafeInteger(value) && value >= 0)) throw new Error(`the fund of ${whose} would be ${committed} committed, ${paid} paid of ${budget} ${unit}`);
  return free;
}

/** How an amount moves in a pot. */
export type Move = 'reserve' | 'pay' | 'return';

const EFFECTS: Readonly<Record<Move, { readonly committed: 1 | -1; readonly paid: 0 | 1 }>> = {
  reserve: { committed: 1, paid: 0 },
  pay: { committed: -1, paid: 1 },
  return: { committed: -1, paid: 0 },
};

/** The pot after an amount of its own unit moved; whether there is enough is asked beforehand. Throws on another unit, and where the pot would be below zero. */
export function moved<U extends Unit>(pot: Ledger<U>, move: Move, amount: Amount<NoInfer<U>>, whose: string): Ledger<U> {
  if (pot.unit !== amount.unit) throw new Error(`${amount.value} ${amount.unit} can’t be moved in the fund of ${whose}, which is in ${pot.unit}`);
  const { committed, paid } = EFFECTS[move];
  const after = { ...pot, committed: pot.committed + committed * amount.value, paid: pot.paid + paid * amount.value };
  freeOf(after, whose);
  return after;
}
