import { Inject, Injectable } from '@nestjs/common';
import { organisationsOf, ProblemError, type Principal } from '@salvatempo/http';
import { derivedId, romeDate, type Instant } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import { whoPaysWhat, type AvailableIncentive, type WhoPaysWhat } from '../domain/who-pays-what';
import { accounts, type AccountRow } from './accounts.projection';
import { allotments, type AllotmentRow } from './allotments.projection';
import { employments, type EmploymentRow } from './employments.projection';
import { offers, type OfferRow } from './offers.projection';
import { personCaps, type PersonCapRow } from './person-caps.projection';

export interface Quote extends WhoPaysWhat {
  /** Follows from all that the buyer is shown: it changes when any of it does. */
  readonly quoteId: string;
  readonly offer: OfferRow;
  readonly personId: string;
  readonly firmId: string;
  readonly accountId: string;
  readonly personCapId?: string;
  readonly spendableCents: number;
  /** The firm's allotments as they stood. */
  readonly available: readonly AvailableIncentive[];
  readonly at: Instant;
}

/** Allotments of a firm that are looked at. */
const MAX_ALLOTMENTS = 20;

/** Computes who would pay what for an offer, now. Nothing is held by it. */
@Injectable()
export class Quotes {
  constructor(
    @Inject(PLATFORM) private readonly ports: PlatformPorts,
    @Inject(readerOf(offers)) private readonly offerRows: RowReader<OfferRow>,
    @Inject(readerOf(allotments)) private readonly allotmentRows: RowReader<AllotmentRow>,
    @Inject(readerOf(personCaps)) private readonly personCapRows: RowReader<PersonCapRow>,
    @Inject(readerOf(accounts)) private readonly accountRows: RowReader<AccountRow>,
    @Inject(readerOf(employments)) private readonly employmentRows: RowReader<EmploymentRow>,
  ) {}

  /** Throws ProblemError `offer-not-found`, `not-allowed` for a firm that the person doesn't work for, `employment-ended` after its last day. */
  async quote(offerId: string, who: Principal, wantedFirmId?: string): Promise<Quote> {
    const firmIds = organisationsOf(who, 'employee');
    const firmId = wantedFirmId ?? firmIds[0];
    if (firmId === undefined || !firmIds.includes(firmId)) throw new ProblemError('not-allowed');
    const offer = await this.offerRows.get(offerId);
    if (!offer) throw new ProblemError('offer-not-found');
    const at = this.ports.ambient.clock.now();
    await this.assertWorking(firmId, who.personId, at);
    const available = await this.available(firmId, who.personId);
    const pays = whoPaysWhat(offer.priceCents, offer.serviceCode, available, at);
    const accountId = derivedId('acc', firmId, who.personId);
    const spendableCents = (await this.accountRows.get(accountId))?.spendableCents ?? 0;
    const personCapId = pays.incentive && derivedId('pcp', pays.incentive.callId, who.personId);
    const quoteId = derivedId('quo', offerId, String(offer.revision), who.personId, firmId, pays.incentive?.allotmentId ?? '', String(pays.incentiveCents));
    return { ...pays, quoteId, offer, personId: who.personId, firmId, accountId, spendableCents, available, at, ...(personCapId === undefined ? {} : { personCapId }) };
  }

  private async assertWorking(firmId: string, personId: string, at: Instant): Promise<void> {
    const lastDay = (await this.employmentRows.get(derivedId('emp', firmId, personId)))?.lastDay;
    if (lastDay !== undefined && lastDay < romeDate(at)) throw new ProblemError('employment-ended', { params: { lastDay } });
  }

  private async available(firmId: string, personId: string): Promise<readonly AvailableIncentive[]> {
    const { items } = await this.allotmentRows.page({ tenancy: { tenant: firmId }, limit: MAX_ALLOTMENTS });
    return Promise.all(
      items.map(async ({ allotmentId, callId, terms, freeCents, municipality }) => {
        const cap = await this.personCapRows.get(derivedId('pcp', callId, personId));
        return { allotmentId, callId, terms, allotmentFreeCents: freeCents, personUsedCents: (cap?.heldCents ?? 0) + (cap?.usedCents ?? 0), ...(municipality !== undefined && { municipality }) };
      }),
    );
  }
}
