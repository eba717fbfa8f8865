import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { CONTRIBUTION_KINDS, type ContributionKind } from '../domain/contribution-limit';

export class AskContributionDto {
  @ApiPropertyOptional({ description: 'By default the caller’s first firm.' })
  @MayBeLeftOut()
  @Matches(ANY_ID)
  firmId?: string;

  @ApiProperty({ enum: CONTRIBUTION_KINDS, description: '`pension`: letter h; `health`: letter a.' })
  @IsIn(CONTRIBUTION_KINDS)
  kind!: ContributionKind;

  @ApiProperty({ description: 'As payroll would find it.', minLength: 3, maxLength: 80 })
  @IsString()
  @Length(3, 80)
  @Matches(/\S.*\S.*\S/s)
  fundName!: string;

  @ApiPropertyOptional({ description: 'The person’s number with the fund.', maxLength: 40 })
  @MayBeLeftOut()
  @IsString()
  @Length(1, 40)
  memberCode?: string;

  @ApiProperty({ description: 'Euro cents.', minimum: 100, maximum: 10_000_000 })
  @IsInt()
  @Min(100)
  @Max(10_000_000)
  amountCents!: number;

  @ApiProperty({ description: 'What was paid in this year otherwise to this kind of fund, by the person, this employer or another; without what came of a converted premium. Euro cents.', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  elsewhereCents!: number;
}
