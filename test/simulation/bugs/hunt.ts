import { Simulation } from '../run/simulation';
import { BUGS, type BugName } from './all-bugs';

export interface Hunt {
  readonly bug: BugName;
  readonly seed: number;
  /** At which the first invariant broke; undefined where none did. */
  readonly step?: number;
  readonly rule?: string;
  readonly what?: string;
}

/** Runs the product with one bug until an invariant breaks. */
export async function hunt(bug: BugName, seed: number, steps: number): Promise<Hunt> {
  const result = await new Simulation({ seed: String(seed), steps, plant: BUGS[bug] }).run();
  const [first] = result.findings;
  return first ? { bug, seed, step: result.steps, rule: first.rule, what: first.what } : { bug, seed };
}

/** As a child process: `hunt.js BUG SEED STEPS` sends the result to its parent. */
if (require.main === module && process.send) {
  const [bug, seed, steps] = process.argv.slice(2);
  hunt(bug as BugName, Number(seed), Number(steps)).then(
    (found) => process.send!(found, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
