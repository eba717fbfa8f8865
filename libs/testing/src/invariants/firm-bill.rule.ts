import { creditSpent, firmDebtAdded } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';

/** Debits = credits: a firm owes exactly what its people spent, each purchase once. */
export function firmBillRule(): Rule {
  const spent = new Map<string, number>();
  const owed = new Map<string, number>();
  const add = (sums: Map<string, number>, firmId: string, cents: number): number => {
    const sum = (sums.get(firmId) ?? 0) + cents;
    sums.set(firmId, sum);
    return sum;
  };
  const handlers = [
    on(creditSpent, ({ data }) => void add(spent, data.firmId, data.amountCents)),
    on(firmDebtAdded, ({ data, expect }) => {
      const sum = add(owed, data.firmId, data.amountCents);
      expect(sum === data.owesCents, () => `${data.firmId}: owes ${data.owesCents}, its debts are ${sum}`);
      expect(
        sum <= (spent.get(data.firmId) ?? 0),
        () => `${data.firmId}: owes ${sum}, its people spent ${spent.get(data.firmId) ?? 0}`,
      );
    }),
  ];
  return followEvents('firm-bill', handlers, (_now, expect) => {
    for (const [firmId, cents] of spent) {
      const owes = owed.get(firmId) ?? 0;
      expect(owes === cents, () => `${firmId}: its people spent ${cents}, it owes ${owes}`);
    }
  });
}
