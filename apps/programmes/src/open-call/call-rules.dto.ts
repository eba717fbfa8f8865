import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { CODE } from './call-patterns.dto';
import { RankingRulesDto } from './ranking-rules.dto';

/** 1 billion euros, far above any budget. */
export const MAX_CENTS = 100_000_000_000;

/** The rules that not every call has. One that is left out asks nothing. */
export class CallRulesDto {
  @ApiPropertyOptional({ description: 'Codice unico di progetto.', example: 'E61B26000010007' })
  @IsOptional()
  @Matches(/^[A-Z]\d{2}[A-Z0-9]{12}$/)
  cup?: string;

  @ApiPropertyOptional({ maxLength: 120, description: 'The public body that pays.', example: 'Regione Lombardia' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  funder?: string;

  @ApiPropertyOptional({ enum: ['de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832'], description: 'What it gives is aid under this regulation. Left out, it is no aid.' })
  @IsOptional()
  @IsIn(['de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832'])
  aidRegime?: 'de-minimis-1407' | 'de-minimis-2831' | 'de-minimis-2832';

  @ApiPropertyOptional({ enum: ['refuse', 'reduce'], description: 'A grant that would exceed the ceiling is refused whole (so by default), or reduced to what is left.' })
  @IsOptional()
  @IsIn(['refuse', 'reduce'])
  onAidExcess?: 'refuse' | 'reduce';

  @ApiPropertyOptional({ type: [String], maxItems: 50, description: 'ATECO codes, or their beginnings: 96 admits 96.01.', example: ['96', '47.1'] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(/^\d{2}(\.\d{1,2}){0,2}$/, { each: true })
  eligibleSectors?: string[];

  @ApiPropertyOptional({ description: 'Firms of the Albo artigiani are admitted whatever their sector; alone, only they are.' })
  @IsOptional()
  @IsBoolean()
  artisansAdmitted?: boolean;

  @ApiPropertyOptional({ type: [String], maxItems: 250, description: 'Belfiore codes of the Comuni where a firm must have its seat.', example: ['E648'] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(250)
  @ArrayUnique()
  @Matches(/^[A-Z]\d{3}$/, { each: true })
  eligibleMunicipalities?: string[];

  @ApiPropertyOptional({ type: [String], maxItems: 20, description: 'Networks and associations, of which a firm must belong to one.', example: ['rete-lodi'] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(CODE, { each: true })
  requiredMemberships?: string[];

  @ApiPropertyOptional({ minimum: 1, maximum: 3_660, description: 'Days for which what a firm declared at its sign-up counts.', example: 180 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3_660)
  declarationDays?: number;

  @ApiPropertyOptional({ description: 'Refuses a firm whose same spending is paid by other public money.' })
  @IsOptional()
  @IsBoolean()
  noDoubleFunding?: boolean;

  @ApiPropertyOptional({ description: 'Most that is given towards one order, in euro cents.', example: 5_000 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  orderCapCents?: number;

  @ApiPropertyOptional({ description: 'An order below this gets nothing, in euro cents.', example: 1_000 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_CENTS)
  minSpendCents?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: 10_000, description: 'Where VAT isn’t eligible: the rate that prices contain, in basis points.', example: 2_200 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  excludedVatBasisPoints?: number;

  @ApiPropertyOptional({ type: [String], maxItems: 30, description: 'Codes of the documents that the report must have.', example: ['invoice-with-cup'] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ArrayUnique()
  @Matches(CODE, { each: true })
  evidence?: string[];

  @ApiPropertyOptional({ description: 'Version of `text`.', example: '1.0' })
  @IsOptional()
  @Matches(/^\d{1,4}(\.\d{1,4}){0,2}$/)
  textVersion?: string;

  @ApiPropertyOptional({ maxLength: 8_000, description: 'The text of the call, as it is published.' })
  @IsOptional()
  @IsString()
  @Length(1, 8_000)
  @Matches(/\S/)
  text?: string;

  @ApiPropertyOptional({ type: RankingRulesDto, description: 'Applications are ranked by points when no more are taken. Left out, they are decided in the order in which they come.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RankingRulesDto)
  ranking?: RankingRulesDto;
}
