import * as contracts from '@salvatempo/contracts';
import type { Envelope, EventType } from '@salvatempo/contracts';
import { Auditor, moneyRules, type Committed } from '.';

const NOW = '2026-09-01T12:00:00.000Z';
let version = 0;

function did(event: EventType, data: object): Committed {
  version += 1;
  const envelope = { type: event.type, time: NOW, data: { accountId: 'acc', contributionId: 'ctb', ...data }, correlationid: 'c' } as unknown as Envelope;
  return { collection: 'test.doc', id: 'doc', version, state: {}, decided: [{ message: { id: `doc:${version}:1`, sequence: version, causationId: `m${version}` }, envelope }] } as unknown as Committed;
}

function findings(...changes: readonly Committed[]): readonly string[] {
  const auditor = new Auditor(moneyRules());
  for (const change of changes) auditor.committed(change);
  auditor.atRest(NOW);
  // Whose money stands behind the credit is cover.rule.spec's.
  return auditor.all.map(({ rule }) => rule).filter((rule) => rule !== 'cover');
}

const lots = [{ lotId: 'lot', amountCents: 40 }];
const begun = () => [
  did(contracts.creditAdded, { lotId: 'lot', lot: { amountCents: 100 } }), did(contracts.contributionAsked, { amountCents: 40 }),
  did(contracts.contributionCreditHeld, { amountCents: 40, lots, heldCents: 40 }), did(contracts.contributionOpened, {}),
];
const paid = (over: object = {}) => did(contracts.contributionPaid, { amountCents: 40, ...over });
const spent = (over: object = {}) => did(contracts.contributionCreditSpent, { amountCents: 40, lots, heldCents: 0, ...over });
const withdrawn = () => did(contracts.contributionWithdrawn, {});
const released = (over: object = {}) => did(contracts.contributionCreditReleased, { amountCents: 40, returned: lots, extendedLotIds: [], heldCents: 0, ...over });

it('holds for contributions that are paid, called off, refused, or wait', () => {
  expect(findings(...begun())).toEqual([]);
  expect(findings(...begun(), paid(), spent())).toEqual([]);
  expect(findings(...begun(), withdrawn(), released())).toEqual([]);
  expect(findings(...begun().slice(0, 2), did(contracts.contributionRefused, { by: 'account', code: 'contribution-letter' }))).toEqual([]);
});

it.each([
  ['credit that is never spent', 'contributions', () => [...begun(), paid()]],
  ['credit that never comes back', 'contributions', () => [...begun(), withdrawn()]],
  ['one paid and called off', 'contributions', () => [...begun(), paid(), spent(), withdrawn()]],
  ['another amount paid', 'contributions', () => [...begun(), paid({ amountCents: 41 }), spent()]],
  ['payroll that has one without credit', 'contributions', () => [did(contracts.contributionAsked, { amountCents: 40 }), did(contracts.contributionOpened, {})]],
  ['credit spent that wasn’t held', 'credit', () => [...begun(), paid(), spent({ amountCents: 39 })]],
  ['cents that go back to another lot', 'credit', () => [...begun(), withdrawn(), released({ returned: [{ lotId: 'other', amountCents: 40 }] })]],
  ['more held than there is', 'credit', () => [did(contracts.contributionAsked, { amountCents: 40 }), did(contracts.contributionCreditHeld, { amountCents: 40, lots, heldCents: 40 })]],
])('finds %s', (_, rule, changes) => {
  expect(findings(...changes())).toContain(rule);
});
