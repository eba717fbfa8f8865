import { addMs, DAY_MS, HOUR_MS, instantOf, romeDate, SECOND_MS } from '@salvatempo/kernel';
import { WORLD_BEGINS_MS } from '../world/world';
import { bodyOf, noSuch, type Act } from './act';
import { recent, type Territory } from './territory';

/** Five people have the link of the first start and use it at the same time; one of them becomes the operator. */
const becomeOperator: Act = {
  name: 'become-operator',
  weight: 1,
  async run(territory) {
    if (territory.operator) return;
    const { desk } = territory;
    const attempts = [1, 2, 3, 4, 5].map(async (n) => {
      const person = territory.newPerson(`officer ${n}`);
      const sign = { username: `operatore-${n}@territory.example`, password: `parola-segreta-operatore-${n}` };
      const code = desk.world.keys.code('first-operator', 'territory', 20);
      const reply = await person.post('/api/identity/operators/first', { ...sign, code });
      if (!reply || reply.status >= 300) return;
      person.sign = sign;
      territory.operator = person;
    });
    await Promise.all(attempts);
  },
};

/** The officer opens calls: large ones, ones that are soon exhausted, ones that open later or close soon, and impossible ones. */
const openCall: Act = {
  name: 'open-call',
  weight: 1,
  async run(territory) {
    const { operator } = territory;
    if (!operator) return;
    const callId = bodyOf<{ callId: string }>(await operator.post('/api/programmes/calls', termsOf(territory)))?.callId;
    if (callId !== undefined) territory.callIds.push(callId);
  },
};

function termsOf(territory: Territory): object {
  const { randomness, desk, callIds } = territory;
  const nowMs = WORLD_BEGINS_MS + desk.world.scheduler.clock.monotonicMs();
  const right: Record<string, number> = territory.hasRoom(callIds.length, 4, 220) ? { right: 30 } : {};
  const chosen: string = randomness.weighted({ ...right, inverted: 0.5, greedy: 0.5, 'greedy-order': 0.3, 'aid-too-long': 0.2, 'aid-of-none': 0.2, 'ranked-late': 0.2, 'ranked-twice': 0.2 });
  const kind = chosen === 'right' ? territory.callKinds.draw() : chosen;
  const firmCapCents = kind === 'stingy' ? 5_000 : 100_000;
  const opensAt = nowMs + (kind === 'later' ? randomness.between(12, 96) * HOUR_MS : -HOUR_MS);
  const lastsMs = kind === 'short' ? randomness.between(1, 20) * HOUR_MS : kind === 'ranked' ? randomness.between(24, 120) * HOUR_MS : randomness.between(20, 60) * DAY_MS;
  return {
    title: `Salvatempo ${kind}`,
    // The best of all, so that it is the one that is soon used up.
    incentiveBasisPoints: kind === 'stingy' ? 10_000 : randomness.pick([5_000, 7_000, 9_000]),
    firmCapCents,
    personCapCents: kind === 'stingy' ? 4_000 : 50_000,
    budgetCents: { poor: 100_000, ranked: 200_000, greedy: firmCapCents - 1 }[kind as string] ?? 5_000_000,
    maxHeadcount: 3,
    headcountBasis: randomness.pick(['employees', 'occupati']),
    eligibleServiceCodes: ['laundry-ironing', 'shopping-delivery', 'gym'],
    opensAt: instantOf(opensAt),
    closesAt: instantOf(kind === 'inverted' ? opensAt - HOUR_MS : opensAt + lastsMs),
    ...(kind.startsWith('fussy') && FUSSY[Number(kind.slice('fussy-'.length))]),
    ...(kind !== 'stingy' && { cup: 'E61B26000010007' }),
    ...(!kind.startsWith('fussy') && kind !== 'stingy' && { evidence: ['voucher', 'invoice'] }),
    ...(kind === 'aid' && { aidRegime: 'de-minimis-2831', onAidExcess: randomness.pick(['refuse', 'reduce']) }),
    ...(kind === 'aid-too-long' && { aidRegime: 'de-minimis-1407' }),
    ...(kind === 'aid-of-none' && { onAidExcess: 'refuse' }),
    ...(kind.startsWith('ranked') && rankedBy(kind, territory, opensAt)),
    ...(kind === 'greedy-order' && { orderCapCents: firmCapCents + 1 }),
  };
}

const usualTerms = (opensAtMs: number): object => ({
  title: 'Salvatempo',
  incentiveBasisPoints: 7_000,
  firmCapCents: 100_000,
  personCapCents: 50_000,
  budgetCents: 200_000,
  maxHeadcount: 3,
  headcountBasis: 'employees',
  eligibleServiceCodes: ['laundry-ironing'],
  opensAt: instantOf(opensAtMs),
  closesAt: instantOf(opensAtMs + 5 * DAY_MS),
});

/** A points table that half of the firms fulfil in part, so that equal points are frequent; sometimes what is given is aid. */
function rankedBy(kind: string, { randomness }: Territory, opensAtMs: number): object {
  const micro = { code: 'micro', points: 10, text: 'Impresa fino a due dipendenti', about: 'employees', to: 2 };
  const network = { code: 'network', points: 5, text: 'Adesione alla rete', about: 'membership', oneOf: ['rete-lodi'] };
  const closesAfterMs = kind === 'ranked-late' ? 400 * DAY_MS : randomness.between(3, 20) * HOUR_MS;
  const ranking = { version: '1.0', applicationsCloseAt: instantOf(opensAtMs + closesAfterMs), criteria: kind === 'ranked-twice' ? [micro, micro] : [micro, network] };
  return { ranking, ...(randomness.chance(0.4) && { aidRegime: 'de-minimis-2831', onAidExcess: 'reduce', cup: 'E61B26000010007' }) };
}

/** What a call may ask of a firm beside its headcount; some firms fulfil each of them. */
const FUSSY: readonly object[] = [
  { eligibleSectors: ['96'], artisansAdmitted: true, declarationDays: 1, minSpendCents: 3_000 },
  { eligibleMunicipalities: ['F205'] },
  { declarationDays: 1 },
  { requiredMemberships: ['rete-lodi'], noDoubleFunding: true, declarationDays: 1, excludedVatBasisPoints: 2_200 },
  { requiredMemberships: ['rete-lodi'], noDoubleFunding: true, declarationDays: 2, orderCapCents: 2_000 },
];

const accredit: Act = {
  name: 'accredit',
  weight: 1,
  async run({ operator, cooperatives, randomness }) {
    if (!operator) return;
    const known = cooperatives.flatMap(({ providerId }) => providerId ?? []);
    const providerId = randomness.chance(0.1) || known.length === 0 ? noSuch('prv') : randomness.pick(known);
    await operator.post(`/api/providers/${providerId}/accreditation`);
  },
};

/** The officer finds that two firms are one undertaking; sometimes twice the same one. */
const linkFirms: Act = {
  name: 'link-undertakings',
  weight: 0.2,
  async run({ operator, firms, randomness }) {
    const firmIds = firms.flatMap(({ firmId }) => firmId ?? []);
    if (!operator || firmIds.length === 0) return;
    const one = randomness.pick(firmIds);
    const pair = [one, randomness.pick([noSuch('com'), one, ...Array.from({ length: 5 }, () => randomness.pick(firmIds))])];
    const linkId = bodyOf<{ linkId: string }>(await operator.post('/api/programmes/undertaking-links', { firmIds: pair, reason: 'stessa proprietà' }))?.linkId;
    if (linkId !== undefined) await operator.get(`/api/programmes/undertaking-links/${linkId}`);
  },
};

/** The date of a grant's act, mostly right. */
const sendGrantAct: Act = {
  name: 'send-grant-act',
  weight: 1,
  async run({ operator, randomness, desk }) {
    if (!operator) return;
    const page = await operator.get<{ items: { allotmentId: string; status: string }[] }>('/api/programmes/allotments?limit=50');
    const granted = page?.items.filter(({ status }) => status === 'granted') ?? [];
    if (granted.length === 0) return;
    const actOn = romeDate(addMs(desk.world.now, randomness.pick([0, 0, 3, -400]) * DAY_MS));
    const { allotmentId } = randomness.pick(granted);
    const path = `/api/programmes/allotments/${allotmentId}/grant-act`;
    await operator.post(path, { actOn });
    if (randomness.chance(0.2)) await operator.post(path, { actOn });
  },
};

/** Something was found in a check. */
const revoke: Act = {
  name: 'revoke-grant',
  weight: 0.3,
  async run({ operator, randomness }) {
    if (!operator) return;
    const page = await operator.get<{ items: SeenGrant[] }>('/api/programmes/allotments?limit=100');
    if (!page || page.items.length === 0) return;
    // Where something was paid it has to come back: now and then one of those is looked for.
    const paid = page.items.filter(({ paidCents }) => paidCents > 0);
    await operator.post(`/api/programmes/allotments/${randomness.pick(paid.length > 0 && randomness.chance(0.15) ? paid : page.items).allotmentId}/revocation`, { reason: 'controllo', ...randomness.pick<object>([{}, {}, { interestBasisPoints: 250, interestReason: 'tasso del bando' }, { interestBasisPoints: 250 }]) });
  },
};

/** Brings grants that something was paid of to their end, mostly step by step; sometimes the wrong step, and too much or a wrong day at first. */
const report: Act = {
  name: 'report-grant',
  weight: 1.5,
  async run({ operator, randomness, desk }) {
    if (!operator) return;
    const page = await operator.get<{ items: SeenGrant[] }>('/api/programmes/allotments?limit=100');
    const grants = page?.items.filter(({ status, paidCents }) => status in NEXT_STEP && (paidCents > 0 || randomness.chance(0.02))) ?? [];
    if (grants.length === 0) return;
    // Few grants come so far: where there are some, one of them goes on more often than not.
    const far = grants.filter(({ status }) => status === 'reported' || status === 'verified');
    const { allotmentId, status, report: known } = randomness.pick(far.length > 0 && randomness.chance(0.8) ? far : grants);
    const step = randomness.chance(0.3) ? randomness.pick(Object.values(NEXT_STEP)) : NEXT_STEP[status]!;
    const reportedCents = known?.reportedCents ?? 1_000;
    const bodies: Record<string, object> = {
      verification: { admittedCents: randomness.pick([reportedCents, reportedCents, Math.floor(reportedCents / 2)]) },
      payment: { paidOn: romeDate(desk.world.now), proof: 'mandato 1' },
    };
    const tooMuch: Record<string, object> = { verification: { admittedCents: reportedCents + 1 }, payment: { paidOn: romeDate(addMs(desk.world.now, 3 * DAY_MS)) } };
    const url = `/api/programmes/allotments/${allotmentId}`;
    if (tooMuch[step] && randomness.chance(0.7)) await operator.post(`${url}/${step}`, { reason: 'rendiconto', ...bodies[step], ...tooMuch[step] });
    await operator.post(`${url}/${step}`, { reason: 'rendiconto', ...bodies[step] });
    await operator.get(`${url}/history`);
  },
};

/** What firms pay back of grants: too much at first where something is owed; then mostly a part, sometimes all of it, of a wrong day, twice, or where nothing is owed. */
const recordRepayment: Act = {
  name: 'record-repayment',
  weight: 2.4,
  async run({ operator, randomness, desk, acts }) {
    if (!operator) return;
    const page = await operator.get<{ items: SeenGrant[] }>('/api/programmes/allotments?limit=100');
    const indebted = page?.items.filter(({ ending }) => (ending?.recoverCents ?? 0) > 0) ?? [];
    const grant = indebted.length > 0 && randomness.chance(0.9) ? randomness.pick(indebted) : page?.items[0];
    if (!grant) return;
    const url = `/api/programmes/allotments/${grant.allotmentId}`;
    const owed = await operator.get<{ principalCents: number; interestCents: number }>(`${url}/recovery`);
    const cents = (owed?.principalCents ?? 0) + (owed?.interestCents ?? 0);
    const amountCents = Math.max(1, randomness.pick([Math.floor(cents / 2), Math.floor(cents / 3), Math.floor(cents / 4), cents, cents + 100]));
    const paidOn = romeDate(addMs(desk.world.now, randomness.pick([0, 0, 0, 0, 0, 0, -60, 2]) * DAY_MS));
    const body = { amountCents, paidOn, proof: `CRO ${acts}` };
    // Today's debt is what was just read: above it is refused, unless somebody changed the debt in between.
    if (cents > 0) await operator.post(`${url}/repayments`, { ...body, amountCents: cents + 100, paidOn: romeDate(desk.world.now) });
    await operator.post(`${url}/repayments`, body);
    if (randomness.chance(0.9)) await operator.post(`${url}/repayments`, { ...body, amountCents: 1, paidOn: romeDate(desk.world.now) });
  },
};

interface SeenGrant {
  readonly allotmentId: string;
  readonly status: string;
  readonly paidCents: number;
  readonly report?: { readonly reportedCents: number };
  readonly ending?: { readonly recoverCents: number };
}

/** What comes after a state of a grant. */
const NEXT_STEP: Readonly<Record<string, string>> = { granted: 'closure', spent: 'report', reported: 'verification', verified: 'payment' };

/** Makes a ranking: mostly when it is time, sometimes too early, twice, or of a call that has none. */
const makeRanking: Act = {
  name: 'make-ranking',
  weight: 1,
  async run({ operator, callIds, randomness }) {
    if (!operator || callIds.length === 0) return;
    const callId = recent(callIds, randomness, randomness.pick([2, 6, 20]))!;
    await operator.post(`/api/programmes/calls/${callId}/ranking`);
    await operator.get(`/api/programmes/calls/${callId}/ranking`);
  },
};

/** An officer in haste: the ranking is asked for in the second in which applications close, while the last are still being checked. */
const rankInHaste: Act = {
  name: 'rank-in-haste',
  weight: 0.3,
  async run(territory) {
    const { operator, firms, randomness, desk } = territory;
    const hasty = firms.filter(({ firmId }) => firmId !== undefined).slice(-3);
    if (!operator || hasty.length === 0) return;
    const opensAt = WORLD_BEGINS_MS + desk.world.scheduler.clock.monotonicMs() - HOUR_MS;
    const { ranking, ...rest } = rankedBy('ranked', territory, opensAt) as { ranking: object };
    const applicationsCloseAt = instantOf(opensAt + HOUR_MS + randomness.between(2, 30) * SECOND_MS);
    const callId = bodyOf<{ callId: string }>(await operator.post('/api/programmes/calls', { ...usualTerms(opensAt), ...rest, ranking: { ...ranking, applicationsCloseAt } }))?.callId;
    if (callId === undefined) return;
    while (desk.world.now < addMs(applicationsCloseAt, -SECOND_MS)) await operator.pause(SECOND_MS);
    const applications = hasty.map(({ owner, firmId }) => owner.post(`/api/programmes/calls/${callId}/applications`, { firmId }));
    while (desk.world.now < applicationsCloseAt) await operator.pause(SECOND_MS / 4);
    for (let attempt = 0; attempt < 5; attempt++) await operator.post(`/api/programmes/calls/${callId}/ranking`);
    await Promise.all(applications);
  },
};

const look: Act = {
  name: 'look-at-fund',
  weight: 0.5,
  async run({ operator, callIds, randomness }) {
    if (!operator) return;
    if (callIds.length > 0) await operator.get(`/api/programmes/calls/${randomness.pick(callIds)}`);
    const page = await operator.get<{ items: { allotmentId: string }[] }>('/api/programmes/allotments?limit=20');
    if (page && page.items.length > 0) await operator.get(`/api/programmes/allotments/${randomness.pick(page.items).allotmentId}/explanation`);
  },
};

/** Enters a network, and firms that join it, leave it and come back, on days that fit and days that don't. */
const network: Act = {
  name: 'network',
  weight: 0.6,
  async run({ operator, firms, networkIds, randomness, desk }) {
    if (!operator) return;
    const day = (days: number): string => romeDate(addMs(desk.world.now, days * DAY_MS));
    if (networkIds.length < 3) {
      const body = { title: 'Rete', kind: randomness.pick(['rete-contratto', 'rete-soggetto']), programme: 'Comprare insieme', commonFund: randomness.chance(0.5) };
      const networkId = bodyOf<{ networkId: string }>(await operator.post('/api/companies/networks', body))?.networkId;
      if (networkId !== undefined) networkIds.push(networkId);
    }
    const firmIds = firms.flatMap(({ firmId }) => firmId ?? []).slice(0, 6);
    if (networkIds.length === 0 || firmIds.length === 0) return;
    const [url, firmId] = [`/api/companies/networks/${randomness.pick(networkIds)}`, randomness.pick(firmIds)];
    if (randomness.chance(0.5)) await operator.post(`${url}/members`, { firmId, firstDay: day(randomness.pick([-5, 0, 5])) });
    else await operator.post(`${url}/members/${firmId}/departures`, { lastDay: day(randomness.pick([-20, 0, 3])) });
    await operator.get(url);
  },
};

export const operatorActs: readonly Act[] = [becomeOperator, openCall, accredit, linkFirms, sendGrantAct, makeRanking, rankInHaste, revoke, report, recordRepayment, network, look];
