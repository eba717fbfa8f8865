import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@salvatempo/contracts';
import { organisationsOf, ProblemError, type Principal } from '@salvatempo/http';
import { derivedId, romeDate, type Instant } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { PLATFORM, readerOf, type PlatformPorts } from '@salvatempo/runtime';
import { priceFor, type Price, type PricedNetwork } from '../domain/network-price';
import { chosenMinutes, hoursFor, type HoursOption, type PayWith } from '../domain/pay-with-hours';
import { whoPaysWhat, type AvailableIncentive, type WhoPaysWhat } from '../domain/who-pays-what';
import { firmOwners, type FirmOwnerRow } from '../quote-own-purchase/firm-owners.projection';
import { accountHours, type AccountHoursRow } from './account-hours.projection';
import { accounts, type AccountRow } from './accounts.projection';
import { allotments, type AllotmentRow } from './allotments.projection';
import { employments, type EmploymentRow } from './employments.projection';
import { networks } from './networks.projection';
import { offers, type OfferRow } from './offers.projection';
import { personCaps, type PersonCapRow } from './person-caps.projection';

export interface Quote extends WhoPaysWhat {
  /** Follows from all that the buyer is shown: it changes when any of it does. */
  readonly quoteId: string;
  readonly offer: OfferRow;
  readonly price: Price;
  readonly personId: string;
  readonly firmId: string;
  readonly accountId: string;
  readonly personCapId?: string;
  readonly spendableCents: number;
  /** Whether hours could pay, and how many; undefined where they are no matter. */
  readonly hours?: HoursOption;
  /** The minutes that would pay what credit pays; undefined where euros would. */
  readonly creditMinutes?: number;
  /** The firm's allotments as they stood. */
  readonly available: readonly AvailableIncentive[];
  readonly at: Instant;
}

/** What an owner would pay for themself, and for which of their firms. */
export interface OwnQuote {
  /** Follows from all that is shown, as an employee's does. */
  readonly quoteId: string;
  readonly offer: OfferRow;
  readonly price: Price;
  readonly firmId: string;
  /** The owner whom the firm declared; undefined where it declared none, so that nothing can be bought for them. */
  readonly beneficiaryPersonId?: string;
  readonly pays: WhoPaysWhat;
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
    @Inject(readerOf(accountHours)) private readonly hourRows: RowReader<AccountHoursRow>,
    @Inject(readerOf(employments)) private readonly employmentRows: RowReader<EmploymentRow>,
    @Inject(readerOf(networks)) private readonly networkRows: RowReader<PricedNetwork>,
    @Inject(readerOf(firmOwners)) private readonly ownerRows: RowReader<FirmOwnerRow>,
  ) {}

  /** Throws ProblemError `offer-not-found`, `not-allowed` for a firm that the person doesn't work for, `employment-ended` after its last day. */
  async quote(offerId: string, who: Principal, wantedFirmId?: string, payWith?: PayWith): Promise<Quote> {
    const firmId = firmOf(who, 'employee', wantedFirmId);
    const offer = await this.offer(offerId);
    const at = this.ports.ambient.clock.now();
    await this.assertWorking(firmId, who.personId, at);
    const available = await this.available(firmId, who.personId);
    const price = await this.price(offer, firmId, at);
    const pays = whoPaysWhat(price.priceCents, offer.serviceCode, available, at);
    const accountId = derivedId('acc', firmId, who.personId);
    const spendableCents = (await this.accountRows.get(accountId))?.spendableCents ?? 0;
    const hours = await this.hours(accountId, offer, price, pays, at);
    const creditMinutes = chosenMinutes(hours, payWith);
    const personCapId = pays.incentive && derivedId('pcp', pays.incentive.callId, who.personId);
    const quoteId = derivedId('quo', offerId, String(offer.revision), who.personId, firmId, pays.incentive?.allotmentId ?? '', String(pays.incentiveCents), ...pricedBy(price), ...(creditMinutes === undefined ? [] : ['hours', String(creditMinutes)]));
    return { ...pays, quoteId, offer, price, ...(hours && { hours }), ...(creditMinutes !== undefined && { creditMinutes }), personId: who.personId, firmId, accountId, spendableCents, available, at, ...(personCapId === undefined ? {} : { personCapId }) };
  }

  /**
   * What the owner of a firm would pay for themself, asked by its administrator. The caps are the owner's, whoever asks. Throws
   * ProblemError `offer-not-found`, `not-allowed` for a firm that isn't the caller's.
   */
  async ownQuote(offerId: string, who: Principal, wantedFirmId?: string): Promise<OwnQuote> {
    const firmId = firmOf(who, 'firm-admin', wantedFirmId);
    const offer = await this.offer(offerId);
    const at = this.ports.ambient.clock.now();
    const beneficiaryPersonId = (await this.ownerRows.get(firmId))?.beneficiaryPersonId;
    const available = await this.available(firmId, beneficiaryPersonId);
    const price = await this.price(offer, firmId, at);
    const pays = whoPaysWhat(price.priceCents, offer.serviceCode, available, at);
    const quoteId = derivedId('quo', 'own', offerId, String(offer.revision), firmId, beneficiaryPersonId ?? '', pays.incentive?.allotmentId ?? '', String(pays.incentiveCents), ...pricedBy(price));
    return { quoteId, offer, price, firmId, pays, available, at, ...(beneficiaryPersonId !== undefined && { beneficiaryPersonId }) };
  }

  private async hours(accountId: string, { durationMinutes, taxLetter }: OfferRow, { priceCents }: Price, { creditCents }: WhoPaysWhat, at: Instant): Promise<HoursOption | undefined> {
    const row = durationMinutes === undefined ? undefined : await this.hourRows.get(accountId);
    return row && hoursFor(row.lots, { priceCents, creditCents, durationMinutes, letter: taxLetter }, at);
  }

  private async offer(offerId: string): Promise<OfferRow> {
    const offer = await this.offerRows.get(offerId);
    if (!offer) throw new ProblemError('offer-not-found');
    return offer;
  }

  /** A network that isn't known here yet has no members: its price comes with the next quote. */
  private async price(offer: OfferRow, firmId: string, at: Instant): Promise<Price> {
    const found = await Promise.all((offer.networkPrices ?? []).map(({ networkId }) => this.networkRows.get(networkId)));
    return priceFor(offer, found.filter((one) => one !== undefined), firmId, romeDate(at));
  }

  private async assertWorking(firmId: string, personId: string, at: Instant): Promise<void> {
    const lastDay = (await this.employmentRows.get(derivedId('emp', firmId, personId)))?.lastDay;
    if (lastDay !== undefined && lastDay < romeDate(at)) throw new ProblemError('employment-ended', { params: { lastDay } });
  }

  private async available(firmId: string, personId: string | undefined): Promise<readonly AvailableIncentive[]> {
    const { items } = await this.allotmentRows.page({ tenancy: { tenant: firmId }, limit: MAX_ALLOTMENTS });
    return Promise.all(
      items.map(async ({ allotmentId, callId, terms, freeCents, municipality }) => {
        const cap = personId === undefined ? undefined : await this.personCapRows.get(derivedId('pcp', callId, personId));
        return { allotmentId, callId, terms, allotmentFreeCents: freeCents, personUsedCents: (cap?.heldCents ?? 0) + (cap?.usedCents ?? 0), ...(municipality !== undefined && { municipality }) };
      }),
    );
  }
}

/** What of a price a quote follows from: nothing where it is the list's, so that quotes of before stay what they were. */
const pricedBy = ({ priceCents, network }: Price): readonly string[] => (network ? [network.networkId, String(priceCents)] : []);

/** The firm that is meant: the wanted one, or the first for which the person has the role. */
function firmOf(who: Principal, role: Role, wantedFirmId: string | undefined): string {
  const firmIds = organisationsOf(who, role);
  const firmId = wantedFirmId ?? firmIds[0];
  if (firmId === undefined || !firmIds.includes(firmId)) throw new ProblemError('not-allowed');
  return firmId;
}
