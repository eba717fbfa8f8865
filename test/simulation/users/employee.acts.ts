import { addMs, DAY_MS, MINUTE_MS, romeDate, SECOND_MS } from '@salvatempo/kernel';
import { bodyOf, noSuch, type Act } from './act';
import { inventPerson } from './invented';
import { recent, type Employee, type Quote, type Territory } from './territory';

/** Mostly somebody of the newer firms, where credit and calls are fresh. */
const someEmployee = ({ employees, randomness }: Territory): Employee | undefined =>
  recent(employees, randomness, randomness.pick([4, 12, 100]));

/** Looks at what there is and who would pay; what was seen may be bought much later, when it isn't so any more. */
async function quote(employee: Employee, { randomness }: Territory): Promise<Quote | undefined> {
  const page = await employee.person.get<{ items: { offerId: string }[] }>('/api/providers/offers?limit=30');
  if (!page || page.items.length === 0) return undefined;
  const { offerId } = randomness.pick(page.items);
  const payWith = randomness.pick(['', '', '&payWith=euro', '&payWith=hours']);
  const seen = await employee.person.get<Quote>(`/api/marketplace/quotes?offerId=${offerId}${payWith}`);
  if (seen) employee.quotes.push(seen);
  return seen;
}

function orderOf({ quoteId, offerId, totalCents, maxValidityDays, paysWith }: Quote, { randomness, desk }: Territory): object {
  const order = { offerId, quoteId, totalCents, ...(randomness.chance(0.9) && { payWith: paysWith }) };
  const kind = randomness.weighted({ usual: 6, soon: 3, days: 1, over: 0.4, past: 0.4, total: 0.3 });
  const at = (ms: number): object => ({ ...order, expiresAt: addMs(desk.world.now, ms) });
  if (kind === 'soon') return at(randomness.pick([3 * SECOND_MS, 20 * SECOND_MS, 10 * MINUTE_MS]));
  if (kind === 'days') return at(DAY_MS * Math.min(maxValidityDays, 2));
  if (kind === 'over') return at((maxValidityDays + 2) * DAY_MS);
  if (kind === 'past') return at(-SECOND_MS);
  return kind === 'total' ? { ...order, totalCents: totalCents + 1 } : order;
}

const buy: Act = {
  name: 'buy',
  weight: 6.6,
  async run(territory) {
    const { randomness } = territory;
    const employee = someEmployee(territory);
    if (!employee) return;
    const seen = randomness.chance(0.15) ? recent(employee.quotes, randomness, 20) : await quote(employee, territory);
    if (!seen) return;
    // Sometimes two at once, of which the credit may suffice for one only.
    const orders = randomness.chance(0.2)
      ? [orderOf(seen, territory), orderOf(seen, territory)]
      : [orderOf(seen, territory)];
    const bought = await Promise.all(orders.map((order) => employee.person.post('/api/marketplace/purchases', order)));
    for (const reply of bought) {
      const purchaseId = bodyOf<{ purchaseId: string }>(reply)?.purchaseId;
      if (purchaseId !== undefined) employee.purchases.push(purchaseId);
    }
  },
};

interface VoucherItem {
  readonly voucherId: string;
  readonly code?: string;
  readonly providerId: string;
}

/** Looks at the own vouchers; from then on they can be shown at the provider's. */
const look: Act = {
  name: 'look-at-vouchers',
  weight: 4,
  async run(territory) {
    const employee = someEmployee(territory);
    if (!employee) return;
    const page = await employee.person.get<{ items: VoucherItem[] }>('/api/vouchers?limit=10');
    for (const { voucherId, code, providerId } of page?.items ?? [])
      if (code !== undefined && !territory.vouchers.some((known) => known.voucherId === voucherId))
        territory.vouchers.push({ voucherId, code, holder: employee, providerId });
    const purchaseId = recent(employee.purchases, territory.randomness);
    if (purchaseId !== undefined) await employee.person.get(`/api/marketplace/purchases/${purchaseId}`);
  },
};

const cancel: Act = {
  name: 'cancel',
  weight: 2,
  async run(territory) {
    const { randomness, vouchers, employees } = territory;
    const known = recent(vouchers, randomness, 12);
    if (!known) return;
    const who = randomness.chance(0.1) ? randomness.pick(employees) : known.holder;
    const voucherId = randomness.chance(0.03) ? noSuch('vou') : known.voucherId;
    await who.person.post(`/api/vouchers/${voucherId}/cancellation`);
  },
};

const repeat: Act = {
  name: 'repeat',
  weight: 1.5,
  async run(territory) {
    const employee = someEmployee(territory);
    if (!employee) return;
    await (territory.randomness.chance(0.2) ? employee.person.reuseKey() : employee.person.repeat());
  },
};

const readAccount: Act = {
  name: 'read-account',
  weight: 1,
  async run(territory) {
    const account = await someEmployee(territory)?.person.get<{ accountId: string }>('/api/benefits/accounts/mine');
    if (account) await someEmployee(territory)?.person.get(`/api/benefits/accounts/${account.accountId}/entries`);
  },
};

const FAMILY = '/api/companies/people/me/family-members';

const declareRelative: Act = {
  name: 'declare-relative',
  weight: 0.5,
  async run(territory) {
    const { randomness } = territory;
    const employee = someEmployee(territory);
    if (!employee) return;
    const { name, surname, fiscalCode } = randomness.chance(0.1) ? employee.invented : inventPerson(randomness);
    const flags = { dependent: randomness.chance(0.5), cohabiting: randomness.chance(0.5), from: randomness.pick(['2020-01-01', '2025-01-01']) };
    const relation = randomness.pick(['spouse', 'child', 'parent']);
    await employee.person.post(FAMILY, { relation, name, surname, fiscalCode, birthDate: '1950-05-05', ...flags, declarationAccepted: true });
  },
};

const eraseRelative: Act = {
  name: 'erase-relative',
  weight: 0.3,
  async run(territory) {
    const employee = someEmployee(territory);
    const kept = await employee?.person.get<{ items: { memberId: string }[] }>(FAMILY);
    if (!employee || !kept) return;
    const isKnown = kept.items.length > 0 && !territory.randomness.chance(0.2);
    await employee.person.remove(`${FAMILY}/${isKnown ? territory.randomness.pick(kept.items).memberId : noSuch('mem')}`);
  },
};

const MINE = '/api/benefits/accounts/mine';

const declareYear: Act = {
  name: 'declare-year',
  weight: 0.4,
  async run(territory) {
    const { randomness } = territory;
    const employee = someEmployee(territory);
    if (!employee) return;
    const child = randomness.chance(0.1) ? employee.invented : inventPerson(randomness);
    const year = Number(romeDate(territory.desk.world.now).slice(0, 4)) - randomness.pick([0, 0, 0, 1, 2]);
    const childFiscalCodes = randomness.chance(0.4) ? [child.fiscalCode] : [];
    await employee.person.post(`${MINE}/year-declarations`, { taxYear: year, externalCents: randomness.pick([0, 0, 1_000, 50_000]), childFiscalCodes, declarationAccepted: true });
    await employee.person.get(`${MINE}/simulation?letter=c.3&amountCents=${randomness.pick([1, 4_000, 150_000])}`);
  },
};

export const employeeActs: readonly Act[] = [buy, look, cancel, repeat, readAccount, declareYear, declareRelative, eraseRelative];
