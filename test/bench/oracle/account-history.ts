import { accountAggregate, type Account } from '@salvatempo/app-benefits';
import { claimCreditDebited, creditAdded, creditSpent, creditWithdrawn, holdCredit, pinCredit, releaseCredit, residueSettled, spendCredit, type DataOf, type LotPlan, type LotTerms } from '@salvatempo/contracts';
import { addDays, addMs, decide, derivedId, endOfRomeDay, epochMsOf, evolve, PASS_DEADLINE, romeDate, worthOf, type DomainEvent, type Instant } from '@salvatempo/kernel';
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
const EUROS = { add: 3, withdraw: 1, hold: 4, pin: 2, spend: 3, release: 2, holdClaim: 3, debitClaim: 3, releaseClaim: 1.5, payWaiting: 1, declare: 1, deadline: 1 };
const STEPS = { ...EUROS, addHours: 1.5, withdrawHours: 0.5, holdHours: 3 };

/** One account lived through twice: by its deciders, and by an oracle that shares nothing with them. */
class History {
  readonly oracle = new AccountOracle(BigInt(BASE), BigInt(WITH_CHILD), (lotId, end) => derivedId('lot', lotId, instantAt(end)));
  state: Account = accountAggregate.initial;
  now = 0;
  book = EMPTY;
  private readonly purchases: string[] = [];
  private readonly claims: { readonly id: string; readonly letter: string }[] = [];
  private count = 0;

  constructor(
    private readonly randomness: SeededRandomness,
    private readonly kinds: Readonly<Record<keyof typeof STEPS, number>> = STEPS,
  ) {}

  step(): string {
    const { randomness, oracle } = this;
    this.now += randomness.pick([0, 0, 0, 1, 1, 4, 40, 200]);
    oracle.sweep(this.now);
    // What comes back to hours that ended stands in a lot of its own, whichever is settled first: both sides must have done it at the same time.
    if (this.state.lots.some(({ hours }) => hours)) this.deadline();
    const kind = this.count === 0 ? 'add' : randomness.weighted(this.kinds);
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
    this.give(lotId, { amountCents: cents, unit: 'EUR' }, letters, until, plan);
  }

  private addHours(): void {
    const [lotId, letter] = [`lot_${String(this.count).padStart(3, '0')}`, this.randomness.pick(LETTERS)];
    const [minutes, until] = [1 + this.randomness.below(900), this.now + this.randomness.pick([1, 30, 200, 700])];
    const hourCents = this.randomness.pick([2_000, 1_999, 1_777, 60, 61]);
    const letters = this.randomness.pick([[letter], [letter], LETTERS]);
    const { fate, plan } = this.under(until, letters);
    this.oracle.add(lotId, letters, BigInt(minutes), until, fate, BigInt(hourCents));
    this.give(lotId, { amountCents: worthOf(minutes, hourCents), unit: 'HOUR', hours: { minutes, hourCents } }, letters, until, plan);
  }

  private give(lotId: string, amount: Pick<LotTerms, 'amountCents' | 'unit' | 'hours'>, letters: readonly string[], until: number, plan: LotPlan | undefined): void {
    const basket = letters.length > 1 ? { letters } : {};
    const lot = { ...amount, letter: letters[0], ...basket, origin: 'plan', validFrom: INSTANTS[0], validUntil: INSTANTS[until], ...(plan && { plan }) };
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

  private withdrawHours(): void {
    const minutes = 1 + this.randomness.below(600);
    this.agree(this.run('withdraw-credit', { minutes, reason: 'errore' }), this.oracle.withdraw(BigInt(minutes), this.now, 0n));
  }

  private holdHours(): void {
    const [id, letter, minutes] = [`pur_${this.count}`, this.randomness.pick(LETTERS), this.randomness.pick([7, 20, 45, 60, 90, 240])];
    // Right at what an hour of some lots is worth, one cent above, and far below.
    const cents = Math.max(0, Math.floor((minutes * this.randomness.pick([2_000, 1_777, 60])) / 60) + this.randomness.pick([0, 0, 1, -5, -200]));
    const expires = this.now + this.randomness.pick([1, 1, 40]);
    this.purchases.push(id);
    this.run(holdCredit.type, { accountId: ACCOUNT, purchaseId: id, amountCents: cents, minutes, letter, benefitValueCents: cents, taxYear: YEAR, expiresAt: INSTANTS[expires], ...THRESHOLDS });
    this.agree(this.isHeld(id), this.oracle.hold(id, letter, BigInt(minutes), BigInt(cents), expires, this.now, BigInt(cents)));
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
      this.book = entered(this.book, event);
    }
  }

  /** Both sides in one form; the account with what the clock ended given back, which the oracle does at once. */
  sides(): readonly [product: string, oracle: string] {
    const ended = decide(accountAggregate, { type: PASS_DEADLINE, data: { deadlineAt: INSTANTS[this.now] } }, this.state, { id: ACCOUNT, at: INSTANTS[this.now]! });
    const events = ended.ok ? ended.events : [];
    const state = events.reduce((before, event) => evolve(accountAggregate, before, event), this.state);
    const { behind, ...sums } = events.reduce(entered, this.book);
    if (worthOfHours(state) !== behind) throw new Error(`left ${behind} cents behind hours that are worth ${worthOfHours(state)}`);
    this.oracle.sweep(this.now);
    const { heldCents, usedCents } = state.threshold[YEAR] ?? { heldCents: 0, usedCents: 0 };
    const { oracle } = this;
    return [
      written(state.lots.map(({ lotId, freeCents, hours, validUntil }) => `${lotId} ${hours ? `${hours.freeMinutes}min` : freeCents} ${validUntil}`), state.holds.map(({ id, amountCents, minutes, pinned }) => `${id} ${amountCents} ${minutes ?? 0} ${pinned}`), [heldCents, usedCents, ...Object.values(sums)], (state.waiting ?? []).map(({ claimId, leftCents }) => `${claimId} ${leftCents}`)),
      written(
        [...oracle.lots].map(([id, { free, hour, until }]) => `${id} ${free}${hour === undefined ? '' : 'min'} ${instantAt(until)}`),
        [...oracle.holds].map(([id, { shares, price, pinned }]) => {
          const total = shares.reduce((sum, [, amount]) => sum + amount, 0n);
          return `${id} ${price ?? total} ${price === undefined ? 0 : total} ${pinned}`;
        }),
        [oracle.thresholdHeld, oracle.thresholdUsed, oracle.cents.paid, oracle.cents.withdrawn, oracle.cents.left, oracle.minutes.paid, oracle.minutes.withdrawn, oracle.minutes.left, oracle.priced],
        oracle.waiting.map(({ claimId, left }) => `${claimId} ${left}`),
      ),
    ];
  }
}

/** What left the account, by unit, and the firm's money behind its hours: what came, less what was owed or is free again. */
interface Book {
  readonly paid: bigint;
  readonly withdrawn: bigint;
  readonly left: bigint;
  readonly paidMinutes: bigint;
  readonly withdrawnMinutes: bigint;
  readonly leftMinutes: bigint;
  /** Prices that hours paid, in cents. */
  readonly priced: bigint;
  readonly behind: bigint;
}

const EMPTY: Book = { paid: 0n, withdrawn: 0n, left: 0n, paidMinutes: 0n, withdrawnMinutes: 0n, leftMinutes: 0n, priced: 0n, behind: 0n };

function entered(book: Book, { type, data }: DomainEvent): Book {
  const { amountCents = 0, minutes: told, to } = data as Partial<DataOf<typeof residueSettled>>;
  const cents = BigInt(amountCents);
  if (type === creditAdded.type) {
    const { lot, freed } = data as DataOf<typeof creditAdded>;
    return { ...book, behind: book.behind + worthBegun(lot) - sumOf(freed) };
  }
  if (type === claimCreditDebited.type) return { ...book, paid: book.paid + cents };
  if (told === undefined) {
    if (type === creditSpent.type) return { ...book, paid: book.paid + cents };
    if (type === creditWithdrawn.type) return { ...book, withdrawn: book.withdrawn + cents };
    return type === residueSettled.type && !to ? { ...book, left: book.left + cents } : book;
  }
  const minutes = BigInt(told);
  if (type === creditWithdrawn.type) return { ...book, withdrawnMinutes: book.withdrawnMinutes + minutes, behind: book.behind - cents };
  if (type === creditSpent.type) {
    return { ...book, paidMinutes: book.paidMinutes + minutes, priced: book.priced + cents, behind: book.behind - cents - sumOf((data as DataOf<typeof creditSpent>).freed) };
  }
  if (type !== residueSettled.type) return book;
  const behind = book.behind - cents + (to ? worthBegun(to.lot) : 0n);
  return { ...book, behind, leftMinutes: book.leftMinutes + (to ? 0n : minutes) };
}

/** What all that is left of lots of hours is worth, free or held: each cent behind them is owed, free again, or there. */
function worthOfHours({ lots, holds }: Account): bigint {
  const heldOf = (lotId: string): number => holds.flatMap((hold) => hold.lots).reduce((sum, share) => sum + (share.lotId === lotId ? (share.minutes ?? 0) : 0), 0);
  const sixtieths = lots.reduce((sum, { lotId, hours }) => sum + (hours ? BigInt(hours.freeMinutes + heldOf(lotId)) * BigInt(hours.hourCents) : 0n), 0n);
  return roundedUp(sixtieths);
}

const roundedUp = (sixtieths: bigint): bigint => sixtieths / 60n + (sixtieths % 60n > 0n ? 1n : 0n);
const sumOf = (shares: DataOf<typeof creditSpent>['freed'] = []): bigint => shares.reduce((sum, one) => sum + BigInt(one.amountCents), 0n);
const worthBegun = ({ hours }: LotTerms): bigint => (hours ? roundedUp(BigInt(hours.minutes) * BigInt(hours.hourCents)) : 0n);

const written = (lots: readonly string[], holds: readonly string[], sums: readonly (bigint | number)[], waiting: readonly string[]): string =>
  [[...lots].sort().join(', '), [...holds].sort().join(', '), sums.join(' '), waiting.join(', ')].join(' | ');

/** `isOfEuros`: of euros alone, as histories were before there were hours. Lives through one random history on both sides and compares after each step. What differs, or undefined; the steps it had. */
export function compareHistory(randomness: SeededRandomness, isOfEuros = false): { readonly steps: number; readonly difference?: string } {
  const history = new History(randomness, isOfEuros ? { ...EUROS, addHours: 0, withdrawHours: 0, holdHours: 0 } : STEPS);
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
