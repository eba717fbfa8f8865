import { offerImportAccepted, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import type { OfferImport } from '../domain/offer-import';

export interface AcceptImport {
  readonly providerId: string;
  /** Lines found right. */
  readonly rows: number;
}

/** A whole file was found right and stored: from here on it will be taken in, whatever happens. */
export const acceptImportSlice = slice<OfferImport, AcceptImport>({
  command: 'accept-import',
  decide({ providerId, rows }, state, { id }) {
    if (state.status !== 'absent') return refuse('import-already-accepted');
    return accept(offerImportAccepted.of({ importId: id, providerId, rows }));
  },
  evolve: {
    [offerImportAccepted.type]: (_: OfferImport, facts: DataOf<typeof offerImportAccepted>): OfferImport => ({ ...facts, status: 'accepted' }),
  },
});
