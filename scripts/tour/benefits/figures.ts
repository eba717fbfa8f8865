import { atRest, unlike, type Told } from '../at-rest';
import type { ClaimEnd } from './claims';
import type { BenefitsEnd } from './journey';

export interface BenefitsFigures {
  readonly claims: { readonly partly: ClaimEnd; readonly appealed: ClaimEnd };
  readonly limit: { readonly refusal: string; readonly leftCents: number; readonly level: string };
  readonly year: { readonly status: string; readonly accounts: number; readonly taxableCents: number };
  /** What the employee has left, by letter. */
  readonly credit: Readonly<Record<string, number>>;
}

/** What the third part must end with (to the cent). */
const RIGHT: BenefitsFigures = {
  claims: {
    partly: { status: 'approved', askedCents: 45_000, approvedCents: 17_727, reimbursedCents: 17_727 },
    appealed: { status: 'approved', askedCents: 20_000, approvedCents: 20_000, reimbursedCents: 20_000 },
  },
  limit: { refusal: 'threshold-cliff', leftCents: 0, level: 'reached' },
  year: { status: 'completed', accounts: 3, taxableCents: 0 },
  credit: { 'c.3': 7_000, 'f-bis': 22_273 },
};

interface Account {
  readonly lots: readonly { readonly letter: string; readonly freeCents: number }[];
  readonly threshold: { readonly leftCents: number; readonly level: string };
}

/** Reads every figure from the API, once they have come to rest or the time for that is over. */
export const readBenefitsFigures = (end: BenefitsEnd): Promise<Told<BenefitsFigures>> => atRest('the figures of the benefits', () => read(end), (seen) => unlike(seen, RIGHT));

async function read({ firm: { employee, owner }, claimIds, limit: { refusal }, settlementId }: BenefitsEnd): Promise<BenefitsFigures> {
  const claimOf = async (claimId: string): Promise<ClaimEnd> => {
    const { status, askedCents, approvedCents, reimbursedCents } = await employee.get<ClaimEnd>(`/api/benefits/claims/${claimId}`);
    return { status, askedCents, approvedCents, reimbursedCents };
  };
  const { lots, threshold } = await employee.get<Account>('/api/benefits/accounts/mine');
  const { status, accounts, taxableCents } = await owner.get<BenefitsFigures['year']>(`/api/benefits/year-settlements/${settlementId}`);
  return {
    claims: { partly: await claimOf(claimIds.partly), appealed: await claimOf(claimIds.appealed) },
    limit: { refusal, leftCents: threshold.leftCents, level: threshold.level },
    year: { status, accounts, taxableCents },
    credit: Object.fromEntries(lots.map(({ letter, freeCents }) => [letter, freeCents] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
