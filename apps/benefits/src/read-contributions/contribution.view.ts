import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { contributionPaid, contributionRefused, contributionWithdrawn, fillText, problems } from '@salvatempo/contracts';
import { decided, type Answer } from '@salvatempo/http';
import { formatEuro } from '@salvatempo/kernel';
import type { Outcome } from '@salvatempo/messaging';
import type { Contribution, ContributionPersonal } from '../domain/contribution';
import { CONTRIBUTION_KINDS } from '../domain/contribution-limit';

const STATUSES = ['checking', 'waiting', 'paid', 'refused', 'withdrawn'];

export class ContributionReasonView {
  @ApiProperty({ description: 'A published problem code.' }) code!: string;
  @ApiProperty({ description: 'Why, and what to do, in Italian.' }) text!: string;
  @ApiProperty() textEn!: string;
  @ApiPropertyOptional({ description: 'Payroll’s own words.' }) note?: string;
}

/** Figures alone: answers are kept for a day, and to which fund it goes isn't. */
export class ContributionRefView {
  @ApiProperty() contributionId!: string;
  @ApiProperty({ enum: STATUSES, description: '`checking`: credit is being held. `waiting`: payroll has to pay it.' }) status!: string;
  @ApiPropertyOptional({ type: ContributionReasonView, description: 'Why it was refused.' }) reason?: ContributionReasonView;
}

/** Everything about a contribution: for the person and for the firm's payroll. */
export class ContributionView extends ContributionRefView {
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: CONTRIBUTION_KINDS }) kind!: string;
  @ApiProperty() fundName!: string;
  @ApiPropertyOptional({ description: 'The person’s number with the fund.' }) memberCode?: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiProperty({ description: 'Year in whose limit it counts: that of the choice.' }) taxYear!: number;
  @ApiProperty({ format: 'date' }) askedOn!: string;
  @ApiPropertyOptional({ format: 'date', description: 'By when payroll should pay it; there while it waits.' }) dueOn?: string;
  @ApiPropertyOptional({ format: 'date' }) paidOn?: string;
  @ApiPropertyOptional({ description: 'Of the transfer.' }) reference?: string;
}

/** A contribution as payroll sees it. */
export class PayrollContributionView extends ContributionView {
  @ApiProperty() personId!: string;
  @ApiPropertyOptional({ description: 'Left out where it isn’t told right now.' }) name?: string;
  @ApiPropertyOptional({ description: 'Last characters of the codice fiscale.' }) fiscalCodeTail?: string;
}

export function contributionRefView({ contributionId, status, code, leftCents = 0 }: Contribution, note?: string): ContributionRefView {
  const text = code === undefined ? undefined : problems[code];
  const params = { leftEuro: formatEuro(leftCents) };
  return { contributionId, status, ...(text && { reason: { code: code!, text: fillText(text.it, params), textEn: fillText(text.en, params), ...(note !== undefined && { note }) } }) };
}

export function contributionView(state: Contribution, { kind, fundName, memberCode, reference, note }: ContributionPersonal): ContributionView {
  const { firmId, amountCents, taxYear, askedOn, dueOn, paidOn } = state;
  return {
    ...contributionRefView(state, note),
    ...{ firmId, kind, fundName, amountCents, taxYear, askedOn },
    ...(memberCode !== undefined && { memberCode }),
    ...(dueOn !== undefined && { dueOn }),
    ...(paidOn !== undefined && { paidOn }),
    ...(reference !== undefined && { reference }),
  };
}

const STATUS_AFTER: Readonly<Record<string, string>> = { [contributionPaid.type]: 'paid', [contributionRefused.type]: 'refused', [contributionWithdrawn.type]: 'withdrawn' };

/** The answer to whoever changed a contribution: told by the events of the change, so that a repeat says the same. Throws ProblemError for a refusal. */
export function contributionAnswer(contributionId: string, outcome: Outcome<Contribution>): Answer<ContributionRefView> {
  const { events, sequence } = decided(outcome);
  return { status: 200, body: { contributionId, status: STATUS_AFTER[events.at(-1)!.type]! }, position: `${contributionId}:${sequence}` };
}
