import { firmReminded, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, PASS_DEADLINE, slice, type Decision } from '@salvatempo/kernel';
import { step, type Step } from '../cover-credit/cover-run.decider';
import { leftOf, referenceOf, type FirmCover } from '../domain/firm-cover';

/** Credit that isn't paid is overdue: a reminder of each pro-forma whose day has come. After a standstill the last of its days counts alone. */
export const remindFirmSlice = slice<FirmCover, object>({
  command: PASS_DEADLINE,
  decide(_, state, { id, at }): Decision {
    let after: Step = { events: [], state };
    for (const run of state.open) {
      const level = (run.remindAt ?? []).filter((day) => day <= at).length;
      const { runId, ordinal, dueAt } = run;
      if (level <= run.level || dueAt === undefined) continue;
      const told = { coverId: id, firmId: state.firmId, runId, ordinal, reference: referenceOf(runId), level, overdueCents: leftOf(run), dueAt };
      after = step(after, firmReminded, told, withReminder);
    }
    return after.events.length === 0 ? NOTHING : accept(...after.events);
  },
  evolve: {
    [firmReminded.type]: (state: FirmCover, data: DataOf<typeof firmReminded>): FirmCover => withReminder(state, data),
  },
});

const withReminder = (state: FirmCover, { runId, level }: Pick<DataOf<typeof firmReminded>, 'runId' | 'level'>): FirmCover => ({
  ...state,
  open: state.open.map((run) => (run.runId === runId ? { ...run, level } : run)),
});
