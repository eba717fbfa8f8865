import { offerImportCompleted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';
import type { KnownImport, OfferImport } from '../domain/offer-import';

export interface CompleteImport {
  readonly published: number;
  readonly unchanged: number;
}

/** Every line of the file is in its offer. */
export const completeImportSlice = slice<OfferImport, CompleteImport>({
  command: 'complete-import',
  decide(counts, state) {
    if (state.status !== 'accepted') return NOTHING;
    return accept(offerImportCompleted.of({ importId: state.importId, providerId: state.providerId, ...counts }));
  },
  evolve: {
    [offerImportCompleted.type]: (state: OfferImport, { published, unchanged }: DataOf<typeof offerImportCompleted>): OfferImport => ({
      ...(state as KnownImport),
      status: 'completed',
      published,
      unchanged,
    }),
  },
});
