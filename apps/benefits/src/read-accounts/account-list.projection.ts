import { claimCreditDebited, claimCreditHeld, claimCreditReleased, contributionCreditHeld, contributionCreditReleased, contributionCreditSpent, creditAdded, creditHeld, creditReleased, creditSpent, creditWithdrawn, residueSettled, runOutBegun, runOutEnded, type Envelope } from '@salvatempo/contracts';
import type { Cents, Minutes } from '@salvatempo/kernel';
import type { Projection } from '@salvatempo/messaging';
import { creditUse, type CreditUse } from '../domain/credit-use';

/** What a firm sees of an account: amounts, never what they were spent on. */
export interface AccountAmounts extends Pick<CreditUse, 'accountId' | 'firmId' | 'personId'> {
  readonly spendableCents: Cents;
  readonly heldCents: Cents;
  /** There where the account has a lot of hours. */
  readonly spendableMinutes?: Minutes;
  readonly heldMinutes?: Minutes;
}

/** What is kept of an account for lists: one row, since nearly every event of an account changes all of it. */
export type AccountRow = AccountAmounts & CreditUse;

type Figures = Omit<AccountAmounts, keyof CreditUse>;

const figuresIn = ({ spendableCents, heldCents, spendableMinutes, heldMinutes }: Figures): Figures => ({ spendableCents, heldCents, ...(spendableMinutes !== undefined && { spendableMinutes }), ...(heldMinutes !== undefined && { heldMinutes }) });

/** A row without its lots, whose letters are nobody's business but their holder's. */
export const amountsOf = ({ accountId, firmId, personId, ...row }: AccountRow): AccountAmounts => ({ accountId, firmId, personId, ...figuresIn(row) });

/** The account after an event: its figures are the event's, and its lots follow it where it moves any of them. */
function follow(row: AccountRow | undefined, event: Envelope): AccountRow | undefined {
  const use = creditUse[event.type]?.(row, event) ?? row;
  if (!use) return undefined;
  const { accountId, firmId, personId, lots, hours } = use;
  return { accountId, firmId, personId, lots, ...(hours && { hours }), ...figuresIn(event.data as unknown as Figures) };
}

export const accountList: Projection<AccountRow> = {
  model: { name: 'benefits.accounts', indexes: [] },
  prefix: 'acc',
  on: {
    [creditAdded.type]: follow,
    [creditHeld.type]: follow,
    [creditReleased.type]: follow,
    [creditSpent.type]: follow,
    [creditWithdrawn.type]: follow,
    [claimCreditHeld.type]: follow,
    [claimCreditDebited.type]: follow,
    [claimCreditReleased.type]: follow,
    [contributionCreditHeld.type]: follow,
    [contributionCreditReleased.type]: follow,
    [contributionCreditSpent.type]: follow,
    [residueSettled.type]: follow,
    [runOutBegun.type]: follow,
    [runOutEnded.type]: follow,
  },
  place: (row) => ({ tenant: row.firmId, order: row.accountId, indexed: {} }),
};
