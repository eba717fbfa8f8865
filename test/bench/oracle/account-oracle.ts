/** What the oracle knows of a lot; times are plain numbers. */
interface OracleLot {
  readonly letters: readonly string[];
  until: number;
  /** Cents, or minutes of a lot of hours. */
  free: bigint;
  /** Of a lot of hours: what an hour is worth, in cents. */
  readonly hour?: bigint | undefined;
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
  /** In the unit of the lots: all of one hold are of the same. */
  readonly shares: readonly (readonly [lotId: string, amount: bigint])[];
  /** The price that hours pay; undefined where euros do. */
  readonly price?: bigint | undefined;
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

/** What came of one unit, and where it went. */
class Sums {
  added = 0n;
  withdrawn = 0n;
  paid = 0n;
  left = 0n;
}

/**
 * An account reckoned once more, in whole BigInt cents and minutes and with nothing in common with the product's code: no events, no deciders. It says
 * what each step must come to, and a random history is compared with it to the cent.
 */
export class AccountOracle {
  readonly lots = new Map<string, OracleLot>();
  readonly holds = new Map<string, OracleHold>();
  waiting: OracleRest[] = [];
  readonly cents = new Sums();
  readonly minutes = new Sums();
  /** Prices that hours paid. */
  priced = 0n;
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
    const { fate, free, hour } = lot;
    lot.free = 0n;
    const until = fate!.until(lot.until);
    if (until === undefined) this.of(lot).left += free;
    else {
      let next = this.named(id, lot.until);
      while (hour !== undefined && this.lots.has(next)) next = this.named(next, lot.until);
      const joined = this.lots.get(next);
      if (joined) joined.free += free;
      else this.lots.set(next, { letters: fate!.letters, until, free, hour, extended: false, fate: fate!.then() });
    }
    this.tidy();
  }

  /** `hour`: what an hour is worth, of a lot of hours, whose `amount` is in minutes. */
  add(lotId: string, letters: readonly string[], amount: bigint, until: number, fate?: OracleFate, hour?: bigint): void {
    const lot = { letters, until, free: amount, hour, extended: false, fate };
    this.lots.set(lotId, lot);
    this.of(lot).added += amount;
  }

  private of({ hour }: Pick<OracleLot, 'hour'>): Sums {
    return hour === undefined ? this.cents : this.minutes;
  }

  /** `price`: 0 where minutes are taken back, undefined where cents are. */
  withdraw(amount: bigint, now: number, price?: bigint): boolean {
    const shares = this.pick(undefined, amount, now, price);
    if (!shares) return false;
    this.take(shares);
    (price === undefined ? this.cents : this.minutes).withdrawn += amount;
    this.tidy();
    return true;
  }

  /** `price`: what minutes pay, undefined where cents do. */
  hold(id: string, letter: string, amount: bigint, value: bigint, expiresAt: number, now: number, price?: bigint): boolean {
    const counts = letter === 'c.3' ? value : 0n;
    if (counts > this.thresholdLeft()) return false;
    const shares = this.pick(letter, amount, now, price);
    if (!shares) return false;
    this.take(shares);
    this.holds.set(id, { shares, price, isClaim: false, value: counts, expiresAt, pinned: false });
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
    if (hold.price === undefined) this.cents.paid += sum(hold.shares);
    else {
      this.minutes.paid += sum(hold.shares);
      this.priced += hold.price;
    }
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

  held(isHours = false): bigint {
    return [...this.holds.values()].reduce((total, { shares, price }) => total + ((price !== undefined) === isHours ? sum(shares) : 0n), 0n);
  }

  free(letter: string | undefined, now: number): bigint {
    return this.fitting(letter, now).reduce((total, [, { free }]) => total + free, 0n);
  }

  /** Every cent and every minute that came is somewhere: free (valid or not), held, paid, taken back, or left at its end. */
  isComplete(): boolean {
    return [this.cents, this.minutes].every((sums) => {
      const free = [...this.lots.values()].reduce((total, lot) => total + (this.of(lot) === sums ? lot.free : 0n), 0n);
      return free + this.held(sums === this.minutes) + sums.paid + sums.withdrawn + sums.left === sums.added;
    });
  }

  private pay(letter: string, cents: bigint): void {
    this.cents.paid += cents;
    if (letter === 'c.3') this.thresholdUsed += cents;
  }

  private thresholdLeft(): bigint {
    const left = (this.hasChild ? this.withChild : this.base) - this.thresholdHeld - this.thresholdUsed - this.external;
    return left > 0n ? left : 0n;
  }

  private fitting(letter: string | undefined, now: number, isOfUnit = ({ hour }: OracleLot): boolean => hour === undefined): [string, OracleLot][] {
    const fits = [...this.lots].filter(([, lot]) => isOfUnit(lot) && lot.free > 0n && now <= lot.until && (letter === undefined || lot.letters.includes(letter)));
    return fits.sort(([oneId, one], [otherId, other]) => one.until - other.until || (oneId < otherId ? -1 : 1));
  }

  /** Minutes pay a price where an hour of each lot is worth as much as one of the service, and all of them together then are, to the sixtieth of a cent. */
  private pick(letter: string | undefined, amount: bigint, now: number, price?: bigint): [string, bigint][] | undefined {
    const isDear = ({ hour }: OracleLot): boolean => hour !== undefined && hour * amount >= price! * 60n;
    let [due, worth] = [amount, 0n];
    const shares: [string, bigint][] = [];
    for (const [lotId, { free, hour = 0n }] of this.fitting(letter, now, price === undefined ? undefined : isDear)) {
      if (due === 0n) break;
      const taken = least(due, free);
      shares.push([lotId, taken]);
      due -= taken;
      worth += taken * hour;
    }
    return due === 0n && worth >= (price ?? 0n) * 60n ? shares : undefined;
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
