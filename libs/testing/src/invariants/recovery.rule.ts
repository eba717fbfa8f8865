import { allotmentEnded, allotmentRecovered, allotmentVerified, fundRecoveryRecorded } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';

interface Debt {
  owedCents: number;
  repaidCents: number;
}

/**
 * Nobody pays back more than what is recovered of their grant; interest comes before principal; and at rest a call counts what came back to
 * it, to the cent.
 */
export function recoveryRule(): Rule {
  const debts = new Map<string, Debt>();
  const came = new Map<string, { principalCents: number; interestCents: number }>();
  const counted = new Map<string, { readonly principalCents: number; readonly interestCents: number }>();
  const owes = (allotmentId: string, recoverCents: number): void => {
    const repaidCents = debts.get(allotmentId)?.repaidCents ?? 0;
    debts.set(allotmentId, { owedCents: recoverCents - repaidCents, repaidCents });
  };
  const handlers = [
    on(allotmentEnded, ({ data: { allotmentId, how, recoverCents } }) => void (how === 'revoked' && owes(allotmentId, recoverCents))),
    on(allotmentVerified, ({ data: { allotmentId, recoverCents } }) => owes(allotmentId, recoverCents)),
    on(allotmentRecovered, ({ data: { allotmentId, callId, amountCents, principalCents, interestCents, left }, expect }) => {
      const debt = debts.get(allotmentId) ?? { owedCents: 0, repaidCents: 0 };
      debts.set(allotmentId, { owedCents: debt.owedCents - principalCents, repaidCents: debt.repaidCents + principalCents });
      expect(principalCents + interestCents === amountCents, () => `${allotmentId}: ${principalCents} and ${interestCents} of ${amountCents}`);
      expect(left.principalCents === debt.owedCents - principalCents && left.principalCents >= 0, () => `${allotmentId}: ${left.principalCents} left of ${debt.owedCents} less ${principalCents}`);
      expect(principalCents === 0 || left.interestCents === 0, () => `${allotmentId}: principal was paid before ${left.interestCents} of interest`);
      const sum = came.get(callId) ?? { principalCents: 0, interestCents: 0 };
      came.set(callId, { principalCents: sum.principalCents + principalCents, interestCents: sum.interestCents + interestCents });
    }),
    on(fundRecoveryRecorded, ({ data: { callId, recovered } }) => void counted.set(callId, recovered)),
  ];
  return followEvents('recovery', handlers, (_now, expect) => {
    for (const [callId, sum] of came) {
      const said = counted.get(callId);
      expect(said?.principalCents === sum.principalCents && said.interestCents === sum.interestCents, () => `${callId} counts ${JSON.stringify(said)}, and ${JSON.stringify(sum)} came back`);
    }
  });
}
