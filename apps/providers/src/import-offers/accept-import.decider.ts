import { offerImportAccepted, type DataOf } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
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
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is accepted already`);
    return accept(offerImportAccepted.of({ importId: id, providerId, rows }));
  },
  evolve: {
    [offerImportAccepted.type]: (_: OfferImport, facts: DataOf<typeof offerImportAccepted>): OfferImport => ({ ...facts, status: 'accepted' }),
  },
});
