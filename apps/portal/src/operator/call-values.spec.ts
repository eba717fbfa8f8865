/// <reference types="jest" />
import { bodyOfCall, wrongOf, type CallValues } from './call-values';

const typed: CallValues = {
  title: ' Tempo per te ', cup: '', funder: '', percent: '70', firmCap: '1.000,00', personCap: '500', orderCap: '', minSpend: '', excludedVat: '', budget: '50.000', maxHeadcount: '3',
  headcountBasis: 'employees', services: ['laundry-ironing'], firstDay: '2026-12-01', lastDay: '2027-11-30', sectors: '', artisans: false, municipalities: '', memberships: '', declarationDays: '',
  noDoubleFunding: false, aidRegime: '', onAidExcess: 'refuse', evidence: [], text: '', textVersion: '', order: 'first-come', applicationsUntil: '2026-12-31T12:00', criteria: [{ text: ' Piccole ', points: '10', about: 'employees', from: '', to: '0', oneOf: 'resto' }],
};

describe('a call as it is typed', () => {
  it('asks nothing where nothing is typed', () =>
    expect(bodyOfCall(typed)).toEqual({
      title: 'Tempo per te', incentiveBasisPoints: 7_000, firmCapCents: 100_000, personCapCents: 50_000, budgetCents: 5_000_000, maxHeadcount: 3, headcountBasis: 'employees', eligibleServiceCodes: ['laundry-ironing'],
      opensAt: '2026-11-30T23:00:00.000Z', closesAt: '2027-11-30T22:59:59.000Z',
    }));

  it('names Comuni by their codes, each once, and asks what happens on excess of aid alone', () =>
    expect(bodyOfCall({ ...typed, municipalities: 'Lodi, codogno; lodi', sectors: '96', artisans: true, excludedVat: '22', aidRegime: 'de-minimis-2831', onAidExcess: 'reduce' })).toMatchObject({
      eligibleMunicipalities: ['E648', 'C816'], eligibleSectors: ['96'], artisansAdmitted: true, excludedVatBasisPoints: 2_200, aidRegime: 'de-minimis-2831', onAidExcess: 'reduce',
    }));

  it('names what proves an expense, and its text with the version', () =>
    expect(bodyOfCall({ ...typed, evidence: ['invoice'], text: ' Art. 1\nA chi è rivolto. ', textVersion: ' 1.2 ' })).toMatchObject({ evidence: ['invoice'], text: 'Art. 1\nA chi è rivolto.', textVersion: '1.2' }));

  it('ranks by criteria that hold only what they look at, until an hour of Rome', () =>
    expect(bodyOfCall({ ...typed, order: 'ranked' })).toMatchObject({ ranking: { version: '1.0', applicationsCloseAt: '2026-12-31T11:00:00.000Z', criteria: [{ code: 'criterio-1', points: 10, text: 'Piccole', about: 'employees', to: 0 }] } }));

  it('says which items of a list are wrong', () =>
    expect([wrongOf('sector', '96, 9602, 47.1'), wrongOf('municipality', 'Lodi, Atlantide'), wrongOf('membership', 'rete-lodi, Rete Lodi')]).toEqual([['9602'], ['Atlantide'], ['Rete Lodi']]));
});
