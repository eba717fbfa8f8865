import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '@salvatempo/http';
import { MAX_WORK_HOURS, MAX_WORK_POSTS } from '@salvatempo/contracts';
import { idPattern } from '@salvatempo/kernel';
import { Type } from 'class-transformer';
import { IsDefined, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';

export class WorkBySexDto {
  @ApiProperty({ minimum: 0, maximum: MAX_WORK_POSTS, description: 'Posts created in the month, each counted in the month of its beginning alone.' })
  @IsInt()
  @Min(0)
  @Max(MAX_WORK_POSTS)
  posts!: number;

  @ApiProperty({ minimum: 0, maximum: MAX_WORK_HOURS, description: 'Hours worked in the month because of the call, in these posts and in earlier ones.' })
  @IsInt()
  @Min(0)
  @Max(MAX_WORK_HOURS)
  hours!: number;
}

/** What a call created in a month, as the provider declares it. */
export class DeclareWorkDto {
  @ApiProperty()
  @Matches(idPattern('cal'))
  callId!: string;

  @ApiProperty({ example: '2026-11', description: 'Of the call, and not in the future.' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month!: string;

  @ApiProperty({ type: WorkBySexDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => WorkBySexDto)
  women!: WorkBySexDto;

  @ApiProperty({ type: WorkBySexDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => WorkBySexDto)
  men!: WorkBySexDto;

  @ApiPropertyOptional({ minimum: 0, maximum: MAX_WORK_HOURS, description: 'Hours in which services were open beyond what they were before the call. Left out: not known.' })
  @MayBeLeftOut()
  @IsInt()
  @Min(0)
  @Max(MAX_WORK_HOURS)
  extraOpeningHours?: number;
}
