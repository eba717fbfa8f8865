import { buy, fulfil, purchaseBecomes } from './buying';
import type { Answer, Caller } from './caller';
import { makeTerritory, until } from './territory';

const PAID_CENTS = 2_800;
const FUND = { budgetCents: 5_000_000, committedCents: 0, paidCents: PAID_CENTS, freeCents: 4_997_200 };

/**
 * The whole way of a public euro over HTTP, in either mode: a firm from its partita IVA on, an incentive granted as de minimis aid,
 * a purchase redeemed and done, the dossier's line, and the grant spent, reported, verified and paid. Throws where a step isn't
 * as it must be. `operator` has signed in; `seed` is nobody else's in this territory.
 */
export async function fromVatNumberToReportedEuro(operator: Caller, seed: number): Promise<{ readonly firmId: string; readonly allotmentId: string; readonly history: readonly Answer['body'][] }> {
  const territory = await makeTerritory(operator, { people: 1, seed, terms: { cup: 'E12C34567890001', aidRegime: 'de-minimis-2831', onAidExcess: 'refuse' } });
  const { callId, firmId } = territory;
  const [employee] = territory.employees as [(typeof territory.employees)[number]];
  const [owner, buyer, manager] = [territory.owner, employee.token, territory.manager].map((token) => operator.as(token)) as [Caller, Caller, Caller];
  const { allotmentId } = (await until(owner, `/api/programmes/allotments?firmId=${firmId}`, ({ items }) => items.length === 1)).items[0] as { allotmentId: string };
  const path = `/api/programmes/allotments/${allotmentId}`;
  const bought = await buy(buyer, employee, territory, `euro-${seed}`);
  await fulfil(manager, buyer, territory, bought);
  await purchaseBecomes(buyer, bought.purchaseId, 'settled');
  const dossier = await until(operator, `/api/programmes/calls/${callId}/dossier`, ({ lineCount }) => lineCount === 1);
  expect(dossier).toMatchObject({ reportableCents: PAID_CENTS, lines: [{ purchaseId: bought.purchaseId, firmId, eligibleCents: PAID_CENTS }] });

  expect((await owner.post(`${path}/report`, { reason: 'rendiconto' })).body.code).toBe('allotment-not-spent');
  expect(await owner.made(`${path}/closure`, { reason: 'spese concluse' })).toMatchObject({ status: 'spent', grantedCents: PAID_CENTS, paidCents: PAID_CENTS, freeCents: 0 });
  // What wasn't spent is free again, and nothing is committed any more.
  expect((await until(operator, `/api/programmes/calls/${callId}`, ({ fund }) => fund.committedCents === 0)).fund).toEqual(FUND);
  await until(owner, `/api/programmes/firms/${firmId}/aid`, ({ rows }) => rows.some(({ amountCents }: { amountCents: number }) => amountCents === PAID_CENTS));
  expect(await owner.made(`${path}/report`, { reason: 'rendiconto' })).toMatchObject({ status: 'reported', report: { reportedCents: PAID_CENTS } });
  expect((await operator.post(`${path}/verification`, { reason: 'controllo', admittedCents: PAID_CENTS + 1 })).body.code).toBe('admitted-exceeds-reported');
  expect(await operator.made(`${path}/verification`, { reason: 'controllo, una spesa in parte', admittedCents: 2_000 })).toMatchObject({ status: 'verified', ending: { recoverCents: 800 }, report: { admittedCents: 2_000 } });
  const { verifiedOn: paidOn } = (await operator.get(path)).body.report as { verifiedOn: string };
  expect((await operator.post(`${path}/payment`, { reason: 'liquidazione', paidOn: '2020-01-01', proof: 'mandato 1' })).body.code).toBe('payment-date');
  expect(await operator.made(`${path}/payment`, { reason: 'liquidazione', paidOn, proof: 'mandato 418/2026' })).toMatchObject({ status: 'paid', report: { paidOn, proof: 'mandato 418/2026' } });
  await until(owner, `/api/programmes/firms/${firmId}/aid`, ({ rows }) => rows.some(({ amountCents }: { amountCents: number }) => amountCents === 2_000));
  const { changes } = await until(owner, `${path}/history`, (body) => body.changes.at(-1)?.status === 'paid');
  return { firmId, allotmentId, history: changes };
}

/** The states that the journey goes through. */
export const JOURNEY = ['submitted', 'aid-checked', 'granted', 'spent', 'reported', 'verified', 'paid'];
