import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { idPattern } from '@salvatempo/kernel';
import { DECIDING_CODES } from '../claim-rules/claim-rules.table';
import { PaymentDto } from '../submit-claim/claim-facts.dto';

export class NoteDto {
  @ApiProperty({ minLength: 1, maxLength: 500 })
  @IsString()
  @Length(1, 500)
  text!: string;
}

export class ApproveClaimDto {
  @ApiProperty({ description: 'Of all that was asked, in euro cents.', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  approvedCents!: number;

  @ApiPropertyOptional({ enum: DECIDING_CODES, description: 'Why not the whole; asked for exactly then.' })
  @MayBeLeftOut()
  @IsIn(DECIDING_CODES as string[])
  code?: string;

  @ApiProperty({ description: 'Whether the document can be read whole.' })
  @IsBoolean()
  legible!: boolean;

  @ApiProperty({ description: 'Whether it is about this type of expense.' })
  @IsBoolean()
  rightCategory!: boolean;
}

export class RejectClaimDto {
  @ApiProperty({ enum: DECIDING_CODES })
  @IsIn(DECIDING_CODES as string[])
  code!: string;
}

export class AskIntegrationDto {
  @ApiPropertyOptional({ description: 'For the claimant to read; it decides nothing.', minLength: 1, maxLength: 500 })
  @MayBeLeftOut()
  @IsString()
  @Length(1, 500)
  note?: string;

  @ApiProperty({ enum: DECIDING_CODES, description: 'What is missing.' })
  @IsIn(DECIDING_CODES as string[])
  code!: string;
}

export class IntegrateClaimDto {
  @ApiProperty({ description: 'What is given, for validators to read.', minLength: 1, maxLength: 500 })
  @IsString()
  @Length(1, 500)
  note!: string;

  @ApiPropertyOptional({ type: [String], maxItems: 5, description: 'Files that were handed in for it.' })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(5)
  @Matches(idPattern('cdo'), { each: true })
  documentIds?: string[];

  @ApiPropertyOptional({ type: PaymentDto })
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => PaymentDto)
  payment?: PaymentDto;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsBoolean()
  hasCertificate?: boolean;
}
