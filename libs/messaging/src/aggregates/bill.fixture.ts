import { firmDebtAdded, type DataOf } from '@salvatempo/contracts';
import { accept, derivedId, keepAside, NOTHING, refuse, slice, type Aggregate, type Instant } from '@salvatempo/kernel';
import type { Cause } from './cause';

/** A small aggregate for tests of the engine: a bill that may reach a limit, be settled, and be woken. */
export interface Bill {
  readonly owesCents: number;
}

export const LIMIT_CENTS = 10_000;
/** A bill of exactly this much wants to be woken at DUE_AT. */
export const WAKING_CENTS = 77;
export const DUE_AT: Instant = '2026-09-01T09:00:00.000Z';

const firmId = derivedId('com', 'firm');
const purchaseId = derivedId('pur', 'purchase');
const changed = (billId: string, amountCents: number, owesCents: number) => accept(firmDebtAdded.of({ billId, firmId, purchaseId, amountCents, owesCents }));

const addSlice = slice<Bill, { amountCents: number }>({
  command: 'add',
  decide: ({ amountCents }, { owesCents }, { id }) => {
    if (amountCents === 0) return NOTHING;
    const total = owesCents + amountCents;
    return total > LIMIT_CENTS ? refuse('credit-insufficient', { missingEuro: '1,00 €' }) : changed(id, amountCents, total);
  },
  evolve: { [firmDebtAdded.type]: (_: Bill, { owesCents }: DataOf<typeof firmDebtAdded>): Bill => ({ owesCents }) },
});
const settleSlice = slice<Bill, object>({ command: 'settle', decide: (_, __, { id }) => changed(id, 0, 0) });
/** Counts what nobody is told; the same name counts once. */
const countSlice = slice<Bill, { name: string }>({
  command: 'count',
  decide: ({ name }, _, { personal }) => {
    const names = (personal?.['names'] ?? []) as readonly string[];
    return names.includes(name) ? NOTHING : keepAside({ names: [...names, name].sort() });
  },
});
const breakSlice = slice<Bill, object>({
  command: 'break',
  decide: () => {
    throw new Error('a defect of this decider');
  },
});
/** Takes for granted that there is something to pay. */
const paySlice = slice<Bill, object>({
  command: 'pay',
  decide: (_, { owesCents }, { id }) => {
    if (owesCents === 0) throw new Error('nothing is owed');
    return changed(id, 0, 0);
  },
});
const passSlice = slice<Bill, object>({ command: 'pass-deadline', decide: (_, { owesCents }, { id }) => (owesCents === WAKING_CENTS ? changed(id, 0, 0) : NOTHING) });

export const billAggregate: Aggregate<Bill> = {
  service: 'benefits',
  name: 'bill',
  prefix: 'bil',
  schema: 2,
  initial: { owesCents: 0 },
  slices: [addSlice, settleSlice, countSlice, breakSlice, paySlice, passSlice],
  deadline: ({ owesCents }) => (owesCents === WAKING_CENTS ? DUE_AT : undefined),
  upcast: (state) => ({ owesCents: (state as { euros: number }).euros * 100 }),
};

export const billId = (name: string): string => derivedId('bil', name);
export const add = (amountCents: number): { type: string; data: object } => ({ type: 'add', data: { amountCents } });
export const because = (id: string, more: Partial<Cause> = {}): Cause => ({ id, time: '2026-09-01T08:00:00.000Z', correlationId: 'test', tenantId: 'territory', ...more });
