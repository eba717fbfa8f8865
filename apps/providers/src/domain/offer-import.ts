interface Accepted {
  readonly importId: string;
  readonly providerId: string;
  readonly rows: number;
}

/** A price list that was found right as a whole and is being taken in, line by line, until it is complete. */
export type OfferImport =
  | { readonly status: 'absent' }
  | (Accepted & { readonly status: 'accepted' })
  | (Accepted & { readonly status: 'completed'; readonly published: number; readonly unchanged: number });

export type KnownImport = Exclude<OfferImport, { status: 'absent' }>;

export const offerImport = { service: 'providers', name: 'offer-import', prefix: 'oim', schema: 1, initial: { status: 'absent' } as OfferImport };

export const isCompleted = (state: OfferImport): state is Extract<OfferImport, { status: 'completed' }> => state.status === 'completed';
