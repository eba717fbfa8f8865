import { accountAggregate, type Account } from '@salvatempo/app-benefits';
import { claimCreditDebited, creditReleased, creditSpent, creditWithdrawn, holdCredit, pinCredit, releaseCredit, spendCredit } from '@salvatempo/contracts';
import { addMs, decide, evolve, PASS_DEADLINE, type DomainEvent, type Instant } from '@salvatempo/kernel';
import type { SeededRandomness } from '@salvatempo/testing';
import { AccountOracle } from './account-oracle';

const ACCOUNT = 'acc_00000000000000000000000000';
const YEAR = 2026;
const [BASE, WITH_CHILD] = [100_000, 200_000];
const QUARTER_DAY_MS = 21_600_000;
/** Quarters of a day from the first of the year on: time as plain numbers for the oracle, as instants for the account. */
const INSTANTS: readonly Instant[] = Array.from({ length: 6_000 }, (_, n) => addMs('2026-01-01T00:00:00.000Z', n * QUARTER_DAY_MS));
const THRESHOLDS = { thresholds: { baseCents: BASE, withDependentChildCents: WITH_CHILD } };
const MAX_STEPS = 24;
const LETTERS = ['c.3', 'f-bis'] as const;
/** Step after step, how often each kind comes. */
const STEPS = { add: 3, withdraw: 1, hold: 4, pin: 2, spend: 3, release: 2, holdClaim: 3, debitClaim: 3, releaseClaim: 1.5, payWaiting: 1, declare: 1, deadline: 1 };

/** One account lived through twice: by its deciders, and by an oracle that shares nothing with them. */
class History {
  readonly oracle = new AccountOracle(BigInt(BASE), BigInt(WITH_CHILD));
  state: Account = accountAggregate.initial;
  now = 0;
  paid = 0n;
  withdrawn = 0n;
  private readonly purchases: string[] = [];
  private readonly claims: { readonly id: string; readonly letter: string }[] = [];
  private count = 0;

  constructor(private readonly randomness: SeededRandomness) {}

  step(): string {
    const { randomness, oracle } = this;
    this.now += randomness.pick([0, 0, 0, 1, 1, 4, 40, 200]);
    oracle.sweep(this.now);
    const kind = this.count === 0 ? 'add' : randomness.weighted(STEPS);
    this.count += 1;
    this[kind]();
    return kind;
  }

  private add(): void {
    const [lotId, letter] = [`lot_${String(this.count).padStart(3, '0')}`, this.randomness.pick(LETTERS)];
    const [cents, until] = [this.cents(60_000), this.now + this.randomness.pick([1, 30, 200, 700])];
    this.oracle.add(lotId, letter, BigInt(cents), until);
    const lot = { amountCents: cents, letter, origin: 'plan', unit: 'EUR', validFrom: INSTANTS[0], validUntil: INSTANTS[until] };
    this.run('add-credit', { firmId: 'fir_firm', personId: 'per_person', lotId, lot });
  }

  private withdraw(): void {
    const cents = this.cents(40_000);
    this.agree(this.run('withdraw-credit', { amountCents: cents, reason: 'errore' }), this.oracle.withdraw(BigInt(cents), this.now));
  }

  private hold(): void {
    const [id, letter, cents] = [`pur_${this.count}`, this.randomness.pick(LETTERS), this.cents(50_000)];
    const value = cents + this.randomness.pick([0, 0, 7_000]);
    const expires = this.now + this.randomness.pick([1, 1, 40]);
    this.purchases.push(id);
    this.run(holdCredit.type, { accountId: ACCOUNT, purchaseId: id, amountCents: cents, letter, benefitValueCents: value, taxYear: YEAR, expiresAt: INSTANTS[expires], ...THRESHOLDS });
    this.agree(this.isHeld(id), this.oracle.hold(id, letter, BigInt(cents), BigInt(value), expires, this.now));
  }

  private pin(): void {
    this.onPurchase((id) => (this.run(pinCredit.type, { accountId: ACCOUNT, purchaseId: id }), this.oracle.pin(id)));
  }

  private spend(): void {
    this.onPurchase((id) => (this.run(spendCredit.type, { accountId: ACCOUNT, purchaseId: id }), this.oracle.spend(id)));
  }

  private release(): void {
    this.onPurchase((id) => (this.run(releaseCredit.type, { accountId: ACCOUNT, purchaseId: id }), this.oracle.release(id)));
  }

  private holdClaim(): void {
    const [id, letter, cents] = [`clm_${this.count}`, this.randomness.pick(LETTERS), this.cents(80_000)];
    this.claims.push({ id, letter });
    this.run('hold-claim-credit', { claimId: id, amountCents: cents, letter, taxYear: YEAR, ...THRESHOLDS });
    this.agree(this.isHeld(id), this.oracle.holdClaim(id, letter, BigInt(cents), this.now));
  }

  private debitClaim(): void {
    const [cents, until] = [this.cents(60_000), this.now + 120];
    this.onClaim(({ id, letter }) => {
      this.run('debit-claim-credit', { claimId: id, addedCents: cents, letter, taxYear: YEAR, countsForThreshold: letter === 'c.3', extendedUntil: INSTANTS[until], ...THRESHOLDS });
      this.oracle.debitClaim(id, letter, BigInt(cents), until, this.now);
    });
  }

  private releaseClaim(): void {
    const until = this.now + 120;
    this.onClaim(({ id }) => {
      this.run('release-claim-credit', { claimId: id, extendedUntil: INSTANTS[until] });
      this.oracle.releaseClaim(id, until, this.now);
    });
  }

  private payWaiting(): void {
    const rules = Object.fromEntries(this.claims.map(({ id, letter }) => [id, { letter, ...THRESHOLDS }]));
    this.run('pay-waiting-claims', { rules });
    this.oracle.payWaiting(this.now);
  }

  private declare(): void {
    const [external, hasChild] = [this.randomness.below(90_000), this.randomness.chance(0.5)];
    this.run('declare-year', { taxYear: YEAR, externalCents: external, childFiscalCodes: hasChild ? ['ZNBPRI14S09F205T'] : [], version: '2026-01' });
    this.oracle.declare(BigInt(external), hasChild);
  }

  private deadline(): void {
    this.run(PASS_DEADLINE, { deadlineAt: INSTANTS[this.now] });
  }

  private cents(most: number): number {
    return 1 + this.randomness.below(most);
  }

  private onPurchase(act: (id: string) => void): void {
    if (this.purchases.length > 0) act(this.randomness.pick(this.purchases));
  }

  private onClaim(act: (claim: { readonly id: string; readonly letter: string }) => void): void {
    if (this.claims.length > 0) act(this.randomness.pick(this.claims));
  }

  private isHeld(id: string): boolean {
    return this.state.holds.some((one) => one.id === id);
  }

  private agree(was: boolean, should: boolean): void {
    if (was !== should) throw new Error(`was ${was ? '' : 'not '}accepted`);
  }

  private run(type: string, data: object): boolean {
    const decision = decide(accountAggregate, { type, data }, this.state, { id: ACCOUNT, at: INSTANTS[this.now]! });
    if (decision.ok) this.take(decision.events);
    return decision.ok;
  }

  private take(events: readonly DomainEvent[]): void {
    for (const event of events) {
      this.state = evolve(accountAggregate, this.state, event);
      const { amountCents } = event.data as { amountCents?: number };
      if (event.type === creditSpent.type || event.type === claimCreditDebited.type) this.paid += BigInt(amountCents!);
      if (event.type === creditWithdrawn.type) this.withdrawn += BigInt(amountCents!);
    }
  }

  /** Both sides in one form; the account with what the clock ended given back, which the oracle does at once. */
  sides(): readonly [product: string, oracle: string] {
    const ended = decide(accountAggregate, { type: PASS_DEADLINE, data: { deadlineAt: INSTANTS[this.now] } }, this.state, { id: ACCOUNT, at: INSTANTS[this.now]! });
    const state = (ended.ok ? ended.events : []).filter(({ type }) => type === creditReleased.type).reduce((before, event) => evolve(accountAggregate, before, event), this.state);
    const { heldCents, usedCents } = state.threshold[YEAR] ?? { heldCents: 0, usedCents: 0 };
    const { oracle } = this;
    return [
      written(state.lots.map(({ lotId, freeCents, validUntil }) => `${lotId} ${freeCents} ${validUntil}`), state.holds.map(({ id, amountCents, pinned }) => `${id} ${amountCents} ${pinned}`), [heldCents, usedCents, this.paid, this.withdrawn], (state.waiting ?? []).map(({ claimId, leftCents }) => `${claimId} ${leftCents}`)),
      written(
        [...oracle.lots].map(([id, { free, until }]) => `${id} ${free} ${INSTANTS[until]}`),
        [...oracle.holds].map(([id, { shares, pinned }]) => `${id} ${shares.reduce((total, [, cents]) => total + cents, 0n)} ${pinned}`),
        [oracle.thresholdHeld, oracle.thresholdUsed, oracle.paid, oracle.withdrawn],
        oracle.waiting.map(({ claimId, left }) => `${claimId} ${left}`),
      ),
    ];
  }
}

const written = (lots: readonly string[], holds: readonly string[], sums: readonly (bigint | number)[], waiting: readonly string[]): string =>
  [[...lots].sort().join(', '), [...holds].sort().join(', '), sums.join(' '), waiting.join(', ')].join(' | ');

/** Lives through one random history on both sides and compares after each step. What differs, or undefined; the steps it had. */
export function compareHistory(randomness: SeededRandomness): { readonly steps: number; readonly difference?: string } {
  const history = new History(randomness);
  const steps = 2 + randomness.below(MAX_STEPS - 1);
  const done: string[] = [];
  for (let n = 0; n < steps; n += 1) {
    try {
      done.push(history.step());
    } catch (error) {
      return { steps: n, difference: `after ${done.join(', ')}: the next step ${(error as Error).message}` };
    }
    const [product, oracle] = history.sides();
    if (product !== oracle) return { steps: n, difference: `after ${done.join(', ')}:\n  account ${product}\n  oracle  ${oracle}` };
    if (!history.oracle.isComplete()) return { steps: n, difference: `after ${done.join(', ')}: the oracle itself lost a cent` };
  }
  return { steps };
}
