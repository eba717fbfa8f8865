import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, authorise, ProblemError, Who, type Principal } from '@salvatempo/http';
import { romeYear } from '@salvatempo/kernel';
import type { AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { benefitsPolicy } from '../benefits.policy';
import { account, fits, isSpendable, type Account } from '../domain/account';
import { spendableOn } from '../domain/choose-lots';
import { contributionUseOf } from '../domain/contribution-credit';
import { checkedContribution, CONTRIBUTION_KINDS, CONTRIBUTION_LETTERS, type ContributionKind } from '../domain/contribution-limit';
import { OwnFirmQueryDto } from '../read-accounts/firm-query.dto';
import { ownAccountId } from '../read-accounts/own-account.id';
import { explained } from './check-contribution.controller';
import { ContributionLimits } from './contribution-limits.table';

class OwnLimitView {
  @ApiProperty({ enum: CONTRIBUTION_KINDS }) kind!: ContributionKind;
  @ApiProperty({ description: 'Letter of TUIR art. 51 c.2.' }) letter!: string;
  @ApiProperty({ description: 'Whether any credit of the account may go to this kind of fund.' }) admitted!: boolean;
  @ApiProperty({ description: 'Credit that may go to it now, in euro cents.' }) spendableCents!: number;
  @ApiProperty({ description: 'Of the year, in euro cents.' }) limitCents!: number;
  @ApiProperty({ description: 'Paid this year from this account, or held to be paid, in euro cents.' }) countedCents!: number;
  @ApiProperty({ description: 'Paid this year otherwise, as was said last, in euro cents.' }) elsewhereCents!: number;
  @ApiProperty({ description: 'Of the limit, in euro cents.' }) leftCents!: number;
  @ApiProperty({ type: [String], description: 'By which row and norm, how sure it is, how much is left; in Italian.' }) explanation!: string[];
}

class OwnLimitsView {
  @ApiProperty() firmId!: string;
  @ApiProperty() taxYear!: number;
  @ApiProperty({ type: [OwnLimitView], description: 'Without a kind that the table has no row for.' }) kinds!: OwnLimitView[];
}

@ApiTags('benefits')
@Controller('api/benefits/contribution-limits')
export class OwnLimitsController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(ContributionLimits) private readonly limits: ContributionLimits,
  ) {}

  /** What the caller may still have paid into funds this year, and from how much credit. Nothing is kept. */
  @Get('mine')
  @Allow('employee')
  @ApiOkResponse({ type: OwnLimitsView })
  async mine(@Query() query: OwnFirmQueryDto, @Who() who: Principal): Promise<OwnLimitsView> {
    const found = await this.accounts.load(ownAccountId(who, query.firmId));
    if (!found) throw new ProblemError('account-not-found');
    const { state } = found;
    authorise(benefitsPolicy(who), 'read', 'Account', state);
    const taxYear = romeYear(this.ports.ambient.clock.now());
    return { firmId: state.firmId, taxYear, kinds: CONTRIBUTION_KINDS.flatMap((kind) => this.of(kind, state, taxYear) ?? []) };
  }

  private of(kind: ContributionKind, state: Account, taxYear: number): OwnLimitView | undefined {
    const row = this.limits.of(kind, taxYear);
    if (!row) return undefined;
    const at = this.ports.ambient.clock.now();
    const letter = CONTRIBUTION_LETTERS[kind];
    const { countedCents, elsewhereCents } = contributionUseOf(state, taxYear, letter);
    const checked = checkedContribution(0, countedCents + elsewhereCents, row);
    return {
      ...{ kind, letter, countedCents, elsewhereCents, limitCents: row.limitCents, leftCents: checked.leftCents },
      admitted: state.lots.some((lot) => isSpendable(lot, at) && fits(lot, letter)),
      spendableCents: spendableOn(state, letter, at),
      explanation: [...explained(taxYear, row, checked)],
    };
  }
}
