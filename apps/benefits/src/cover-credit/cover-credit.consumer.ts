import { Inject } from '@nestjs/common';
import { bankLineAssigned, bankLineRecorded, claimCreditDebited, contributionCreditSpent, creditAdded, creditRunAskedAgain, creditRunCalledOff, creditRunCovered, creditRunRegistered, creditRunStarted, creditSpent, creditWithdrawn, residueSettled, type DataOf, type Envelope } from '@salvatempo/contracts';
import { romeDate } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { creditRun, type CreditRun } from '../credit-people/credit-run.aggregate';
import { account, type Account } from '../domain/account';
import { coverIdOf, firmCover, proformaIdOf, referenceOf, type FirmCover } from '../domain/firm-cover';
import { proforma, type IssueProforma, type Proforma } from '../issue-proforma/proforma.aggregate';
import { coverTermsOn } from './firm-cover.table';
import type { GiveBackCover } from './give-back-cover.decider';
import type { ReceiveTransfer } from './receive-transfer.decider';
import type { RegisterRun } from './register-run.decider';

type Registered = Envelope<DataOf<typeof creditRunRegistered>>;
type TakenFromAccount = Envelope<Pick<GiveBackCover, 'accountId' | 'lots'>>;

/** Brings a firm's cover together with its credit runs, its transfers and what its accounts give back; each message has one effect. */
@Consumer('benefits.cover')
export class CoverCreditConsumer {
  constructor(
    @Inject(runnerOf(firmCover)) private readonly covers: AggregateRunner<FirmCover>,
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(runnerOf(proforma)) private readonly proformas: AggregateRunner<Proforma>,
    @Inject(runnerOf(account)) private readonly accounts: AggregateRunner<Account>,
  ) {}

  @On(creditRunStarted)
  async started(message: Envelope<DataOf<typeof creditRunStarted>>): Promise<void> {
    await this.ask(message, 0);
  }

  @On(creditRunAskedAgain)
  async askedAgain(message: Envelope<DataOf<typeof creditRunAskedAgain>>): Promise<void> {
    await this.ask(message, message.data.attempt);
  }

  /** Asks once for each attempt: a message that comes again after the run was put off must not ask beside the one that follows, or it could be registered twice. */
  private async ask(message: Envelope<{ runId: string }>, attempt: number): Promise<void> {
    const state = (await this.runs.load(message.data.runId))?.state;
    // One that was completed before there was a cover needs none.
    if (state?.status !== 'running' || (state.attempt ?? 0) !== attempt || state.retryAt !== undefined) return;
    const { runId, firmId, lot, personIds } = state;
    const data: RegisterRun = { firmId, runId, amountCents: personIds.length * lot.amountCents, terms: coverTermsOn(romeDate(message.time)) };
    const outcome = await this.covers.execute(coverIdOf(firmId), { type: 'register-run', data }, causeOf(message));
    if (outcome.kind === 'refused') await this.runs.execute(runId, { type: 'put-off-run', data: {} }, causeOf(message));
  }

  @On(creditRunRegistered)
  async registered(message: Registered): Promise<void> {
    const { firmId, runId, ordinal, reference, amountCents, waits } = message.data;
    const data: IssueProforma = { firmId, runId, ordinal, reference, amountCents, issuedOn: romeDate(message.time) };
    await this.proformas.execute(proformaIdOf(reference), { type: 'issue-proforma', data }, causeOf(message));
    if (waits) await this.runs.execute(runId, { type: 'await-transfer', data: {} }, causeOf(message));
  }

  @On(creditRunCovered)
  async covered(message: Envelope<DataOf<typeof creditRunCovered>>): Promise<void> {
    await this.runs.execute(message.data.runId, { type: 'release-run', data: {} }, causeOf(message));
  }

  @On(creditRunCalledOff)
  async calledOff(message: Envelope<DataOf<typeof creditRunCalledOff>>): Promise<void> {
    const { runId } = message.data;
    await this.runs.execute(runId, { type: 'cancel-run', data: {} }, causeOf(message));
    await this.proformas.execute(proformaIdOf(referenceOf(runId)), { type: 'cancel-proforma', data: {} }, causeOf(message));
  }

  @On(bankLineRecorded, bankLineAssigned)
  async received(message: Envelope<{ lineId: string; amountCents: number; firmId?: string; runId?: string }>): Promise<void> {
    const { firmId, lineId, amountCents, runId } = message.data;
    if (firmId === undefined) return;
    const data: ReceiveTransfer = { firmId, lineId, amountCents, terms: coverTermsOn(romeDate(message.time)), ...(runId !== undefined && { runId }) };
    await this.covers.execute(coverIdOf(firmId), { type: 'receive-transfer', data }, causeOf(message));
  }

  /** Hours paid a service that costs less than they were worth, or need a cent less behind them beside others. */
  @On(creditSpent, creditAdded)
  async spent(message: Envelope<DataOf<typeof creditSpent> | DataOf<typeof creditAdded>>): Promise<void> {
    const { accountId, freed } = message.data;
    if (freed) await this.giveBack({ ...message, data: { accountId, lots: freed } }, 'worth-above-price');
  }

  @On(creditWithdrawn)
  withdrawn(message: TakenFromAccount): Promise<void> {
    return this.giveBack(message, 'withdrawn');
  }

  /** The employer pays a reimbursement itself with the payroll (ADR 0261), and a contribution to the fund (ADR 0286), so that the platform needs no money for it. */
  @On(claimCreditDebited, contributionCreditSpent)
  reimbursed(message: TakenFromAccount): Promise<void> {
    return this.giveBack(message, 'reimbursed');
  }

  /** What ended, or left for the pool or a pension fund, is nobody's credit any more; what is drawn from a pool asks for its cover as any run does. */
  @On(residueSettled)
  async ended(message: Envelope<DataOf<typeof residueSettled>>): Promise<void> {
    const { accountId, lotId, amountCents, runId, to } = message.data;
    // What goes on in another lot still needs what stands behind it.
    const endedCents = amountCents - (to?.lot.amountCents ?? 0);
    if (endedCents > 0) await this.giveBack({ ...message, data: { accountId, lots: [{ lotId, amountCents: endedCents, runId }] } }, 'ended');
  }

  private async giveBack(message: TakenFromAccount, reason: GiveBackCover['reason']): Promise<void> {
    const { accountId, lots } = message.data;
    const owner = (await this.accounts.load(accountId))?.state;
    if (!owner) return;
    const data: GiveBackCover = { accountId, personId: owner.personId, reason, lots, terms: coverTermsOn(romeDate(message.time)) };
    await this.covers.execute(coverIdOf(owner.firmId), { type: 'give-back-cover', data }, causeOf(message));
  }
}
