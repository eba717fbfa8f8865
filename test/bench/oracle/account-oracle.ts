/** What the oracle knows of a lot; times are plain numbers. */
interface OracleLot {
  readonly letters: readonly string[];
  until: number;
  free: bigint;
  extended: boolean;
  /** What becomes of what is left at its end; undefined where it simply ends. */
  fate?: OracleFate | undefined;
}

/** Until when what is left at an end goes on in another lot, and on which letters; undefined where it leaves the account for the pool, a pension fund or nothing. */
export interface OracleFate {
  readonly until: (end: number) => number | undefined;
  readonly letters: readonly string[];
  readonly then: () => OracleFate;
}

interface OracleHold {
  readonly shares: readonly (readonly [lotId: string, cents: bigint])[];
  readonly isClaim: boolean;
  /** What it counts for the threshold; 0 where it doesn't. */
  readonly value: bigint;
  readonly expiresAt: number;
  pinned: boolean;
}

interface OracleRest {
  readonly claimId: string;
  readonly letter: string;
  left: bigint;
}

const FOREVER = Number.MAX_SAFE_INTEGER;
const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/**
 * An account reckoned once more, in whole BigInt cents and with nothing in common with the product's code: no events, no deciders. It says
 * what each step must come to, and a random history is compared with it to the cent.
 */
export class AccountOracle {
  readonly lots = new Map<string, OracleLot>();
  readonly holds = new Map<string, OracleHold>();
  waiting: OracleRest[] = [];
  added = 0n;
  withdrawn = 0n;
  paid = 0n;
  left = 0n;
  thresholdHeld = 0n;
  thresholdUsed = 0n;
  external = 0n;
  hasChild = false;

  constructor(
    private readonly base: bigint,
    private readonly withChild: bigint,
    /** What the lot is called that follows another at its end. */
    private readonly named: (lotId: string, end: number) => string = (lotId, end) => `${lotId}+${end}`,
  ) {}

  /** Whatever the clock ended by now goes back. */
  sweep(now: number): void {
    for (const [id, hold] of [...this.holds]) if (!hold.pinned && hold.expiresAt <= now) this.giveBack(id);
    for (let one = this.over(now); one; one = this.over(now)) this.settle(...one);
  }

  private over(now: number): [string, OracleLot] | undefined {
    return [...this.lots].find(([, { fate, free, until }]) => fate && free > 0n && until < now);
  }

  private settle(id: string, lot: OracleLot): void {
    const { fate, free } = lot;
    lot.free = 0n;
    const until = fate!.until(lot.until);
    if (until === undefined) this.left += free;
    else {
      const next = this.named(id, lot.until);
      const joined = this.lots.get(next);
      if (joined) joined.free += free;
      else this.lots.set(next, { letters: fate!.letters, until, free, extended: false, fate: fate!.then() });
    }
    this.tidy();
  }

  add(lotId: string, letters: readonly string[], cents: bigint, until: number, fate?: OracleFate): void {
    this.lots.set(lotId, { letters, until, free: cents, extended: false, fate });
    this.added += cents;
  }

  withdraw(cents: bigint, now: number): boolean {
    const shares = this.pick(undefined, cents, now);
    if (!shares) return false;
    this.take(shares);
    this.withdrawn += cents;
    this.tidy();
    return true;
  }

  hold(id: string, letter: string, cents: bigint, value: bigint, expiresAt: number, now: number): boolean {
    const counts = letter === 'c.3' ? value : 0n;
    if (counts > this.thresholdLeft()) return false;
    const shares = this.pick(letter, cents, now);
    if (!shares) return false;
    this.take(shares);
    this.holds.set(id, { shares, isClaim: false, value: counts, expiresAt, pinned: false });
    this.thresholdHeld += counts;
    return true;
  }

  pin(id: string): void {
    const hold = this.holds.get(id);
    if (hold) hold.pinned = true;
  }

  spend(id: string): void {
    const hold = this.holds.get(id);
    if (!hold) return;
    this.holds.delete(id);
    this.paid += sum(hold.shares);
    this.thresholdHeld -= hold.value;
    this.thresholdUsed += hold.value;
    this.tidy();
  }

  release(id: string, extendedUntil: number, now: number): void {
    const hold = this.holds.get(id);
    if (!hold) return;
    this.holds.delete(id);
    this.thresholdHeld -= hold.value;
    this.putBack(hold.shares, extendedUntil, now);
    this.tidy();
  }

  holdClaim(id: string, letter: string, asked: bigint, now: number): boolean {
    const cents = least(asked, this.free(letter, now));
    const counts = letter === 'c.3' ? cents : 0n;
    if (cents === 0n || counts > this.thresholdLeft()) return false;
    const shares = this.pick(letter, cents, now)!;
    this.take(shares);
    this.holds.set(id, { shares, isClaim: true, value: counts, expiresAt: FOREVER, pinned: true });
    this.thresholdHeld += counts;
    return true;
  }

  debitClaim(id: string, letter: string, added: bigint, extendedUntil: number, now: number): void {
    const hold = this.holds.get(id);
    let due = added;
    if (hold) {
      this.holds.delete(id);
      this.thresholdHeld -= hold.value;
      const back: [string, bigint][] = [];
      for (const [lotId, cents] of hold.shares) {
        const used = least(due, cents);
        due -= used;
        if (cents > used) back.push([lotId, cents - used]);
      }
      this.putBack(back, extendedUntil, now);
    }
    this.pay(letter, added - due);
    if (due > 0n) {
      const known = this.waiting.find(({ claimId }) => claimId === id);
      if (known) known.left += due;
      else this.waiting.push({ claimId: id, letter, left: due });
    }
    this.tidy();
    this.payWaiting(now, (rest) => rest.claimId === id);
  }

  releaseClaim(id: string, extendedUntil: number, now: number): void {
    const hold = this.holds.get(id);
    if (!hold) return;
    this.holds.delete(id);
    this.thresholdHeld -= hold.value;
    this.putBack(hold.shares, extendedUntil, now);
    this.tidy();
  }

  payWaiting(now: number, isMeant: (rest: OracleRest) => boolean = () => true): void {
    for (const rest of this.waiting.filter(isMeant)) {
      let cents = least(rest.left, this.free(rest.letter, now));
      if (rest.letter === 'c.3') cents = least(cents, this.thresholdLeft());
      if (cents === 0n) continue;
      this.take(this.pick(rest.letter, cents, now)!);
      this.pay(rest.letter, cents);
      rest.left -= cents;
      this.tidy();
    }
    this.waiting = this.waiting.filter(({ left }) => left > 0n);
  }

  declare(external: bigint, hasChild: boolean): void {
    this.external = external;
    this.hasChild = hasChild;
  }

  held(): bigint {
    return [...this.holds.values()].reduce((total, { shares }) => total + sum(shares), 0n);
  }

  free(letter: string | undefined, now: number): bigint {
    return this.fitting(letter, now).reduce((total, [, { free }]) => total + free, 0n);
  }

  /** Every cent that came is somewhere: free (valid or not), held, paid, taken back, or left at its end. */
  isComplete(): boolean {
    const free = [...this.lots.values()].reduce((total, lot) => total + lot.free, 0n);
    return free + this.held() + this.paid + this.withdrawn + this.left === this.added;
  }

  private pay(letter: string, cents: bigint): void {
    this.paid += cents;
    if (letter === 'c.3') this.thresholdUsed += cents;
  }

  private thresholdLeft(): bigint {
    const left = (this.hasChild ? this.withChild : this.base) - this.thresholdHeld - this.thresholdUsed - this.external;
    return left > 0n ? left : 0n;
  }

  private fitting(letter: string | undefined, now: number): [string, OracleLot][] {
    const fits = [...this.lots].filter(([, lot]) => lot.free > 0n && now <= lot.until && (letter === undefined || lot.letters.includes(letter)));
    return fits.sort(([oneId, one], [otherId, other]) => one.until - other.until || (oneId < otherId ? -1 : 1));
  }

  private pick(letter: string | undefined, cents: bigint, now: number): [string, bigint][] | undefined {
    if (this.free(letter, now) < cents) return undefined;
    let due = cents;
    const shares: [string, bigint][] = [];
    for (const [lotId, { free }] of this.fitting(letter, now)) {
      if (due === 0n) break;
      shares.push([lotId, least(due, free)]);
      due -= least(due, free);
    }
    return shares;
  }

  private take(shares: OracleHold['shares']): void {
    for (const [lotId, cents] of shares) this.lots.get(lotId)!.free -= cents;
  }

  private putBack(shares: OracleHold['shares'], extendedUntil: number, now: number): void {
    for (const [lotId, cents] of shares) {
      const lot = this.lots.get(lotId)!;
      lot.free += cents;
      if (lot.until < now && !lot.extended) [lot.until, lot.extended] = [extendedUntil, true];
    }
  }

  private giveBack(id: string): void {
    const hold = this.holds.get(id)!;
    this.holds.delete(id);
    for (const [lotId, cents] of hold.shares) this.lots.get(lotId)!.free += cents;
    this.thresholdHeld -= hold.value;
    this.tidy();
  }

  /** A lot with nothing left and nothing held of it is gone. */
  private tidy(): void {
    for (const [lotId, { free }] of [...this.lots])
      if (free === 0n && ![...this.holds.values()].some(({ shares }) => shares.some(([held]) => held === lotId))) this.lots.delete(lotId);
  }
}

const sum = (shares: OracleHold['shares']): bigint => shares.reduce((total, [, cents]) => total + cents, 0n);
