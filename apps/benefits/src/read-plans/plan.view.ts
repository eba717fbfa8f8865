import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { planSourceSchema, type PlanTerms } from '@salvatempo/contracts';
import { formatEuro, formatHours } from '@salvatempo/kernel';
import { planTextsOf, type OpenedPlan } from '../open-plan/plan.aggregate';
import { versionOn, type PlanVersion } from '../domain/plan-terms';
import { groupNameOf } from '../publish-plan/employee-categories.table';
import { PlanGroupDto, PlanTermsDto } from '../publish-plan/plan-terms.dto';

export class PlanGroupView extends OmitType(PlanGroupDto, ['amountCents'] as const) {
  @ApiProperty({ description: 'For each person and period, in euro cents; of hours what they are worth.' }) amountCents!: number;
}

/** Terms as they are read: each group says what it is worth. */
class PlanTermsView extends OmitType(PlanTermsDto, ['groups'] as const) {
  @ApiProperty({ type: [PlanGroupView], description: 'In their order: a person is given the amount of the first group that they are in. Everybody comes last.' }) groups!: PlanGroupView[];
}

export class PlanVersionView extends PlanTermsView {
  @ApiProperty({ description: 'Counts the versions of a plan.' }) number!: number;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty({ description: 'SHA-256 of the text.' }) textHash!: string;
  @ApiProperty({ description: 'The regulation, as it was published.' }) text!: string;
  @ApiProperty({ type: [String], description: 'What it says, in Italian.' }) explanation!: string[];
  @ApiPropertyOptional({ enum: ['single-employee'] }) review?: string;
}

export class PlanDraftTermsView extends PlanTermsView {
  @ApiProperty() edition!: number;
  @ApiProperty() text!: string;
}

export class PlanDetailView {
  @ApiProperty() planId!: string;
  @ApiProperty() firmId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: planSourceSchema.options }) source!: string;
  @ApiProperty({ enum: ['draft', 'open'] }) status!: string;
  @ApiProperty({ type: [PlanVersionView], description: 'Oldest first. None where credit is given under no terms but the law’s.' }) versions!: PlanVersionView[];
  @ApiPropertyOptional({ description: 'The version that holds today; none before the first one begins and when the plan is over.' }) current?: number;
  @ApiPropertyOptional({ type: PlanDraftTermsView, description: 'What may be published next; for the firm alone.' }) draft?: PlanDraftTermsView;
}

export class OwnPlanPage {
  @ApiProperty({ type: [PlanDetailView] }) items!: PlanDetailView[];
}

const RESIDUES: Readonly<Record<PlanTerms['residue']['policy'], string>> = {
  zero: 'Quello che resta alla scadenza si perde.',
  'carry-over': 'Quello che resta alla scadenza passa all’anno dopo, finché dura il piano.',
  earmark: 'Quello che resta alla scadenza si spende ancora per un po’, ma solo per alcuni usi.',
  'solidarity-pool': 'Quello che resta alla scadenza va al fondo di solidarietà dell’impresa.',
  'pension-fund': 'Quello che resta alla scadenza l’impresa lo versa al fondo pensione della persona.',
};

const italianDay = (day: string): string => day.split('-').reverse().join('/');

/** What terms come to, in sentences. */
export function explained({ validFrom, validTo, groups, letters, residue, runOutDays, period }: PlanTerms): string[] {
  return [
    `Vale dal ${italianDay(validFrom)} al ${italianDay(validTo)}.`,
    ...groups.map(({ category, amountCents, hours }) => `${category === undefined ? (groups.length === 1 ? 'Tutti i dipendenti' : 'Tutti gli altri dipendenti') : groupNameOf(category, validFrom) ?? category}: ${hours ? `${formatHours(hours.minutes)} di servizio, per servizi fino a ${formatEuro(hours.hourCents)} l’ora,` : formatEuro(amountCents)} a persona ${period === 'year' ? 'all’anno' : 'al mese'}.`),
    `Si spende per le lettere ${letters.join(', ')} dell’art. 51 TUIR.`,
    RESIDUES[residue.policy] + (residue.letters ? ` Per ${residue.days} giorni, per le lettere ${residue.letters.join(', ')}.` : ''),
    runOutDays === 0 ? 'Chi lascia l’impresa non chiede più rimborsi dal giorno dopo.' : `Chi lascia l’impresa può chiedere per altri ${runOutDays} giorni il rimborso di spese pagate prima.`,
  ];
}

const termsView = ({ groups, ...terms }: PlanTerms) => ({ ...terms, groups: groups.map(({ hours, ...group }) => ({ ...group, ...hours })) });

/** A plan with its versions and their texts. */
export function planView(state: OpenedPlan, personal: Readonly<Record<string, unknown>> | undefined, day: string, withDraft: boolean): PlanDetailView {
  const { planId, firmId, title, source, status, versions = [], draft } = state;
  const texts = planTextsOf(personal);
  const current = versionOn(versions, day)?.number;
  const shown = ({ terms, number, publishedAt, textHash, review }: PlanVersion): PlanVersionView => ({
    ...termsView(terms), number, publishedAt, textHash, text: texts.versions[number] ?? '', explanation: explained(terms), ...(review && withDraft && { review }),
  }) as PlanVersionView;
  return {
    ...{ planId, firmId, title, source, status, versions: versions.map(shown) },
    ...(current === undefined ? {} : { current }),
    ...(draft && withDraft && { draft: { ...termsView(draft.terms), edition: draft.edition, text: texts.draft ?? '' } as PlanDraftTermsView }),
  };
}
