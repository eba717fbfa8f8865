import { Inject } from '@nestjs/common';
import { premiumImportAccepted, type DataOf, type Envelope } from '@salvatempo/contracts';
import { derivedId } from '@salvatempo/kernel';
import { causeOf, Consumer, On, UnhandleableMessageError, type AggregateRunner } from '@salvatempo/messaging';
import { PLATFORM, runnerOf, type PlatformPorts } from '@salvatempo/runtime';
import { premium, type Premium } from '../domain/premium';
import type { OfferPremium } from './offer-premium.decider';
import { premiumImport, type CompletePremiums, type PremiumImport } from './premium-import.aggregate';

type Accepted = Envelope<DataOf<typeof premiumImportAccepted>>;
type Outcome = keyof CompletePremiums;

/** A person's premium of a year with a firm: one, whatever contract it is of, since the cap is one. */
export const premiumIdOf = ({ firmId, personId, year }: Pick<OfferPremium, 'firmId' | 'personId' | 'year'>): string => derivedId('prm', firmId, personId, String(year));

/** Offers the premiums of accepted files. It can stop at any line and begin again: the accepted file's event is the cause in each premium. */
@Consumer('benefits.premium-imports')
export class ImportPremiumsConsumer {
  constructor(
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(runnerOf(premiumImport)) private readonly imports: AggregateRunner<PremiumImport>,
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
  ) {}

  @On(premiumImportAccepted)
  async accepted(message: Accepted): Promise<void> {
    const { premiumImportId } = message.data;
    if (await this.isPending(premiumImportId)) await this.offer(message);
    await this.ports.store.blobs.remove(premiumImportId);
  }

  private async isPending(premiumImportId: string): Promise<boolean> {
    return (await this.imports.load(premiumImportId))?.state.status === 'accepted';
  }

  private async offer(message: Accepted): Promise<void> {
    const { premiumImportId } = message.data;
    const file = await this.ports.store.blobs.get(premiumImportId);
    if (!file) {
      // Another process was given the message too and was done first; then there is nothing left to do.
      if (await this.isPending(premiumImportId)) throw new UnhandleableMessageError(`the file of ${premiumImportId} is gone`);
      return;
    }
    const outcomes: Outcome[] = [];
    for (const data of JSON.parse(Buffer.from(file).toString('utf8')) as readonly OfferPremium[]) {
      const outcome = await this.premiums.execute(premiumIdOf(data), { type: 'offer-premium', data }, causeOf(message));
      outcomes.push(outcome.kind === 'refused' ? 'kept' : 'events' in outcome && outcome.events.length > 0 ? 'offered' : 'unchanged');
    }
    const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
    await this.imports.execute(premiumImportId, { type: 'complete-premiums', data: { offered: count('offered'), unchanged: count('unchanged'), kept: count('kept') } }, causeOf(message));
  }
}
