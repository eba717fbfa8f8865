import { Inject, Injectable } from '@nestjs/common';
import type { PlanPractice } from '@salvatempo/contracts';
import { calendarDay, ProblemError, type FieldError } from '@salvatempo/http';
import { addDays, derivedId, isFiscalCode, normaliseFiscalCode, romeDate, romeYear, type Instant } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { ThresholdChoices } from '../choose-above-threshold/threshold-choices.handler';
import { claimTermsOn, expenseTypeOn, relationOn } from '../claim-rules/claim-rules.table';
import { strictest, tightened } from '../domain/plan-practice';
import { ClaimDocuments } from '../count-document/claim-documents.handler';
import { account, fits, isSpendable, THRESHOLD_LETTER, useOf, type Account } from '../domain/account';
import { spendableOn } from '../domain/choose-lots';
import type { Claim, ClaimPersonal } from '../domain/claim';
import type { ClaimFacts, ClaimSetting } from '../domain/claim-facts';
import { firmPeople, type FirmPersonRow } from '../firm-people/firm-people.projection';
import { plan, type Plan } from '../open-plan/plan.aggregate';
import { crossingOf } from '../domain/threshold-consent';
import { thresholdLeftCents } from '../hold-claim-credit/hold-claim-credit.decider';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import type { ClaimFactsDto } from './claim-facts.dto';
import { familyIdOf, familyMembers, memberIdOf, type FamilyRow } from './family-members.projection';

/** What a claim says, and whom it is about. */
export type ToldClaim = Pick<ClaimPersonal, 'facts' | 'fiscalCode' | 'memberId'>;

/** Who makes a claim, from which account, and under which ids its document's use is counted. */
export interface Claimant {
  readonly accountId: string;
  readonly firmId: string;
  readonly personId: string;
  readonly useIds: readonly string[];
  /** The document itself, once it is handed in. */
  readonly documentId?: string;
}

/** What is known beside a claim: rows of the tables by the day of payment, the account as it stands, who was declared as a relative. */
@Injectable()
export class ClaimSettings {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>,
    @Inject(readerOf(familyMembers)) private readonly families: RowReader<FamilyRow>,
    @Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>,
    @Inject(ThresholdRules) private readonly thresholds: ThresholdRules,
    @Inject(ClaimDocuments) private readonly documents: ClaimDocuments,
    private readonly choices: ThresholdChoices,
  ) {}

  /** The facts of a request. Throws ProblemError `invalid-request` for a codice fiscale or day that can't be. */
  told({ firmId: _, relative, document, payment, ...rest }: ClaimFactsDto, personId: string): ToldClaim {
    const facts: ClaimFacts = { ...rest, document: { ...document }, ...(payment && { payment: { ...payment } }) };
    for (const [field, day] of [['document.date', document.date], ['payment.paidOn', payment?.paidOn], ['relative.birthDate', relative?.birthDate]] as const) if (day !== undefined) calendarDay(field, day);
    if (!relative) return { facts };
    const { fiscalCode: typed, ...declared } = relative;
    const fiscalCode = normaliseFiscalCode(typed);
    if (!isFiscalCode(fiscalCode)) throw new ProblemError('invalid-request', { errors: [fiscalCodeError] });
    return { facts: { ...facts, relative: declared }, fiscalCode, memberId: memberIdOf(personId, this.ports.keys.personId(fiscalCode)) };
  }

  /** For a claim that is made now. Throws ProblemError `account-not-found`, `claimant-left-firm` once the run-out after the last day of work is over, and `claim-after-leaving` for what was paid since. */
  async forNew({ facts, fiscalCode, memberId }: ToldClaim, { accountId, firmId, personId, useIds, documentId }: Claimant): Promise<ClaimSetting> {
    const at = this.ports.ambient.clock.now();
    const found = await this.accounts.load(accountId);
    if (!found) throw new ProblemError('account-not-found');
    const employed = await this.people.get(derivedId('emp', firmId, personId));
    if (employed?.lastDay !== undefined) this.assertRunningOut(found.state, facts, employed.lastDay, at);
    const table = this.byTables(facts, romeDate(at));
    const practice = await this.practiceOf(found.state, table.type?.letter, at);
    const setting = practice ? { ...table, terms: tightened(table.terms, practice), practice } : table;
    const documentLeftCents = await this.documents.leftCents(useIds);
    const left = documentLeftCents === undefined ? {} : { documentLeftCents };
    return { ...setting, ...this.credit(found.state, setting.type?.letter, at, facts.askedCents), aboveThreshold: await this.choices.of(firmId), ...left, ...(await this.byXml(documentId, personId, fiscalCode)), isDeclared: await this.isDeclared(personId, memberId) };
  }

  /** For a claim that is decided: times and limits of the day on which it was made, and the credit that is held for it. */
  async forDecision({ personId, heldCents, approvedCents, documentIds }: Claim, { facts, fiscalCode, memberId, claimedOn, practice }: ClaimPersonal, seen: ClaimSetting['seen']): Promise<ClaimSetting> {
    const table = this.byTables(facts, claimedOn);
    return { ...table, terms: tightened(table.terms, practice), ...(await this.byXml(documentIds[0], personId, fiscalCode)), spendableCents: heldCents + approvedCents, isDeclared: await this.isDeclared(personId, memberId), ...(seen && { seen }) };
  }

  private async byXml(documentId: string | undefined, personId: string, fiscalCode: string | undefined): Promise<Pick<ClaimSetting, 'xml'>> {
    const xml = await this.documents.toldByXml(documentId, [personId, ...(fiscalCode === undefined ? [] : [this.ports.keys.personId(fiscalCode)])]);
    return xml ? { xml } : {};
  }

  private byTables(facts: ClaimFacts, day: string): Omit<ClaimSetting, 'spendableCents' | 'isDeclared'> {
    const paidOn = facts.payment?.paidOn ?? day;
    const type = expenseTypeOn(facts.expenseType, paidOn);
    const relation = facts.relative && relationOn(facts.relative.relation, paidOn);
    return { ...(type && { type }), ...(relation && { relation }), terms: claimTermsOn(day), day };
  }

  /** After the last day of work the credit of a plan still pays, as long as its run-out goes, for what was paid before. */
  private assertRunningOut({ lots }: Account, { payment }: ClaimFacts, lastDay: string, at: Instant): void {
    const today = romeDate(at);
    if (today <= lastDay) return;
    const isRunning = lots.some(({ plan: given, ...lot }) => given !== undefined && today <= addDays(lastDay, given.runOutDays) && isSpendable(lot, at));
    if (!isRunning) throw new ProblemError('claimant-left-firm');
    if (payment && payment.paidOn > lastDay) throw new ProblemError('claim-after-leaving', { params: { day: lastDay.split('-').reverse().join('/') } });
  }

  /** What the versions say under which the credit was given that could pay. */
  private async practiceOf({ lots }: Account, letter: string | undefined, at: Instant): Promise<PlanPractice | undefined> {
    const found: PlanPractice[] = [];
    for (const { plan: given } of lots.filter((lot) => letter !== undefined && fits(lot, letter) && isSpendable(lot, at))) {
      const state = given && (await this.plans.load(given.planId))?.state;
      const version = state && state.status !== 'absent' ? state.versions?.find(({ number }) => number === given?.version) : undefined;
      if (version) found.push(version.terms.practice);
    }
    return strictest(found);
  }

  private credit(state: Account, letter: string | undefined, at: Instant, askedCents: number): Pick<ClaimSetting, 'spendableCents' | 'creditUntil' | 'thresholdLeftCents' | 'crossing' | 'dependentChild'> {
    if (letter === undefined) return { spendableCents: 0 };
    const year = romeYear(at);
    const lots = state.lots.filter((lot) => fits(lot, letter) && isSpendable(lot, at));
    const until = lots.map(({ validUntil }) => validUntil).sort().at(-1);
    const thresholds = letter === THRESHOLD_LETTER ? this.thresholds.of(year) : undefined;
    const spendableCents = spendableOn(state, letter, at);
    const crossing = thresholds && crossingOf(state, year, Math.min(askedCents, spendableCents), thresholds);
    return {
      spendableCents,
      dependentChild: useOf(state, year).dependentChild ?? false,
      ...(until === undefined ? {} : { creditUntil: addDays(romeDate(until), -claimTermsOn(romeDate(at)).beforeExpiryDays) }),
      ...(thresholds && { thresholdLeftCents: thresholdLeftCents(state, year, thresholds) }),
      ...(crossing && { crossing }),
    };
  }

  private async isDeclared(personId: string, memberId: string | undefined): Promise<boolean> {
    if (memberId === undefined) return true;
    return (await this.families.get(familyIdOf(personId)))?.memberIds.includes(memberId) ?? false;
  }
}

const fiscalCodeError: FieldError = { field: 'relative.fiscalCode', code: 'fiscal-code-check', message: 'Il codice fiscale non è giusto: controllare i 16 caratteri.' };
