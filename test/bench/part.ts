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

/** The processes of a part. */
export interface PartStage {
  start(): Promise<void>;
  /** Before each block: tokens are good for five minutes. */
  refreshTokens(): Promise<void>;
  audit(): Promise<Audit>;
  stop(): Promise<void>;
}

/** Opens a part on its stage; where that fails, what was started ends again. */
export async function openOn<S extends PartStage>(stage: S, armsOf: (stage: S) => readonly Arm[] | Promise<readonly Arm[]>): Promise<OpenPart> {
  try {
    await stage.start();
    return { arms: await armsOf(stage), before: () => stage.refreshTokens(), audit: () => stage.audit(), close: () => stage.stop() };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

/** The machine lacks what a part needs; the message says what to do. */
export class PartMissingError extends Error {}
