import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { OutreachStage } from '@salvatempo/contracts';
import { DATE, PageQueryDto } from '@salvatempo/http';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { OUTREACH_STAGES } from '../domain/contact';

export class ContactsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Belfiore code of a Comune.', example: 'E648' })
  @IsOptional()
  @Matches(/^[A-Z]\d{3}$/)
  municipality?: string;
}

export class AdvanceContactDto {
  @ApiProperty({ enum: OUTREACH_STAGES })
  @IsIn(OUTREACH_STAGES as string[])
  stage!: OutreachStage;

  @ApiProperty({ format: 'date', description: 'Not in the future.' })
  @Matches(DATE)
  on!: string;
}
