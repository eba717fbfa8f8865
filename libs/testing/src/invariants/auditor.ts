import type { Committed, Rule } from './committed';
import { Findings, type Finding } from './finding';

/** Follows every commit of a product and says which invariant broke. */
export class Auditor {
  private readonly findings = new Findings();

  constructor(private readonly rules: readonly Rule[]) {}

  committed(change: Committed): void {
    for (const rule of this.rules) rule.committed?.(change, this.findings);
  }

  /** To be called when nothing is under way any more. */
  atRest(now: string): void {
    for (const rule of this.rules) rule.atRest?.(now, this.findings);
  }

  /** A finding of somebody who looks at something else, e.g. at the answers. */
  note(rule: string, what: string): void {
    this.findings.add(rule, what);
  }

  get all(): readonly Finding[] {
    return this.findings.all;
  }
}
