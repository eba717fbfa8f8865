import { grantActOverdue, grantActSent, type DataOf } from '@salvatempo/contracts';
import { accept, endOfRomeDay, NOTHING, PASS_DEADLINE, refuse, romeDate, slice, type Decision } from '@salvatempo/kernel';
import { isAwaited, withRow, type AidRegister } from '../domain/aid-register';

export interface SendGrantAct {
  readonly rowId: string;
  /** Date of the act of grant, a day in Rome. */
  readonly actOn: string;
}

/** The date of a grant's act goes to the national register: late is better than never. */
export const sendGrantActSlice = slice<AidRegister, SendGrantAct>({
  command: 'send-grant-act',
  decide({ rowId, actOn }, state, { id, at }): Decision {
    if (state.status === 'merged') return refuse('aid-register-moved');
    const row = state.rows.find((one) => one.rowId === rowId);
    if (!row?.cor) return refuse('aid-not-recorded');
    if (row.actOn !== undefined) return refuse('grant-act-sent-already');
    if (actOn < row.grantedOn || actOn > romeDate(at)) return refuse('grant-act-date');
    return accept(grantActSent.of({ registerId: id, rowId, actOn }));
  },
  evolve: {
    [grantActSent.type]: (state: AidRegister, { rowId, actOn }: DataOf<typeof grantActSent>): AidRegister => withRow(state, rowId, { actOn }),
  },
});

/** The days for an act are over: said once for each, so that somebody acts. */
export const passActDeadlineSlice = slice<AidRegister, { readonly deadlineAt: string }>({
  command: PASS_DEADLINE,
  decide(_, state, { id, at }): Decision {
    if (state.status !== 'open') return NOTHING;
    const late = state.rows.filter((row) => isAwaited(row) && endOfRomeDay(row.actDueOn!) <= at);
    return accept(...late.map(({ rowId, actDueOn }) => grantActOverdue.of({ registerId: id, rowId, actDueOn: actDueOn! })));
  },
  evolve: {
    [grantActOverdue.type]: (state: AidRegister, { rowId }: DataOf<typeof grantActOverdue>): AidRegister => withRow(state, rowId, { actOverdue: true }),
  },
});
