import type { Instant } from './instant';
import type { Cents } from './money';

/** Hours of service in whole minutes, 1 or more. They are no money: never added to cents. */
export type Minutes = number;

/** Minutes of one origin, with what an hour of them was agreed to be worth. */
export interface HourLot {
  readonly lotId: string;
  readonly freeMinutes: Minutes;
  readonly hourCents: Cents;
  readonly validUntil: Instant;
}

/** Minutes taken from one lot, and the part of a price that they pay. */
export interface HourShare {
  readonly lotId: string;
  readonly minutes: Minutes;
  readonly amountCents: Cents;
}

/** Minutes with what an hour of them is worth. */
export interface WorthHours {
  readonly minutes: Minutes;
  readonly hourCents: Cents;
}

/** What hours are worth to the sixtieth of a cent, in which nothing is ever rounded. */
const sixtieths = (hours: readonly WorthHours[]): bigint => hours.reduce((sum, { minutes, hourCents }) => sum + BigInt(minutes) * BigInt(hourCents), 0n);

/**
 * The euro cents that must stand behind hours: the sum of minutes x value of an hour / 60, rounded up to the cent once, for all of them. This one
 * rule holds wherever hours meet money (ADR 0298): whatever price they may pay is there, however they are taken apart.
 */
export const worthOfAll = (hours: readonly WorthHours[]): Cents => Number((sixtieths(hours) + 59n) / 60n);

/** As `worthOfAll`, of one lot. */
export const worthOf = (minutes: Minutes, hourCents: Cents): Cents => worthOfAll([{ minutes, hourCents }]);

/**
 * The minutes that an offer takes of somebody who pays a part of its price: the same part of its duration, rounded up to the whole minute.
 * @param partCents what is to be paid in hours, 0 to `priceCents`.
 */
export const minutesFor = (durationMinutes: Minutes, partCents: Cents, priceCents: Cents): Minutes =>
  Number((BigInt(durationMinutes) * BigInt(partCents) + BigInt(priceCents) - 1n) / BigInt(priceCents));

/** Whether an hour of a lot is worth what an hour of the service costs: `amountCents` for `minutes`. */
export const isWorthEnough = ({ hourCents }: Pick<HourLot, 'hourCents'>, minutes: Minutes, amountCents: Cents): boolean =>
  BigInt(hourCents) * BigInt(minutes) >= 60n * BigInt(amountCents);

/**
 * The lots that pay `minutes` of a service that costs `amountCents`: of those whose hour is worth enough, what ends first pays first. Undefined
 * where the minutes don't suffice, and never for a cent of rounding: the price is shared out so that the first lots together pay what their minutes
 * are worth together, rounded down, and the last one takes the rest. All pay no more than all are worth, each less than a cent more than it is.
 */
export function takeHours(lots: readonly HourLot[], minutes: Minutes, amountCents: Cents): readonly HourShare[] | undefined {
  let [leftMinutes, leftCents] = [minutes, amountCents];
  const shares: HourShare[] = [];
  const taking: WorthHours[] = [];
  for (const { lotId, freeMinutes, hourCents } of inTurn(lots.filter((lot) => isWorthEnough(lot, minutes, amountCents)))) {
    if (leftMinutes === 0) break;
    const taken = Math.min(leftMinutes, freeMinutes);
    taking.push({ minutes: taken, hourCents });
    const paid = Math.min(leftCents, Number(sixtieths(taking) / 60n) - (amountCents - leftCents));
    shares.push({ lotId, minutes: taken, amountCents: paid });
    leftMinutes -= taken;
    leftCents -= paid;
  }
  return leftMinutes === 0 ? shares : undefined;
}

/** Minutes that could be taken for a service of this price for this duration. */
export const minutesWorth = (lots: readonly HourLot[], minutes: Minutes, amountCents: Cents): Minutes =>
  lots.filter((lot) => isWorthEnough(lot, minutes, amountCents)).reduce((sum, { freeMinutes }) => sum + freeMinutes, 0);

const inTurn = (lots: readonly HourLot[]): readonly HourLot[] =>
  [...lots].filter(({ freeMinutes }) => freeMinutes > 0).sort((a, b) => (a.validUntil === b.validUntil ? (a.lotId < b.lotId ? -1 : 1) : a.validUntil < b.validUntil ? -1 : 1));

/** `210` as `3 ore e 30 minuti`, the way the interface and the mails write it. */
export function formatHours(minutes: Minutes): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const hours = whole > 0 || rest === 0 ? [`${whole.toString().replace(/\B(?=(\d{3})+$)/g, '.')} ${whole === 1 ? 'ora' : 'ore'}`] : [];
  return [...hours, ...(rest > 0 ? [`${rest} ${rest === 1 ? 'minuto' : 'minuti'}`] : [])].join(' e ');
}
