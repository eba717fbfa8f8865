import { event, messages, type DataOf, type MessageType } from '@salvatempo/contracts';
import { accept, expiredHolds, heldCents, liveHold, holdOf, nextExpiry, NOTHING, refuse, slice, withHold, withoutHold, withPinned, type Aggregate, type Hold } from '@salvatempo/kernel';
import { z } from 'zod';

/** An account as the services' own are: credit, holds on it, and what was paid of them. Small, and nobody's product. */
export interface Account {
  readonly freeCents: number;
  readonly paidCents: number;
  readonly holds: readonly Hold[];
}

const cents = z.number().int().nonnegative();
const credited = event('test.credited.v1', z.object({ amountCents: cents }));
const held = event('test.held.v1', z.object({ holdId: z.string(), amountCents: cents, expiresAt: z.string() }));
const pinned = event('test.pinned.v1', z.object({ holdId: z.string() }));
const ended = event('test.ended.v1', z.object({ holdId: z.string(), how: z.enum(['paid', 'released', 'expired']), amountCents: cents }));
// The registry holds the product's messages only; these live as long as the test.
for (const message of [credited, held, pinned, ended]) (messages as Map<string, MessageType>).set(message.type, message as MessageType);

type Ended = DataOf<typeof ended>;
const end = (hold: Hold, how: Ended['how']) => ended.of({ holdId: hold.id, how, amountCents: hold.amountCents });
const evolve = {
  [credited.type]: (state: Account, { amountCents }: DataOf<typeof credited>): Account => ({ ...state, freeCents: state.freeCents + amountCents }),
  [held.type]: (state: Account, { holdId: id, amountCents, expiresAt }: DataOf<typeof held>): Account => ({
    ...state,
    freeCents: state.freeCents - amountCents,
    holds: withHold(state.holds, { id, amountCents, expiresAt, pinned: false }),
  }),
  [pinned.type]: (state: Account, { holdId }: DataOf<typeof pinned>): Account => ({ ...state, holds: withPinned(state.holds, holdId) }),
  [ended.type]: (state: Account, { holdId, how, amountCents }: Ended): Account => ({
    holds: withoutHold(state.holds, holdId),
    paidCents: state.paidCents + (how === 'paid' ? amountCents : 0),
    freeCents: state.freeCents + (how === 'paid' ? 0 : amountCents),
  }),
};

const credit = slice<Account, DataOf<typeof credited>>({ command: 'credit', decide: (data) => accept(credited.of(data)), evolve });
const hold = slice<Account, DataOf<typeof held>>({
  command: 'hold',
  decide: (data, { freeCents }) => (freeCents < data.amountCents ? refuse('credit-insufficient') : accept(held.of(data))),
});
const pin = slice<Account, { holdId: string }>({
  command: 'pin',
  decide: ({ holdId }, { holds }, { at }) => (liveHold(holds, holdId, at) ? accept(pinned.of({ holdId })) : refuse('hold-over')),
});
const finish = (command: 'pay' | 'release') =>
  slice<Account, { holdId: string }>({
    command,
    decide: ({ holdId }, { holds }, { at }) => {
      const found = command === 'pay' ? liveHold(holds, holdId, at) : holdOf(holds, holdId);
      return found ? accept(end(found, command === 'pay' ? 'paid' : 'released')) : refuse('hold-over');
    },
  });
const pass = slice<Account, object>({
  command: 'pass-deadline',
  decide: (_, { holds }, { at }) => {
    const over = expiredHolds(holds, at);
    return over.length === 0 ? NOTHING : accept(...over.map((one) => end(one, 'expired')));
  },
});

export const accountAggregate: Aggregate<Account> = {
  service: 'test',
  name: 'account',
  prefix: 'acc',
  schema: 1,
  initial: { freeCents: 0, paidCents: 0, holds: [] },
  slices: [credit, hold, pin, finish('pay'), finish('release'), pass],
  deadline: ({ holds }) => nextExpiry(holds),
};

/** All that was ever credited: free, held or paid. */
export const totalCents = ({ freeCents, paidCents, holds }: Account): number => freeCents + paidCents + heldCents(holds);
