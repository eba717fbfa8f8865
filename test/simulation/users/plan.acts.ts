import { romeDate } from '@salvatempo/kernel';
import { bodyOf, type Act } from './act';
import { dayFrom, someFirm } from './owner.acts';
import type { Territory } from './territory';

interface PlanRow {
  readonly planId: string;
  readonly status?: string;
  readonly versions?: number;
}

/** A plan of some firm that is a draft or has versions, apart from those that everybody else gives credit by. */
async function somePlan(territory: Territory) {
  const firm = someFirm(territory);
  const page = firm && (await firm.owner.get<{ items: PlanRow[] }>(`/api/benefits/plans?firmId=${firm.firmId}`));
  const plans = page?.items.filter(({ status, versions }) => status === 'draft' || versions !== undefined) ?? [];
  return firm && { firm, plan: plans.length > 0 ? territory.randomness.pick(plans) : undefined };
}

/** Terms that mostly go together, for a plan that mostly ends while the run goes on. */
function termsOf(territory: Territory): object {
  const { randomness } = territory;
  const policy = randomness.pick(['zero', 'carry-over', 'earmark', 'solidarity-pool', 'solidarity-pool', 'pension-fund']);
  return {
    validFrom: dayFrom(territory, randomness.pick([0, 0, 0, 1, -2])),
    validTo: dayFrom(territory, randomness.pick([2, 4, 8, 60, -3])),
    period: 'year',
    groups: [{ category: 'operai', ...randomness.pick([{ amountCents: 6_000 }, { amountCents: 6_000 }, { minutes: 150, hourCents: 2_000 }]) }, { amountCents: randomness.pick([1_000, 4_000]) }],
    letters: ['c.3', 'f'],
    residue: policy === 'earmark' ? { policy, letters: ['f'], days: 5 } : { policy },
    runOutDays: randomness.pick([0, 2, 30]),
    practice: {},
    text: 'Regolamento',
  };
}

/** A firm writes its plan down and publishes it, now and then another draft than the one that it saw, or one that isn't there. */
const writePlan: Act = {
  name: 'write-plan',
  weight: 0.6,
  async run(territory) {
    const { randomness } = territory;
    const found = await somePlan(territory);
    if (!found) return;
    const { firm: { owner, firmId }, plan } = found;
    if (!plan) return void (await owner.post('/api/benefits/plans', { firmId, title: 'Piano con regolamento', source: 'ACCORDO_2LIV', isDraft: true }));
    const url = `/api/benefits/plans/${plan.planId}`;
    const edition = randomness.chance(0.1) ? 1 : bodyOf<{ edition: number }>(await owner.post(`${url}/drafts`, termsOf(territory)))?.edition;
    if (edition !== undefined) await owner.post(`${url}/versions`, { edition: randomness.chance(0.1) ? edition + 1 : edition });
    await owner.get(url);
  },
};

const creditGroup: Act = {
  name: 'credit-group',
  weight: 0.5,
  async run(territory) {
    const found = await somePlan(territory);
    if (!found?.plan) return;
    const period = romeDate(territory.desk.world.now).slice(0, 4);
    await found.firm.owner.post(`/api/benefits/plans/${found.plan.planId}/group-credit-runs`, { period, ...(territory.randomness.chance(0.3) && { category: 'operai' }) });
  },
};

/** A firm gives a little from its pool, or more than it can have. */
const drawPool: Act = {
  name: 'draw-pool',
  weight: 0.3,
  async run(territory) {
    const found = await somePlan(territory);
    if (!found?.plan) return;
    const { owner, firmId } = found.firm;
    const amountCents = territory.randomness.pick([50, 500, 9_000_000]);
    await owner.post(`/api/benefits/solidarity-pools/${firmId}/draws`, { planId: found.plan.planId, amountCents, validUntil: dayFrom(territory, 2) });
    await owner.get(`/api/benefits/solidarity-pools/${firmId}`);
    await owner.get(`/api/benefits/residues?firmId=${firmId}`);
  },
};

export const planActs: readonly Act[] = [writePlan, creditGroup, drawPool];
