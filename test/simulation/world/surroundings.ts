import type { SimulatedBroker } from '@salvatempo/messaging';
import type { TerritoryKeys } from '@salvatempo/runtime';
import type { SimulatedDisk } from '@salvatempo/store';
import type { Scheduler } from '@salvatempo/testing';
import type { Plant } from '../bugs/plant';
import type { FaultPlan } from './fault-plan';
import type { Mailbox } from './outside-ports';
import type { OnRefusal } from './watched-engine';

/** What a process finds of the world that it lives in. */
export interface Surroundings {
  readonly scheduler: Scheduler;
  readonly disk: SimulatedDisk;
  readonly broker: SimulatedBroker;
  readonly faults: FaultPlan;
  readonly mailbox: Mailbox;
  readonly plant: Plant;
  readonly keys: TerritoryKeys;
  readonly onRefusal: OnRefusal;
  noteError(message: string, facts: Readonly<Record<string, unknown>>): void;
}
