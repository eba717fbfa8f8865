import { aidCommandForwarded, type DataOf } from '@salvatempo/contracts';
import { accept, type Accepted, type OutgoingCommand } from '@salvatempo/kernel';

type What = DataOf<typeof aidCommandForwarded>['command'];

/** A merged register decides nothing: it sends on what comes to it, behind all that it gave away, and says so. */
export const forward = (registerId: string, into: string, what: What, command: OutgoingCommand): Accepted => ({
  ...accept(aidCommandForwarded.of({ registerId, into, command: what })),
  commands: [command],
});
