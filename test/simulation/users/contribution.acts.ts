import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import { noSuch, type Act } from './act';
import { dayFrom, someFirm } from './owner.acts';
import type { Person } from './person';
import { recent, type Territory } from './territory';

const BENEFITS = '/api/benefits';
const CONTRIBUTIONS = `${BENEFITS}/contributions`;

interface Item {
  readonly contributionId: string;
  readonly status: string;
}

/** A firm gives credit that goes to pension funds alone. */
const creditForFunds: Act = {
  name: 'credit-for-funds',
  weight: 0.6,
  async run(territory) {
    const { randomness } = territory;
    const firm = someFirm(territory);
    const planId = firm && firm.planIds.length > 0 ? randomness.pick(firm.planIds) : undefined;
    if (firm && planId) await firm.owner.post(`${BENEFITS}/plans/${planId}/credit-runs`, { amountCents: randomness.pick([5_000, 20_000]), letter: 'h', validUntil: dayFrom(territory, randomness.pick([2, 30])) });
  },
};

/** Somebody wants credit paid into a fund: a little, more than there is, or more than the year admits; sometimes into one that no credit may go to. */
const askContribution: Act = {
  name: 'ask-contribution',
  weight: 1.2,
  async run({ employees, randomness }) {
    const person = recent(employees, randomness, 20)?.person;
    if (!person) return;
    await person.get(`${BENEFITS}/contribution-limits/mine`);
    const kind = randomness.pick(['pension', 'pension', 'pension', 'health']);
    const [amountCents, elsewhereCents] = randomness.pick([[200, 0], [200, 0], [1_000, 100], [400_000, 0], [1_000, 530_000]]) as [number, number];
    await person.post(CONTRIBUTIONS, { kind, fundName: 'Fondo Aurora', amountCents, elsewhereCents });
  },
};

/** Firms that are looked through for one that has something to pay: few have. */
const FIRMS_ASKED = 8;

/** A contribution that waits, or was paid, and the owner who does its firm's payroll. */
async function oneOf({ firms, randomness }: Territory, status: string): Promise<{ readonly owner: Person; readonly contributionId: string } | undefined> {
  const known = firms.filter(({ firmId }) => firmId !== undefined);
  for (let tries = 0; tries < FIRMS_ASKED && known.length > 0; tries++) {
    const { owner, firmId } = randomness.pick(known);
    const page = await owner.get<{ items: readonly Item[] }>(`${CONTRIBUTIONS}?firmId=${firmId}&status=${status}`);
    if (page && page.items.length > 0) return { owner, contributionId: randomness.pick(page.items.slice(0, 5)).contributionId };
  }
  return undefined;
}

/** Payroll, where an owner does it, pays one that waits or says why not; with a day that can't be, or one that it dealt with before. */
const payContribution: Act = {
  name: 'pay-contribution',
  weight: 1,
  async run(territory) {
    const { randomness, desk } = territory;
    const found = await oneOf(territory, randomness.chance(0.15) ? 'paid' : 'waiting');
    if (!found) return;
    const url = `${CONTRIBUTIONS}/${randomness.chance(0.03) ? noSuch('ctb') : found.contributionId}`;
    const paid = (days: number) => found.owner.post(`${url}/payment`, { paidOn: romeDate(addMs(desk.world.now, days * DAY_MS)), reference: 'CRO 1' });
    if (randomness.chance(0.2)) await found.owner.post(`${url}/refusal`, { code: 'contribution-not-a-member' });
    else {
      if (randomness.chance(0.5)) await paid(2);
      await paid(0);
    }
  },
};

/** Somebody looks at what they asked for, and calls one off, whether or not it still waits. */
const withdrawContribution: Act = {
  name: 'withdraw-contribution',
  weight: 0.3,
  async run({ employees, randomness }) {
    const person = recent(employees, randomness, 20)?.person;
    const page = await person?.get<{ items: readonly Item[] }>(`${CONTRIBUTIONS}/mine?limit=5`);
    if (!person || !page || page.items.length === 0) return;
    await person.post(`${CONTRIBUTIONS}/${randomness.pick(page.items).contributionId}/withdrawal`);
  },
};

export const contributionActs: readonly Act[] = [creditForFunds, askContribution, payContribution, withdrawContribution];
