import { premiumChosen, premiumOffered, type DataOf } from '@salvatempo/contracts';
import { accept, NOTHING, refuse, slice, type DomainEvent, type JsonObject } from '@salvatempo/kernel';
import { sharesOfPremium, whyOf, type NotFavoured, type OfferedPremium, type Premium } from '../domain/premium';

export interface OfferPremium extends Omit<OfferedPremium, 'premiumId'> {
  /** Why the substitute tax doesn't hold: kept beside the state, in no event. */
  readonly why?: NotFavoured;
}

/**
 * Offers somebody their premium of a year. Until they have chosen it may be corrected; afterwards it stays as it was chosen. Where nothing may
 * become credit there is nothing to choose, and payroll has it at once.
 */
export const offerPremiumSlice = slice<Premium, OfferPremium>({
  command: 'offer-premium',
  decide({ why, ...terms }, state, { id, personal }) {
    const offered: OfferedPremium = { ...terms, premiumId: id };
    const change = changeOf(offered, why, state, whyOf(personal));
    if (change === 'unchanged') return NOTHING;
    if (change === 'kept') return refuse('premium-chosen-already');
    const events: DomainEvent[] = [premiumOffered.of({ ...offered, letters: [...offered.letters] })];
    if (offered.convertibleCents === 0) events.push(chosenEvent(offered, 0, 'nothing'));
    return { ...accept(...events), personal: (why === undefined ? {} : { why }) as JsonObject };
  },
  evolve: {
    [premiumOffered.type]: (_: Premium, offered: DataOf<typeof premiumOffered>): Premium => ({ ...offered, status: 'offered' }),
    [premiumChosen.type]: (state: Premium, { convertedCents, favouredCents, ordinaryCents, letter, otherEmployersCents, by }: DataOf<typeof premiumChosen>): Premium => ({
      ...(state as OfferedPremium),
      ...{ status: 'chosen', convertedCents, favouredCents, ordinaryCents, by },
      ...(letter === undefined ? {} : { letter }),
      ...(otherEmployersCents === undefined ? {} : { otherEmployersCents }),
    }),
  },
});

const TERMS = ['contractId', 'year', 'paidOn', 'amountCents', 'favoured', 'capCents', 'taxBasisPoints', 'contributionsBasisPoints', 'convertibleCents', 'chooseUntil', 'creditUntil'] as const;
const isSame = (one: OfferedPremium, other: OfferedPremium): boolean => TERMS.every((name) => one[name] === other[name]) && one.letters.join() === other.letters.join();

/** What an offer does to a premium as it stands: it is new, corrected, there already, or stays as the person chose. */
export type PremiumChange = 'new' | 'corrected' | 'unchanged' | 'kept';

export function changeOf(offered: OfferedPremium, why: NotFavoured | undefined, state: Premium, whyBefore: NotFavoured | undefined): PremiumChange {
  if (state.status === 'absent') return 'new';
  if (isSame(state, offered) && whyBefore === why) return 'unchanged';
  return state.status === 'chosen' && state.by !== 'nothing' ? 'kept' : 'corrected';
}

/** What a choice makes of a premium. */
export function chosenEvent(offered: OfferedPremium, convertedCents: number, by: 'person' | 'deadline' | 'nothing', letter?: string): DomainEvent {
  const { premiumId, firmId, personId, year, paidOn, creditUntil, otherEmployersCents } = offered;
  const others = otherEmployersCents === undefined ? {} : { otherEmployersCents };
  return premiumChosen.of({ premiumId, firmId, personId, year, paidOn, creditUntil, ...sharesOfPremium(offered.amountCents, convertedCents, offered), by, ...(letter === undefined ? {} : { letter }), ...others });
}
