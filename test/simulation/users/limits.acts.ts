import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import { bodyOf, noSuch, type Act } from './act';
import { someFirm } from './owner.acts';
import type { Person } from './person';
import type { Quote, Territory } from './territory';

const BENEFITS = '/api/benefits';
const dayIn = ({ desk }: Territory, days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));

const chooseThreshold: Act = {
  name: 'choose-above-threshold',
  weight: 0.3,
  async run(territory) {
    const firm = someFirm(territory);
    if (firm) await firm.owner.post(`${BENEFITS}/threshold-choices`, { firmId: firm.firmId, aboveThreshold: territory.randomness.pick(['consent', 'consent', 'block']) });
  },
};

/** Somebody who had much of others buys, and agrees to too little, to enough, or to nothing. */
const buyAbove: Act = {
  name: 'buy-above-threshold',
  weight: 0.4,
  async run({ employees, randomness, desk }) {
    const employee = employees.length === 0 ? undefined : randomness.pick(employees);
    if (!employee) return;
    const page = await employee.person.get<{ items: { offerId: string }[] }>('/api/providers/offers?limit=30');
    if (!page || page.items.length === 0) return;
    const seen = await employee.person.get<Quote>(`/api/marketplace/quotes?offerId=${randomness.pick(page.items).offerId}`);
    if (!seen) return;
    const taxYear = Number(romeDate(desk.world.now).slice(0, 'YYYY'.length));
    await employee.person.post(`${BENEFITS}/accounts/mine/year-declarations`, { taxYear, externalCents: 200_000, childFiscalCodes: [], declarationAccepted: true });
    const { offerId, quoteId, totalCents } = seen;
    const agreed = randomness.pick([{}, { thresholdConsentCents: 1 }, { thresholdConsentCents: 9_000_000 }]);
    const purchaseId = bodyOf<{ purchaseId: string }>(await employee.person.post('/api/marketplace/purchases', { offerId, quoteId, totalCents, ...agreed }))?.purchaseId;
    if (purchaseId !== undefined) employee.purchases.push(purchaseId);
  },
};

/** A firm brings in a contract, right or not, and premiums of its people by it. */
const offerPremiums: Act = {
  name: 'offer-premiums',
  weight: 0.4,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    if (!firm || firm.employees.length === 0) return;
    const [signedOn, depositedOn] = randomness.pick([[-40, -20], [-40, -20], [-40, -1], [-20, -40]]).map((days) => dayIn(territory, days)) as [string, string];
    const contract = { firmId: firm.firmId, title: 'Accordo', kind: 'increments', signedOn, depositedOn, variableMeasurable: true, allowsConversion: true, letters: randomness.pick([['f'], ['f', 'c.3'], []]) };
    const contractId = bodyOf<{ contractId: string }>(await firm.owner.post(`${BENEFITS}/premium-contracts`, contract))?.contractId;
    if (contractId === undefined) return;
    const lines = firm.employees.map(({ invented }) => `${invented.fiscalCode},${randomness.pick(['1000.00', '6000.00'])},${randomness.pick(['20000', '80000.01'])}`);
    const days = `paidOn=${dayIn(territory, 5)}&chooseUntil=${dayIn(territory, randomness.pick([0, 2, 5]))}&creditUntil=${dayIn(territory, 90)}`;
    await firm.owner.post(`${BENEFITS}/premium-contracts/${contractId}/premium-imports?${days}`, ['codice_fiscale,premio,reddito_anno_prima', ...lines].join('\n'));
    await firm.owner.get(`${BENEFITS}/premiums?firmId=${firm.firmId}`);
    await chooseWrongly(randomness.pick(firm.employees).person);
  },
};

const choose = (person: Person, premiumId: string, choice: object) => person.post(`${BENEFITS}/premiums/${premiumId}/choice`, choice);

/** What can't be chosen of a premium that has just come; a choice is made once, so it is tried before that. */
async function chooseWrongly(person: Person): Promise<void> {
  for (let looked = 0; looked < 8; looked++) {
    const page = await person.get<{ items: { premiumId: string }[] }>(`${BENEFITS}/premiums/mine`);
    const premiumId = page?.items.at(-1)?.premiumId;
    if (premiumId === undefined) continue;
    for (const choice of [{ convertedCents: 100, letter: 'd-bis' }, { convertedCents: 500_001 }, { convertedCents: 100, incomeAbove: true }]) await choose(person, premiumId, choice);
    return;
  }
}

const choosePremium: Act = {
  name: 'choose-premium',
  weight: 1.2,
  async run({ employees, randomness }) {
    if (employees.length === 0) return;
    let [employee, premiumId] = [randomness.pick(employees), noSuch('prm')];
    // Few people have a premium: some are looked through for one.
    for (let tries = 0; tries < 4 && premiumId === noSuch('prm') && randomness.chance(0.95); tries++) {
      employee = randomness.pick(employees);
      const page = await employee.person.get<{ items: { premiumId: string }[] }>(`${BENEFITS}/premiums/mine`);
      if (page && page.items.length > 0) premiumId = randomness.pick(page.items).premiumId;
    }
    const letter = randomness.pick([{}, {}, { letter: 'd-bis' }]);
    const declared = randomness.pick([{}, {}, { otherEmployersCents: 20_000 }, { otherEmployersCents: 490_000 }, { incomeAbove: true }]);
    await choose(employee.person, premiumId, { convertedCents: randomness.pick([0, 40_000, 40_000, 100_000, 500_001]), ...letter, ...declared });
  },
};

const recordMeals: Act = {
  name: 'record-meals',
  weight: 0.4,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    if (!firm) return;
    const listed = await firm.owner.get<{ items: { personId: string }[] }>(`/api/companies/firms/${firm.firmId}/employees?limit=20`);
    if (!listed || listed.items.length === 0) return;
    const day = dayIn(territory, randomness.pick([0, -1, 1]));
    const meals = { firmId: firm.firmId, personId: randomness.pick(listed.items).personId, month: day.slice(0, 'YYYY-MM'.length), kind: 'electronic', valueCents: randomness.pick([800, 1_200]), dates: randomness.pick([[day], []]) };
    await firm.owner.post(`${BENEFITS}/meal-vouchers`, meals);
    await firm.owner.get(`${BENEFITS}/meal-vouchers?firmId=${firm.firmId}`);
  },
};

export const limitsActs: readonly Act[] = [chooseThreshold, buyAbove, offerPremiums, choosePremium, recordMeals];
