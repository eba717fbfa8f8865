import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches, ValidateNested } from 'class-validator';

const CODE = /^[a-z]+(-[a-z]+){0,5}$/;

export class AnswerDto {
  @ApiProperty({ description: 'Code of the question.' })
  @Matches(CODE)
  question!: string;

  @ApiProperty({ type: [String], minItems: 1, maxItems: 20, description: 'Codes of what was chosen; one alone where the question takes one.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Matches(CODE, { each: true })
  choices!: string[];
}

export class AnswerSurveyDto {
  @ApiProperty({ type: [AnswerDto], minItems: 1, maxItems: 30, description: 'Every question, once.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => AnswerDto)
  answers!: AnswerDto[];
}
