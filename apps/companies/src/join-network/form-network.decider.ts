import { networkFormed, type DataOf } from '@salvatempo/contracts';
import { accept, slice, type JsonObject } from '@salvatempo/kernel';
import type { Network } from '../domain/network';

export interface FormNetwork extends Omit<DataOf<typeof networkFormed>, 'networkId'> {
  /** The common programme, in the parties' words: kept beside the state. */
  readonly programme: string;
}

/** Enters a network contract that firms have signed; it has no members before each is entered. */
export const formNetworkSlice = slice<Network, FormNetwork>({
  command: 'form-network',
  decide({ programme, ...facts }, state, { id }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is formed already`);
    const personal: JsonObject = { programme };
    return { ...accept(networkFormed.of({ ...facts, networkId: id })), personal };
  },
  evolve: {
    [networkFormed.type]: (_: Network, facts: DataOf<typeof networkFormed>): Network => ({ ...facts, status: 'formed', members: [] }),
  },
});
