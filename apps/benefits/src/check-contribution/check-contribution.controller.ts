import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow, ProblemError } from '@salvatempo/http';
import { formatEuro, romeYear } from '@salvatempo/kernel';
import { PLATFORM, type PlatformPorts } from '@salvatempo/runtime';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { CONFIDENCE_WORDS } from '../domain/confidence';
import { checkedContribution, CONTRIBUTION_KINDS, type CheckedContribution, type ContributionKind } from '../domain/contribution-limit';
import { ContributionLimits, type ContributionLimitRow } from './contribution-limits.table';

class CheckContributionDto {
  @ApiProperty({ enum: CONTRIBUTION_KINDS, description: '`pension`: letter h; `health`: letter a.' })
  @IsIn(CONTRIBUTION_KINDS)
  kind!: ContributionKind;

  @ApiProperty({ description: 'Euro cents.', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  amountCents!: number;

  @ApiProperty({ description: 'What was paid this year already, whoever paid, as the person says; without what came of a converted premium. Euro cents.', minimum: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  paidCents!: number;
}

class CheckedContributionView {
  @ApiProperty() taxYear!: number;
  @ApiProperty() allowed!: boolean;
  @ApiProperty({ description: 'Of the year, in euro cents.' }) limitCents!: number;
  @ApiProperty({ description: 'Euro cents.' }) exemptCents!: number;
  @ApiProperty({ description: 'Above the limit, in euro cents: only that would be taxed.' }) taxableCents!: number;
  @ApiProperty({ description: 'Of the limit, after it; before it where it isn’t allowed. Euro cents.' }) leftCents!: number;
  @ApiProperty({ type: [String], description: 'By which row and norm, how sure it is, how much is left; in Italian.' }) explanation!: string[];
}

@ApiTags('benefits')
@Controller('api/benefits/contribution-checks')
export class CheckContributionController {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(ContributionLimits) private readonly limits: ContributionLimits,
  ) {}

  /** What a contribution that the employer would pay to a pension fund or a health fund would do to the limit of this year. Nothing is kept. */
  @Get()
  @Allow('employee', 'firm-admin')
  @ApiOkResponse({ type: CheckedContributionView })
  check(@Query() { kind, amountCents, paidCents }: CheckContributionDto): CheckedContributionView {
    const taxYear = romeYear(this.ports.ambient.clock.now());
    const row = this.limits.of(kind, taxYear);
    if (!row) throw new ProblemError('no-contribution-rule', { params: { year: taxYear } });
    const checked = checkedContribution(amountCents, paidCents, row);
    return { taxYear, limitCents: row.limitCents, ...checked, explanation: [...explained(taxYear, row, checked)] };
  }
}

/** Sentences in Italian. */
export function explained(taxYear: number, { letter, limitCents, norm, confidence, validFrom, validTo, aboveLimit }: ContributionLimitRow, { taxableCents, leftCents }: CheckedContribution): readonly string[] {
  const years = validTo === null ? `dal ${validFrom}` : `${validFrom}-${validTo}`;
  const above = aboveLimit === 'refuse' ? 'non si può versare tramite il piano' : 'è tassata in busta paga, e solo quella';
  return [
    `Anno ${taxYear}, lettera ${letter}: esenti ${formatEuro(limitCents)} (tabella contribution-limits, riga ${years}; ${norm}; fonte ${CONFIDENCE_WORDS[confidence]}), chiunque versi.`,
    ...(taxableCents > 0 ? [`${formatEuro(taxableCents)} sono oltre il limite: la parte oltre ${above}.`] : []),
    `Restano ${formatEuro(leftCents)}. I versamenti da un premio convertito non consumano questo limite.`,
  ];
}
