import { Inject } from '@nestjs/common';
import { offerImportAccepted, type DataOf, type Envelope } from '@salvatempo/contracts';
import { causeOf, Consumer, On, UnhandleableMessageError, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { offer, offerIdOf, type Offer } from '../domain/offer';
import { offerImport, type OfferImport } from '../domain/offer-import';
import type { CompleteImport } from './complete-import.decider';
import type { PriceRow } from './price-list.columns';
import type { PublishOffer } from './publish-offer.decider';

type Accepted = Envelope<DataOf<typeof offerImportAccepted>>;

/** Offers written at the same time. */
const AT_ONCE = 32;

/**
 * Takes accepted price lists in. It can stop at any line and begin again: the accepted file's event is the cause in each offer,
 * so that a line that was already published is found as such, and counted as published, not as unchanged.
 */
@Consumer('providers.offer-imports')
export class ImportOffersConsumer {
  constructor(
    @Inject(runnerOf(offer)) private readonly offers: AggregateRunner<Offer>,
    @Inject(runnerOf(offerImport)) private readonly imports: AggregateRunner<OfferImport>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  @On(offerImportAccepted)
  async accepted(message: Accepted): Promise<void> {
    const { importId } = message.data;
    const state = (await this.imports.load(importId))?.state;
    if (state?.status === 'accepted') await this.takeIn(message);
    await this.ports.store.blobs.remove(importId);
  }

  /** Another process was given the message too and was done first; then there is nothing left to do. */
  private async withoutFile(importId: string): Promise<void> {
    const state = (await this.imports.load(importId))?.state;
    if (state?.status === 'accepted') throw new UnhandleableMessageError(`the file of ${importId} is gone`);
  }

  private async takeIn(message: Accepted): Promise<void> {
    const { importId } = message.data;
    const file = await this.ports.store.blobs.get(importId);
    if (!file) return this.withoutFile(importId);
    const rows = JSON.parse(Buffer.from(file).toString('utf8')) as readonly PriceRow[];
    let published = 0;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const changed = await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => this.publish(row, message)));
      published += changed.filter(Boolean).length;
    }
    const data: CompleteImport = { published, unchanged: rows.length - published };
    await this.imports.execute(importId, { type: 'complete-import', data }, causeOf(message));
  }

  /** Whether this import made a new revision, now or before it was interrupted. */
  private async publish(row: PriceRow, message: Accepted): Promise<boolean> {
    const { providerId } = message.data;
    const data: PublishOffer = { ...row, providerId, asOf: message.time };
    const outcome = await this.offers.execute(offerIdOf(providerId, row.code), { type: 'publish-offer', data }, causeOf(message));
    return 'events' in outcome && outcome.events.length > 0;
  }
}
