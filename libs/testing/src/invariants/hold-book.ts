/** A hold as a rule remembers it. */
export interface HeldAmount {
  readonly amountCents: number;
  readonly expiresAt: string;
  readonly pinned: boolean;
}

/** The open holds of one document, kept apart from the product's own list. */
export class HoldBook<H extends { readonly amountCents: number; readonly expiresAt: string }> {
  private readonly holds = new Map<string, H & { pinned: boolean }>();

  get heldCents(): number {
    let total = 0;
    for (const { amountCents } of this.holds.values()) total += amountCents;
    return total;
  }

  /** False for a purpose that is held already. */
  open(id: string, hold: H): boolean {
    if (this.holds.has(id)) return false;
    this.holds.set(id, { ...hold, pinned: false });
    return true;
  }

  /** False for a purpose that isn't held. */
  pin(id: string): boolean {
    const hold = this.holds.get(id);
    if (hold) hold.pinned = true;
    return hold !== undefined;
  }

  /** Takes a hold out; undefined for a purpose that isn't held. */
  close(id: string): (H & { readonly pinned: boolean }) | undefined {
    const hold = this.holds.get(id);
    this.holds.delete(id);
    return hold;
  }

  /** Purposes whose hold the clock should have ended by now. */
  overdue(now: string): readonly string[] {
    return [...this.holds].flatMap(([id, { pinned, expiresAt }]) => (pinned || expiresAt > now ? [] : [id]));
  }
}

/** Whether the clock ended a hold that it had no right to end yet. */
export const isEarly = (
  hold: Pick<HeldAmount, 'expiresAt' | 'pinned'>,
  reason: 'released' | 'expired',
  time: string,
): boolean => reason === 'expired' && (hold.pinned || time < hold.expiresAt);

/** The book of a document, begun when it is first asked for. */
export function bookOf<B>(books: Map<string, B>, id: string, begin: () => B): B {
  let book = books.get(id);
  if (!book) books.set(id, (book = begin()));
  return book;
}
