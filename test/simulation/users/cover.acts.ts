import { addMs, DAY_MS, romeDate } from '@salvatempo/kernel';
import { noSuch, type Act } from './act';
import type { Firm } from './territory';

type Firms = readonly Firm[];
const withPlan = (firms: Firms): Firms => firms.filter(({ firmId, planIds }) => firmId !== undefined && planIds.length > 0);

/** A firm looks a few times whether credit waits, and calls that off. */
async function callsOff(owner: Firm['owner'], firmId: string): Promise<void> {
  for (let looked = 0; looked < 4; looked++) {
    const page = await owner.get<{ items: { runId: string; status: string }[] }>(`/api/benefits/covers/${firmId}/proformas`);
    const waiting = page?.items.find(({ status }) => status === 'waiting');
    if (waiting) return void (await owner.post(`/api/benefits/credit-runs/${waiting.runId}/cancellation`));
  }
}

/** The officer gives a firm a guarantee: mostly enough, sometimes none, and then it gives credit that waits for its transfer. */
const setGuarantee: Act = {
  name: 'set-guarantee',
  weight: 0.25,
  async run({ operator, firms, randomness, desk }) {
    const known = withPlan(firms);
    if (!operator || known.length === 0) return;
    const guaranteeCents = randomness.pick([0, 30_000, 20_000_000, 20_000_000]);
    const { owner, firmId, planIds } = randomness.pick(known);
    await operator.post(`/api/benefits/covers/${firmId}/guarantee`, { guaranteeCents, reason: 'rivista' });
    const validUntil = romeDate(addMs(desk.world.now, 60 * DAY_MS));
    if (guaranteeCents === 0) await owner.post(`/api/benefits/plans/${randomness.pick(planIds)}/credit-runs`, { amountCents: 2_000, letter: 'c.3', validUntil });
    if (guaranteeCents === 0 && randomness.chance(0.5)) await callsOff(owner, firmId!);
    await operator.get('/api/benefits/covers');
  },
};

/** A bank's statement: firms that pay what they are asked, a part of it, or too much, lines that came before, and some that say nothing. */
const takeStatement: Act = {
  name: 'take-statement',
  weight: 0.5,
  async run({ operator, firms, randomness, desk }) {
    const known = withPlan(firms);
    if (!operator || known.length === 0) return;
    const lines: string[] = [];
    const day = romeDate(desk.world.now);
    const line = (cents: number, text: string): void => void lines.push(`${day};${(cents / 100).toFixed(2).replace('.', ',')};${text};CRO ${randomness.between(1, 400)};Qualcuno`);
    for (const { owner, firmId } of known) {
      const page = await owner.get<{ items: { reference: string; leftCents: number }[] }>(`/api/benefits/covers/${firmId}/proformas`);
      for (const { reference, leftCents } of page?.items ?? [])
        if (leftCents > 0 && randomness.chance(0.7)) line(Math.max(1, leftCents + randomness.pick([0, 0, 0, -500, 700])), `saldo ${reference}`);
    }
    if (randomness.chance(0.5)) line(randomness.pick([1_000, 2_500]), 'offerta');
    if (randomness.chance(0.1)) lines.push(`${day};tanto;niente;CRO 1;Qualcuno`);
    if (lines.length > 0) await operator.post('/api/benefits/bank-statements', ['data;importo;causale;riferimento_banca;ordinante', ...lines].join('\n'));
  },
};

/** The officer settles what no firm's reference explains; sometimes twice, and once a line that isn't there. */
const settleLine: Act = {
  name: 'settle-bank-line',
  weight: 0.3,
  async run({ operator, firms, randomness }) {
    const known = withPlan(firms);
    if (!operator || known.length === 0) return;
    const page = await operator.get<{ items: { lineId: string }[] }>('/api/benefits/bank-lines');
    const lineId = randomness.chance(0.2) ? noSuch('bkl') : page?.items[0]?.lineId;
    if (lineId === undefined) return;
    const url = `/api/benefits/bank-lines/${lineId}`;
    for (let times = randomness.chance(0.4) ? 2 : 1; times > 0; times--) {
      if (randomness.chance(0.5)) await operator.post(`${url}/assignment`, { firmId: randomness.pick(known).firmId });
      else await operator.post(`${url}/closure`, { how: randomness.pick(['sent-back', 'elsewhere']) });
    }
  },
};

/** A firm calls off credit that waits, or some that it can't any more. */
const callOffRun: Act = {
  name: 'call-off-run',
  weight: 0.15,
  async run({ firms, randomness }) {
    const known = withPlan(firms);
    if (known.length === 0) return;
    const { owner, firmId } = randomness.pick(known);
    if (randomness.chance(0.7)) return callsOff(owner, firmId!);
    const page = await owner.get<{ items: { runId: string }[] }>(`/api/benefits/covers/${firmId}/proformas`);
    if (page && page.items.length > 0) await owner.post(`/api/benefits/credit-runs/${randomness.pick(page.items).runId}/cancellation`);
  },
};

export const coverActs: readonly Act[] = [setGuarantee, takeStatement, settleLine, callOffRun];
