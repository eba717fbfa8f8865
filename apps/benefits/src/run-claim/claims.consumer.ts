import { Inject } from '@nestjs/common';
import {
  claimAppealed, claimApproved, claimCreditDebited, claimCreditHeld, claimCreditRefused, claimCreditReleased, claimCreditReturned, claimIntegrated, claimRecovered, claimRejected, claimReviewFoundWrong, claimSubmitted, claimWithdrawn, contributionCreditReleased, creditAdded, creditReleased, documentUseRefused, residueSettled,
  type DataOf, type Envelope,
} from '@salvatempo/contracts';
import { addDays, addMs, DAY_MS, derivedId, endOfRomeDay, romeDate, type Instant } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { ThresholdChoices } from '../choose-above-threshold/threshold-choices.handler';
import { claimTermsOn, graceFrom } from '../claim-rules/claim-rules.table';
import { creditRun, type CreditRun, type StartRun } from '../credit-people/credit-run.aggregate';
import { account, THRESHOLD_LETTER, type Account } from '../domain/account';
import { documentUse, type CountUse, type DocumentUse } from '../count-document/count-use.decider';
import { claimDocument, KEPT_DAYS, type ClaimDocument } from '../domain/claim-document';
import { claim, claimPersonalOf, type Claim, type ClaimPersonal } from '../domain/claim';
import type { DebitClaimCredit, PayWaitingClaims } from '../hold-claim-credit/debit-claim-credit.decider';
import type { HoldClaimCredit } from '../hold-claim-credit/hold-claim-credit.decider';
import type { ReturnClaimCredit } from '../review-claim/return-claim-credit.decider';
import { ThresholdRules } from '../threshold-rules/threshold-rules.table';
import type { NoteChecks } from '../submit-claim/submit-claim.decider';

type Held = { readonly heldCents: number; readonly code?: string };
type AboutClaim = Envelope<{ claimId: string }>;
type AboutAccount = Envelope<{ accountId: string }>;

/** Leads a claim through the account that pays for it; each step is one guarded write, and a message that comes again changes nothing. */
@Consumer('benefits.claims')
export class ClaimsConsumer {
  constructor(
    @Inject(runnerOf(claim)) private readonly claims: AggregateRunner<Claim>,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
    @Inject(runnerOf(claimDocument)) private readonly documents: AggregateRunner<ClaimDocument>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(runnerOf(documentUse)) private readonly uses: AggregateRunner<DocumentUse>,
    @Inject(ThresholdRules) private readonly rules: ThresholdRules,
    private readonly choices: ThresholdChoices,
  ) {}

  /** Holds what isn't approved yet: all of it, or after an approval in part the rest. */
  @On(claimSubmitted, claimAppealed)
  async check(message: AboutClaim): Promise<void> {
    const { state, letter, personal } = await this.claimOf(message.data.claimId);
    const { claimId, askedCents } = state;
    const isUsed = (await this.attach(message, state.documentIds)) || (await this.countUse(message, askedCents));
    const held = isUsed ? { heldCents: 0, code: 'duplicate' } : await this.hold(message, state, letter, personal);
    const checks: NoteChecks = { ...held, decideBy: dayAfter(message.time, claimTermsOn(romeDate(message.time)).firstDecisionDays) };
    await this.claims.execute(claimId, { type: 'note-checks', data: checks }, causeOf(message));
  }

  private async hold(message: AboutClaim, { claimId, accountId, firmId, askedCents, approvedCents, taxYear }: Claim, letter: string, { facts: { thresholdConsentCents } }: ClaimPersonal): Promise<Held> {
    const agreed = letter === THRESHOLD_LETTER ? { aboveThreshold: await this.choices.of(firmId), ...(thresholdConsentCents !== undefined && { thresholdConsentCents }) } : {};
    const data: HoldClaimCredit = { claimId, amountCents: askedCents - approvedCents, letter, taxYear, ...this.thresholdsOf(letter, taxYear), ...agreed };
    return heldBy(await this.accounts.execute(accountId, { type: 'hold-claim-credit', data }, causeOf(message)));
  }

  @On(claimApproved)
  async pay(message: Envelope<DataOf<typeof claimApproved>>): Promise<void> {
    const { state, letter } = await this.claimOf(message.data.claimId);
    const { claimId, accountId, taxYear } = state;
    const countsForThreshold = letter === THRESHOLD_LETTER;
    const { addedCents, approvedCents } = message.data;
    await this.countUse(message, approvedCents);
    const data: DebitClaimCredit = { claimId, addedCents, letter, taxYear, countsForThreshold, extendedUntil: graceFrom(message.time), ...this.thresholdsOf(letter, taxYear) };
    await this.accounts.execute(accountId, { type: 'debit-claim-credit', data }, causeOf(message));
  }

  @On(claimRejected)
  async giveBack(message: Envelope<DataOf<typeof claimRejected>>): Promise<void> {
    await this.end(message, message.data.approvedCents);
  }

  private async end(message: AboutClaim, approvedCents: number): Promise<void> {
    const { state } = await this.claimOf(message.data.claimId);
    await this.countUse(message, approvedCents);
    await this.accounts.execute(state.accountId, { type: 'release-claim-credit', data: { claimId: state.claimId, extendedUntil: graceFrom(message.time) } }, causeOf(message));
  }

  /** Less of the document is used by a claim of which less is approved. */
  @On(claimReviewFoundWrong)
  async foundWrong(message: Envelope<DataOf<typeof claimReviewFoundWrong>>): Promise<void> {
    await this.countUse(message, message.data.approvedCents);
  }

  /** What comes back with the payroll is credit again: by a run of one, whose account stands where others name their plan, since no event tells a claim's letter. */
  @On(claimRecovered)
  async recovered(message: Envelope<DataOf<typeof claimRecovered>>): Promise<void> {
    const { claimId, amountCents, taxYear } = message.data;
    const { state: { accountId, firmId, personId }, letter } = await this.claimOf(claimId);
    const data: ReturnClaimCredit = { claimId, amountCents, letter, taxYear, validUntil: graceFrom(message.time) };
    const outcome = await this.accounts.execute(accountId, { type: 'return-claim-credit', data }, causeOf(message));
    const returned = (outcome.kind === 'done' || outcome.kind === 'repeated') && outcome.events.find(({ type }) => type === claimCreditReturned.type);
    const validUntil = returned ? (returned.data as DataOf<typeof claimCreditReturned>).validUntil : undefined;
    // One from before there was a run for it added its lot in the same write.
    if (validUntil === undefined) return;
    const lot = { amountCents, letter, origin: 'refund' as const, unit: 'EUR' as const, validFrom: message.time, validUntil };
    const run: StartRun = { planId: accountId, firmId, lot, personIds: [personId] };
    const started = await this.runs.execute(derivedId('run', claimId, message.id), { type: 'start-run', data: run }, causeOf(message));
    if (started.kind === 'refused') throw new Error(`credit that comes back was refused: ${started.refusal.code}`);
  }

  /** The credit goes back and the document is free, whole or but for what an earlier decision approved. */
  @On(claimWithdrawn)
  async withdrawn(message: Envelope<DataOf<typeof claimWithdrawn>>): Promise<void> {
    await this.end(message, message.data.approvedCents);
    if (message.data.appealOnly) return;
    const { state } = await this.claimOf(message.data.claimId);
    const data = { claimId: state.claimId, keptUntil: addMs(message.time, KEPT_DAYS * DAY_MS) };
    for (const documentId of state.documentIds) await this.documents.execute(documentId, { type: 'detach-document', data }, causeOf(message));
  }

  @On(claimIntegrated)
  async integrated(message: Envelope<DataOf<typeof claimIntegrated>>): Promise<void> {
    await this.attach(message, message.data.documentIds);
  }

  @On(claimCreditDebited)
  async debited(message: Envelope<DataOf<typeof claimCreditDebited>>): Promise<void> {
    const { claimId, amountCents } = message.data;
    await this.claims.execute(claimId, { type: 'note-reimbursement', data: { amountCents } }, causeOf(message));
    await this.payWaiting(message);
  }

  /** Credit came, or came back: what waits on the account is paid from it. */
  @On(creditAdded, creditReleased, claimCreditReleased, contributionCreditReleased, residueSettled)
  async payWaiting(message: AboutAccount): Promise<void> {
    const { accountId } = message.data;
    const waiting = (await this.accounts.load(accountId))?.state.waiting ?? [];
    if (waiting.length === 0) return;
    const rules: Record<string, PayWaitingClaims['rules'][string]> = {};
    for (const { claimId, taxYear } of waiting) {
      const { letter } = await this.claimOf(claimId);
      rules[claimId] = { letter, ...this.thresholdsOf(letter, taxYear) };
    }
    await this.accounts.execute(accountId, { type: 'pay-waiting-claims', data: { rules } }, causeOf(message));
  }

  /** Makes the files part of the claim; true where another claim was first. */
  private async attach(message: AboutClaim, documentIds: readonly string[]): Promise<boolean> {
    let isUsed = false;
    for (const documentId of documentIds) {
      const outcome = await this.documents.execute(documentId, { type: 'attach-document', data: { claimId: message.data.claimId } }, causeOf(message));
      isUsed ||= outcome.kind === 'refused';
    }
    return isUsed;
  }

  /** Counts what the claim uses of its document, 0 to give it up; true where too little is left for it. */
  private async countUse(message: AboutClaim, amountCents: number): Promise<boolean> {
    const { claimId } = message.data;
    const { facts, useIds } = (await this.claimOf(claimId)).personal;
    const data: CountUse = { claimId, amountCents, totalCents: facts.document.totalCents };
    for (const useId of useIds) {
      const outcome = await this.uses.execute(useId, { type: 'count-document-use', data }, causeOf(message));
      if ((outcome.kind === 'done' || outcome.kind === 'repeated') && outcome.events.some(({ type }) => type === documentUseRefused.type)) return true;
    }
    return false;
  }

  private async claimOf(claimId: string): Promise<{ readonly state: Claim; readonly letter: string; readonly personal: ClaimPersonal }> {
    const found = await this.claims.load(claimId);
    if (!found) throw new Error(`there is no claim ${claimId}`);
    const personal = claimPersonalOf(found.personal);
    return { state: found.state, letter: personal.letter, personal };
  }

  private thresholdsOf(letter: string, taxYear: number): Pick<HoldClaimCredit, 'thresholds'> {
    const thresholds = letter === THRESHOLD_LETTER ? this.rules.of(taxYear) : undefined;
    return thresholds ? { thresholds } : {};
  }
}

/** What holding came to, now or when the message came the first time. */
function heldBy(outcome: Awaited<ReturnType<AggregateRunner<Account>['execute']>>): Held {
  if (outcome.kind !== 'done' && outcome.kind !== 'repeated') throw new Error(`holding credit for a claim is ${outcome.kind}`);
  const last = outcome.events.at(-1);
  if (last?.type === claimCreditHeld.type) return { heldCents: (last.data as DataOf<typeof claimCreditHeld>).amountCents };
  if (last?.type === claimCreditRefused.type) return { heldCents: 0, code: codeOf(last.data as DataOf<typeof claimCreditRefused>) };
  throw new Error('nothing came of holding credit for a claim');
}

/** Too much under way, or a rule that is missing, is no reason that a claimant could mend: it reads as credit that isn't there. */
const codeOf = ({ code }: DataOf<typeof claimCreditRefused>): string => (code === 'threshold-cliff' || code === 'threshold-consent-needed' ? code : 'insufficient-credit');

const dayAfter = (at: Instant, days: number): Instant => endOfRomeDay(addDays(romeDate(at), days));
