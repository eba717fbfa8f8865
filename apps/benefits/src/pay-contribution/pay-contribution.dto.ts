import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { IsIn, IsString, Length, Matches, ValidateIf } from 'class-validator';

/** Why payroll can't pay; published problem codes, whose texts say what to do. */
export const CONTRIBUTION_REFUSALS = ['contribution-not-a-member', 'contribution-fund-unknown', 'contribution-fund-not-admitted', 'contribution-not-payable'] as const;
export type ContributionRefusal = (typeof CONTRIBUTION_REFUSALS)[number];

export class PayContributionDto {
  @ApiProperty({ format: 'date', description: 'Day on which the firm paid: from the request on, at most two months back.' })
  @Matches(DATE)
  paidOn!: string;

  @ApiProperty({ description: 'Of the transfer (CRO, TRN or the payroll’s own).', minLength: 1, maxLength: 40 })
  @IsString()
  @Length(1, 40)
  @Matches(/\S/)
  reference!: string;
}

export class RefuseContributionDto {
  @ApiProperty({ enum: CONTRIBUTION_REFUSALS })
  @IsIn(CONTRIBUTION_REFUSALS)
  code!: ContributionRefusal;

  @ApiPropertyOptional({ description: 'For the person to read; has to be there for `contribution-not-payable`.', minLength: 1, maxLength: 300 })
  @ValidateIf(({ code }: RefuseContributionDto, value: unknown) => value !== undefined || code === 'contribution-not-payable')
  @IsString()
  @Length(1, 300)
  note?: string;
}
