import { SimulatedDisk, SimulatedStore } from '@salvatempo/store';
import { storeContract } from './store.contract';

storeContract('the simulated disk', async () => {
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
});
