import { purchaseRefused, type DataOf, type Holding } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, refuse, slice, type Accepted, type Decision, type Refusal } from '@salvatempo/kernel';
import { holdingCommands } from '../domain/holding-commands';
import { NO_SUCH_PURCHASE, type Purchase, type Started } from '../domain/purchase';

export interface NoteRefused {
  /** The holding that said no; nothing is held there. */
  readonly holding: Holding;
  readonly refusal: Refusal;
}

/** Ends a purchase that can't be made: what else was asked for is given back. */
const end = (state: Started, { code, params }: Refusal): Accepted => ({
  ...accept(purchaseRefused.of({ purchaseId: state.purchaseId, personId: state.personId, code, ...(params === undefined ? {} : { params }) })),
  commands: holdingCommands('release', state),
});

/** One of the holdings was refused, or expired before it was pinned. */
export const refusedSlice = slice<Purchase, NoteRefused>({
  command: 'note-refused',
  decide({ refusal }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    // Only what was pinned is paid, so this can't be: it must stop here and be seen, not pass as if it were settled.
    if (state.status === 'settling') return refuse('hold-lost', { code: refusal.code });
    return state.status === 'reserving' || state.status === 'pinning' ? end(state, refusal) : NOTHING;
  },
  evolve: {
    [purchaseRefused.type]: (state: Purchase, { code, params }: DataOf<typeof purchaseRefused>): Purchase => ({
      ...(state as Started),
      status: 'refusing',
      refusal: params === undefined ? { code } : { code, params },
    }),
  },
});

/** The voucher wasn't issued: its time was over. */
export const notIssuedSlice = slice<Purchase, { readonly refusal: Refusal }>({
  command: 'note-not-issued',
  decide({ refusal }, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    return state.status === 'issuing' ? end(state, refusal) : NOTHING;
  },
});

/** Not everything could be held in time, or the owner's transfer wasn't received in its time. */
export const timedOutSlice = slice<Purchase, { readonly deadlineAt: string }>({
  command: PASS_DEADLINE,
  decide(_, state, { at }): Decision {
    if (state.status === 'awaiting-transfer') return at < state.own!.dueAt ? NOTHING : end(state, { code: 'transfer-not-received' });
    if (state.status !== 'reserving' && state.status !== 'pinning') return NOTHING;
    return at < state.deadlineAt ? NOTHING : end(state, { code: 'purchase-timed-out' });
  },
});

/** The owner gives up what they haven't paid for yet. */
export const withdrawnSlice = slice<Purchase, object>({
  command: 'withdraw-purchase',
  decide(_, state): Decision {
    if (state.status === 'absent') return refuse(NO_SUCH_PURCHASE);
    return state.status === 'awaiting-transfer' ? end(state, { code: 'purchase-withdrawn' }) : refuse('transfer-not-awaited');
  },
});
