import type { Arm } from './measure/arm';
import type { Target } from './measure/figures';

/** What a part of a run found at its end. */
export interface Audit {
  /** In words: what was looked through. */
  readonly says: string;
  /** Broken invariants; none where all is well. */
  readonly findings: readonly string[];
}

/** Arms that share processes. Parts run one after the other, so that none burdens another. */
export interface Part {
  readonly targets: readonly Target[];
  /** Throws PartMissingError where the machine lacks what it needs. */
  open(): Promise<OpenPart>;
}

export interface OpenPart {
  readonly arms: readonly Arm[];
  /** Done before each block. */
  readonly before: () => Promise<void>;
  readonly audit: () => Promise<Audit>;
  readonly close: () => Promise<void>;
}

/** The machine lacks what a part needs; the message says what to do. */
export class PartMissingError extends Error {}
