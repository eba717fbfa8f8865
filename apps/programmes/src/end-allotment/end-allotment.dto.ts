import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '@salvatempo/http';
import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';

export class RenounceAllotmentDto {
  @ApiProperty({ minLength: 1, maxLength: 200, description: 'Why; no names of people.', example: 'attività cessata' })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  reason!: string;
}

export class RevokeAllotmentDto extends RenounceAllotmentDto {
  @ApiPropertyOptional({ minimum: 0, maximum: 10_000, description: 'Another yearly rate on what is recovered than the table’s, in basis points, from each payment’s day; with `interestReason`.', example: 250 })
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(10_000)
  interestBasisPoints?: number;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200, description: 'Why the rate isn’t the table’s.', example: 'tasso indicato dal bando' })
  @MayBeLeftOut()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  interestReason?: string;
}
