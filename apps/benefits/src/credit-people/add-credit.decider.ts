import { creditAdded, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice } from '@salvatempo/kernel';
import { figuresOf, lotOf, MAX_LOTS, type Account } from '../domain/account';
import { worthToSpare } from '../domain/hour-lots';

export interface AddCredit {
  readonly firmId: string;
  readonly personId: string;
  readonly lotId: string;
  readonly lot: LotTerms;
}

/** Puts a lot on an account; the first one opens it. */
export const addCreditSlice = slice<Account, AddCredit>({
  command: 'add-credit',
  decide({ firmId, personId, lotId, lot }, state, { id, at }) {
    if (state.lots.some((known) => known.lotId === lotId)) return NOTHING;
    if (state.lots.length >= MAX_LOTS) return refuse('account-too-many-lots');
    const figures = figuresOf({ ...state, lots: [...state.lots, lotOf(lotId, lot)] }, at);
    const spareCents = worthToSpare(state, lotOf(lotId, lot), lot.amountCents);
    const freed = spareCents > 0 ? { freed: [{ lotId, amountCents: spareCents, ...(lot.runId !== undefined && { runId: lot.runId }) }] } : {};
    return accept(creditAdded.of({ accountId: id, firmId, personId, lotId, lot, ...freed, ...figures }));
  },
  evolve: {
    [creditAdded.type]: (state: Account, { accountId, firmId, personId, lotId, lot }: DataOf<typeof creditAdded>): Account => ({
      ...state,
      accountId,
      firmId,
      personId,
      lots: [...state.lots, lotOf(lotId, lot)],
    }),
  },
});
