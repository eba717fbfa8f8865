import { Inject } from '@nestjs/common';
import { allotmentDeclined, allotmentRequested, allotmentReserved, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, NotYetKnownError, On, UnhandleableMessageError, type AggregateRunner, type RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { allotment, type Allotment } from '../domain/allotment';
import { call, type Call } from '../domain/call';
import { NOTHING_DECLARED } from '../domain/eligibility';
import { firms, type FirmRow } from '../firm-facts/firms.projection';
import type { ReserveAllotment } from './reserve-allotment.decider';
import type { GrantAllotment, RefuseAllotment } from './settle-allotment.decider';

/** Brings an application to the call that decides it, and the call's answer back. */
@Consumer('programmes.applications')
export class ApplicationsConsumer {
  constructor(
    @Inject(runnerOf(call)) private readonly calls: AggregateRunner<Call>,
    @Inject(runnerOf(allotment)) private readonly allotments: AggregateRunner<Allotment>,
    @Inject(readerOf(firms)) private readonly firmRows: RowReader<FirmRow>,
  ) {}

  /** Throws NotYetKnownError while what is known of the firm hasn't come here yet. */
  @On(allotmentRequested)
  async requested(message: Envelope<DataOf<typeof allotmentRequested>>): Promise<void> {
    const { callId, allotmentId, firmId, declared = NOTHING_DECLARED } = message.data;
    const firm = await this.firmRows.get(firmId);
    if (!firm) throw new NotYetKnownError(`firm ${firmId}`);
    const data: ReserveAllotment = { ...firm, ...declared, allotmentId, requestedAt: message.time };
    await this.calls.execute(callId, { type: 'reserve-allotment', data }, causeOf(message));
  }

  @On(allotmentReserved)
  async reserved(message: Envelope<DataOf<typeof allotmentReserved>>): Promise<void> {
    const { callId, allotmentId, amountCents, facts } = message.data;
    const state = (await this.calls.load(callId))?.state;
    if (!state || state.status === 'absent') throw new UnhandleableMessageError(`a reservation of no call: ${callId}`);
    // The terms never change once a call is open, so reading them now or later is the same.
    const data: GrantAllotment = { amountCents, terms: state.terms, facts };
    await this.allotments.execute(allotmentId, { type: 'grant-allotment', data }, causeOf(message));
  }

  @On(allotmentDeclined)
  async declined(message: Envelope<DataOf<typeof allotmentDeclined>>): Promise<void> {
    const { allotmentId, code, facts } = message.data;
    const data: RefuseAllotment = { code, facts };
    await this.allotments.execute(allotmentId, { type: 'refuse-allotment', data }, causeOf(message));
  }
}
