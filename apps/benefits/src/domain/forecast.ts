import { daysBetween, romeDate, sumCents, type Cents, type Instant, type Minutes } from '@salvatempo/kernel';
import type { HourUse } from './credit-use';

/** What the forecast asks of a lot. */
export interface ForecastLot {
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly addedCents: Cents;
  /** Spent or held. */
  readonly usedCents: Cents;
}

export interface Forecast {
  /** Left to spend today. */
  readonly freeCents: Cents;
  readonly usedCents: Cents;
  /** Use of thirty days at the pace so far. */
  readonly monthlyCents: Cents;
  /** Of `freeCents`, what would expire unspent at that pace. */
  readonly leftCents: Cents;
  /** First day of the earliest of the lots, in Rome. */
  readonly since: string;
  /** Last day of the latest of them. */
  readonly until: string;
  /** Whether there was time enough to see a pace. */
  readonly isSure: boolean;
}

/** A pace is seen over so many days at least: who spent everything on the first day isn't thought to go on so. */
export const PACE_DAYS = 30;

export const isOpenOn = ({ validFrom, validUntil }: Pick<ForecastLot, 'validFrom' | 'validUntil'>, day: string): boolean => romeDate(validFrom) <= day && day <= romeDate(validUntil);
export const freeOf = ({ addedCents, usedCents }: ForecastLot): Cents => Math.max(0, addedCents - usedCents);

/**
 * What would be left of open lots at their ends, if somebody went on as so far: what was used by now, by the day, spent on what expires first
 * (ADR 0280). Undefined where nothing is open.
 * @param day today in Rome.
 */
export function forecastOf(lots: readonly ForecastLot[], day: string): Forecast | undefined {
  const open = lots.filter((lot) => isOpenOn(lot, day) && lot.addedCents > 0).sort((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
  if (open.length === 0) return undefined;
  const since = open.map(({ validFrom }) => romeDate(validFrom)).sort()[0]!;
  const passed = daysBetween(since, day) + 1;
  const usedCents = sumCents(open.map((lot) => lot.usedCents));
  const inDays = (days: number): Cents => Math.floor((usedCents * days) / Math.max(PACE_DAYS, passed));
  let [spentCents, leftCents] = [0, 0];
  for (const lot of open) {
    const canSpend = Math.max(0, inDays(daysBetween(day, romeDate(lot.validUntil))) - spentCents);
    const spends = Math.min(freeOf(lot), canSpend);
    spentCents += spends;
    leftCents += freeOf(lot) - spends;
  }
  return { freeCents: sumCents(open.map(freeOf)), usedCents, monthlyCents: inDays(PACE_DAYS), leftCents, since, until: romeDate(open.at(-1)!.validUntil), isSure: passed >= PACE_DAYS };
}

/** The same of hours, in minutes. */
export interface HoursForecast extends Pick<Forecast, 'since' | 'until' | 'isSure'> {
  readonly freeMinutes: Minutes;
  readonly usedMinutes: Minutes;
  readonly monthlyMinutes: Minutes;
  readonly leftMinutes: Minutes;
}

/** As `forecastOf`, of lots of hours: their pace is their own, for whoever spends euros fast may never spend an hour. */
export function hoursForecastOf(lots: readonly Pick<HourUse, 'validFrom' | 'validUntil' | 'addedMinutes' | 'usedMinutes'>[], day: string): HoursForecast | undefined {
  const forecast = forecastOf(lots.map(({ addedMinutes, usedMinutes, ...lot }) => ({ ...lot, addedCents: addedMinutes, usedCents: usedMinutes })), day);
  if (!forecast) return undefined;
  const { freeCents, usedCents, monthlyCents, leftCents, ...rest } = forecast;
  return { ...rest, freeMinutes: freeCents, usedMinutes: usedCents, monthlyMinutes: monthlyCents, leftMinutes: leftCents };
}
