import { Inject, Injectable } from '@nestjs/common';
import type { AggregateRunner } from '@salvatempo/messaging';
import { runnerOf } from '@salvatempo/runtime';
import { creditRun, type CreditRun } from '../credit-people/credit-run.aggregate';
import type { LotUse } from '../domain/credit-use';
import { plan, type Plan } from '../open-plan/plan.aggregate';

export interface KnownPlan {
  readonly planId: string;
  readonly title: string;
}

/** Which plan lots are of: the one whose credit run gave them. */
@Injectable()
export class PlansOfLots {
  constructor(
    @Inject(runnerOf(creditRun)) private readonly runs: AggregateRunner<CreditRun>,
    @Inject(runnerOf(plan)) private readonly plans: AggregateRunner<Plan>,
  ) {}

  /** By run; one that isn't of a plan is left out. */
  async byRun(lots: readonly Pick<LotUse, 'runId'>[]): Promise<ReadonlyMap<string, KnownPlan>> {
    const found = new Map<string, KnownPlan>();
    for (const runId of new Set(lots.flatMap((lot) => lot.runId ?? []))) {
      const run = (await this.runs.load(runId))?.state;
      const state = run && run.status !== 'absent' ? (await this.plans.load(run.planId))?.state : undefined;
      if (state?.status === 'open') found.set(runId, { planId: state.planId, title: state.title });
    }
    return found;
  }
}

/** Lots by the plan that they are of; under `undefined` those that are of none. */
export function lotsByPlan<T extends Pick<LotUse, 'runId'>>(lots: readonly T[], plans: ReadonlyMap<string, KnownPlan>): ReadonlyMap<KnownPlan | undefined, readonly T[]> {
  const found = new Map<string | undefined, { readonly plan: KnownPlan | undefined; readonly lots: T[] }>();
  for (const lot of lots) {
    const of = plans.get(lot.runId ?? '');
    const before = found.get(of?.planId);
    if (before) before.lots.push(lot);
    else found.set(of?.planId, { plan: of, lots: [lot] });
  }
  return new Map([...found.values()].map(({ plan: of, lots: these }) => [of, these]));
}
