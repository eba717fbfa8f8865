import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@salvatempo/http';
import type { RowReader } from '@salvatempo/messaging';
import { readerOf } from '@salvatempo/runtime';
import { planList, type PlanRow } from '../open-plan/plan-list.projection';

/** Which firms there is money for: those with a plan. */
@Injectable()
export class KnownFirms {
  constructor(@Inject(readerOf(planList)) private readonly plans: RowReader<PlanRow>) {}

  /** Throws ProblemError `firm-without-plan`: money under a mistyped id would be nobody's. */
  async mustKnow(firmId: string): Promise<void> {
    const { items } = await this.plans.page({ tenancy: { tenant: firmId }, limit: 1 });
    if (items.length === 0) throw new ProblemError('firm-without-plan');
  }
}
