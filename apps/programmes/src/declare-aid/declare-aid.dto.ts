import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsObject, Matches, Max, Min, ValidateNested } from 'class-validator';

export class DeclaredAidDto {
  @ApiProperty({ enum: ['de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832'] })
  @IsIn(['de-minimis-1407', 'de-minimis-2831', 'de-minimis-2832'])
  regime!: 'de-minimis-1407' | 'de-minimis-2831' | 'de-minimis-2832';

  @ApiProperty({ description: 'Euro cents.', example: 1_000_000 })
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amountCents!: number;

  @ApiProperty({ description: 'Day in Rome when the right arose, whenever it was paid.', example: '2025-03-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  grantedOn!: string;
}

export class DeclareAidDto {
  @ApiProperty({ type: [DeclaredAidDto], minItems: 1, maxItems: 50, description: 'De minimis aid of other bodies, declared under DPR 445/2000.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DeclaredAidDto)
  items!: DeclaredAidDto[];
}
