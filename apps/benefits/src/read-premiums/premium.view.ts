import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut, PageQueryDto } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsString, Matches, Max, Min } from 'class-validator';

export class PremiumsQueryDto extends PageQueryDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;
}

export class ComparisonQueryDto {
  @ApiProperty({ description: 'How much of it would become credit, in euro cents.', minimum: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  convertedCents!: number;

  @ApiPropertyOptional({ description: 'Converted, or paid at the substitute tax, by other employers in the year, in euro cents; by default what is known here.', minimum: 0 })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  otherEmployersCents?: number;
}

export class ChoosePremiumDto {
  @ApiProperty({ description: 'How much of it becomes credit, in euro cents; 0 for all of it in money.', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  convertedCents!: number;

  @ApiPropertyOptional({ description: 'Letter of TUIR art. 51 of the credit; by default the first that the contract admits.' })
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[a-z](\.\d)?(-[a-z]{2,6})?$/)
  letter?: string;

  @ApiPropertyOptional({ description: 'Declared: what other employers converted, or paid at the substitute tax, in the year; gross, in euro cents. It counts in the cap, as what other firms here are known to have; the greater of both.', minimum: 0 })
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  otherEmployersCents?: number;

  @ApiPropertyOptional({ description: 'Declared: the employment income of the year before, all employers together, was above the limit; all of the premium is then ordinary pay.' })
  @MayBeLeftOut()
  @IsBoolean()
  incomeAbove?: boolean;
}

export class PremiumRowView {
  @ApiProperty() premiumId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty({ description: 'Tax year that it belongs to.' }) year!: number;
  @ApiProperty({ format: 'date', description: 'Of the payroll.' }) paidOn!: string;
  @ApiProperty({ description: 'Gross, in euro cents.' }) amountCents!: number;
  @ApiProperty({ description: 'May become credit, in euro cents.' }) convertibleCents!: number;
  @ApiProperty({ enum: ['offered', 'chosen'] }) status!: string;
  @ApiPropertyOptional({ description: 'Became credit; there once it is chosen, in euro cents.' }) convertedCents?: number;
  @ApiPropertyOptional({ description: 'Paid at the substitute tax; gross, in euro cents.' }) favouredCents?: number;
  @ApiPropertyOptional({ description: 'Paid with ordinary tax; gross, in euro cents.' }) ordinaryCents?: number;
}

export class PremiumRowPage {
  @ApiProperty({ type: [PremiumRowView] }) items!: PremiumRowView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class NetAmountView {
  @ApiProperty({ description: 'Euro cents.' }) grossCents!: number;
  @ApiProperty({ description: 'The person’s, in euro cents.' }) contributionsCents!: number;
  @ApiProperty({ description: 'Gross less contributions, in euro cents.' }) baseCents!: number;
  @ApiProperty({ description: 'Substitute tax, in euro cents.' }) taxCents!: number;
  @ApiProperty({ description: 'Euro cents.' }) netCents!: number;
}

export class PremiumRestView {
  @ApiProperty({ type: NetAmountView, description: 'Paid in money at the substitute tax whatever is chosen.' }) favoured!: NetAmountView;
  @ApiProperty({ description: 'Paid in money with ordinary tax; gross, in euro cents.' }) ordinaryCents!: number;
  @ApiProperty({ description: 'Of that, after contributions: ordinary tax, by the person’s whole income, is still to come off. Euro cents.' }) ordinaryBaseCents!: number;
}

export class PremiumComparisonView {
  @ApiProperty({ description: 'The amount that is compared, in euro cents.' }) convertedCents!: number;
  @ApiProperty({ description: 'Used of the cap by other employers, in euro cents.' }) otherEmployersCents!: number;
  @ApiProperty({ description: 'What they left of the cap, in euro cents: for what is converted and what is paid at the substitute tax.' }) capLeftCents!: number;
  @ApiProperty({ type: NetAmountView, description: 'It as money.' }) cash!: NetAmountView;
  @ApiProperty({ type: NetAmountView, description: 'It as credit.' }) welfare!: NetAmountView;
  @ApiProperty({ type: PremiumRestView }) rest!: PremiumRestView;
  @ApiProperty({ type: [String], description: 'By which rows and norms, how sure they are, what to know of either; in Italian. It advises neither.' }) explanation!: string[];
}

export class PremiumView extends PremiumRowView {
  @ApiProperty({ description: 'Whether the substitute tax holds.' }) favoured!: boolean;
  @ApiPropertyOptional({ enum: ['contract', 'income', 'waived'], description: 'Why it doesn’t; told to the person alone.' }) why?: string;
  @ApiProperty({ description: 'Of the year and of a person, over all employers; gross, in euro cents.' }) capCents!: number;
  @ApiPropertyOptional({ description: 'Of the employment income of the year before, all employers together; in euro cents.' }) incomeLimitCents?: number;
  @ApiProperty({ type: [String], description: 'Letters that the credit may be of.' }) letters!: string[];
  @ApiProperty({ format: 'date-time' }) chooseUntil!: string;
  @ApiProperty({ format: 'date-time', description: 'Until when the credit may be spent.' }) creditUntil!: string;
  @ApiPropertyOptional() letter?: string;
  @ApiProperty({ type: PremiumComparisonView, description: 'Of all that may become credit.' }) comparison!: PremiumComparisonView;
}

export class PremiumPage {
  @ApiProperty({ type: [PremiumView], description: 'The latest payroll first.' }) items!: PremiumView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

/** What a choice made of a premium, by its event alone. */
export class PremiumChoiceView {
  @ApiProperty() premiumId!: string;
  @ApiProperty({ description: 'Euro cents.' }) convertedCents!: number;
  @ApiProperty({ description: 'Euro cents, gross.' }) favouredCents!: number;
  @ApiProperty({ description: 'Euro cents, gross.' }) ordinaryCents!: number;
  @ApiProperty({ description: 'Counted as used by other employers, in euro cents.' }) otherEmployersCents!: number;
  @ApiProperty({ description: 'Of the cap of the premium’s year, after this premium; in euro cents.' }) capLeftCents!: number;
  @ApiPropertyOptional() letter?: string;
}
