import { ApiProperty } from '@nestjs/swagger';
import type { MandateScope } from '@salvatempo/contracts';
import { DATE } from '@salvatempo/http';
import { ANY_ID } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';

export const SCOPES: MandateScope[] = ['accompaniment', 'survey', 'documents'];

export class GiveMandateDto {
  @ApiProperty()
  @Matches(ANY_ID)
  intermediaryId!: string;

  @ApiProperty({ enum: SCOPES, isArray: true, description: 'Going the steps of the path; the survey of what people need; writing down what steps are done with.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPES.length)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes!: MandateScope[];

  @ApiProperty({ format: 'date', description: 'From today on.' })
  @Matches(DATE)
  firstDay!: string;
}

export class EndMandateDto {
  @ApiProperty({ format: 'date', description: 'The first day on which it doesn’t hold any more; today ends it at once.' })
  @Matches(DATE)
  endsOn!: string;
}
