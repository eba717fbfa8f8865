import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsOptional, Matches } from 'class-validator';

/** What the firm declares with it counts as declared under DPR 445/2000. */
export class ApplyForCallDto {
  @ApiProperty({ description: 'The firm that applies; the caller is one of its administrators.' })
  @Matches(ANY_ID)
  firmId!: string;

  @ApiPropertyOptional({ description: 'The firm is in the Albo artigiani. Left out, it isn’t.' })
  @IsOptional()
  @IsBoolean()
  artisan?: boolean;

  @ApiPropertyOptional({ type: [String], maxItems: 20, description: 'Codes of networks and associations that the firm belongs to.', example: ['rete-lodi'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true })
  memberships?: string[];

  @ApiPropertyOptional({ description: 'The same spending is paid by other public money. Left out, it isn’t.' })
  @IsOptional()
  @IsBoolean()
  otherFunding?: boolean;
}
