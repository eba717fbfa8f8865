import type { SeededRandomness } from '@salvatempo/testing';

/**
 * Cards, each as often as its weight says, drawn at random without putting back; an empty deck begins anew. So that a run meets what is
 * rare as often as it should, and doesn't leave that to luck.
 */
export class Deck<T extends string = string> {
  private readonly cards: readonly T[];
  private left: T[] = [];

  /** `weights` in steps of a twentieth; what is below counts as one. */
  constructor(
    weights: Readonly<Record<T, number>>,
    private readonly randomness: SeededRandomness,
  ) {
    this.cards = (Object.entries(weights) as [T, number][]).flatMap(([card, weight]) => Array<T>(Math.max(1, Math.round(weight * 20))).fill(card));
  }

  draw(): T {
    if (this.left.length === 0) this.left = [...this.cards];
    const at = this.randomness.below(this.left.length);
    const drawn = this.left[at]!;
    this.left[at] = this.left.at(-1)!;
    this.left.pop();
    return drawn;
  }
}
