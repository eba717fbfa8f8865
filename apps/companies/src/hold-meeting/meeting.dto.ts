import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MAX_MEETING_PLACES, type MeetingKind } from '@salvatempo/contracts';
import { DATE } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';

export const MEETING_KINDS: MeetingKind[] = ['meeting', 'workshop'];
export const MEETING_MODES = ['site', 'online'];

export class AnnounceMeetingDto {
  @ApiProperty({ minLength: 1, maxLength: 120, description: 'What it is about; no names of people.' })
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  title!: string;

  @ApiProperty({ enum: MEETING_KINDS })
  @IsIn(MEETING_KINDS)
  kind!: MeetingKind;

  @ApiProperty({ format: 'date', description: 'The day in Rome, up to two years ahead.' })
  @Matches(DATE)
  day!: string;

  @ApiProperty({ example: '17:30', description: 'When it begins, in Rome.' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  time!: string;

  @ApiProperty({ enum: MEETING_MODES })
  @IsIn(MEETING_MODES)
  mode!: 'site' | 'online';

  @ApiProperty({ maxLength: 300, description: 'The address, or the link. Only who may take a place sees it.' })
  @IsString()
  @Length(1, 300)
  @Matches(/\S/)
  venue!: string;

  @ApiProperty({ minimum: 1, maximum: MAX_MEETING_PLACES })
  @IsInt()
  @Min(1)
  @Max(MAX_MEETING_PLACES)
  places!: number;

  @ApiPropertyOptional({ description: 'The adviser’s office or association that holds it, for which the caller acts; left out by an officer.' })
  @IsOptional()
  @Matches(ANY_ID)
  intermediaryId?: string;
}

export class FirmAttendanceDto {
  @ApiProperty()
  @Matches(ANY_ID)
  firmId!: string;

  @ApiProperty({ minimum: 1, maximum: MAX_MEETING_PLACES })
  @IsInt()
  @Min(1)
  @Max(MAX_MEETING_PLACES)
  people!: number;
}

export class RecordAttendanceDto {
  @ApiProperty({ type: [FirmAttendanceDto], maxItems: MAX_MEETING_PLACES, description: 'Each firm once. One that isn’t here sent nobody.' })
  @IsArray()
  @ArrayMaxSize(MAX_MEETING_PLACES)
  @ArrayUnique(({ firmId }: FirmAttendanceDto = {} as FirmAttendanceDto) => firmId)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => FirmAttendanceDto)
  firms!: FirmAttendanceDto[];
}
