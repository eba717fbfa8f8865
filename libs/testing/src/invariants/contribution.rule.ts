import { contributionAsked, contributionCreditHeld, contributionCreditReleased, contributionCreditSpent, contributionOpened, contributionPaid, contributionRefused, contributionWithdrawn } from '@salvatempo/contracts';
import type { Rule } from './committed';
import { followEvents, on } from './follow-events';
import { bookOf } from './hold-book';

interface Contribution {
  askedCents: number;
  heldCents: number;
  spentCents: number;
  returnedCents: number;
  end?: 'paid' | 'given back';
}

/** Contributions to funds: each ends once; what was paid is what was asked for and what the account spent, and of whatever else became of one nothing stays held. */
export function contributionRule(): Rule {
  const contributions = new Map<string, Contribution>();
  const of = (id: string): Contribution => bookOf(contributions, id, () => ({ askedCents: 0, heldCents: 0, spentCents: 0, returnedCents: 0 }));
  const handlers = [
    on(contributionAsked, ({ data }) => void (of(data.contributionId).askedCents = data.amountCents)),
    on(contributionCreditHeld, ({ data }) => void (of(data.contributionId).heldCents += data.amountCents)),
    on(contributionCreditSpent, ({ data }) => void (of(data.contributionId).spentCents += data.amountCents)),
    on(contributionCreditReleased, ({ data }) => void (of(data.contributionId).returnedCents += data.amountCents)),
    on(contributionOpened, ({ data, expect }) => expect(of(data.contributionId).heldCents === of(data.contributionId).askedCents, () => `${data.contributionId}: payroll has it, and its credit isn't held`)),
    on(contributionPaid, ({ data, expect }) => {
      const contribution = of(data.contributionId);
      expect(contribution.end === undefined, () => `${data.contributionId}: paid after it was ${contribution.end}`);
      expect(contribution.askedCents === data.amountCents, () => `${data.contributionId}: ${data.amountCents} paid of ${contribution.askedCents}`);
      contribution.end = 'paid';
    }),
    ...[contributionRefused, contributionWithdrawn].map((event) =>
      on(event, ({ data, expect }) => {
        const contribution = of(data.contributionId);
        expect(contribution.end === undefined, () => `${data.contributionId}: given back after it was ${contribution.end}`);
        contribution.end = 'given back';
      }),
    ),
  ];
  return followEvents('contributions', handlers, (_, expect) => {
    for (const [id, { askedCents, heldCents, spentCents, returnedCents, end }] of contributions) {
      expect(spentCents === (end === 'paid' ? askedCents : 0), () => `${id}: ${spentCents} spent of ${askedCents}, ${end ?? 'open'}`);
      expect(returnedCents === (end === 'given back' ? heldCents : 0), () => `${id}: ${returnedCents} came back of ${heldCents}, ${end ?? 'open'}`);
    }
  });
}
