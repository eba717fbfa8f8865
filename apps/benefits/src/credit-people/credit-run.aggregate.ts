import { creditRunAwaitsTransfer, creditRunCompleted, creditRunReleased, creditRunStarted, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type Cents } from '@salvatempo/kernel';

export type Started = DataOf<typeof creditRunStarted>;

/** Crediting everybody of a plan: decided whole, given its cover or kept waiting for the firm's transfer, then applied account by account, resumably. */
export type CreditRun =
  | { readonly status: 'absent' }
  | ({ readonly status: 'running' } & Started)
  | ({ readonly status: 'awaiting-transfer' } & Started)
  | ({ readonly status: 'completed'; readonly totalCents: Cents } & Omit<Started, 'personIds'> & { readonly accounts: number });

export const creditRun = { service: 'benefits', name: 'credit-run', prefix: 'run', schema: 1, initial: { status: 'absent' } as CreditRun };

/** Whoever asked for the run can be told how it stands: given, or waiting for a transfer that may take days. */
export const isAnswerable = (state: CreditRun): state is Extract<CreditRun, { status: 'completed' | 'awaiting-transfer' }> => state.status === 'completed' || state.status === 'awaiting-transfer';

export interface StartRun {
  readonly planId: string;
  readonly firmId: string;
  readonly lot: LotTerms;
  readonly personIds: readonly string[];
}

export const startRunSlice = slice<CreditRun, StartRun>({
  command: 'start-run',
  decide({ planId, firmId, lot, personIds }, state, { id, at }) {
    if (state.status !== 'absent') return NOTHING;
    if (personIds.length === 0) return refuse('nobody-to-credit');
    if (lot.validUntil <= at || lot.validUntil <= lot.validFrom) return refuse('validity-over');
    return accept(creditRunStarted.of({ runId: id, planId, firmId, lot, personIds: [...personIds] }));
  },
  evolve: {
    [creditRunStarted.type]: (_: CreditRun, started: Started): CreditRun => ({ status: 'running', ...started }),
  },
});

/** The firm's cover says that there is no money for it yet. */
export const awaitTransferSlice = slice<CreditRun, object>({
  command: 'await-transfer',
  decide: (_, state) => (state.status === 'running' ? accept(creditRunAwaitsTransfer.of({ runId: state.runId, firmId: state.firmId })) : NOTHING),
  evolve: {
    [creditRunAwaitsTransfer.type]: (state: CreditRun): CreditRun => ({ ...(state as { status: 'running' } & Started), status: 'awaiting-transfer' }),
  },
});

/** It has its cover: from here on accounts are credited. */
export const releaseRunSlice = slice<CreditRun, object>({
  command: 'release-run',
  decide: (_, state) => (state.status === 'running' || state.status === 'awaiting-transfer' ? accept(creditRunReleased.of({ runId: state.runId, firmId: state.firmId })) : NOTHING),
  evolve: {
    [creditRunReleased.type]: (state: CreditRun): CreditRun => ({ ...(state as { status: 'running' } & Started), status: 'running' }),
  },
});

export const completeRunSlice = slice<CreditRun, object>({
  command: 'complete-run',
  decide(_, state) {
    if (state.status !== 'running') return NOTHING;
    const { runId, planId, firmId, personIds, lot } = state;
    return accept(creditRunCompleted.of({ runId, planId, firmId, accounts: personIds.length, totalCents: personIds.length * lot.amountCents }));
  },
  evolve: {
    [creditRunCompleted.type]: (state: CreditRun, { accounts, totalCents }: DataOf<typeof creditRunCompleted>): CreditRun => {
      const { runId, planId, firmId, lot } = state as Started;
      return { status: 'completed', runId, planId, firmId, lot, accounts, totalCents };
    },
  },
});
