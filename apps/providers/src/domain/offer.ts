import type { offerPublished, DataOf } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';

/** One line of a provider's price list, as it can be bought now. */
export type Offer = { readonly status: 'absent' } | (DataOf<typeof offerPublished> & { readonly status: 'published' });

export const offer = { service: 'providers', name: 'offer', prefix: 'off', schema: 1, initial: { status: 'absent' } as Offer };

/** A provider's own code names one offer, whatever file it comes in. */
export const offerIdOf = (providerId: string, code: string): string => derivedId('off', providerId, code);
