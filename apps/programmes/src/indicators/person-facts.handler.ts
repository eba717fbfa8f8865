import { Inject, Injectable } from '@nestjs/common';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import type { Spending } from '../domain/spending';
import type { PersonFacts } from '../domain/indicators';
import { firms, type FirmRow } from '../firm-facts/firms.projection';
import { families, people, type FamilyRow, type PersonRow } from './people.projection';

/** People whose families are asked for at the same time. */
const AT_ONCE = 64;
/** People of firms' lists that are looked at; of those beyond, the sex is not known. */
const MAX_LISTED = 50_000;

/** What is known of the people of a call's purchases: from their firms' lists, their firms' owners, and the families that they keep. */
@Injectable()
export class PeopleFacts {
  constructor(
    @Inject(readerOf(people)) private readonly rows: RowReader<PersonRow>,
    @Inject(readerOf(families)) private readonly families: RowReader<FamilyRow>,
    @Inject(readerOf(firms)) private readonly firms: RowReader<FirmRow>,
  ) {}

  async of(spendings: readonly Spending[]): Promise<ReadonlyMap<string, PersonFacts>> {
    const personIds = [...new Set(spendings.map(({ personId }) => personId))];
    const sexes = await this.sexesIn([...new Set(spendings.map(({ firmId }) => firmId))]);
    const found = new Map<string, PersonFacts>();
    for (let from = 0; from < personIds.length; from += AT_ONCE)
      await Promise.all(personIds.slice(from, from + AT_ONCE).map(async (id) => {
        found.set(id, { sex: sexes.get(id), minors: await this.minorsOf(id) });
      }));
    return found;
  }

  private async sexesIn(firmIds: readonly string[]): Promise<ReadonlyMap<string, PersonFacts['sex']>> {
    const found = new Map<string, PersonFacts['sex']>();
    let listed = 0;
    for (const firmId of firmIds) {
      const firm = await this.firms.get(firmId);
      if (firm?.beneficiaryPersonId !== undefined) found.set(firm.beneficiaryPersonId, firm.beneficiarySex);
      for await (const { personId, sex } of this.rows.each({ tenancy: { tenant: firmId } })) {
        if (++listed > MAX_LISTED) return found;
        found.set(personId, sex ?? found.get(personId));
      }
    }
    return found;
  }

  /** How many minors there are in somebody's family; undefined where they keep none here, or not all is told. */
  private async minorsOf(personId: string): Promise<number | undefined> {
    const { items: [family] } = await this.families.page({ tenancy: { tenant: personId }, limit: 1 });
    const relatives = Object.values(family?.minors ?? {});
    return relatives.length === 0 || relatives.includes(null) ? undefined : relatives.filter((isMinor) => isMinor).length;
  }
}
