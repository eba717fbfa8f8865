import { Inject } from '@nestjs/common';
import { contactListed, firmRegistered, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, type AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { contact, contactIdOf, type Contact } from '../domain/contact';
import { firm, type Firm } from '../domain/firm';

/** A contact joins when its firm registers. Looked at from both sides, since a file may be taken in while the firm registers. */
@Consumer('companies.joined-contacts')
export class JoinedContactsConsumer {
  constructor(
    @Inject(runnerOf(contact)) private readonly contacts: AggregateRunner<Contact>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
  ) {}

  @On(firmRegistered)
  async registered(message: Envelope<DataOf<typeof firmRegistered>>): Promise<void> {
    const contactId = contactIdOf(message.data.firmId);
    if (await this.contacts.load(contactId)) await this.join(contactId, message);
  }

  @On(contactListed)
  async listed(message: Envelope<DataOf<typeof contactListed>>): Promise<void> {
    const { contactId, firmId } = message.data;
    if (((await this.firms.load(firmId))?.state.status ?? 'absent') !== 'absent') await this.join(contactId, message);
  }

  private async join(contactId: string, message: Envelope<object>): Promise<void> {
    await this.contacts.execute(contactId, { type: 'note-joined', data: {} }, causeOf(message));
  }
}
