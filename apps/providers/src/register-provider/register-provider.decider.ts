import { providerRegistered, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { personalOf, type Provider } from '../domain/provider';

export interface RegisterProvider {
  readonly name: string;
  /** Normalised and checked. */
  readonly vatNumber: string;
  readonly managerPersonId: string;
}

/** Registers a provider, once for a partita IVA. It can't publish anything before it is accredited. */
export const registerProviderSlice = slice<Provider, RegisterProvider>({
  command: 'register-provider',
  decide({ name, vatNumber, managerPersonId }, state, { id }) {
    if (state.status !== 'absent') return refuse('provider-already-registered');
    return { ...accept(providerRegistered.of({ providerId: id, managerPersonId })), personal: personalOf({ name, vatNumber }) };
  },
  evolve: {
    [providerRegistered.type]: (_: Provider, facts: DataOf<typeof providerRegistered>): Provider => ({ ...facts, status: 'registered' }),
  },
});
