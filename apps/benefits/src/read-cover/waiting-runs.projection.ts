import { creditRunAwaitsTransfer, creditRunCancelled, creditRunPutOff, creditRunReleased, creditRunStarted, type DataOf } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

type Started = DataOf<typeof creditRunStarted>;

export interface RunRow extends Started {
  readonly waits: boolean;
}

/** Credit runs until they are released: those that wait are announced to whom they are for. */
export const waitingRuns: Projection<RunRow> = {
  model: { name: 'benefits.waiting-runs', indexes: ['waits'] },
  prefix: 'run',
  on: {
    [creditRunStarted.type]: (_, event) => ({ ...(event.data as Started), waits: false }),
    [creditRunAwaitsTransfer.type]: (row) => row && { ...row, waits: true },
    [creditRunPutOff.type]: (row) => row && { ...row, waits: true },
    [creditRunReleased.type]: () => undefined,
    [creditRunCancelled.type]: () => undefined,
  },
  place: ({ firmId, runId, waits }) => ({ tenant: firmId, order: runId, indexed: { waits: waits ? 'yes' : 'no' } }),
};
