import { premiumContractRecorded, type DataOf } from '@salvatempo/contracts';
import { accept, addDays, NOTHING, refuse, slice } from '@salvatempo/kernel';

/** The contract that a firm's premiums rest on. Without an id: it isn't there. */
export type PremiumContract = DataOf<typeof premiumContractRecorded>;

const NONE: PremiumContract = { contractId: '', firmId: '', title: '', kind: 'increments', signedOn: '', variableMeasurable: false, eligible: false, allowsConversion: false, letters: [] };
export const premiumContract = { service: 'benefits', name: 'premium-contract', prefix: 'pco', schema: 1, initial: NONE };

export interface RecordPremiumContract extends Omit<PremiumContract, 'contractId' | 'eligible'> {
  /** Within how many days of its signature it has to be deposited (docs/rules/premium-terms.json). */
  readonly depositDays: number;
}

/** Records a company or territorial contract. Where a condition of the law is missing its premiums are ordinary pay, and that is recorded with it (L. 208/2015 c. 182-189). */
export const recordPremiumContractSlice = slice<PremiumContract, RecordPremiumContract>({
  command: 'record-premium-contract',
  decide({ depositDays, ...contract }, state, { id }) {
    if (state.contractId !== '') return NOTHING;
    const { signedOn, depositedOn, variableMeasurable, allowsConversion, letters } = contract;
    if (depositedOn !== undefined && depositedOn < signedOn) return refuse('premium-contract-days');
    if (allowsConversion && letters.length === 0) return refuse('premium-contract-letters');
    const inTime = depositedOn !== undefined && depositedOn <= addDays(signedOn, depositDays);
    return accept(premiumContractRecorded.of({ ...contract, contractId: id, letters: [...letters], eligible: variableMeasurable && inTime }));
  },
  evolve: { [premiumContractRecorded.type]: (_: PremiumContract, recorded: PremiumContract): PremiumContract => recorded },
});
