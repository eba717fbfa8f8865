import { creditAdded, holdCredit, pinCredit, releaseCredit, spendCredit, type DataOf } from '@salvatempo/contracts';
import { decide, evolve, type Command, type DomainEvent } from '@salvatempo/kernel';
import { accountAggregate } from '../account.aggregate';
import type { DeclareYear } from '../declare-year/declare-year.decider';
import { figuresOf, type Account } from './account';
import type { HoldCredit } from '../hold-credit/hold-credit.decider';

/** The aggregate as the module composes it, for specs. */
export const accounts = accountAggregate;

export const ACCOUNT = 'acc_00000000000000000000000000';
export const AT = '2026-09-01T08:00:00.000Z';

interface LotFixture {
  readonly lotId: string;
  readonly amountCents: number;
  readonly validUntil?: string;
  readonly letter?: string;
}

export const added = ({ lotId, amountCents, validUntil = '2026-12-31T22:59:59.999Z', letter = 'c.3' }: LotFixture): DomainEvent<DataOf<typeof creditAdded>> =>
  creditAdded.of({
    accountId: ACCOUNT,
    firmId: 'fir_firm',
    personId: 'per_person',
    lotId,
    lot: { amountCents, letter, origin: 'plan', unit: 'EUR', validFrom: '2026-01-01T00:00:00.000Z', validUntil },
    spendableCents: amountCents,
    heldCents: 0,
  });

export const hold = (purchaseId: string, amountCents: number, more: Partial<HoldCredit> = {}): Command => ({
  type: holdCredit.type,
  data: {
    accountId: ACCOUNT,
    purchaseId,
    amountCents,
    letter: 'c.3',
    benefitValueCents: amountCents,
    taxYear: 2026,
    expiresAt: '2026-09-01T08:15:00.000Z',
    thresholds: { baseCents: 100_000, withDependentChildCents: 200_000 },
    ...more,
  },
});

export const declareYear = (more: Partial<DeclareYear> = {}): Command => ({
  type: 'declare-year',
  data: { taxYear: 2026, externalCents: 0, childFiscalCodes: [], version: '2026-01', ...more },
});

const of = (type: string) => (purchaseId: string): Command => ({ type, data: { accountId: ACCOUNT, purchaseId } });
export const pin = of(pinCredit.type);
export const spend = of(spendCredit.type);
export const release = of(releaseCredit.type);

const RULE = { letter: 'c.3', taxYear: 2026, countsForThreshold: true, thresholds: { baseCents: 100_000, withDependentChildCents: 200_000 } };
export const holdClaim = (claimId: string, amountCents: number, more: object = {}): Command => ({ type: 'hold-claim-credit', data: { claimId, amountCents, ...RULE, ...more } });
export const debitClaim = (claimId: string, addedCents: number, more: object = {}): Command => ({
  type: 'debit-claim-credit',
  data: { claimId, addedCents, ...RULE, extendedUntil: '2027-02-28T22:59:59.999Z', ...more },
});
export const releaseClaim = (claimId: string): Command => ({ type: 'release-claim-credit', data: { claimId, extendedUntil: '2027-02-28T22:59:59.999Z' } });
export const payWaiting = (...claimIds: string[]): Command => ({ type: 'pay-waiting-claims', data: { rules: Object.fromEntries(claimIds.map((claimId) => [claimId, RULE])) } });

/** What comes of past events and commands, each at the time that stands before it; what the last event of each tells is what the account then has. */
export function run(past: readonly DomainEvent[], ...commands: readonly (Command | string)[]): { readonly state: Account; readonly events: readonly DomainEvent[] } {
  let state = past.reduce((before, event) => evolve(accounts, before, event), accounts.initial);
  let at = AT;
  const events: DomainEvent[] = [];
  for (const command of commands) {
    if (typeof command === 'string') at = command;
    else {
      const decision = decide(accounts, command, state, { id: ACCOUNT, at });
      for (const event of decision.ok ? decision.events : []) {
        state = evolve(accounts, state, event);
        events.push(event);
      }
      const last = events.at(-1);
      if (last && 'spendableCents' in last.data) expect(last.data).toMatchObject(figuresOf(state, at));
    }
  }
  return { state, events };
}
