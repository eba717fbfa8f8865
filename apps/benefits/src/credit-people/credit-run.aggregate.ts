import { creditRunAskedAgain, creditRunAwaitsTransfer, creditRunCancelled, creditRunCompleted, creditRunPutOff, creditRunReleased, creditRunStarted, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { accept, addMs, NOTHING, PASS_DEADLINE, refuse, slice, type Cents, type Instant } from '@salvatempo/kernel';

export type Started = DataOf<typeof creditRunStarted>;

interface Running extends Started {
  readonly status: 'running';
  /** Times that it was put off; absent where it never was. */
  readonly attempt?: number;
  /** When it asks its cover again; absent while it asks, or has it. */
  readonly retryAt?: Instant;
}

/** Crediting everybody of a plan: decided whole, given its cover or kept waiting for the firm's transfer, then applied account by account, resumably. */
export type CreditRun =
  | { readonly status: 'absent' }
  | Running
  | ({ readonly status: 'awaiting-transfer' } & Started)
  | ({ readonly status: 'called-off' } & Started)
  | ({ readonly status: 'completed'; readonly totalCents: Cents } & Omit<Started, 'personIds'> & { readonly accounts: number });

export const creditRun = { service: 'benefits', name: 'credit-run', prefix: 'run', schema: 1, initial: { status: 'absent' } as CreditRun, deadline: (state: CreditRun): Instant | undefined => (state.status === 'running' ? state.retryAt : undefined) };

/** How long a run waits before it asks again: what it waits for is a transfer, which takes days. */
const RETRY_MS = 3_600_000;

export const isPutOff = (state: CreditRun): boolean => state.status === 'running' && state.retryAt !== undefined;

/** Whoever asked for the run can be told how it stands: given, waiting for a transfer that may take days, or called off. */
export const isAnswerable = (state: CreditRun): state is Exclude<CreditRun, { status: 'absent' }> => state.status === 'completed' || state.status === 'awaiting-transfer' || state.status === 'called-off' || isPutOff(state);

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

/** What it began with, without how it waited. */
function startedOf(state: CreditRun): Started {
  const { runId, planId, firmId, lot, personIds } = state as Started;
  return { runId, planId, firmId, lot, personIds };
}

/** The firm's cover says that there is no money for it yet. */
export const awaitTransferSlice = slice<CreditRun, object>({
  command: 'await-transfer',
  decide: (_, state) => (state.status === 'running' ? accept(creditRunAwaitsTransfer.of({ runId: state.runId, firmId: state.firmId })) : NOTHING),
  evolve: {
    [creditRunAwaitsTransfer.type]: (state: CreditRun): CreditRun => ({ ...startedOf(state), status: 'awaiting-transfer' }),
  },
});

/** The firm's cover takes no more open pro-formas: the run keeps its place and asks again. */
export const putOffRunSlice = slice<CreditRun, object>({
  command: 'put-off-run',
  decide(_, state, { at }) {
    if (state.status !== 'running') return NOTHING;
    return accept(creditRunPutOff.of({ runId: state.runId, firmId: state.firmId, attempt: (state.attempt ?? 0) + 1, retryAt: addMs(at, RETRY_MS) }));
  },
  evolve: {
    [creditRunPutOff.type]: (state: CreditRun, { attempt, retryAt }: DataOf<typeof creditRunPutOff>): CreditRun => ({ ...(state as Running), attempt, retryAt }),
  },
});

export const askAgainSlice = slice<CreditRun, { readonly deadlineAt: Instant }>({
  command: PASS_DEADLINE,
  decide(_, state, { at }) {
    if (state.status !== 'running' || state.retryAt === undefined || at < state.retryAt) return NOTHING;
    return accept(creditRunAskedAgain.of({ runId: state.runId, firmId: state.firmId, attempt: state.attempt! }));
  },
  evolve: {
    [creditRunAskedAgain.type]: (state: CreditRun): CreditRun => {
      const { retryAt: _, ...asking } = state as Running;
      return asking;
    },
  },
});

/** The firm's cover let go of it while it waited: nobody is credited. */
export const cancelRunSlice = slice<CreditRun, object>({
  command: 'cancel-run',
  decide: (_, state) => (state.status === 'running' || state.status === 'awaiting-transfer' ? accept(creditRunCancelled.of({ runId: state.runId, firmId: state.firmId })) : NOTHING),
  evolve: {
    [creditRunCancelled.type]: (state: CreditRun): CreditRun => ({ ...startedOf(state), status: 'called-off' }),
  },
});

/** It has its cover: from here on accounts are credited. */
export const releaseRunSlice = slice<CreditRun, object>({
  command: 'release-run',
  decide: (_, state) => (state.status === 'running' || state.status === 'awaiting-transfer' ? accept(creditRunReleased.of({ runId: state.runId, firmId: state.firmId })) : NOTHING),
  evolve: {
    [creditRunReleased.type]: (state: CreditRun): CreditRun => ({ ...startedOf(state), status: 'running' }),
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
