import { allotmentEnded, allotmentRecovered, allotmentVerified, fundRecoveryRecorded, type Envelope, type EventType } from '@salvatempo/contracts';
import { Auditor } from './auditor';
import type { Committed } from './committed';
import { recoveryRule } from './recovery.rule';

function did(event: EventType, data: object): Committed {
  const envelope = { type: event.type, time: '2026-09-30T12:00:00.000Z', data } as unknown as Envelope;
  return { collection: 'test.doc', id: 'doc', version: 1, state: {}, decided: [{ message: { id: 'doc:1:1', sequence: 1 }, envelope }] } as unknown as Committed;
}

const grant = { allotmentId: 'alt', callId: 'cal' };
const verified = did(allotmentVerified, { ...grant, recoverCents: 40 });
const revoked = did(allotmentEnded, { ...grant, how: 'revoked', recoverCents: 100, interestCents: 5 });
const repaid = (principalCents: number, interestCents: number, left: object, amountCents = principalCents + interestCents) => did(allotmentRecovered, { ...grant, amountCents, principalCents, interestCents, left });
const counted = (principalCents: number, interestCents: number) => did(fundRecoveryRecorded, { ...grant, principalCents, interestCents, recovered: { principalCents, interestCents } });

function findings(...changes: Committed[]): number {
  const auditor = new Auditor([recoveryRule()]);
  for (const change of changes) auditor.committed(change);
  auditor.atRest('2026-09-30T12:00:00.000Z');
  return auditor.all.length;
}

describe('the rule of recoveries', () => {
  it('holds for parts, interest first, and for a grant that is revoked after a part of what was cut came back', () => {
    expect(findings(revoked, repaid(0, 3, { principalCents: 100, interestCents: 2 }), repaid(100, 2, { principalCents: 0, interestCents: 0 }), counted(100, 5))).toBe(0);
    expect(findings(verified, repaid(10, 0, { principalCents: 30, interestCents: 0 }), revoked, repaid(90, 5, { principalCents: 0, interestCents: 0 }), counted(100, 5))).toBe(0);
  });

  it.each([
    ['more than what is recovered', [verified, repaid(41, 0, { principalCents: -1, interestCents: 0 }), counted(41, 0)]],
    ['what nobody owes', [repaid(1, 0, { principalCents: 0, interestCents: 0 }), counted(1, 0)]],
    ['principal before interest', [revoked, repaid(10, 0, { principalCents: 90, interestCents: 5 }), counted(10, 0)]],
    ['parts that aren’t the amount', [revoked, repaid(10, 5, { principalCents: 90, interestCents: 0 }, 16), counted(10, 5)]],
    ['a call that counts nothing', [revoked, repaid(0, 3, { principalCents: 100, interestCents: 2 })]],
    ['a call that counts twice', [revoked, repaid(0, 3, { principalCents: 100, interestCents: 2 }), counted(0, 6)]],
  ])('finds %s', (_, changes) => expect(findings(...changes)).toBeGreaterThan(0));
});
