import { accountAggregate, type Account } from '@salvatempo/app-benefits';
import { claimCreditDebited, creditSpent, creditWithdrawn, holdCredit, pinCredit, releaseCredit, residueSettled, spendCredit, type LotPlan } from '@salvatempo/contracts';
import { addDays, addMs, decide, derivedId, endOfRomeDay, epochMsOf, evolve, PASS_DEADLINE, romeDate, type DomainEvent, type Instant } from '@salvatempo/kernel';
import type { SeededRandomness } from '@salvatempo/testing';
import { AccountOracle, type OracleFate } from './account-oracle';

const ACCOUNT = 'acc_00000000000000000000000000';
const YEAR = 2026;
const [BASE, WITH_CHILD] = [100_000, 200_000];
const QUARTER_DAY_MS = 21_600_000;
/** Quarters of a day from the first of the year on: time as plain numbers for the oracle, as instants for the account. */
const BEGIN = '2026-01-01T00:00:00.000Z';
const INSTANTS: readonly Instant[] = Array.from({ length: 6_000 }, (_, n) => addMs(BEGIN, n * QUARTER_DAY_MS));
/** A day in Rome ends between two quarters. */
const instantAt = (time: number): Instant => INSTANTS[time] ?? addMs(BEGIN, Math.round(time * QUARTER_DAY_MS));
const timeOf = (instant: Instant): number => (epochMsOf(instant) - epochMsOf(BEGIN)) / QUARTER_DAY_MS;
const THRESHOLDS = { thresholds: { baseCents: BASE, withDependentChildCents: WITH_CHILD } };
const MAX_STEPS = 24;
const LETTERS = ['c.3', 'f-bis'] as const;
/** Step after step, how often each kind comes. */
const STEPS = { add: 3, withdraw: 1, hold: 4, pin: 2, spend: 3, release: 2, holdClaim: 3, debitClaim: 3, releaseClaim: 1.5, payWaiting: 1, declare: 1, deadline: 1 };

/** One account lived through twice: by its deciders, and by an oracle that shares nothing with them. */
class History {
  readonly oracle = new AccountOracle(BigInt(BASE), BigInt(WITH_CHILD), (lotId, end) => derivedId('lot', lotId, instantAt(end)));
  state: Account = accountAggregate.initial;
  now = 0;
  paid = 0n;
  withdrawn = 0n;
  left = 0n;
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
    const letters = this.randomness.pick([[letter], [letter], LETTERS]);
    const { fate, plan } = this.under(until, letters);
    this.oracle.add(lotId, letters, BigInt(cents), until, fate);
    const basket = letters.length > 1 ? { letters } : {};
    const lot = { amountCents: cents, letter: letters[0], ...basket, origin: 'plan', unit: 'EUR', validFrom: INSTANTS[0], validUntil: INSTANTS[until], ...(plan && { plan }) };
    this.run('add-credit', { firmId: 'fir_firm', personId: 'per_person', lotId, lot });
  }

  /** What a plan makes of what is left at the end of a lot, for both sides; often there is no plan. */
  private under(until: number, letters: readonly string[]): { readonly fate?: OracleFate; readonly plan?: LotPlan } {
    const policy = this.randomness.pick([undefined, 'zero', 'carry-over', 'earmark', 'solidarity-pool', 'pension-fund'] as const);
    if (policy === undefined) return {};
    const endsAt = until + this.randomness.pick([0, 100, 400]);
    const out: OracleFate = { until: () => undefined, letters, then: () => out };
    const on: OracleFate = { until: (end) => (end < endsAt ? endsAt : undefined), letters, then: () => on };
    const earmarked = letters.slice(-1);
    const marked: OracleFate = { until: (end) => timeOf(endOfRomeDay(addDays(romeDate(instantAt(end)), 20))), letters: earmarked, then: () => ({ ...out, letters: earmarked }) };
    const fate = policy === 'carry-over' ? on : policy === 'earmark' ? marked : out;
    const residue = policy === 'earmark' ? { policy, letters: [...earmarked], days: 20 } : { policy };
    return { fate, plan: { planId: 'pln_plan', version: 1, endsAt: instantAt(endsAt), residue, runOutDays: 0 } };
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
    const until = this.now + 120;
    this.onPurchase((id) => (this.run(releaseCredit.type, { accountId: ACCOUNT, purchaseId: id, extendedUntil: INSTANTS[until] }), this.oracle.release(id, until, this.now)));
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
      this.left += leftBy(event);
    }
  }

  /** Both sides in one form; the account with what the clock ended given back, which the oracle does at once. */
  sides(): readonly [product: string, oracle: string] {
    const ended = decide(accountAggregate, { type: PASS_DEADLINE, data: { deadlineAt: INSTANTS[this.now] } }, this.state, { id: ACCOUNT, at: INSTANTS[this.now]! });
    const events = ended.ok ? ended.events : [];
    const state = events.reduce((before, event) => evolve(accountAggregate, before, event), this.state);
    const left = events.reduce((sum, event) => sum + leftBy(event), this.left);
    this.oracle.sweep(this.now);
    const { heldCents, usedCents } = state.threshold[YEAR] ?? { heldCents: 0, usedCents: 0 };
    const { oracle } = this;
    return [
      written(state.lots.map(({ lotId, freeCents, validUntil }) => `${lotId} ${freeCents} ${validUntil}`), state.holds.map(({ id, amountCents, pinned }) => `${id} ${amountCents} ${pinned}`), [heldCents, usedCents, this.paid, this.withdrawn, left], (state.waiting ?? []).map(({ claimId, leftCents }) => `${claimId} ${leftCents}`)),
      written(
        [...oracle.lots].map(([id, { free, until }]) => `${id} ${free} ${instantAt(until)}`),
        [...oracle.holds].map(([id, { shares, pinned }]) => `${id} ${shares.reduce((total, [, cents]) => total + cents, 0n)} ${pinned}`),
        [oracle.thresholdHeld, oracle.thresholdUsed, oracle.paid, oracle.withdrawn, oracle.left],
        oracle.waiting.map(({ claimId, left }) => `${claimId} ${left}`),
      ),
    ];
  }
}

/** What left the account for the pool, a pension fund or nothing. */
function leftBy({ type, data }: DomainEvent): bigint {
  const { to, amountCents } = data as { readonly to?: object; readonly amountCents?: number };
  return type === residueSettled.type && !to ? BigInt(amountCents!) : 0n;
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
