import { providerAccredited } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice } from '@salvatempo/kernel';
import type { Provider, Registered } from '../domain/provider';

export interface AccreditProvider {
  readonly operatorPersonId: string;
}

/** An operator found the provider good: from now on it may publish offers. A second time changes nothing. */
export const accreditProviderSlice = slice<Provider, AccreditProvider>({
  command: 'accredit-provider',
  decide({ operatorPersonId }, state) {
    if (state.status === 'absent') return refuse('provider-not-found');
    if (state.status === 'accredited') return NOTHING;
    return accept(providerAccredited.of({ providerId: state.providerId, operatorPersonId }));
  },
  evolve: {
    [providerAccredited.type]: (state: Provider): Provider => ({ ...(state as Registered), status: 'accredited' }),
  },
});
