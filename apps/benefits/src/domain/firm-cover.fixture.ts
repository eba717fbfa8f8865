import type { Command } from '@salvatempo/kernel';
import { coverAggregate } from '../cover.aggregate';
import type { LotShare } from './account';
import { lotIdOf, type CoverTerms } from './firm-cover';

/** The aggregate as the module composes it, for specs. */
export const covers = coverAggregate;

export const FIRM = 'com_firm';
export const COVER = 'cov_00000000000000000000000000';
export const terms: CoverTerms = { guaranteeCents: 10_000, dueDays: 30, reminderDays: [7, 15, 30] };

export const register = (runId: string, amountCents: number): Command => ({ type: 'register-run', data: { firmId: FIRM, runId, amountCents, terms } });
export const receive = (lineId: string, amountCents: number, runId?: string): Command => ({ type: 'receive-transfer', data: { firmId: FIRM, lineId, amountCents, terms, ...(runId !== undefined && { runId }) } });
export const guarantee = (guaranteeCents: number): Command => ({ type: 'set-guarantee', data: { firmId: FIRM, guaranteeCents, reason: 'fideiussione', terms } });
export const giveBackLots = (lot: LotShare, reason = 'withdrawn'): Command => ({ type: 'give-back-cover', data: { accountId: 'acc_1', personId: 'per_1', reason, lots: [lot], terms } });
/** Of a lot from before lots named their run. */
export const giveBack = (runId: string, amountCents: number, reason?: string): Command => giveBackLots({ lotId: lotIdOf(runId, 'per_1'), amountCents }, reason);
