/** An invariant that doesn't hold. `rule` is its name, `what` says where and how. */
export interface Finding {
  readonly rule: string;
  readonly what: string;
}

/** Collects what rules find; a rule goes on after a finding. */
export class Findings {
  private readonly found: Finding[] = [];

  add(rule: string, what: string): void {
    this.found.push({ rule, what });
  }

  /** Notes a finding unless `holds`. `what` is only made for a finding. */
  expect(holds: boolean, rule: string, what: () => string): void {
    if (!holds) this.add(rule, what());
  }

  get all(): readonly Finding[] {
    return this.found;
  }
}
