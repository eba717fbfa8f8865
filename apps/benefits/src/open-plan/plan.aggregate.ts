import { planOpened, type DataOf } from '@salvatempo/contracts';
import { accept, refuse, slice } from '@salvatempo/kernel';

/** A firm's welfare plan, as far as crediting needs it. */
export type Plan = { readonly status: 'absent' } | ({ readonly status: 'open' } & DataOf<typeof planOpened>);

export const plan = { service: 'benefits', name: 'plan', prefix: 'pln', schema: 1, initial: { status: 'absent' } as Plan };

export type OpenPlan = Omit<DataOf<typeof planOpened>, 'planId'>;

export const openPlanSlice = slice<Plan, OpenPlan>({
  command: 'open-plan',
  decide: (data, state, { id }) => (state.status === 'absent' ? accept(planOpened.of({ planId: id, ...data })) : refuse('plan-already-open')),
  evolve: { [planOpened.type]: (_: Plan, opened: DataOf<typeof planOpened>): Plan => ({ status: 'open', ...opened }) },
});
