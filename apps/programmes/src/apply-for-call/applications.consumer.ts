import { Inject } from '@nestjs/common';
import {
  allotmentDeclined,
  allotmentRefused,
  allotmentRequested,
  allotmentReserved,
  applicationAdmitted,
  applicationSubmitted,
  holdAid,
  rankingAdvanced,
  rankingClosed,
  rankingMade,
  releaseAid,
  type AidRegime,
  type CallTerms,
  type DataOf,
  type Envelope,
} from '@salvatempo/contracts';
import { romeDate } from '@salvatempo/kernel';
import { causeOf, Consumer, On, UnhandleableMessageError, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { aidRegister, aidRegisterIdOf, type AidRegister } from '../domain/aid-register';
import { aidRuleAt } from '../domain/aid-rules';
import { allotment, type Allotment } from '../domain/allotment';
import { call, type Call } from '../domain/call';
import type { AidRules } from '../domain/rule-table';
import { NationalRegister } from '../national-register/national-register.port';
import { RuleTables } from '../read-rule-tables/rule-tables.handler';
import { ApplicationFacts } from './application-facts.handler';
import { RankedApplications } from './ranked-applications.handler';
import type { ReserveAllotment } from './reserve-allotment.decider';
import type { GrantAllotment, RefuseAllotment } from './settle-allotment.decider';

/**
 * Brings an application to the call that decides it, and the call's answer back. What is aid goes by the register of the
 * single undertaking first, and to the national register before it is granted.
 */
@Consumer('programmes.applications')
export class ApplicationsConsumer {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(runnerOf(aidRegister)) private readonly registers: AggregateRunner<AidRegister>,
    private readonly facts: ApplicationFacts,
    private readonly national: NationalRegister,
    private readonly ranked: RankedApplications,
    private readonly rules: RuleTables,
  ) {}

  /** Throws NotYetKnownError while what is known of the firm hasn't come here yet. */
  @On(allotmentRequested)
  async requested(message: Envelope<DataOf<typeof allotmentRequested>>): Promise<void> {
    const { callId, allotmentId, firmId, askedCents, requestedAt = message.time, declared } = message.data;
    const applicant = await this.facts.applicantOf(firmId, { requestedAt, declared });
    const { aidRegime, onAidExcess = 'refuse' } = await this.termsOf(callId);
    if (aidRegime === undefined) {
      const data: ReserveAllotment = { ...applicant, allotmentId, firmId };
      await this.calls.execute(callId, { type: 'reserve-allotment', data }, causeOf(message));
      return;
    }
    const data: DataOf<typeof holdAid> = { allotmentId, callId, firmId, amountCents: askedCents, onExcess: onAidExcess, rule: ruleAt(await this.rules.aid(), aidRegime, message.time) };
    await this.registers.execute(aidRegisterIdOf(firmId), { type: holdAid.type, data }, causeOf(message));
  }

  @On(allotmentReserved)
  async reserved(message: Envelope<DataOf<typeof allotmentReserved>>): Promise<void> {
    const { callId, allotmentId, firmId, amountCents, facts } = message.data;
    // The terms never change once a call is open, so reading them now or later is the same.
    const terms = await this.termsOf(callId);
    const { aidRegime: regime, cup } = terms;
    const registered = regime && (await this.national.register({ allotmentId, firmId, regime, amountCents, ...(cup !== undefined && { cup }) }));
    const data: GrantAllotment = { amountCents, terms, facts, ...registered };
    await this.allotments.execute(allotmentId, { type: 'grant-allotment', data }, causeOf(message));
  }

  /** What was held in the register is given back before the firm may apply again. */
  @On(allotmentDeclined)
  async declined(message: Envelope<DataOf<typeof allotmentDeclined>>): Promise<void> {
    const { allotmentId, firmId, code, facts } = message.data;
    if (facts?.aid && facts.aid.heldCents > 0) {
      const data: DataOf<typeof releaseAid> = { allotmentId };
      await this.registers.execute(aidRegisterIdOf(firmId), { type: releaseAid.type, data }, causeOf(message));
    }
    const data: RefuseAllotment = { code, facts };
    await this.allotments.execute(allotmentId, { type: 'refuse-allotment', data }, causeOf(message));
  }

  // What a ranked call decides comes by the same group, so that it is taken in the call's order: a refusal before the next attempt.

  @On(applicationSubmitted)
  submitted(message: Envelope<DataOf<typeof applicationSubmitted>>): Promise<void> {
    return this.ranked.submitted(message);
  }

  @On(applicationAdmitted)
  admitted(message: Envelope<DataOf<typeof applicationAdmitted>>): Promise<void> {
    return this.ranked.admitted(message);
  }

  @On(rankingMade)
  async rankingMade(message: Envelope<DataOf<typeof rankingMade>>): Promise<void> {
    await this.ranked.ranked(message, await this.termsOf(message.data.callId));
  }

  @On(rankingAdvanced)
  async rankingAdvanced(message: Envelope<DataOf<typeof rankingAdvanced>>): Promise<void> {
    await this.ranked.advanced(message, await this.termsOf(message.data.callId));
  }

  @On(rankingClosed)
  rankingClosed(message: Envelope<DataOf<typeof rankingClosed>>): Promise<void> {
    return this.ranked.closed(message);
  }

  /** One that waited in a ranking in vain: its hold lasted until here. By its own event, since two may have the same register. */
  @On(allotmentRefused)
  async refused(message: Envelope<DataOf<typeof allotmentRefused>>): Promise<void> {
    const { allotmentId, firmId, facts } = message.data;
    if (!facts?.ranked || !facts.aid) return;
    const data: DataOf<typeof releaseAid> = { allotmentId };
    await this.registers.execute(aidRegisterIdOf(firmId), { type: releaseAid.type, data }, causeOf(message));
  }

  /** Throws UnhandleableMessageError for a call that never was. */
  private async termsOf(callId: string): Promise<CallTerms> {
    const state = (await this.calls.load(callId))?.state;
    if (!state || state.status === 'absent') throw new UnhandleableMessageError(`an application to no call: ${callId}`);
    return state.terms;
  }
}

/** Throws UnhandleableMessageError where the regulation isn't in force: the call was opened for a time in which it is. */
function ruleAt(rules: AidRules, regime: AidRegime, at: string): DataOf<typeof holdAid>['rule'] {
  const rule = aidRuleAt(rules, regime, romeDate(at));
  if (!rule) throw new UnhandleableMessageError(`${regime} isn't in force at ${at}`);
  return rule;
}
