import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { groupOf, type PlanVersion } from '../domain/plan-terms';
import { firmPeople, worksOn, type FirmPersonRow } from '../firm-people/firm-people.projection';

const MAX_PEOPLE = 1_000;

/** Who is in a group of a plan: by the first group that fits, so that nobody is in two. */
@Injectable()
export class GroupPeople {
  constructor(@Inject(readerOf(firmPeople)) private readonly people: RowReader<FirmPersonRow>) {}

  /** Those who work for the firm on a day in Rome. Throws ProblemError `plan-no-group` for a group that the version doesn't have, and `plan-group-too-large`. */
  async of(firmId: string, { terms }: PlanVersion, category: string | undefined, day: string): Promise<readonly string[]> {
    if (!terms.groups.some((one) => one.category === category)) throw new ProblemError('plan-no-group');
    const found: string[] = [];
    for await (const person of this.people.each({ tenancy: { tenant: firmId } })) {
      const group = groupOf(terms, person.categories);
      if (!group || group.category !== category || !worksOn(person, day)) continue;
      // Credited in part, the rest could never follow: a group has one run a period.
      if (found.push(person.personId) > MAX_PEOPLE) throw new ProblemError('plan-group-too-large', { params: { people: MAX_PEOPLE } });
    }
    return found;
  }
}
