import { SimulatedDisk, SimulatedStore } from '@salvatempo/store';
import type { StorePlace } from './store-place';

/** A simulated disk, of which several simulated processes may write. */
export async function newSimulatedPlace(): Promise<StorePlace> {
  const disk = new SimulatedDisk();
  return {
    secondOpener: 'shared',
    open: async () => new SimulatedStore(disk),
    fill: async () => {
      disk.full = true;
      return async () => {
        disk.full = false;
      };
    },
    discard: async () => undefined,
  };
}
