import { claimsValidatorAppointed } from '@salvatempo/contracts';
import { given } from '@salvatempo/testing';
import { appointValidatorSlice, claimsValidators, CLAIMS_VALIDATORS_ID } from './appoint-validator.decider';

const validators = { ...claimsValidators, slices: [appointValidatorSlice] };
const appointed = (personId: string) => claimsValidatorAppointed.of({ validatorsId: CLAIMS_VALIDATORS_ID, personId });
const appoint = (personId: string) => ({ type: 'appoint-validator', data: { personId } });
const here = { id: CLAIMS_VALIDATORS_ID };

describe('who decides claims', () => {
  it('is appointed once: a second time says so, since it would change nothing', () => {
    given(validators).when(appoint('per_a'), here).then([appointed('per_a')]);
    given(validators, [appointed('per_a')]).when(appoint('per_a'), here).then({ code: 'claims-validator-already' });
    given(validators, [appointed('per_a')]).when(appoint('per_b'), here).then([appointed('per_b')]);
  });

  it('are two hundred at most', () => {
    const all = Array.from({ length: 200 }, (_, n) => appointed(`per_${n}`));
    given(validators, all).when(appoint('per_more'), here).then({ code: 'claims-validators-too-many' });
  });
});
