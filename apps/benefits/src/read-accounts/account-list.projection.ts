import { claimCreditDebited, claimCreditHeld, claimCreditReleased, creditAdded, creditHeld, creditReleased, creditSpent, creditWithdrawn, residueSettled, runOutBegun, runOutEnded, type Envelope } from '@salvatempo/contracts';
import type { Cents } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

/** What a firm sees of an account: amounts, never what they were spent on. */
export interface AccountRow {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly spendableCents: Cents;
  readonly heldCents: Cents;
}

const figures = (row: AccountRow | undefined, event: Envelope): AccountRow | undefined => {
  const { spendableCents, heldCents } = event.data as unknown as AccountRow;
  return row && { ...row, spendableCents, heldCents };
};

export const accountList: Projection<AccountRow> = {
  model: { name: 'benefits.account-list', indexes: [] },
  prefix: 'acc',
  on: {
    [creditAdded.type]: (_, event) => {
      const { accountId, firmId, personId, spendableCents, heldCents } = event.data as unknown as AccountRow;
      return { accountId, firmId, personId, spendableCents, heldCents };
    },
    [creditHeld.type]: figures,
    [creditReleased.type]: figures,
    [creditSpent.type]: figures,
    [creditWithdrawn.type]: figures,
    [claimCreditHeld.type]: figures,
    [claimCreditDebited.type]: figures,
    [claimCreditReleased.type]: figures,
    [residueSettled.type]: figures,
    [runOutBegun.type]: figures,
    [runOutEnded.type]: figures,
  },
  place: (row) => ({ tenant: row.firmId, order: row.accountId, indexed: {} }),
};
