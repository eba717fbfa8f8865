import { premiumImportAccepted, premiumImportCompleted, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, slice } from '@salvatempo/kernel';

type Accepted = DataOf<typeof premiumImportAccepted>;
type Completed = DataOf<typeof premiumImportCompleted>;

/** A file of premiums that was found right as a whole and is being offered, person by person, until it is complete. */
export type PremiumImport = { readonly status: 'absent' } | ({ readonly status: 'accepted' } & Accepted) | ({ readonly status: 'completed' } & Accepted & Completed);
export type KnownPremiumImport = Exclude<PremiumImport, { status: 'absent' }>;

export const premiumImport = { service: 'benefits', name: 'premium-import', prefix: 'pim', schema: 1, initial: { status: 'absent' } as PremiumImport };

export const isOffered = (state: PremiumImport): state is Extract<PremiumImport, { status: 'completed' }> => state.status === 'completed';

/** A whole file was found right and stored: from here on its premiums will be offered, whatever happens. */
export const acceptPremiumsSlice = slice<PremiumImport, Omit<Accepted, 'premiumImportId'>>({
  command: 'accept-premiums',
  decide(facts, state, { id }) {
    // Its id follows from the request, and a repeat of that never comes so far.
    if (state.status !== 'absent') throw new Error(`${id} is accepted already`);
    return accept(premiumImportAccepted.of({ premiumImportId: id, ...facts }));
  },
  evolve: { [premiumImportAccepted.type]: (_: PremiumImport, facts: Accepted): PremiumImport => ({ ...facts, status: 'accepted' }) },
});

export type CompletePremiums = Omit<Completed, 'premiumImportId' | 'firmId'>;

export const completePremiumsSlice = slice<PremiumImport, CompletePremiums>({
  command: 'complete-premiums',
  decide(counts, state) {
    if (state.status !== 'accepted') return NOTHING;
    return accept(premiumImportCompleted.of({ premiumImportId: state.premiumImportId, firmId: state.firmId, ...counts }));
  },
  evolve: { [premiumImportCompleted.type]: (state: PremiumImport, counts: Completed): PremiumImport => ({ ...(state as KnownPremiumImport), ...counts, status: 'completed' }) },
});
