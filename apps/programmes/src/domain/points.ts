import type { Criterion, Points } from '@salvatempo/contracts';
import { isWithin, type Applicant } from './eligibility';

type Fulfils = (applicant: Applicant, criterion: Criterion) => boolean;

const isBetween = (count: number, { from = 0, to = Infinity }: Criterion): boolean => from <= count && count <= to;

/** What each kind of criterion looks at. What isn't known of a firm has no points. */
const FULFILS: Readonly<Record<Criterion['about'], Fulfils>> = {
  employees: ({ employeesCount }, criterion) => isBetween(employeesCount, criterion),
  occupati: ({ occupatiCount }, criterion) => isBetween(occupatiCount, criterion),
  sector: ({ sector }, { oneOf = [] }) => oneOf.some((admitted) => isWithin(sector, admitted)),
  municipality: ({ municipality }, { oneOf = [] }) => municipality !== undefined && oneOf.includes(municipality),
  membership: ({ memberships }, { oneOf = [] }) => memberships.some((one) => oneOf.includes(one)),
  artisan: ({ artisan }) => artisan,
  'no-other-funding': ({ otherFunding }) => !otherFunding,
};

/** The criteria that a firm fulfils, in the table's order, and what they are worth together. */
export function pointsOf(applicant: Applicant, criteria: readonly Criterion[]): Points {
  const gained = criteria.filter((criterion) => FULFILS[criterion.about](applicant, criterion)).map(({ code }) => code);
  return { total: sumOf(gained, criteria), gained };
}

/** The points of the criteria that these codes name. Throws for a code that the table doesn't have. */
export function sumOf(gained: readonly string[], criteria: readonly Criterion[]): number {
  const worth = new Map(criteria.map(({ code, points }) => [code, points]));
  return gained.reduce((sum, code) => {
    const points = worth.get(code);
    if (points === undefined) throw new Error(`no criterion ${code} in the points table`);
    return sum + points;
  }, 0);
}

/** Whether every row can be applied: each code once, and beside it what it compares with and nothing else. */
export const isConsistent = (criteria: readonly Criterion[]): boolean => new Set(criteria.map(({ code }) => code)).size === criteria.length && criteria.every(hasItsValues);

function hasItsValues({ about, from, to, oneOf }: Criterion): boolean {
  const isRange = from !== undefined || to !== undefined;
  if (about === 'employees' || about === 'occupati') return isRange && oneOf === undefined && (from ?? 0) <= (to ?? Infinity);
  const isList = about === 'sector' || about === 'municipality' || about === 'membership';
  return !isRange && isList === (oneOf !== undefined);
}
