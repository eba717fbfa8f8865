import { claimsValidatorAppointed, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, refuse, slice } from '@salvatempo/kernel';

/** Who decides claims in the territory. One document. */
export interface ClaimsValidators {
  readonly personIds: readonly string[];
}

export const claimsValidators = { service: 'benefits', name: 'claims-validators', prefix: 'cvs', schema: 1, initial: { personIds: [] } as ClaimsValidators };
export const CLAIMS_VALIDATORS_ID = derivedId('cvs', 'territory');

const MAX_VALIDATORS = 200;

/** Lets somebody decide claims; the role follows by message. */
export const appointValidatorSlice = slice<ClaimsValidators, { readonly personId: string }>({
  command: 'appoint-validator',
  decide({ personId }, { personIds }, { id }) {
    if (personIds.includes(personId)) return refuse('claims-validator-already');
    if (personIds.length >= MAX_VALIDATORS) return refuse('claims-validators-too-many');
    return accept(claimsValidatorAppointed.of({ validatorsId: id, personId }));
  },
  evolve: {
    [claimsValidatorAppointed.type]: ({ personIds }: ClaimsValidators, { personId }: DataOf<typeof claimsValidatorAppointed>): ClaimsValidators => ({ personIds: [...personIds, personId] }),
  },
});
