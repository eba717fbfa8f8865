import { creditAdded, messages, residueSettled, runOutBegun, type Envelope } from '@salvatempo/contracts';
import { accounts, type AccountRow } from './accounts.projection';

const after = (row: AccountRow | undefined, type: string, spendableCents: number): AccountRow | undefined => accounts.on[type]!(row, { type, data: { accountId: 'acc_1', spendableCents } } as unknown as Envelope);

describe('what an account is thought to have when a price is quoted', () => {
  it('is what each event of it tells, those of its end too', () => {
    const added = after(undefined, creditAdded.type, 10_000);
    expect(after(added, runOutBegun.type, 4_000)).toEqual({ accountId: 'acc_1', spendableCents: 4_000 });
    expect(after(added, residueSettled.type, 0)).toEqual({ accountId: 'acc_1', spendableCents: 0 });
  });

  it('follows every event that tells what an account can spend', () => {
    const telling = [...messages.values()].filter(({ kind, schema }) => kind === 'event' && ['accountId', 'spendableCents'].every((field) => field in ((schema as { shape?: object }).shape ?? {})));
    expect(telling.length).toBeGreaterThan(8);
    expect(Object.keys(accounts.on).sort()).toEqual(telling.map(({ type }) => type).sort());
  });
});
