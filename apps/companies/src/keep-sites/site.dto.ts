import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DATE } from '@salvatempo/http';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';

export class OpeningHoursDto {
  @ApiProperty({ minimum: 1, maximum: 7, description: '1 Monday to 7 Sunday (ISO 8601).' })
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number;

  @ApiProperty({ example: '08:30', description: 'As clocks in Rome show it.' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  from!: string;

  @ApiProperty({ example: '12:30', description: 'After `from`, `24:00` at the latest; what goes on past midnight is written again from `00:00` of the next day.' })
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  to!: string;
}

/** What holds of a place. */
export class SiteDataDto {
  @ApiProperty({ minLength: 1, maxLength: 60, example: 'Laboratorio', description: 'Different from those of the firm’s other open sites.' })
  @IsString()
  @Length(1, 60)
  @Matches(/\S/)
  name!: string;

  @ApiProperty({ minLength: 1, maxLength: 160, example: 'Via Garibaldi 12' })
  @IsString()
  @Length(1, 160)
  @Matches(/\S/)
  address!: string;

  @ApiProperty({ description: 'Belfiore code of the Comune.', example: 'E648' })
  @IsString()
  @Matches(/^[A-Z]\d{3}$/)
  municipality!: string;

  @ApiProperty({ description: 'Whether things are brought to and taken from it, such as laundry.' })
  @IsBoolean()
  deliveryPoint!: boolean;

  @ApiPropertyOptional({ maxLength: 500, description: 'What to do there, e.g. at which door.' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  instructions?: string;

  @ApiProperty({ type: [OpeningHoursDto], maxItems: 42, description: 'Six intervals a day at most, which may touch and never overlap; none for a place without opening hours.' })
  @IsArray()
  @ArrayMaxSize(42)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OpeningHoursDto)
  hours!: OpeningHoursDto[];

  @ApiProperty({ type: [String], format: 'date', maxItems: 100, description: 'Days on which it stays closed.' })
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(DATE, { each: true })
  closingDays!: string[];
}

export class OpenSiteDto extends SiteDataDto {
  @ApiProperty({ format: 'date', description: 'First day, past or up to two years ahead.' })
  @Matches(DATE)
  firstDay!: string;
}

export class ChangeSiteDto extends SiteDataDto {
  @ApiPropertyOptional({ format: 'date', description: 'From when on the hours hold: today by default, never a past day. The rest holds at once.' })
  @IsOptional()
  @Matches(DATE)
  from?: string;
}

export class CloseSiteDto {
  @ApiProperty({ format: 'date', description: 'Last day, past or up to two years ahead.' })
  @Matches(DATE)
  lastDay!: string;
}
