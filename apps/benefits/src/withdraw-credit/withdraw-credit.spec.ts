import { creditWithdrawn } from '@salvatempo/contracts';
import { decide, evolve } from '@salvatempo/kernel';
import { given } from '@salvatempo/testing';
import { ACCOUNT, accounts, added, AT } from '../domain/account.fixture';

const withdraw = (amountCents: number): { type: string; data: object } => ({ type: 'withdraw-credit', data: { amountCents, reason: 'accreditato due volte' } });

describe('withdraw credit', () => {
  it('takes back unspent credit', () => {
    given(accounts, [added({ lotId: 'lot_1', amountCents: 10_000 })])
      .when(withdraw(4_000), { at: AT })
      .then([creditWithdrawn.of({ accountId: ACCOUNT, amountCents: 4_000, reason: 'accreditato due volte', lots: [{ lotId: 'lot_1', amountCents: 4_000 }], spendableCents: 6_000, heldCents: 0 })]);
  });

  it('takes nothing where there is less, and says what is missing', () => {
    given(accounts, [added({ lotId: 'lot_1', amountCents: 1_000 })])
      .when(withdraw(1_250), { at: AT })
      .then({ code: 'credit-insufficient', params: { missingCents: 250, missingEuro: '2,50 €' } });
  });

  it('closes a lot with nothing left', () => {
    given(accounts, [added({ lotId: 'lot_1', amountCents: 1_000 })]).when(withdraw(1_000), { at: AT }).thenState({ lots: [] });
  });

  it('leaves an account no larger after a hundred thousand than after the first', () => {
    let state = evolve(accounts, accounts.initial, added({ lotId: 'lot_1', amountCents: 1_000_000 }));
    const bytesAfter = (times: number): number => {
      for (let n = 0; n < times; n++) {
        const decision = decide(accounts, withdraw(1), state, { id: ACCOUNT, at: AT });
        if (!decision.ok) throw new Error(decision.refusal.code);
        for (const event of decision.events) state = evolve(accounts, state, event);
      }
      return JSON.stringify(state).length;
    };
    const first = bytesAfter(1);
    expect(bytesAfter(99_999)).toBeLessThanOrEqual(first);
    expect(state).toMatchObject({ lots: [{ freeCents: 900_000 }] });
  });

  it('refuses an account that never was', () => {
    given(accounts).when(withdraw(1)).then({ code: 'account-not-found' });
  });
});
