import { addDays, romeDate, type Instant, type Refusal } from '@salvatempo/kernel';

/** A fixed term may be known so long before its end. */
const MAX_DAYS_AHEAD = 5 * 366;

/** Why an employment can't end on a day; undefined where it can. */
export function whyNoEnd(hiredOn: string | undefined, lastDay: string, at: Instant): Refusal | undefined {
  if (hiredOn !== undefined && lastDay < hiredOn) return { code: 'employment-ends-before-it-began' };
  return lastDay > addDays(romeDate(at), MAX_DAYS_AHEAD) ? { code: 'employment-end-too-far' } : undefined;
}

/** Why somebody who left can't work again from a day; undefined where they can. */
export function whyNoReturn(lastDay: string, firstDay: string, at: Instant): Refusal | undefined {
  if (firstDay <= lastDay) return { code: 'rehired-before-leaving', params: { lastDay } };
  return firstDay > romeDate(at) ? { code: 'employment-not-begun' } : undefined;
}
