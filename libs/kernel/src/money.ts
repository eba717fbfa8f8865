/** Euro cents, a safe integer; sums of a document stay below 90 billion euros. */
export type Cents = number;

/** Basis points: 10,000 is the whole, 7,000 is 70%. */
export type BasisPoints = number;

/** Throws RangeError unless `cents` is a safe integer of zero or more. */
export function assertAmount(cents: Cents): Cents {
  if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError(`not an amount in cents: ${cents}`);
  return cents;
}

/** The share of an amount in basis points (0 to 10,000), rounded half up to the cent; exact for every safe integer. */
export function shareOf(cents: Cents, basisPoints: BasisPoints): Cents {
  assertAmount(cents);
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000)
    throw new RangeError(`not basis points: ${basisPoints}`);
  return Number((BigInt(cents) * BigInt(basisPoints) + 5_000n) / 10_000n);
}

/** The sum of amounts, checked for being a safe integer. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  if (!Number.isSafeInteger(total)) throw new RangeError('sum of cents out of range');
  return total;
}

/** Cents of an amount whose digits were told apart already: whole euros, and none to two digits after the comma. */
export const centsOfDigits = (euros: string, decimals = ''): Cents => Number(euros) * 100 + Number(decimals.padEnd(2, '0'));

/** `123450` as `1.234,50 €`, the way the interface and the mails write it. */
export function formatEuro(cents: Cents): string {
  const sign = cents < 0 ? '-' : '';
  const digits = Math.abs(cents).toString().padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}${euros},${digits.slice(-2)} €`;
}
