import { premiumContractRecorded } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';
import type { PremiumContract } from './premium-contract.aggregate';

/** A firm's contracts. */
export const premiumContracts: Projection<PremiumContract> = {
  model: { name: 'benefits.premium-contracts', indexes: [] },
  prefix: 'pco',
  on: { [premiumContractRecorded.type]: (_, event) => event.data as PremiumContract },
  place: ({ firmId, contractId }) => ({ tenant: firmId, order: contractId, indexed: {} }),
};
