import { poolDrawn, poolFilled, type DataOf, type LotTerms } from '@salvatempo/contracts';
import { accept, derivedId, formatEuro, refuse, slice, type Cents } from '@salvatempo/kernel';

/** What a firm's people left unspent, for those to whom the firm gives it by a group of its plan. In euro cents; balance = in - out, never below 0. */
export interface SolidarityPool {
  readonly poolId: string;
  readonly firmId: string;
  readonly balanceCents: Cents;
  readonly inCents: Cents;
  readonly outCents: Cents;
}

export const solidarityPool = {
  service: 'benefits',
  name: 'solidarity-pool',
  prefix: 'poo',
  schema: 1,
  initial: { poolId: '', firmId: '', balanceCents: 0, inCents: 0, outCents: 0 } as SolidarityPool,
};

export const poolIdOf = (firmId: string): string => derivedId('poo', firmId);

export const fillPoolSlice = slice<SolidarityPool, { readonly firmId: string; readonly planId: string; readonly amountCents: Cents }>({
  command: 'fill-pool',
  decide: ({ firmId, planId, amountCents }, { balanceCents }, { id }) => accept(poolFilled.of({ poolId: id, firmId, planId, amountCents, balanceCents: balanceCents + amountCents })),
  evolve: {
    [poolFilled.type]: (state: SolidarityPool, { poolId, firmId, amountCents, balanceCents }: DataOf<typeof poolFilled>): SolidarityPool => ({ ...state, poolId, firmId, balanceCents, inCents: state.inCents + amountCents }),
  },
});

export interface DrawPool {
  readonly planId: string;
  readonly runId: string;
  readonly lot: LotTerms;
  readonly personIds: readonly string[];
}

/** Takes from the pool what a run then gives to each of these people. */
export const drawPoolSlice = slice<SolidarityPool, DrawPool>({
  command: 'draw-pool',
  decide({ planId, runId, lot, personIds }, { firmId, balanceCents }, { id }) {
    if (personIds.length === 0) return refuse('nobody-to-credit');
    const amountCents = personIds.length * lot.amountCents;
    if (amountCents > balanceCents) return refuse('pool-insufficient', { leftCents: balanceCents, leftEuro: formatEuro(balanceCents) });
    return accept(poolDrawn.of({ poolId: id, firmId, planId, runId, amountCents, balanceCents: balanceCents - amountCents, lot, personIds: [...personIds] }));
  },
  evolve: {
    [poolDrawn.type]: (state: SolidarityPool, { amountCents, balanceCents }: DataOf<typeof poolDrawn>): SolidarityPool => ({ ...state, balanceCents, outCents: state.outCents + amountCents }),
  },
});
