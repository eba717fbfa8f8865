import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { idPattern } from '@salvatempo/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class ActivationCodesQueryDto {
  @ApiProperty()
  @Matches(idPattern('com'))
  firmId!: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 100;

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}

export class ActivationCodeView {
  @ApiProperty() personId!: string;
  @ApiProperty({ enum: ['waiting', 'activated', 'expired'] }) status!: string;
  @ApiPropertyOptional({ description: 'For the printed sheet, in groups of five; only while it is good, and only of this firm.' }) code?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Of the newest code of this firm.' }) expiresAt?: string;
}

export class ActivationCodePage {
  @ApiProperty({ type: [ActivationCodeView] }) items!: ActivationCodeView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class RenewalView {
  @ApiProperty() personId!: string;
  @ApiProperty({ format: 'date-time', description: 'The code itself is on the sheet.' }) expiresAt!: string;
}
