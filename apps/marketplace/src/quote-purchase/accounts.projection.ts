import { claimCreditDebited, claimCreditHeld, claimCreditReleased, contributionCreditHeld, contributionCreditReleased, contributionCreditSpent, creditAdded, creditHeld, creditReleased, creditSpent, creditWithdrawn, residueSettled, runOutBegun, runOutEnded, type Envelope } from '@salvatempo/contracts';
import type { Projection } from '@salvatempo/messaging';

export interface AccountRow {
  readonly accountId: string;
  readonly spendableCents: number;
}

const spendable = (_: AccountRow | undefined, event: Envelope): AccountRow => {
  const { accountId, spendableCents } = event.data as unknown as AccountRow;
  return { accountId, spendableCents };
};

/** What each account can spend, as far as is known here; the account itself decides. */
export const accounts: Projection<AccountRow> = {
  model: { name: 'marketplace.accounts', indexes: [] },
  prefix: 'acc',
  on: {
    [creditAdded.type]: spendable,
    [creditHeld.type]: spendable,
    [creditReleased.type]: spendable,
    [creditSpent.type]: spendable,
    [creditWithdrawn.type]: spendable,
    [claimCreditHeld.type]: spendable,
    [claimCreditDebited.type]: spendable,
    [claimCreditReleased.type]: spendable,
    [residueSettled.type]: spendable,
    [runOutBegun.type]: spendable,
    [runOutEnded.type]: spendable,
    [contributionCreditHeld.type]: spendable,
    [contributionCreditReleased.type]: spendable,
    [contributionCreditSpent.type]: spendable,
  },
  place: (row) => ({ tenant: row.accountId, order: row.accountId, indexed: {} }),
};
