import { ApiProperty } from '@nestjs/swagger';
import type { KnownSurvey } from '../domain/survey';
import type { Questionnaire } from '../open-survey/questionnaire.table';

export class QuestionChoice {
  @ApiProperty() code!: string;
  @ApiProperty() text!: string;
}

export class QuestionView {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['one', 'many'] }) kind!: 'one' | 'many';
  @ApiProperty() text!: string;
  @ApiProperty({ type: [QuestionChoice] }) choices!: QuestionChoice[];
}

export class QuestionnaireView {
  @ApiProperty({ description: 'Whose survey it is.' }) firmName!: string;
  @ApiProperty({ format: 'date', description: 'Last day on which answers are taken.' }) closesOn!: string;
  @ApiProperty() version!: string;
  @ApiProperty({ type: [QuestionView] }) questions!: QuestionView[];
}

/** The same for everybody who answers. */
export class AnswerTaken {
  @ApiProperty({ format: 'date' }) closesOn!: string;
}

export const questionnaireView = (firmName: string, { closesOn, version }: KnownSurvey, { questions }: Questionnaire): QuestionnaireView => ({
  firmName,
  closesOn,
  version,
  questions: questions.map((question) => ({ ...question, choices: question.choices.map((choice) => ({ ...choice })) })),
});
