import { ApiProperty } from '@nestjs/swagger';
import { ANY_ID } from '@salvatempo/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Matches } from 'class-validator';

export class LinkUndertakingsDto {
  @ApiProperty({ type: [String], minItems: 2, maxItems: 2, description: 'Two firms that are one undertaking.' })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @Matches(ANY_ID, { each: true })
  firmIds!: string[];

  @ApiProperty({ minLength: 1, maxLength: 200, description: 'Why; no names of people.', example: 'maggioranza dei diritti di voto' })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  reason!: string;
}
