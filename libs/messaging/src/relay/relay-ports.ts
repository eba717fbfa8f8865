import type { Ambient } from '@salvatempo/kernel';
import type { Store } from '@salvatempo/store';
import type { EventLog } from '../log/event-log';

export interface RelayPorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly ambient: Ambient;
  /** Told of trouble; the relay goes on by itself. */
  readonly onTrouble?: (step: 'journal' | 'publish', error: unknown) => void;
}
