import { Inject } from '@nestjs/common';
import { contactImportAccepted, contactListed, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, UnhandleableMessageError, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { contact, contactIdOf, type Contact } from '../domain/contact';
import { contactImport, type ContactImport } from '../domain/contact-import';
import { firm, firmIdOf, type Firm } from '../domain/firm';
import type { ContactLine } from './contact-file.reader';
import type { CompleteContacts } from './contact-import.decider';
import type { ListContact } from './list-contact.decider';

type Accepted = Envelope<DataOf<typeof contactImportAccepted>>;
type Outcome = keyof CompleteContacts;

/** Takes accepted files in. It can stop at any line and begin again: the accepted file's event is the cause in each contact. */
@Consumer('companies.contact-imports')
export class ImportContactsConsumer {
  constructor(
    @Inject(runnerOf(contact)) private readonly contacts: AggregateRunner<Contact>,
    @Inject(runnerOf(contactImport)) private readonly imports: AggregateRunner<ContactImport>,
    @Inject(runnerOf(firm)) private readonly firms: AggregateRunner<Firm>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  @On(contactImportAccepted)
  async accepted(message: Accepted): Promise<void> {
    const { importId } = message.data;
    if (await this.isPending(importId)) await this.takeIn(message);
    await this.ports.store.blobs.remove(importId);
  }

  private async isPending(importId: string): Promise<boolean> {
    return (await this.imports.load(importId))?.state.status === 'accepted';
  }

  private async takeIn(message: Accepted): Promise<void> {
    const { importId } = message.data;
    const file = await this.ports.store.blobs.get(importId);
    if (!file) {
      // Another process was given the message too and was done first; then there is nothing left to do.
      if (await this.isPending(importId)) throw new UnhandleableMessageError(`the file of ${importId} is gone`);
      return;
    }
    const outcomes: Outcome[] = [];
    for (const line of JSON.parse(Buffer.from(file).toString('utf8')) as readonly ContactLine[]) outcomes.push(await this.list(line, message));
    const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
    const data: CompleteContacts = { listed: count('listed'), alreadyListed: count('alreadyListed'), alreadyFirms: count('alreadyFirms') };
    await this.imports.execute(importId, { type: 'complete-contacts', data }, causeOf(message));
  }

  private async list({ vatNumber, name, municipality, finder }: ContactLine, message: Accepted): Promise<Outcome> {
    const firmId = firmIdOf(vatNumber);
    const contactId = contactIdOf(firmId);
    const cause = causeOf(message);
    // A line that was taken in before an interruption is counted as it was then, although the firm may have registered since.
    const earlier = await this.contacts.earlier(contactId, cause);
    if (!earlier && ((await this.firms.load(firmId))?.state.status ?? 'absent') !== 'absent') return (await this.contacts.load(contactId)) ? 'alreadyListed' : 'alreadyFirms';
    const data: ListContact = { firmId, municipality, finder, name, vatNumber };
    const outcome = earlier ?? (await this.contacts.execute(contactId, { type: 'list-contact', data }, cause));
    return 'events' in outcome && outcome.events.some(({ type }) => type === contactListed.type) ? 'listed' : 'alreadyListed';
  }
}
