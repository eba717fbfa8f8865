import {
  allotmentGranted,
  allotmentReserved,
  allotmentReturned,
  callOpened,
  fundPaymentRecorded,
  incentivePaid,
  rankingAdvanced,
  rankingMade,
  type FundFigures,
} from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on, type Seen } from './follow-events';

interface Fund {
  readonly budgetCents: number;
  committedCents: number;
  paidCents: number;
  /** What the call's allotments were granted and paid, by their own events. */
  grantedCents: number;
  paidByAllotmentsCents: number;
}

/**
 * A call's fund is always committed + paid + free, the sum of its entries and never below zero; allotments never get or pay
 * more than the fund set apart for them, and at rest the two agree to the cent.
 */
export function fundRule(): Rule {
  const funds = new Map<string, Fund>();
  const check = (callId: string, said: FundFigures, expect: Seen<unknown>['expect']): void => {
    const fund = funds.get(callId);
    const { budgetCents, committedCents, paidCents, freeCents } = said;
    const adds =
      committedCents + paidCents + freeCents === budgetCents && Math.min(committedCents, paidCents, freeCents) >= 0;
    const same =
      budgetCents === fund?.budgetCents && committedCents === fund.committedCents && paidCents === fund.paidCents;
    expect(adds && same, () => `${callId}: says ${JSON.stringify(said)}, its entries say ${JSON.stringify(fund)}`);
  };
  const change = (callId: string, act: (fund: Fund) => void): void => {
    const fund = funds.get(callId);
    if (fund) act(fund);
  };
  const handlers = [
    on(callOpened, ({ data, expect }) => {
      funds.set(data.callId, {
        budgetCents: data.terms.budgetCents,
        committedCents: 0,
        paidCents: 0,
        grantedCents: 0,
        paidByAllotmentsCents: 0,
      });
      check(data.callId, data.fund, expect);
    }),
    on(allotmentReserved, ({ data, expect }) => {
      change(data.callId, (fund) => (fund.committedCents += data.amountCents));
      check(data.callId, data.fund, expect);
    }),
    on(rankingMade, ({ data, expect }) => {
      const grantedCents = data.lines.reduce((sum, { granted, amountCents }) => sum + (granted ? amountCents : 0), 0);
      change(data.callId, (fund) => (fund.committedCents += grantedCents));
      check(data.callId, data.fund, expect);
      const first = data.lines.findIndex(({ granted }) => !granted);
      const overtaken = first >= 0 && data.lines.slice(first).some(({ granted }) => granted);
      expect(!overtaken, () => `${data.callId}: place ${first + 1} of the ranking was overtaken`);
    }),
    on(rankingAdvanced, ({ data, expect }) => {
      change(data.callId, (fund) => (fund.committedCents += data.amountCents));
      check(data.callId, data.fund, expect);
    }),
    on(allotmentGranted, ({ data, expect }) =>
      change(data.callId, (fund) => {
        fund.grantedCents += data.amountCents;
        const reservedCents = fund.committedCents + fund.paidCents;
        expect(
          fund.grantedCents <= reservedCents,
          () => `${data.callId}: granted ${fund.grantedCents} of ${reservedCents} set apart`,
        );
      }),
    ),
    on(allotmentReturned, ({ data, expect }) => {
      change(data.callId, (fund) => {
        fund.committedCents -= data.amountCents;
        fund.grantedCents -= data.amountCents;
      });
      check(data.callId, data.fund, expect);
    }),
    on(incentivePaid, ({ data }) => change(data.callId, (fund) => (fund.paidByAllotmentsCents += data.amountCents))),
    on(fundPaymentRecorded, ({ data, expect }) => {
      change(data.callId, (fund) => {
        fund.committedCents -= data.amountCents;
        fund.paidCents += data.amountCents;
        const { paidCents, paidByAllotmentsCents } = fund;
        expect(
          paidCents <= paidByAllotmentsCents,
          () => `${data.callId}: paid ${paidCents}, its allotments only ${paidByAllotmentsCents}`,
        );
      });
      check(data.callId, data.fund, expect);
    }),
  ];
  return followEvents('fund', handlers, (_now, expect) => {
    for (const [callId, { committedCents, paidCents, grantedCents, paidByAllotmentsCents }] of funds) {
      expect(
        grantedCents === committedCents + paidCents,
        () => `${callId}: allotments of ${grantedCents}, ${committedCents + paidCents} set apart`,
      );
      expect(
        paidByAllotmentsCents === paidCents,
        () => `${callId}: allotments paid ${paidByAllotmentsCents}, the fund ${paidCents}`,
      );
    }
  });
}
