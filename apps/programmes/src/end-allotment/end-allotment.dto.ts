import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';

export class RenounceAllotmentDto {
  @ApiProperty({ minLength: 1, maxLength: 200, description: 'Why; no names of people.', example: 'attività cessata' })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  reason!: string;
}

export class RevokeAllotmentDto extends RenounceAllotmentDto {
  @ApiProperty({ minimum: 0, maximum: 10_000, description: 'Yearly rate on what is recovered, in basis points, from each payment’s day.', example: 250 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  interestBasisPoints!: number;
}
