import { Inject } from '@nestjs/common';
import { allotmentRequested, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { applicationDraft, draftIdOf, type ApplicationDraft } from '../domain/application-draft';

/** A firm applied: what it had typed for the call has become its application. */
@Consumer('programmes.submitted-drafts')
export class SubmittedDraftsConsumer {
  constructor(@Inject(runnerOf(applicationDraft)) private readonly drafts: AggregateRunner<ApplicationDraft>) {}

  @On(allotmentRequested)
  async requested(message: Envelope<DataOf<typeof allotmentRequested>>): Promise<void> {
    const { callId, firmId } = message.data;
    await this.drafts.execute(draftIdOf(callId, firmId), { type: 'submit-draft', data: {} }, causeOf(message));
  }
}
