import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { KnownSurvey } from '../domain/survey';
import type { Counts, Tally } from '../domain/survey-tally';
import { questionnaireOf } from '../open-survey/questionnaire.table';

export class SurveyView {
  @ApiProperty() surveyId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty({ enum: ['open', 'closed'] }) status!: string;
  @ApiProperty({ description: 'Version of the questions.' }) version!: string;
  @ApiProperty({ format: 'date' }) openedOn!: string;
  @ApiProperty({ format: 'date', description: 'Last day on which answers are taken.' }) closesOn!: string;
  @ApiProperty({ description: 'The link’s secret: the page to answer on is `/questionario/` and this. Whoever has it can answer.' }) token!: string;
  @ApiPropertyOptional({ description: 'Of the network whose members’ answers these are read with where they are few.' }) networkId?: string;
  @ApiPropertyOptional({ description: 'Of the association whose firms’ answers these are read with where they are few.' }) associationId?: string;
}

export class SurveyPage {
  @ApiProperty({ type: [SurveyView] }) items!: SurveyView[];
  @ApiPropertyOptional({ description: 'Give it back as `after`.' }) next?: string;
}

export class ChoiceCount {
  @ApiProperty() code!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ description: 'Answers that made this choice.' }) count!: number;
}

export class QuestionCounts {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['one', 'many'] }) kind!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: [ChoiceCount] }) choices!: ChoiceCount[];
}

export class SurveyResults extends SurveyView {
  @ApiPropertyOptional({ enum: ['firm', 'network', 'association', 'comune'], description: 'Whose answers are counted. Missing while the survey is open, and where there are too few to be read.' }) scope?: string;
  @ApiPropertyOptional({ description: 'How many answers are counted, of the whole scope.' }) answers?: number;
  @ApiPropertyOptional({ type: [QuestionCounts] }) questions?: QuestionCounts[];
}

/** A survey as its firm sees it, without a word about its answers: while it is open even their number would tell. */
export const surveyView = ({ surveyId, firmId, status, version, openedOn, closesOn, networkId, associationId }: KnownSurvey, { token }: Pick<Tally, 'token'>): SurveyView => ({
  surveyId,
  firmId,
  status,
  version,
  openedOn,
  closesOn,
  token,
  ...(networkId === undefined ? {} : { networkId }),
  ...(associationId === undefined ? {} : { associationId }),
});

/** Counts under the questions and choices that were asked. */
export const questionCounts = (version: string, counts: Counts): QuestionCounts[] =>
  questionnaireOf(version).questions.map(({ code, kind, text, choices }) => ({
    code,
    kind,
    text,
    choices: choices.map((choice) => ({ ...choice, count: counts[code]?.[choice.code] ?? 0 })),
  }));
