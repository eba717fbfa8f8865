import * as contracts from '@salvatempo/contracts';
import type { Envelope, EventType } from '@salvatempo/contracts';
import { Auditor, moneyRules, type Committed } from '.';
import type { Rule } from './committed';

const LATER = '2026-09-02T00:00:00.000Z';
const NOW = '2026-09-01T12:00:00.000Z';
let version = 0;

/** One commit with one event; the rules look at its data and its time. */
function did(event: EventType, data: object, time = NOW): Committed {
  version += 1;
  const envelope = { type: event.type, time, data, correlationid: 'c' } as unknown as Envelope;
  const message = { id: `doc:${version}:1`, sequence: version, causationId: `m${version}` };
  return {
    collection: 'test.doc',
    id: 'doc',
    version,
    state: {},
    decided: [{ message, envelope }],
  } as unknown as Committed;
}

const purchase = {
  accountId: 'acc',
  allotmentId: 'alt',
  personCapId: 'pcp',
  purchaseId: 'pur',
  callId: 'cal',
  firmId: 'com',
};
const lots = [{ lotId: 'lot', amountCents: 40 }];
const added = did(contracts.creditAdded, { accountId: 'acc', lotId: 'lot', lot: { amountCents: 100 } });
const held = (heldCents = 40) =>
  did(contracts.creditHeld, { ...purchase, amountCents: 40, lots, expiresAt: LATER, heldCents });
const released = (over: object = {}, time = NOW) =>
  did(
    contracts.creditReleased,
    { ...purchase, amountCents: 40, lots, reason: 'released', heldCents: 0, ...over },
    time,
  );
const spent = did(contracts.creditSpent, { ...purchase, amountCents: 40, lots, heldCents: 0 });
const claimAsked = did(contracts.claimSubmitted, { claimId: 'clm', askedCents: 40 });
const claimHeld = did(contracts.claimCreditHeld, { accountId: 'acc', claimId: 'clm', amountCents: 40, lots, heldCents: 40 });
const claimApproved = (over: object = {}) => did(contracts.claimApproved, { claimId: 'clm', validatorId: 'val', approvedCents: 40, addedCents: 40, ...over });
const claimDebited = (over: object = {}) =>
  did(contracts.claimCreditDebited, { accountId: 'acc', claimId: 'clm', amountCents: 40, lots, fromHold: true, waitingCents: 0, returned: [], heldCents: 0, ...over });
const terms = { budgetCents: 1_000, personCapCents: 50 };
const opened = did(contracts.callOpened, {
  callId: 'cal',
  terms,
  fund: { budgetCents: 1_000, committedCents: 0, paidCents: 0, freeCents: 1_000 },
});
const reserved = (committedCents = 300) =>
  did(contracts.allotmentReserved, {
    ...purchase,
    amountCents: 300,
    fund: { budgetCents: 1_000, committedCents, paidCents: 0, freeCents: 1_000 - committedCents },
  });
const granted = did(contracts.allotmentGranted, { terms: {}, ...purchase, amountCents: 300 });
const issued = did(contracts.voucherIssued, {
  ...purchase,
  voucherId: 'vou',
  holderPersonId: 'per',
  providerId: 'prv',
  valueCents: 40,
  expiresAt: LATER,
});
const redeemed = (over: object = {}) =>
  did(contracts.voucherRedeemed, {
    ...purchase,
    voucherId: 'vou',
    holderPersonId: 'per',
    providerId: 'prv',
    valueCents: 40,
    redeemedAt: NOW,
    ...over,
  });

/** A purchase of an owner's, of which they pay 12. */
const owners = () => did(contracts.purchaseRequested, { ...purchase, totalCents: 40, incentiveCents: 28, creditCents: 0, own: { amountCents: 12, dueAt: '2026-09-01T00:00:00.000Z' } });
const transferred = () => did(contracts.transferReceived, { ...purchase, amountCents: 12 });

/** Covers have a spec of their own: credit comes without its run here. */
const rules = (): readonly Rule[] => moneyRules().filter(({ name }) => name !== 'cover');

function findings(atRest: boolean, ...changes: Committed[]): string[] {
  const auditor = new Auditor(rules());
  for (const change of changes) auditor.committed(change);
  if (atRest) auditor.atRest(LATER);
  return auditor.all.map(({ rule }) => rule);
}

const aidRuleOf = { regime: 'de-minimis-2831', version: '2026-11', ceilingCents: 100, window: 'rolling-years', years: 3, countsWith: ['de-minimis-2831'] };
const aidHeldOf = (heldCents: number, usedCents: number, allotmentId = 'alt') => did(contracts.aidHeld, { registerId: 'air', allotmentId, facts: { rule: aidRuleOf, askedCents: heldCents, usedCents, heldCents } });
const ruleRow = (ceilingCents: number, validFrom = '2026-01-01', validTo: string | null = null) => ({ regime: 'de-minimis-2831', ceilingCents, window: 'rolling-years', years: 3, countsWith: ['de-minimis-2831'], validFrom, validTo });
const ruleTaken = did(contracts.ruleTableTaken, { table: 'de-minimis-rule', version: '2026-11', rows: [ruleRow(100)] });
const ruleEdited = (rows: object[], basedOn = '2026-11') => did(contracts.ruleTableEdited, { table: 'de-minimis-rule', version: '2026-11.1', basedOn, rows });
const aidByEdit = () => did(contracts.aidRefused, { registerId: 'air', facts: { rule: { ...aidRuleOf, version: '2026-11.1' } } });
const aidRow = (amountCents: number) => did(contracts.aidRecorded, { registerId: 'air', row: { rowId: 'alt', regime: 'de-minimis-2831', amountCents, source: 'granted', grantedOn: '2026-09-01', cor: '1' } });
const aidMerged = () => did(contracts.aidRegisterMerged, { registerId: 'air', into: 'aaa', firmIds: [], rows: [], holds: [] });

describe('the rules of money', () => {
  it('hold for credit that is held, given back and spent', () => {
    expect(findings(false, added, held(), released(), held(), spent)).toEqual([]);
  });

  it.each([
    ['a hold of more than there is', 'credit', [held()]],
    ['a purpose held twice', 'credit', [added, held(), held(80)]],
    [
      'cents that go back to another lot',
      'credit',
      [added, held(), released({ lots: [{ lotId: 'other', amountCents: 40 }] })],
    ],
    ['cents given back twice', 'credit', [added, held(), released(), released()]],
    ['a hold that the clock ends too early', 'credit', [added, held(), released({ reason: 'expired' })]],
    ['a figure that is not the sum of its entries', 'credit', [added, held(41)]],
    ['spending what is not held', 'credit', [added, spent]],
    ['a claim that is paid above what was held', 'credit', [added, claimHeld, claimDebited({ amountCents: 41, lots: [{ lotId: 'lot', amountCents: 41 }] })]],
    ['a claim that gives back more than was held', 'credit', [added, claimHeld, claimDebited({ returned: lots })]],
    ['a claim that is approved above what was asked', 'claim', [claimAsked, claimApproved({ approvedCents: 41, addedCents: 41 })]],
    ['a claim that is debited without approval', 'claim', [claimAsked, claimDebited()]],
    ['a claim that is approved by who refused it', 'claim', [claimAsked, did(contracts.claimRejected, { claimId: 'clm', validatorId: 'val', approvedCents: 0 }), claimApproved()]],
    ['a claim that is reimbursed above what was approved', 'claim', [claimAsked, claimApproved({ approvedCents: 39, addedCents: 39 }), did(contracts.claimReimbursed, { claimId: 'clm', amountCents: 40, reimbursedCents: 40 })]],
    [
      'a firm that owes more than its people spent',
      'firm-bill',
      [did(contracts.firmDebtAdded, { firmId: 'com', amountCents: 40, owesCents: 40 })],
    ],
    ['a fund that does not add up', 'fund', [opened, reserved(200)]],
    ['an allotment without a reservation', 'fund', [opened, granted]],
    [
      'an allotment that pays what it does not hold',
      'allotment',
      [
        opened,
        reserved(),
        granted,
        did(contracts.incentivePaid, { ...purchase, amountCents: 10, heldCents: 0, paidCents: 10, freeCents: 290 }),
      ],
    ],
    [
      'a person above the cap',
      'person-cap',
      [
        opened,
        did(contracts.personCapHeld, { ...purchase, amountCents: 51, expiresAt: LATER, heldCents: 51, usedCents: 0 }),
      ],
    ],
    ['aid above the ceiling', 'aid', [aidHeldOf(101, 0)]],
    ['aid that was not counted', 'aid', [aidHeldOf(60, 0), aidHeldOf(40, 0, 'other')]],
    ['aid recorded that was never held', 'aid', [aidRow(60)]],
    ['a register that decides after it was merged', 'aid', [aidMerged(), aidHeldOf(60, 0)]],
    ['a merge that leaves something behind', 'aid', [aidHeldOf(60, 0), aidMerged()]],
    ['an edit from a version that isn’t the last', 'rule-table', [ruleTaken, ruleEdited([ruleRow(90)], '2026-10')]],
    ['a table with two ceilings for one day', 'rule-table', [ruleTaken, ruleEdited([ruleRow(100), ruleRow(90, '2026-06-01')])]],
    ['a voucher redeemed twice', 'voucher', [issued, redeemed(), redeemed()]],
    ['a voucher redeemed for another holder', 'voucher', [issued, redeemed({ holderPersonId: 'other' })]],
    [
      'a voucher that expires early',
      'voucher',
      [issued, did(contracts.voucherExpired, { voucherId: 'vou', holderPersonId: 'per', expiredAt: NOW })],
    ],
    [
      'shares that are not the price',
      'purchase',
      [did(contracts.purchaseRequested, { ...purchase, totalCents: 40, incentiveCents: 28, creditCents: 11 })],
    ],
    [
      'a settlement that nobody paid',
      'purchase',
      [
        did(contracts.purchaseRequested, { ...purchase, totalCents: 40, incentiveCents: 28, creditCents: 12 }),
        did(contracts.purchaseSettled, purchase),
      ],
    ],
    ['an order receipt before the owner’s transfer', 'purchase', [owners(), issued]],
    ['a transfer that was taken twice', 'purchase', [owners(), transferred(), transferred()]],
    ['more sent back than is owed', 'purchase', [owners(), did(contracts.transferPaidBack, { ...purchase, amountCents: 1 })]],
    ['an owner’s transfer that is kept where the rest went back', 'purchase', [owners(), transferred(), did(contracts.purchaseReturned, { ...purchase, incentiveCents: 28, creditCents: 0 })]],
  ])('see %s', (_what, rule, changes) => expect(findings(false, ...changes)).toContain(rule));

  it.each([
    ['a hold past its time', 'credit', [added, held()]],
    ['credit that left for a claim and was never noted', 'claim', [claimAsked, claimApproved(), claimDebited()]],
    ['spending that never reached the bill', 'firm-bill', [added, held(), spent]],
    ['a grant that is aid and has no row', 'aid', [aidHeldOf(60, 0), did(contracts.allotmentGranted, { allotmentId: 'alt', amountCents: 60, terms: { aidRegime: 'de-minimis-2831' }, cor: '1' })]],
    ['a ceiling that is held for ever', 'aid', [aidHeldOf(60, 0)]],
    ['a register that was given away and never taken in', 'aid', [aidMerged()]],
    ['aid decided by a version that nobody made', 'rule-table', [aidByEdit()]],
    ['aid decided by what its version doesn’t say', 'rule-table', [ruleTaken, ruleEdited([ruleRow(90)]), aidByEdit()]],
    ['aid decided by a row that isn’t valid yet', 'rule-table', [ruleTaken, ruleEdited([ruleRow(90, '2026-01-01', '2026-12-31'), ruleRow(100, '2027-01-01')]), aidByEdit()]],
    ['interest reckoned by a version that nobody made', 'rule-table', [did(contracts.allotmentEnded, { allotmentId: 'alt', how: 'revoked', interestRule: { version: '2026-11.1' } })]],
    ['a reservation that was never granted', 'fund', [opened, reserved()]],
    [
      'a purchase that is neither made nor refused',
      'purchase',
      [did(contracts.purchaseRequested, { ...purchase, totalCents: 40, incentiveCents: 0, creditCents: 40 })],
    ],
    ['a transfer that is awaited for ever', 'purchase', [owners()]],
  ])('see at rest %s', (_what, rule, changes) => expect(findings(true, ...changes)).toContain(rule));
});
