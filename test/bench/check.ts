/** How a check is run: `size` is how much of it, where it isn't to be the whole. */
export interface CheckPlan {
  readonly seed: number;
  readonly smoke: boolean;
  readonly size?: number;
}

/** Something that is too long for the tests and no ratio: it holds or doesn't. It runs only where it is asked for by name. */
export interface Check {
  readonly id: string;
  /** Says what it found; true where all is well. */
  run(plan: CheckPlan, say: (line: string) => void): Promise<boolean>;
}
