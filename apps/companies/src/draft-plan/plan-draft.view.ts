import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlanDraft, PlanDraftFacts, PlanDraftLine } from './plan-draft.handler';
import type { RuleNote } from './plan-rules.table';

export class RuleNoteView {
  @ApiProperty({ description: 'In Italian.' }) text!: string;
  @ApiProperty({ description: 'The norm or practice that it rests on.' }) norm!: string;
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiPropertyOptional({ format: 'date', description: 'Missing where no end is known.' }) validTo?: string;
  @ApiProperty({ enum: ['primary', 'secondary', 'knowledge', 'unsure'], description: 'How sure the rules are of it.' }) confidence!: string;
}

export class PlanDraftLineView {
  @ApiProperty() serviceCode!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Letter of TUIR art. 51 by default.' }) taxLetter!: string;
  @ApiProperty({ description: 'Why it is suggested, in Italian.' }) reason!: string;
  @ApiProperty({ description: 'Answers that ask for it.' }) count!: number;
  @ApiProperty({ type: [RuleNoteView] }) notes!: RuleNoteView[];
}

export class PlanDraftView {
  @ApiProperty() firmId!: string;
  @ApiProperty() surveyId!: string;
  @ApiProperty({ format: 'date', description: 'The day in Rome whose rules were taken.' }) day!: string;
  @ApiPropertyOptional({ enum: ['firm', 'network', 'association', 'comune'], description: 'Whose answers the draft rests on. Missing where there are none to be read.' }) scope?: string;
  @ApiPropertyOptional({ description: 'How many answers, of the whole scope.' }) answers?: number;
  @ApiProperty({ description: 'The same in Italian.' }) source!: string;
  @ApiProperty() employeesCount!: number;
  @ApiProperty() perPersonCents!: number;
  @ApiPropertyOptional({ description: 'All employees together, for a plan for everybody.' }) totalCents?: number;
  @ApiProperty({ type: [String], description: 'Objective groups that it is for; none is everybody.' }) categories!: string[];
  @ApiProperty({ enum: ['carry-over', 'pension-fund', 'extinguish'] }) residue!: string;
  @ApiProperty({ type: [PlanDraftLineView], description: 'What most people ask for first.' }) lines!: PlanDraftLineView[];
  @ApiProperty({ type: [RuleNoteView], description: 'Of the plan as a whole.' }) notes!: RuleNoteView[];
}

/** A draft with the facts that it was made of. */
export const planDraftView = (ids: { readonly firmId: string; readonly surveyId: string }, facts: PlanDraftFacts, { source, lines, notes, totalCents }: PlanDraft): PlanDraftView => ({
  ...ids,
  day: facts.day,
  ...(facts.reading === undefined ? {} : { scope: facts.reading.scope, answers: facts.reading.answers }),
  source,
  employeesCount: facts.employeesCount,
  perPersonCents: facts.perPersonCents,
  ...(totalCents === undefined ? {} : { totalCents }),
  categories: [...facts.categories],
  residue: facts.residue,
  lines: lines.map(lineView),
  notes: notes.map(noteView),
});

const lineView = ({ notes, ...line }: PlanDraftLine): PlanDraftLineView => ({ ...line, notes: notes.map(noteView) });

const noteView = ({ text, norm, validFrom, validTo, confidence }: RuleNote): RuleNoteView => ({ text, norm, validFrom, ...(validTo === null ? {} : { validTo }), confidence });
