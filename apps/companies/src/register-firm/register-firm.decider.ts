import { firmRegistered, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';
import { personalOfFirm, type Firm, type FirmCard, type FirmContact, type FirmFacts } from '../domain/firm';

export interface RegisterFirm extends Omit<FirmFacts, 'firmId'>, FirmCard, FirmContact {}

/** Registers a firm, once for a partita IVA; who registers it becomes its administrator. */
export const registerFirmSlice = slice<Firm, RegisterFirm>({
  command: 'register-firm',
  decide({ name, vatNumber, ownerName, ownerSurname, ownerFiscalCode, iban, ...facts }, state, { id }) {
    if (state.status !== 'absent') return refuse('firm-already-registered');
    return { ...accept(firmRegistered.of({ ...facts, firmId: id })), personal: personalOfFirm({ name, vatNumber, ownerName, ownerSurname, ownerFiscalCode, iban }) };
  },
  evolve: {
    [firmRegistered.type]: (_: Firm, facts: DataOf<typeof firmRegistered>): Firm => ({ ...facts, status: 'registered' }),
  },
});
