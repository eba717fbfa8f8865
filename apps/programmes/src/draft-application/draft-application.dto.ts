import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '@salvatempo/http';
import { IsBoolean, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

/** The whole of what is typed; whatever is left out isn't typed yet. Nothing of it is declared. */
export class SaveDraftDto {
  @ApiProperty({ minimum: 0, description: 'The edition that this was typed into; 0 where there was no draft.' })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  edition!: number;

  @ApiPropertyOptional({ description: 'As in the application.' })
  @MayBeLeftOut()
  @IsBoolean()
  artisan?: boolean;

  @ApiPropertyOptional({ maxLength: 1_000, description: 'Codes of networks and associations as typed, finished or not.', example: 'rete-lodi, conf' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(1_000)
  memberships?: string;

  @ApiPropertyOptional({ description: 'As in the application.' })
  @MayBeLeftOut()
  @IsBoolean()
  otherFunding?: boolean;
}
