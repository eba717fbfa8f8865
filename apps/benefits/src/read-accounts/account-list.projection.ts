import { claimCreditDebited, claimCreditHeld, claimCreditReleased, contributionCreditHeld, contributionCreditReleased, contributionCreditSpent, creditAdded, creditHeld, creditReleased, creditSpent, creditWithdrawn, residueSettled, runOutBegun, runOutEnded, type Envelope } from '@salvatempo/contracts';
import type { Cents, Minutes } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';

/** What a firm sees of an account: amounts, never what they were spent on. */
export interface AccountRow {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly spendableCents: Cents;
  readonly heldCents: Cents;
  /** There where the account has a lot of hours. */
  readonly spendableMinutes?: Minutes;
  readonly heldMinutes?: Minutes;
}

type Figures = Omit<AccountRow, 'accountId' | 'firmId' | 'personId'>;

const figuresIn = (event: Envelope): Figures => {
  const { spendableCents, heldCents, spendableMinutes, heldMinutes } = event.data as unknown as Figures;
  return { spendableCents, heldCents, ...(spendableMinutes !== undefined && { spendableMinutes }), ...(heldMinutes !== undefined && { heldMinutes }) };
};

const figures = (row: AccountRow | undefined, event: Envelope): AccountRow | undefined => {
  if (!row) return undefined;
  const { accountId, firmId, personId } = row;
  return { accountId, firmId, personId, ...figuresIn(event) };
};

export const accountList: Projection<AccountRow> = {
  model: { name: 'benefits.account-list', indexes: [] },
  prefix: 'acc',
  on: {
    [creditAdded.type]: (_, event) => {
      const { accountId, firmId, personId } = event.data as unknown as AccountRow;
      return { accountId, firmId, personId, ...figuresIn(event) };
    },
    [creditHeld.type]: figures,
    [creditReleased.type]: figures,
    [creditSpent.type]: figures,
    [creditWithdrawn.type]: figures,
    [claimCreditHeld.type]: figures,
    [claimCreditDebited.type]: figures,
    [claimCreditReleased.type]: figures,
    [contributionCreditHeld.type]: figures,
    [contributionCreditReleased.type]: figures,
    [contributionCreditSpent.type]: figures,
    [residueSettled.type]: figures,
    [runOutBegun.type]: figures,
    [runOutEnded.type]: figures,
  },
  place: (row) => ({ tenant: row.firmId, order: row.accountId, indexed: {} }),
};
