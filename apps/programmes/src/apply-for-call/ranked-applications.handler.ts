import { Inject, Injectable } from '@nestjs/common';
import type { applicationAdmitted, applicationSubmitted, CallTerms, DataOf, Envelope, Ranked, rankingAdvanced, rankingClosed, rankingMade } from '@salvatempo/contracts';
import { causeOf, NotYetKnownError, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { allotment, type Allotment } from '../domain/allotment';
import { NationalRegister } from '../national-register/national-register.port';
import type { AdmitAllotment } from './admit-allotment.decider';
import type { RequestAllotment } from './request-allotment.decider';
import type { GrantAllotment, RefuseAllotment } from './settle-allotment.decider';

interface Turn {
  readonly allotmentId: string;
  readonly firmId: string;
  readonly amountCents: number;
  readonly ranked: Ranked;
}

/** Brings what a ranked call decided to the allotments that it is about. */
@Injectable()
export class RankedApplications {
  constructor(
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    private readonly national: NationalRegister,
  ) {}

  /** Throws NotYetKnownError while the refusal of an earlier attempt is still on its way. */
  async submitted(message: Envelope<DataOf<typeof applicationSubmitted>>): Promise<void> {
    const { callId, allotmentId, firmId, askedCents, requestedAt, declared } = message.data;
    const data: RequestAllotment = { callId, firmId, askedCents, requestedAt, declared };
    const outcome = await this.allotments.execute(allotmentId, { type: 'request-allotment', data }, causeOf(message));
    if (outcome.kind === 'refused') throw new NotYetKnownError(`how the earlier application of ${allotmentId} ended`);
  }

  async admitted(message: Envelope<DataOf<typeof applicationAdmitted>>): Promise<void> {
    const { allotmentId, facts } = message.data;
    const data: AdmitAllotment = { facts };
    await this.allotments.execute(allotmentId, { type: 'admit-allotment', data }, causeOf(message));
  }

  async ranked(message: Envelope<DataOf<typeof rankingMade>>, terms: CallTerms): Promise<void> {
    const { lines } = message.data;
    for (const [index, { allotmentId, firmId, amountCents, granted, freeCents }] of lines.entries()) {
      const ranked: Ranked = { place: index + 1, of: lines.length, freeCents };
      if (granted) await this.grant(message, terms, { allotmentId, firmId, amountCents, ranked });
      else await this.allotments.execute(allotmentId, { type: 'rank-allotment', data: ranked }, causeOf(message));
    }
  }

  advanced(message: Envelope<DataOf<typeof rankingAdvanced>>, terms: CallTerms): Promise<void> {
    const { allotmentId, firmId, amountCents, place, of, fund } = message.data;
    return this.grant(message, terms, { allotmentId, firmId, amountCents, ranked: { place, of, freeCents: fund.freeCents + amountCents } });
  }

  async closed(message: Envelope<DataOf<typeof rankingClosed>>): Promise<void> {
    const data: RefuseAllotment = { code: 'ranked-not-funded' };
    for (const { allotmentId } of message.data.waiting) await this.allotments.execute(allotmentId, { type: 'refuse-allotment', data }, causeOf(message));
  }

  private async grant(message: Envelope<object>, terms: CallTerms, { allotmentId, firmId, amountCents, ranked }: Turn): Promise<void> {
    const { aidRegime: regime, cup } = terms;
    const registered = regime && (await this.national.register({ allotmentId, firmId, regime, amountCents, ...(cup !== undefined && { cup }) }));
    const data: GrantAllotment = { amountCents, terms, ranked, ...registered };
    await this.allotments.execute(allotmentId, { type: 'grant-allotment', data }, causeOf(message));
  }
}
