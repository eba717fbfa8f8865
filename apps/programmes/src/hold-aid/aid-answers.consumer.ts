import { Inject } from '@nestjs/common';
import { aidHeld, aidRefused, allotmentEnded, allotmentGranted, allotmentVerified, correctAid, recordAid, type DataOf, type Envelope } from '@salvatempo/contracts';
import { romeDate } from '@salvatempo/kernel';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { ApplicationFacts } from '../apply-for-call/application-facts.handler';
import type { ReserveAllotment } from '../apply-for-call/reserve-allotment.decider';
import { actDueOn, aidRegister, aidRegisterIdOf, type AidRegister } from '../domain/aid-register';
import { allotment, type Allotment } from '../domain/allotment';
import { call, type Call } from '../domain/call';

/** Brings the register's answer to the call, a "no" too so that it is decided and recorded in the fund's order; and the grant back to the register. */
@Consumer('programmes.aid-answers')
export class AidAnswersConsumer {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(runnerOf(aidRegister)) private readonly registers: AggregateRunner<AidRegister>,
    private readonly facts: ApplicationFacts,
  ) {}

  @On(aidHeld)
  held(message: Envelope<DataOf<typeof aidHeld>>): Promise<void> {
    return this.reserve(message);
  }

  @On(aidRefused)
  refused(message: Envelope<DataOf<typeof aidRefused>>): Promise<void> {
    return this.reserve(message, message.data.code);
  }

  @On(allotmentGranted)
  async granted(message: Envelope<DataOf<typeof allotmentGranted>>): Promise<void> {
    const { allotmentId, firmId, amountCents, terms, cor } = message.data;
    if (cor === undefined) return;
    const grantedOn = romeDate(message.time);
    const data: DataOf<typeof recordAid> = { allotmentId, amountCents, cor, ...(terms.cup !== undefined && { cup: terms.cup }), grantedOn, actDueOn: actDueOn(grantedOn) };
    await this.registers.execute(aidRegisterIdOf(firmId), { type: recordAid.type, data }, causeOf(message));
  }

  /** Here too, so that it comes behind the grant: both are the same allotment's. Of a revoked grant no aid is left. */
  @On(allotmentEnded)
  async ended(message: Envelope<DataOf<typeof allotmentEnded>>): Promise<void> {
    const { allotmentId, firmId, how, paidCents, cor } = message.data;
    if (cor === undefined) return;
    const data: DataOf<typeof correctAid> = { allotmentId, amountCents: how === 'revoked' ? 0 : paidCents };
    await this.registers.execute(aidRegisterIdOf(firmId), { type: correctAid.type, data }, causeOf(message));
  }

  /** What was paid and isn't admitted is recovered, and no aid. */
  @On(allotmentVerified)
  async verified(message: Envelope<DataOf<typeof allotmentVerified>>): Promise<void> {
    const { allotmentId, firmId, admittedCents: amountCents, cor } = message.data;
    if (cor === undefined) return;
    const data: DataOf<typeof correctAid> = { allotmentId, amountCents };
    await this.registers.execute(aidRegisterIdOf(firmId), { type: correctAid.type, data }, causeOf(message));
  }

  private async reserve(message: Envelope<DataOf<typeof aidHeld>>, aidCode?: string): Promise<void> {
    const { allotmentId, callId, firmId, facts: aid } = message.data;
    const state = (await this.allotments.load(allotmentId))?.state;
    // Decided already: this is a repeat.
    if (state?.status !== 'requested') return;
    const applicant = await this.facts.applicantOf(firmId, { requestedAt: state.requestedAt ?? message.time, ...(state.declared && { declared: state.declared }) });
    const data: ReserveAllotment = { ...applicant, allotmentId, firmId, aid, ...(aidCode !== undefined && { aidCode }) };
    await this.calls.execute(callId, { type: 'reserve-allotment', data }, causeOf(message));
  }
}
