import { creditWithdrawn } from '@salvatempo/contracts';
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

  it('refuses an account that never was', () => {
    given(accounts).when(withdraw(1)).then({ code: 'account-not-found' });
  });
});
