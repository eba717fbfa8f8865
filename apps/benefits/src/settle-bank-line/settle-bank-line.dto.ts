import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { IsIn, IsOptional, Matches } from 'class-validator';

const STATUSES = ['unmatched', 'matched', 'assigned', 'sent-back', 'elsewhere'] as const;

export class BankLinesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: STATUSES, default: 'unmatched' })
  @IsOptional()
  @IsIn(STATUSES)
  status: string = 'unmatched';
}

export class AssignLineDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;
}

export class CloseLineDto {
  @ApiProperty({ enum: ['sent-back', 'elsewhere'], description: '`elsewhere`: recorded in another register, such as the transfer of an owner’s own purchase.' })
  @IsIn(['sent-back', 'elsewhere'])
  how!: string;
}

export class SettledLineView {
  @ApiProperty() lineId!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiProperty({ enum: ['assigned', 'sent-back', 'elsewhere'] }) status!: string;
  @ApiPropertyOptional() firmId?: string;
}

export class BankLineView {
  @ApiProperty() lineId!: string;
  @ApiProperty({ format: 'date' }) bookedOn!: string;
  @ApiProperty({ description: 'Euro cents.' }) amountCents!: number;
  @ApiProperty({ enum: STATUSES }) status!: string;
  @ApiProperty({ description: 'Who transferred it, as the bank says.' }) payer!: string;
  @ApiProperty({ description: 'What was written on it.' }) text!: string;
  @ApiProperty({ description: 'The bank’s own reference.' }) bankReference!: string;
  @ApiPropertyOptional({ description: 'Sixteen digits with right check digits that stand in the text.' }) reference?: string;
  @ApiPropertyOptional() firmId?: string;
}

export class BankLinePage {
  @ApiProperty({ type: [BankLineView] }) items!: BankLineView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}
