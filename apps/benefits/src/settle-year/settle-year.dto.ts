import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';

export class SettleYearDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ description: 'A tax year that is over; it is from 13 January on.' })
  @IsInt()
  @Min(2016)
  @Max(2100)
  taxYear!: number;
}

export class SettledAccountsQueryDto extends PageQueryDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty()
  @Type(() => Number)
  @IsInt()
  @Min(2016)
  @Max(2100)
  taxYear!: number;
}

export class SettlementView {
  @ApiProperty() settlementId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() taxYear!: number;
  @ApiProperty({ enum: ['running', 'completed'] }) status!: string;
  @ApiProperty({ description: 'Accounts looked at so far.' }) accounts!: number;
  @ApiProperty({ description: 'Of those, the ones above the threshold.' }) taxableAccounts!: number;
  @ApiProperty({ description: 'Of those, what is taxable, in euro cents.' }) taxableCents!: number;
}

export class SettledAccountView {
  @ApiProperty() accountId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() taxYear!: number;
  @ApiProperty({ description: 'What this employer gave under art. 51 c.3, in euro cents.' }) ownCents!: number;
  @ApiProperty({ description: 'What others gave, as declared, in euro cents.' }) externalCents!: number;
  @ApiProperty({ description: 'Euro cents.' }) thresholdCents!: number;
  @ApiProperty({ description: 'Of what this employer gave: 0, or all of it; euro cents.' }) taxableCents!: number;
  @ApiProperty({ description: 'Whether it takes the place of an earlier settlement.' }) isCorrection!: boolean;
}

export class SettledAccountPage {
  @ApiProperty({ type: [SettledAccountView] }) items!: SettledAccountView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
