import { Inject, Injectable } from '@nestjs/common';
import type { Cents } from '@salvatempo/kernel';
import type { AggregateRunner, RowReader } from '@salvatempo/messaging';
import { readerOf, runnerOf } from '@salvatempo/runtime';
import { premium, type Premium } from '../domain/premium';
import { premiumYear, premiumYearIdOf, usedByOthers, type PremiumYear } from '../domain/premium-year';
import { settle, shareOfCap, type KnownShare } from '../hold-premium-cap/settle-premium-cap.decider';
import { ownPremiums, type PremiumRow } from './premium-lists.projection';

/** Of a person: one for each firm and year, so many years of several jobs. */
const MAX_PREMIUMS = 200;

export interface Elsewhere {
  /** Of the cap, by the person's premiums of other firms in the year: used, or set aside for a choice that is being made. Euro cents, gross. */
  readonly usedCents: Cents;
  /** Premiums that the person's year never heard of, as they stand: it takes them over with its next hold. */
  readonly known: readonly KnownShare[];
}

/** What a person's other employers on this platform have of a year's cap: nobody needs to type what is known here. */
@Injectable()
export class PremiumsElsewhere {
  constructor(
    @Inject(readerOf(ownPremiums)) private readonly own: RowReader<PremiumRow>,
    @Inject(runnerOf(premium)) private readonly premiums: AggregateRunner<Premium>,
    @Inject(runnerOf(premiumYear)) private readonly years: AggregateRunner<PremiumYear>,
  ) {}

  async of({ premiumId, personId, year }: { readonly premiumId: string; readonly personId: string; readonly year: number }): Promise<Elsewhere> {
    const known: KnownShare[] = [];
    let read = 0;
    const state = (await this.years.load(premiumYearIdOf({ personId, year })))?.state ?? premiumYear.initial;
    for await (const row of this.own.each({ tenancy: { tenant: personId } })) {
      if (row.year === year && row.premiumId !== premiumId && !(row.premiumId in state.shares)) {
        const found = (await this.premiums.load(row.premiumId))!;
        known.push(shareOfCap(row.premiumId, found.state, found.sequence));
      }
      read += 1;
      if (read === MAX_PREMIUMS) break;
    }
    return { usedCents: usedByOthers(known.reduce(settle, state), premiumId), known };
  }
}
