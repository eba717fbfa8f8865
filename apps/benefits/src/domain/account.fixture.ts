import { creditAdded, holdCredit, pinCredit, releaseCredit, spendCredit, type DataOf } from '@salvatempo/contracts';
import type { Aggregate, Command, DomainEvent } from '@salvatempo/kernel';
import { addCreditSlice } from '../credit-people/add-credit.decider';
import { holdCreditSlice, type HoldCredit } from '../hold-credit/hold-credit.decider';
import { pinCreditSlice } from '../hold-credit/pin-credit.decider';
import { expireHoldsSlice, releaseCreditSlice } from '../hold-credit/release-credit.decider';
import { spendCreditSlice } from '../hold-credit/spend-credit.decider';
import { withdrawCreditSlice } from '../withdraw-credit/withdraw-credit.decider';
import { account, type Account } from './account';

/** The aggregate as the module composes it, for specs. */
export const accounts: Aggregate<Account> = {
  ...account,
  slices: [addCreditSlice, withdrawCreditSlice, holdCreditSlice, pinCreditSlice, spendCreditSlice, releaseCreditSlice, expireHoldsSlice],
};

export const ACCOUNT = 'acc_00000000000000000000000000';
export const AT = '2026-09-01T08:00:00.000Z';

interface LotFixture {
  readonly lotId: string;
  readonly amountCents: number;
  readonly validUntil?: string;
  readonly letter?: string;
}

export const added = ({ lotId, amountCents, validUntil = '2026-12-31T22:59:59.999Z', letter = 'c.3' }: LotFixture): DomainEvent<DataOf<typeof creditAdded>> =>
  creditAdded.of({
    accountId: ACCOUNT,
    firmId: 'fir_firm',
    personId: 'per_person',
    lotId,
    lot: { amountCents, letter, origin: 'plan', unit: 'EUR', validFrom: '2026-01-01T00:00:00.000Z', validUntil },
    spendableCents: amountCents,
    heldCents: 0,
  });

export const hold = (purchaseId: string, amountCents: number, more: Partial<HoldCredit> = {}): Command => ({
  type: holdCredit.type,
  data: {
    accountId: ACCOUNT,
    purchaseId,
    amountCents,
    letter: 'c.3',
    benefitValueCents: amountCents,
    taxYear: 2026,
    expiresAt: '2026-09-01T08:15:00.000Z',
    thresholdCents: 100_000,
    ...more,
  },
});

const of = (type: string) => (purchaseId: string): Command => ({ type, data: { accountId: ACCOUNT, purchaseId } });
export const pin = of(pinCredit.type);
export const spend = of(spendCredit.type);
export const release = of(releaseCredit.type);
