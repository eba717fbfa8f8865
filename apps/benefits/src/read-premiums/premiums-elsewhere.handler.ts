import { Inject, Injectable } from '@nestjs/common';
import type { Cents } from '@salvatempo/kernel';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { ownPremiums, type PremiumRow } from './premium-lists.projection';

/** Of a person: one for each firm and year, so many years of several jobs. */
const MAX_PREMIUMS = 200;

/** What a person's other employers on this platform converted, or pay at the substitute tax, in a year: nobody needs to type what is known here. */
@Injectable()
export class PremiumsElsewhere {
  constructor(@Inject(readerOf(ownPremiums)) private readonly own: RowReader<PremiumRow>) {}

  /** Euro cents, gross, of premiums that were chosen already; as the lists have them, which follow a choice by moments. */
  async of({ personId, firmId, year }: { readonly personId: string; readonly firmId: string; readonly year: number }): Promise<Cents> {
    let [total, read] = [0, 0];
    for await (const row of this.own.each({ tenancy: { tenant: personId } })) {
      if (row.year === year && row.firmId !== firmId) total += (row.convertedCents ?? 0) + (row.favouredCents ?? 0);
      read += 1;
      if (read === MAX_PREMIUMS) break;
    }
    return total;
  }
}
