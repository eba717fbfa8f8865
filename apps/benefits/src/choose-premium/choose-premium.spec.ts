import { premiumChosen, premiumContractRecorded, premiumOffered } from '@salvatempo/contracts';
import { PASS_DEADLINE } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { premium } from '../domain/premium';
import { offerPremiumSlice, type OfferPremium } from '../import-premiums/offer-premium.decider';
import { premiumContract, recordPremiumContractSlice } from '../record-premium-contract/premium-contract.aggregate';
import { choosePremiumSlice, lapsePremiumSlice } from './choose-premium.decider';

const premiums = { ...premium, slices: [offerPremiumSlice, choosePremiumSlice, lapsePremiumSlice] };
const id = 'prm_00000000000000000000000000';
const terms: Omit<OfferPremium, 'why'> = {
  ...{ firmId: 'fir_firm', personId: 'per_person', contractId: 'pco_contract', year: 2026, paidOn: '2026-10-27', amountCents: 600_000, favoured: true, capCents: 500_000 },
  ...{ taxBasisPoints: 100, contributionsBasisPoints: 919, convertibleCents: 500_000, letters: ['f', 'c.3'], chooseUntil: '2026-10-10T21:59:59.999Z', creditUntil: '2027-12-31T22:59:59.999Z' },
};
const offer = (more: object = {}) => ({ type: 'offer-premium', data: { ...terms, ...more } });
const offered = premiumOffered.of({ ...terms, premiumId: id, letters: ['f', 'c.3'] });
const about = { premiumId: id, firmId: 'fir_firm', personId: 'per_person', year: 2026, paidOn: '2026-10-27', creditUntil: terms.creditUntil };
const choose = (convertedCents: number, more: object = {}) => ({ type: 'choose-premium', data: { convertedCents, capOfChoiceCents: 500_000, heldCents: 500_000, chooseBy: terms.chooseUntil, ...more } });
const inMoney = premiumChosen.of({ ...about, convertedCents: 0, favouredCents: 500_000, ordinaryCents: 100_000, by: 'person' });

describe('a premium', () => {
  it('is offered, corrected until somebody chose, and stays as it was chosen', () => {
    given(premiums).when(offer(), { id }).then([offered]);
    given(premiums, [offered]).when(offer(), { id }).then([]);
    given(premiums, [offered]).when(offer({ amountCents: 550_000 }), { id }).thenState({ status: 'offered', amountCents: 550_000 });
    given(premiums, [offered, inMoney]).when(offer({ amountCents: 550_000 }), { id }).then({ code: 'premium-chosen-already' });
    given(premiums, [offered, inMoney]).when(offer(), { id }).then([]);
  });

  it('in which nothing may become credit goes to payroll at once, and may be corrected', () => {
    const nothing = { favoured: false, convertibleCents: 0 };
    const { state } = given(premiums).when(offer({ ...nothing, why: 'income' }), { id });
    expect(state).toMatchObject({ status: 'chosen', by: 'nothing', convertedCents: 0, favouredCents: 0, ordinaryCents: 600_000 });
    const told = given(premiums).when(offer({ ...nothing, why: 'income' }), { id }).decision;
    expect(told.ok && [told.personal, JSON.stringify(told.events).includes('income')]).toEqual([{ why: 'income' }, false]);
    const events = told.ok ? told.events : [];
    given(premiums, events).when(offer(), { id }).thenState({ status: 'offered' });
  });

  it('becomes credit in part: the cap is one, and what is above it is ordinary pay', () => {
    given(premiums, [offered]).when(choose(200_000), { id }).then([premiumChosen.of({ ...about, convertedCents: 200_000, favouredCents: 300_000, ordinaryCents: 100_000, letter: 'f', by: 'person' })]);
    given(premiums, [offered]).when(choose(1, { letter: 'c.3' }), { id }).thenState({ convertedCents: 1, letter: 'c.3' });
    given(premiums, [offered]).when(choose(0), { id }).then([inMoney]);
  });

  it('is chosen once, in time, within the cap of the year of the choice, for a letter of the contract', () => {
    given(premiums, [offered, inMoney]).when(choose(1), { id }).then({ code: 'premium-chosen-already' });
    given(premiums).when(choose(1), { id }).then({ code: 'premium-not-found' });
    given(premiums, [offered]).when(choose(1), { id, at: '2026-10-10T22:00:00.000Z' }).then({ code: 'premium-choice-over' });
    given(premiums, [offered]).when(choose(500_001), { id }).then({ code: 'premium-above-cap', params: { mostCents: 500_000, mostEuro: '5.000,00 €' } });
    given(premiums, [offered]).when(choose(300_001, { capOfChoiceCents: 300_000 }), { id }).then({ code: 'premium-above-cap', params: { mostCents: 300_000, mostEuro: '3.000,00 €' } });
    given(premiums, [offered]).when(choose(1, { letter: 'd-bis' }), { id }).then({ code: 'premium-letter' });
  });

  it('becomes credit up to what other employers left of the cap: to the cent, by what is declared with the choice', () => {
    given(premiums, [offered]).when(choose(200_000, { otherEmployersCents: 300_000 }), { id }).then([
      premiumChosen.of({ ...about, convertedCents: 200_000, favouredCents: 0, ordinaryCents: 400_000, letter: 'f', by: 'person', otherEmployersCents: 300_000 }),
    ]);
    given(premiums, [offered]).when(choose(100_000, { otherEmployersCents: 300_000 }), { id }).thenState({ favouredCents: 100_000, ordinaryCents: 400_000, otherEmployersCents: 300_000 });
    given(premiums, [offered]).when(choose(200_001, { otherEmployersCents: 300_000 }), { id }).then({ code: 'premium-above-cap', params: { mostCents: 200_000, mostEuro: '2.000,00 €' } });
    given(premiums, [offered]).when(choose(1, { otherEmployersCents: 600_000 }), { id }).then({ code: 'premium-above-cap', params: { mostCents: 0, mostEuro: '0,00 €' } });
    // The lower cap of the year of the choice is shared too.
    given(premiums, [offered]).when(choose(100_001, { otherEmployersCents: 200_000, capOfChoiceCents: 300_000 }), { id }).then({ code: 'premium-above-cap', params: { mostCents: 100_000, mostEuro: '1.000,00 €' } });
    given(premiums, [offered]).when(choose(0, { otherEmployersCents: 600_000 }), { id }).thenState({ favouredCents: 0, ordinaryCents: 600_000 });
  });

  it('uses no more of the cap than the person’s year holds for it, and no later than that says', () => {
    given(premiums, [offered]).when(choose(200_000, { heldCents: 499_999 }), { id }).then({ code: 'premium-changing' });
    given(premiums, [offered]).when(choose(200_000, { otherEmployersCents: 300_000, heldCents: 200_000 }), { id }).thenState({ convertedCents: 200_000, favouredCents: 0 });
    given(premiums, [offered]).when(choose(0, { incomeAbove: true, heldCents: 0 }), { id }).thenState({ favouredCents: 0 });
    given(premiums, [offered]).when(choose(0, { chooseBy: '2026-09-01T12:00:00.000Z' }), { id, at: '2026-09-01T12:00:00.001Z' }).then({ code: 'premium-changing' });
  });

  it('whose cap somebody gave up the rate of is shared as well', () => {
    const waived = premiumOffered.of({ ...terms, premiumId: id, letters: ['f', 'c.3'], favoured: false });
    given(premiums, [waived]).when(choose(200_001, { otherEmployersCents: 300_000 }), { id }).then({ code: 'premium-above-cap', params: { mostCents: 200_000, mostEuro: '2.000,00 €' } });
    given(premiums, [waived]).when(choose(200_000, { otherEmployersCents: 300_000 }), { id }).thenState({ favouredCents: 0, ordinaryCents: 400_000 });
  });

  it('of whoever declares an income above the limit is ordinary pay, and the event doesn’t say why', () => {
    given(premiums, [offered]).when(choose(1, { incomeAbove: true }), { id }).then({ code: 'premium-income-above' });
    const { decision } = given(premiums, [offered]).when(choose(0, { incomeAbove: true }), { id });
    expect(decision).toMatchObject({ events: [premiumChosen.of({ ...about, convertedCents: 0, favouredCents: 0, ordinaryCents: 600_000, by: 'person' })], personal: { why: 'income' } });
    given(premiums, [offered]).when(choose(0, { incomeAbove: false }), { id }).then([inMoney]);
  });

  it('of whoever doesn’t choose is paid in money when the time is over', () => {
    const pass = { type: PASS_DEADLINE, data: { deadlineAt: terms.chooseUntil } };
    given(premiums, [offered]).when(pass, { id, at: '2026-10-10T21:00:00.000Z' }).then([]);
    given(premiums, [offered]).when(pass, { id, at: terms.chooseUntil }).thenState({ status: 'chosen', by: 'deadline', convertedCents: 0, favouredCents: 500_000 });
    expect([premiums.deadline?.(given(premiums, [offered]).state), premiums.deadline?.(given(premiums, [offered, inMoney]).state)]).toEqual([terms.chooseUntil, undefined]);
  });
});

describe('a contract of premiums', () => {
  const contracts = { ...premiumContract, slices: [recordPremiumContractSlice] };
  const contract = { firmId: 'fir_firm', title: 'Accordo', kind: 'increments', signedOn: '2026-03-01', depositedOn: '2026-03-31', variableMeasurable: true, allowsConversion: true, letters: ['f'], depositDays: 30 };
  const { depositedOn: _, ...undeposited } = contract;
  const record = (more: object = {}, from: object = contract) => ({ type: 'record-premium-contract', data: { ...from, ...more } });
  const eligible = (more: object = {}, from: object = contract): unknown => {
    const { decision } = given(contracts).when(record(more, from));
    return decision.ok && (decision.events[0]!.data as { eligible: boolean }).eligible;
  };

  it('is eligible where premiums are variable and measured, and it was deposited within thirty days', () => {
    expect([eligible(), eligible({ depositedOn: '2026-04-01' }), eligible({}, undeposited), eligible({ variableMeasurable: false })]).toEqual([true, false, false, false]);
    given(contracts).when(record({ depositedOn: '2026-02-28' })).then({ code: 'premium-contract-days' });
    given(contracts).when(record({ letters: [] })).then({ code: 'premium-contract-letters' });
    const recorded = given(contracts).when(record()).decision;
    given(contracts, recorded.ok ? recorded.events : []).when(record({ title: 'Altro' })).then([]);
    expect(recorded.ok && recorded.events[0]!.type).toBe(premiumContractRecorded.type);
  });
});
