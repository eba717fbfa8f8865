import { firmChanged, type DataOf } from '@salvatempo/contracts';
import { accept, slice } from '@salvatempo/kernel';
import { firmCardOf, firmContactOf, personalOfFirm, type Firm, type FirmContact, type FirmFacts, type KnownFirm } from '../domain/firm';

export interface ChangeFirm extends Omit<FirmFacts, 'firmId' | 'ownerPersonId'>, FirmContact {
  readonly name: string;
  readonly declaredByPersonId: string;
}

const FACTS = ['employeesCount', 'occupatiCount', 'sector', 'municipality', 'artisan'] as const;
const CONTACT = ['ownerName', 'ownerSurname', 'ownerFiscalCode', 'iban'] as const;

/**
 * Declares a firm's data anew. They hold from now on and never back: what was decided on the earlier ones stands. Declaring the
 * same again renews the declaration. What isn't given of owner and IBAN stays as it is.
 */
export const changeFirmSlice = slice<Firm, ChangeFirm>({
  command: 'change-firm',
  decide({ name, declaredByPersonId, ...data }, state, { id, personal }) {
    if (state.status === 'absent') throw new Error(`${id} is no firm`);
    const card = firmCardOf(personal);
    const known = firmContactOf(personal);
    const contact = { ...known, ...Object.fromEntries(CONTACT.filter((field) => data[field] !== undefined).map((field) => [field, data[field]])) };
    const { employeesCount, occupatiCount, sector, municipality, declaration } = data;
    const artisan = data.artisan ?? state.artisan;
    const { beneficiaryPersonId, beneficiarySex } = data.beneficiaryPersonId === undefined ? state : data;
    const facts = { employeesCount, occupatiCount, sector, municipality, ...(artisan === undefined ? {} : { artisan }), ...(beneficiaryPersonId === undefined ? {} : { beneficiaryPersonId }), ...(beneficiarySex && { beneficiarySex }) };
    const changed = [
      ...FACTS.filter((field) => (facts as Partial<FirmFacts>)[field] !== state[field]),
      ...(name === card.name ? [] : (['name'] as const)),
      ...CONTACT.filter((field) => contact[field] !== known[field]),
    ];
    const event = firmChanged.of({ firmId: id, ...facts, ...(declaration && { declaration }), declaredByPersonId, changed });
    return { ...accept(event), personal: personalOfFirm({ ...card, name, ...contact }) };
  },
  evolve: {
    [firmChanged.type]: (state: Firm, { declaredByPersonId: _, changed: _changed, ...facts }: DataOf<typeof firmChanged>): Firm => ({ ...(state as KnownFirm), ...facts }),
  },
});
