/** Months that are offered at most. */
const OFFERED = 12;

/** Months after the last one closed, up to today's; newest first, as `YYYY-MM`. `today` is `YYYY-MM-DD`. */
export function monthsToClose(today: string, lastClosed: string | undefined): readonly string[] {
  const [year, number] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = Array.from({ length: OFFERED }, (_, back) => {
    const at = year * 12 + (number - 1) - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return months.filter((month) => lastClosed === undefined || month > lastClosed);
}

/** Tax years that are over, with their December closed; newest first. */
export function yearsToTake(today: string, lastClosed: string | undefined): readonly number[] {
  if (lastClosed === undefined) return [];
  const year = Number(today.slice(0, 4));
  return [year - 1, year - 2, year - 3].filter((one) => lastClosed >= `${one}-12` && today > `${one + 1}-01-12`);
}
