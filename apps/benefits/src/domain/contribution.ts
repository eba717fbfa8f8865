import { contributionAsked, type DataOf } from '@salvatempo/contracts';
import { addDays, type Cents, type JsonObject } from '@salvatempo/kernel';
import type { ContributionKind } from './contribution-limit';

/** `checking`: credit is being held. `waiting`: payroll has it before it. The others are ends. */
export type ContributionStatus = 'absent' | 'checking' | 'waiting' | 'paid' | 'refused' | 'withdrawn';

/** Credit that a person wants paid into a fund. To which one stands beside this state alone. */
export interface Contribution extends DataOf<typeof contributionAsked> {
  readonly status: ContributionStatus;
  /** By when payroll should have paid it, a day in Rome; there while it waits. */
  readonly dueOn?: string;
  readonly paidOn?: string;
  /** Why it was refused: a published problem code, with what was left of the limit or credit where that was the reason. */
  readonly code?: string;
  readonly leftCents?: Cents;
}

export const contribution = {
  service: 'benefits',
  name: 'contribution',
  prefix: 'ctb',
  schema: 1,
  initial: { status: 'absent', contributionId: '', accountId: '', firmId: '', personId: '', amountCents: 0, taxYear: 0, askedOn: '' } as Contribution,
};

/** What stands beside a contribution's state: for the person and for the firm's payroll. */
export interface ContributionPersonal {
  readonly kind: ContributionKind;
  readonly fundName: string;
  /** The person's number with the fund. */
  readonly memberCode?: string;
  /** Paid in the year otherwise, as the person says. */
  readonly elsewhereCents: Cents;
  /** Of the transfer by which it was paid. */
  readonly reference?: string;
  /** Payroll's words to the person about a refusal. */
  readonly note?: string;
}

export const contributionPersonalOf = (personal: Readonly<Record<string, unknown>> | undefined): ContributionPersonal => personal as unknown as ContributionPersonal;
export const personalOfContribution = (personal: ContributionPersonal): JsonObject => ({ ...personal }) as JsonObject;

/** A contribution whose credit is held or was refused. */
export const isContributionChecked = (state: Contribution): state is Contribution => state.status !== 'checking' && state.status !== 'absent';

/** Whether its credit may still come back. */
export const isContributionOpen = ({ status }: Contribution): boolean => status === 'checking' || status === 'waiting';

/** Our assumption: with the next month's payroll. */
const PAY_DAYS = 31;

/** By when payroll should pay what was asked for on a day in Rome: soon, and by 12 January of the next year, until when what an employer pays still belongs to the year before (TUIR art. 51 c.1). */
export function dueDayOf(askedOn: string): string {
  const soon = addDays(askedOn, PAY_DAYS);
  const twelfth = `${Number(askedOn.slice(0, 'YYYY'.length)) + 1}-01-12`;
  return soon < twelfth ? soon : twelfth;
}
