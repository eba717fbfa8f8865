import { settlementAdvanced, settlementCompleted, settlementStarted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice, type Cents } from '@salvatempo/kernel';

/** The settlement of a firm's accounts for a tax year: page by page, so that it goes on where a process died. */
export type Settlement =
  | { readonly status: 'absent' }
  | {
      readonly status: 'running' | 'completed';
      readonly settlementId: string;
      readonly firmId: string;
      readonly taxYear: number;
      /** Accounts looked at so far. */
      readonly accounts: number;
      /** Of those, the ones above the threshold, and what is taxable of them. */
      readonly taxableAccounts: number;
      readonly taxableCents: Cents;
    };

export const settlement = { service: 'benefits', name: 'settlement', prefix: 'set', schema: 1, initial: { status: 'absent' } as Settlement };

export type RunningSettlement = Exclude<Settlement, { status: 'absent' }>;

export const isSettled = (state: Settlement): state is RunningSettlement => state.status === 'completed';

export const startSettlementSlice = slice<Settlement, { readonly firmId: string; readonly taxYear: number }>({
  command: 'start-settlement',
  decide: ({ firmId, taxYear }, state, { id }) => (state.status === 'absent' ? accept(settlementStarted.of({ settlementId: id, firmId, taxYear })) : NOTHING),
  evolve: {
    [settlementStarted.type]: (_: Settlement, started: DataOf<typeof settlementStarted>): Settlement => ({ status: 'running', ...started, accounts: 0, taxableAccounts: 0, taxableCents: 0 }),
  },
});

export interface AdvanceSettlement {
  /** Of this page alone. */
  readonly accounts: number;
  readonly taxableAccounts: number;
  readonly taxableCents: Cents;
  /** Where the next page begins; undefined after the last one. */
  readonly next?: string;
}

export const advanceSettlementSlice = slice<Settlement, AdvanceSettlement>({
  command: 'advance-settlement',
  decide({ accounts, taxableAccounts, taxableCents, next }, state) {
    if (state.status !== 'running') return NOTHING;
    const { settlementId, firmId, taxYear } = state;
    const sums = { accounts: state.accounts + accounts, taxableAccounts: state.taxableAccounts + taxableAccounts, taxableCents: state.taxableCents + taxableCents };
    const of = { settlementId, firmId, taxYear, ...sums };
    return accept(next === undefined ? settlementCompleted.of(of) : settlementAdvanced.of({ ...of, after: next }));
  },
  evolve: {
    [settlementAdvanced.type]: (state: Settlement, { after: _, ...sums }: DataOf<typeof settlementAdvanced>): Settlement => ({ ...state, ...sums, status: 'running' }),
    [settlementCompleted.type]: (state: Settlement, sums: DataOf<typeof settlementCompleted>): Settlement => ({ ...state, ...sums, status: 'completed' }),
  },
});
